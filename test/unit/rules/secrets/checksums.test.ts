import assert from "node:assert/strict";
import { atlassianChecksum, cloudflareChecksum, crc32, crc32InBase62, crc32InHex, githubChecksum, gitlabChecksum, presumedAtlassianChecksum } from "../../../../server/rules/secrets/checksums.ts";
import { akeneoToken, atlassianToken, checkedToken, randomText, webToken } from "../../../../server/rules/secrets/exampleTokens.ts";
import { akeneoStructure, awsAccount, discordUser, longLivedWebToken, openChannelBasic, supabaseServiceRole } from "../../../../server/rules/secrets/structures.ts";
import { secretsIn } from "./secretBench.ts";

/** Another character at one place. */
function changed(text: string, at: number): string {
  return text.slice(0, at) + (text[at] === "a" ? "b" : "a") + text.slice(at + 1);
}

describe("checksums", () => {
  it("are CRC-32 of IEEE 802.3", () => {
    // The check value of the catalogue of parametrised CRC algorithms.
    assert.equal(crc32("123456789"), 0xcbf43926);
    assert.equal(crc32(""), 0);
    assert.equal(crc32InHex("123456789"), "CBF43926");
    assert.equal(crc32InBase62(""), "000000");
    assert.equal(crc32InBase62("123456789"), "3jZRME");
  });

  it("hold for a whole token and break with any changed character", () => {
    for (const token of [checkedToken("ghp_"), checkedToken("gho_", "other"), checkedToken("npm_")]) {
      assert.equal(githubChecksum(token), "valid");
      for (let at = 4; at < token.length; at++) assert.equal(githubChecksum(changed(token, at)), "invalid");
    }
    const token = atlassianToken();
    assert.equal(atlassianChecksum(token), "valid");
    for (const at of [0, 20, token.length - 9]) assert.equal(atlassianChecksum(changed(token, at)), "invalid");
    assert.equal(presumedAtlassianChecksum(changed(token, 20)), "unknown");
  });

  it("say nothing of GitHub tokens of another length", () => {
    assert.equal(githubChecksum(`ghs_${randomText("long", "base62", 60)}`), "unknown");
  });

  it("leave out the prefix at Cloudflare, and take it in at GitLab", () => {
    const body = randomText("cloudflare", "base62", 40);
    assert.equal(cloudflareChecksum(`cfut_${body}${crc32InHex(body).toLowerCase()}`), "valid");
    assert.equal(cloudflareChecksum(`cfut_${body}00000000`), "invalid");
    const start = `glpat-${randomText("gitlab", "base64url", 27)}.0w`;
    assert.equal(gitlabChecksum(start + crc32(start).toString(36).padStart(7, "0")), "valid");
    assert.equal(gitlabChecksum(`${start}0000000`), "unknown");
  });

  it("make the difference between an error and a warning", () => {
    const token = checkedToken("ghp_");
    const [sure, unsure] = [secretsIn(`a = "${token}"`)[0], secretsIn(`a = "${changed(token, 10)}"`)[0]];
    assert.deepEqual([sure?.worst, unsure?.worst], ["error", "warning"]);
  });
});

describe("structures", () => {
  it("know Akeneo's base64 of hexadecimal text", () => {
    assert.equal(akeneoToken().length, 86);
    assert.equal(akeneoStructure(akeneoToken()), "valid");
    assert.equal(akeneoStructure(randomText("no", "base62", 86)), "none");
  });

  it("know which AWS key ids can have an account", () => {
    assert.equal(awsAccount(`AKIA${"A".repeat(16)}`), "unknown");
    assert.equal(awsAccount(`AKIA${"7".repeat(16)}`), "invalid");
  });

  it("know Discord's user number and OpenChannel's pair of id and secret", () => {
    const user = Buffer.from("123456789012345678").toString("base64url");
    assert.equal(discordUser(`${user}.abcdef.rest`), "valid");
    assert.equal(discordUser("abcdefghijklmnopqrstuvwx.abcdef.rest"), "none");
    const pair = `${randomText("id", "hex", 24)}:${randomText("secret", "base64url", 43)}`;
    assert.equal(openChannelBasic(Buffer.from(pair).toString("base64")), "valid");
    assert.equal(openChannelBasic(Buffer.from("user:password").toString("base64")), "none");
  });

  it("tell a web token for servers from those for browsers, sessions and exercises", () => {
    assert.equal(supabaseServiceRole(webToken({ role: "service_role" })), "valid");
    assert.equal(supabaseServiceRole(webToken({ role: "anon" })), "none");
    assert.equal(supabaseServiceRole("a.b.c"), "none");
    assert.equal(longLivedWebToken(webToken({ iss: "a", sub: "b" })), "unknown");
    assert.equal(longLivedWebToken(webToken({ iss: "a", iat: 0, exp: 365 * 86_400 })), "unknown");
    for (const payload of [{ role: "anon", iss: "supabase" }, { sub: "1234567890", name: "John Doe" }, { iss: "a", iat: 0, exp: 1800 }, { iss: "a", exp: 1 }, { some: "payload" }]) {
      assert.equal(longLivedWebToken(webToken(payload)), "none", JSON.stringify(payload));
    }
    assert.equal(longLivedWebToken(webToken({ iss: "a", sub: "b" }, "none")), "none");
  });
});
