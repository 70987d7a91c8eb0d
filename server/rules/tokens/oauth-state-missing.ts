import type { Document } from "../../core/document.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import { allCalls, calledOrigin } from "../../languages/typescript/calls.ts";
import { rangeOf } from "../../languages/typescript/nodes.ts";
import { propertiesOf } from "../../languages/typescript/objects.ts";
import { typescriptSyntax } from "../../languages/typescript/syntax.ts";
import { lacks, nodeAt } from "./jwt/jwtCalls.ts";
import { authorizeRequests, authorizeTriggers, parameterNamed } from "./oauth/authorizeRequests.ts";
import { isProductCode } from "./productCode.ts";

const message = "The authorization request has no state, so an attacker can finish it with a code of their own and tie somebody's session to their account.";
/** Strategies of Passport on OAuth 2 that send a state only where they are told. passport-oauth2 1.8. */
const strategies = /^passport-(?:oauth2|google-oauth20|google-oauth2|github2?|gitlab2|facebook|atlassian-oauth2|bitbucket-oauth2|linkedin-oauth2|slack|discord|spotify|strava-oauth2|microsoft)$/;
const strategyNames: ReadonlySet<string> = new Set(["*", "default", "Strategy", "OAuth2Strategy"]);
/** Elsewhere in the file a state is given, or tokens for code take its place. */
const statesItself = /\bstate\s*[:=,)}]|\bpkce\b|code_challenge|codeVerifier|\bstore\s*:/;

function check(document: Document, report: Report): void {
  if (!isProductCode(document)) return;
  for (const request of authorizeRequests(document)) {
    // With PKCE the code of another session is of no use.
    const isGuarded = ["state", "code_challenge", "request", "request_uri"].some((name) => parameterNamed(request, name));
    const type = parameterNamed(request, "response_type")?.value ?? "code";
    if (!request.complete || isGuarded || !/^code\b/.test(type)) continue;
    report({ range: request.place, message });
  }
  if (statesItself.test(document.text)) return;
  const syntax = document.syntax(typescriptSyntax);
  for (const call of allCalls(syntax)) {
    const origin = call.type === "NewExpression" ? calledOrigin(call, syntax) : undefined;
    if (!origin || !strategies.test(origin.module) || !strategyNames.has(origin.name)) continue;
    const options = nodeAt(call, 0);
    if (options && lacks(propertiesOf(options, syntax, call), "state")) report({ range: rangeOf(call.callee), message, atMost: "warning" });
  }
}

const url = "https://id.example.com/oauth/[|authorize|]?response_type=code&client_id=${id}&redirect_uri=${uri}";
const good = (text: string): string => `location.assign(\`${text}\`);\n`;

export default defineRule({
  id: "oauth-state-missing",
  title: "Authorization request without a state",
  concern: "tokens",
  languages: ["typescript"],
  requirements: ["akeneo/authorization-state", "akeneo/no-vulnerabilities", "superoffice/federated-authentication", "superoffice/owasp-top-ten", "openchannel/oauth-where-possible"],
  severity: "error",
  cwe: [352],
  fix: "none",
  triggers: [...authorizeTriggers, "passport-"],
  documentation: {
    wrong: "The address of an OAuth 2.0 authorization request is put together without `state`, and without PKCE's `code_challenge`. Or a strategy of Passport is not told to send one (`state: true`).",
    why: "The state ties the answer to the browser that asked. Without it an attacker sends somebody a link with a code of their own: the app then connects that person's session to the attacker's account, and data goes there. Akeneo's documentation asks for a random state that is compared when the PIM comes back.",
    fix: "Make a random value for each request, `crypto.randomBytes(32).toString(\"hex\")`, keep it in the session or a cookie with `httpOnly`, send it as `state`, and refuse answers with another one.",
    suppress: "Where the state is added to the address in another place.",
  },
  examples: {
    bad: [
      { name: "an address", code: good(url) },
      { name: "a query object", code: 'const query = new URLSearchParams({ response_type: "code", client_id: id, scope: "read_products" });\nres.redirect(`${pim}/connect/apps/v1/[|authorize|]?${query}`);\n' },
      { name: "parameters that are set", code: 'const url = new URL("https://id.example.com/oauth2/[|authorize|]");\nurl.searchParams.set("client_id", id);\nurl.searchParams.set("response_type", "code");\nopen(url.href);\n' },
      { name: "a text that is put together", code: 'const url = "https://online.superoffice.com/login/common/oauth/[|authorize|]?client_id=" + id + "&response_type=code&scope=openid";\n' },
      { name: "Google's address", code: 'res.redirect(`https://accounts.google.com/o/oauth2/v2/[|auth|]?client_id=${id}&response_type=code&scope=email`);\n' },
      { name: "Passport", code: 'import { Strategy } from "passport-google-oauth20";\npassport.use(new [|Strategy|]({ clientID, clientSecret, callbackURL: "/auth/callback" }, find));\n' },
    ],
    good: [
      { name: "a state", code: good("https://id.example.com/oauth/authorize?response_type=code&client_id=${id}&state=${state}") },
      { name: "PKCE", code: good("https://id.example.com/oauth/authorize?response_type=code&client_id=${id}&code_challenge=${challenge}") },
      { name: "added later", code: 'let url = `https://id.example.com/oauth/authorize?client_id=${id}&response_type=code`;\nurl += `&state=${state}`;\n' },
      { name: "parameters that cannot be read", code: 'res.redirect(`https://id.example.com/oauth/authorize?client_id=${id}&${rest}`);\nres.redirect(`https://id.example.com/oauth/authorize?${query}`);\n' },
      { name: "Passport with a state", code: 'import { Strategy } from "passport-google-oauth20";\npassport.use(new Strategy({ clientID, clientSecret, callbackURL: "/cb", state: true }, find));\n' },
      { name: "another authorize", code: 'fetch(`https://api.example.com/authorize?user=${id}`);\nconst client_id = 1;\n' },
      { name: "a test", file: "test/login.test.ts", code: good("https://id.example.com/oauth/authorize?response_type=code&client_id=${id}") },
    ],
  },
  check,
});
