import type { Document } from "../../core/document.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import { authorizeRequests, authorizeTriggers, parameterNamed } from "./oauth/authorizeRequests.ts";
import { isProductCode } from "./productCode.ts";

/** Signs of code that runs at the user's: it can keep no client secret. */
const inBrowser = /\bwindow\.|\blocation\.(?:assign|href|replace)|\bdocument\.|expo-|react-native|chrome\.identity|electron/;
const withSecret = /client_?secret/i;
/** Services that take no challenge: Akeneo's has another meaning, and Atlassian's and Trello's know none. */
const without = /connect\/apps\/v1|auth\.atlassian\.com|bitbucket\.org|trello\.com|github\.com|slack\.com|facebook\.com/i;

function check(document: Document, report: Report): void {
  if (!isProductCode(document)) return;
  for (const request of authorizeRequests(document)) {
    const type = parameterNamed(request, "response_type")?.value;
    if (!request.complete || type !== "code" || parameterNamed(request, "code_challenge") || parameterNamed(request, "request_uri") || without.test(request.text)) continue;
    const isPublic = inBrowser.test(document.text) && !withSecret.test(document.text);
    const isSuperOffice = /superoffice\.com/i.test(request.text);
    if (!isPublic && !isSuperOffice) continue;
    report({
      range: request.place,
      message: isPublic
        ? "This asks for a code from the user's side without PKCE, so another app that gets hold of the code can turn it into tokens."
        : "The authorization request has no code challenge: SuperOffice recommends PKCE for every app.",
      ...(!isPublic && { atMost: "information" as const }),
    });
  }
}

const start = "location.assign(`https://id.example.com/oauth/[|authorize|]?response_type=code&client_id=${id}&state=${state}`);\n";

export default defineRule({
  id: "oauth-pkce-missing",
  title: "Authorization request without PKCE",
  concern: "tokens",
  languages: ["typescript"],
  requirements: ["superoffice/federated-authentication", "superoffice/owasp-top-ten", "akeneo/no-vulnerabilities", "openchannel/oauth-where-possible"],
  severity: "warning",
  cwe: [345],
  fix: "none",
  triggers: authorizeTriggers,
  documentation: {
    wrong: "Code that runs at the user's, in a browser or on a device, asks for an authorization code without `code_challenge`. For SuperOffice also on a server, as an information.",
    why: "Such an app can keep no secret, so the code alone is enough to get the tokens: a malicious app, an extension or a log that sees the address is enough. PKCE ties the code to whoever asked for it. SuperOffice recommends it with the authorization code flow, and demands it in place of a secret for apps on devices.",
    fix: 'Make a random verifier for each request and keep it; send `code_challenge` (its SHA-256 in base64url) and `code_challenge_method=S256`, and the verifier when you exchange the code.',
    suppress: "Where the service does not know PKCE.",
  },
  examples: {
    bad: [
      { name: "a page", code: start },
      { name: "a query object", code: 'const query = new URLSearchParams({ response_type: "code", client_id: id, state, scope: "openid" });\nwindow.location.href = `https://id.example.com/oauth2/[|authorize|]?${query}`;\n' },
      { name: "a pop-up", code: 'window.open("https://id.example.com/oauth/[|authorize|]?response_type=code&client_id=" + id + "&state=" + state);\n' },
      { name: "parameters that are set", code: 'const url = new URL("https://id.example.com/oauth/[|authorize|]");\nurl.searchParams.set("response_type", "code");\nurl.searchParams.set("client_id", id);\nlocation.assign(url);\n' },
      { name: "React Native", code: 'import { Linking } from "react-native";\nLinking.openURL(`https://id.example.com/oauth/[|authorize|]?response_type=code&client_id=${id}&state=${state}`);\n' },
      { name: "SuperOffice on a server", code: 'res.redirect(`https://online.superoffice.com/login/common/oauth/[|authorize|]?response_type=code&client_id=${id}&state=${state}`);\nconst client_secret = process.env.SECRET;\n' },
    ],
    good: [
      { name: "PKCE", code: "location.assign(`https://id.example.com/oauth/authorize?response_type=code&client_id=${id}&code_challenge=${challenge}&code_challenge_method=S256`);\n" },
      { name: "a server with a secret", code: "res.redirect(`https://id.example.com/oauth/authorize?response_type=code&client_id=${id}&state=${state}`);\nexchange({ client_secret: process.env.SECRET });\n" },
      { name: "parameters that cannot be read", code: "location.assign(`https://id.example.com/oauth/authorize?response_type=code&client_id=${id}&${rest}`);\n" },
      { name: "a service that knows no PKCE", code: "location.assign(`https://trello.com/1/authorize?response_type=code&client_id=${id}`);\n" },
      { name: "Akeneo", code: "window.open(`${pim}/connect/apps/v1/authorize?response_type=code&client_id=${id}&state=${state}`);\n" },
      { name: "added later", code: 'let url = `https://id.example.com/oauth/authorize?response_type=code&client_id=${id}`;\nurl += "&code_challenge=" + challenge;\nwindow.open(url);\n' },
    ],
  },
  check,
});
