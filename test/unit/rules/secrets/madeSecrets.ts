import { crc32, crc32InBase62, crc32InHex, atlassianChecksum, cloudflareChecksum, githubChecksum, gitlabChecksum, presumedAtlassianChecksum } from "../../../../server/rules/secrets/checksums.ts";
import { akeneoToken, privateKey, randomText, webToken } from "../../../../server/rules/secrets/exampleTokens.ts";
import { akeneoStructure, discordUser, longLivedWebToken, openChannelBasic, supabaseServiceRole } from "../../../../server/rules/secrets/structures.ts";
import { keyTokens } from "../../../../server/rules/secrets/formats/keys.ts";
import type { NamedFormat, TokenFormat, Verdict } from "../../../../server/rules/secrets/secretFormat.ts";
import { textFor, type Length, type Random } from "./patternText.ts";

type Seal = (value: string, length: Length) => string;

/** How a made-up text gets the checksum or structure that its format looks for. */
const seals = new Map<((value: string) => Verdict) | undefined, Seal>([
  [githubChecksum, (value) => {
    const body = value.slice(value.indexOf("_") + 1);
    return body.length === 36 ? value.slice(0, -6) + crc32InBase62(body.slice(0, 30)) : value;
  }],
  [atlassianChecksum, (value) => value.slice(0, -8) + crc32InHex(value.slice(0, -8))],
  [presumedAtlassianChecksum, (value) => value.slice(0, -8) + crc32InHex(value.slice(0, -8))],
  [cloudflareChecksum, (value) => value.slice(0, -8) + crc32InHex(value.slice(value.indexOf("_") + 1, -8)).toLowerCase()],
  [gitlabChecksum, (value) => value.slice(0, -7) + crc32(value.slice(0, -7)).toString(36).padStart(7, "0")],
  [akeneoStructure, (value) => akeneoToken(value)],
  [discordUser, (value) => {
    const user = `1${randomText(value, "hex", 18).replace(/[a-f]/g, "7")}`;
    return Buffer.from(user).toString("base64url") + value.slice(value.indexOf("."));
  }],
  [openChannelBasic, (value) => Buffer.from(`${randomText(value, "hex", 24)}:${randomText(value, "base64url", 43)}`).toString("base64")],
  [supabaseServiceRole, (value) => webToken({ iss: "supabase", role: "service_role", ref: value.slice(20, 40) })],
  [longLivedWebToken, (value) => webToken({ iss: "https://issuer.test/", sub: value.slice(20, 40) })],
  [keyTokens[0]?.verify, (_value, length) => Buffer.from(privateKey("PRIVATE KEY", length === "shortest" ? 60 : 2340)).toString("base64")],
]);

/** A secret of a format, with everything that the format looks into. */
export function secretOf(format: TokenFormat | NamedFormat, length: Length, next: Random): string {
  const value = textFor(format.pattern, length, next);
  return format.verify ? (seals.get(format.verify)?.(value, length) ?? value) : value;
}
