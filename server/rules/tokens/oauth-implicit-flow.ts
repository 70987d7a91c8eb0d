import type { Document } from "../../core/document.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import type { TextRange } from "../../core/text.ts";
import { csharpSyntax } from "../../languages/csharp/tokens.ts";
import { isMark } from "../../languages/csharp/reading.ts";
import { constantOf, optionsOf } from "../../languages/typescript/constants.ts";
import { isElsewhere } from "../../languages/typescript/images.ts";
import { plainKey } from "../../languages/typescript/keys.ts";
import { rangeOf } from "../../languages/typescript/nodes.ts";
import { typescriptSyntax } from "../../languages/typescript/syntax.ts";
import { authorizeRequests, parameterNamed } from "./oauth/authorizeRequests.ts";
import { isProductCode } from "./productCode.ts";

const optionNames: ReadonlySet<string> = new Set(["response_type", "responseType"]);
/** A list of OAuth's own words; HTTP clients have a `responseType` with others. */
const responseType = /^(?:code|id_token|token)(?:(?: |%20|\+)(?:code|id_token|token))*$/;
/** Trello hands out tokens in no other way. */
const trello = /trello/i;
const superoffice = /superoffice/i;
/** An identity token alone, posted to the server, never is in an address. */
const posted = "form_post";
const netTypes: Readonly<Record<string, string>> = { Token: "token", IdToken: "id_token", IdTokenToken: "id_token token", CodeToken: "code token", CodeIdToken: "code id_token", CodeIdTokenToken: "code id_token token" };

interface Found {
  readonly type: string;
  readonly range: TextRange;
  /** What to write instead. */
  readonly instead: string | undefined;
}

function check(document: Document, report: Report): void {
  if (!isProductCode(document) || trello.test(document.text)) return;
  const reported = new Set<number>();
  for (const { type, range, instead } of document.language === "csharp" ? inCsharp(document) : inCode(document)) {
    if (!isFault(type, document.text) || reported.has(range.start)) continue;
    reported.add(range.start);
    const isHybrid = type.includes("code");
    report({
      range,
      message: isHybrid
        ? "The hybrid flow puts a token into the address besides the code; SuperOffice has deprecated it."
        : "The implicit flow puts the token into the address, where histories, logs and other scripts find it; the authorization code flow with PKCE has replaced it.",
      fixes: instead === undefined ? [] : [{ title: "Ask for a code and exchange it for tokens, with PKCE", safe: false, edits: [{ range, newText: instead }] }],
    });
  }
}

function isFault(type: string, text: string): boolean {
  const words = type.split(/ |%20|\+/);
  if (!words.includes("token") && !words.includes("id_token")) return false;
  if (superoffice.test(text)) return true;
  return !words.includes("code") && (words.includes("token") || !text.includes(posted));
}

function inCode(document: Document): Found[] {
  const syntax = document.syntax(typescriptSyntax);
  const options = syntax.all("Property").flatMap((property) => {
    if (!optionNames.has(plainKey(property) ?? "")) return [];
    return optionsOf(constantOf(property.value, syntax)).flatMap((one) => {
      if (one.kind !== "string" || !responseType.test(one.value)) return [];
      const isWritten = one.node.type === "Literal" && !isElsewhere(one.node);
      const quote = document.text.charAt(one.node.range[0]);
      return [{ type: one.value, range: rangeOf(one.node), instead: isWritten ? `${quote}code${quote}` : undefined }];
    });
  });
  const addresses = authorizeRequests(document).flatMap((request) => {
    const given = parameterNamed(request, "response_type");
    const range = given && responseType.test(given.value) ? request.rangeOf(given) : undefined;
    return given && range ? [{ type: given.value, range, instead: "code" }] : [];
  });
  // Query objects are options and addresses at once: the option has its quotes.
  return [...options, ...addresses.filter(({ range }) => !options.some((one) => one.range.start <= range.start && range.end <= one.range.end))];
}

/** `ResponseType = "id_token token"`, `OpenIdConnectResponseType.IdToken`. */
function inCsharp(document: Document): Found[] {
  const { tokens } = document.syntax(csharpSyntax);
  return tokens.flatMap((token, index): Found[] => {
    if (token.kind !== "name" || token.text !== "ResponseType" || !isMark(tokens, index + 1, "=")) return [];
    const value = tokens[index + 2];
    if (value?.kind === "string" && value.content && responseType.test(value.value ?? "")) return [{ type: value.value ?? "", range: value.content, instead: "code" }];
    const member = value?.text === "OpenIdConnectResponseType" && isMark(tokens, index + 3, ".") ? tokens[index + 4] : undefined;
    const type = member && netTypes[member.text];
    return member && type !== undefined ? [{ type, range: member.range, instead: "Code" }] : [];
  });
}

export default defineRule({
  id: "oauth-implicit-flow",
  title: "Implicit flow of OAuth 2.0",
  concern: "tokens",
  languages: ["typescript", "csharp"],
  requirements: ["superoffice/federated-authentication", "superoffice/owasp-top-ten", "akeneo/no-vulnerabilities", "openchannel/oauth-where-possible"],
  severity: "error",
  cwe: [598, 522],
  fix: "review",
  triggers: ["response_type", "responseType"],
  anchors: ["response_type", "responseType", "client_id"],
  documentation: {
    wrong: "An authorization request asks for a token (`response_type` `token` or `id_token`) in place of a code. For SuperOffice also for both, the hybrid flow.",
    why: "The token comes back in the address: it is in the browser's history, other scripts of the page can read it, and nothing ties it to the app that asked. OAuth's current security practice forbids this flow, and SuperOffice has deprecated it, and the hybrid one, as not secure enough.",
    fix: "The quick fix writes `code`. The app then has to exchange the code at the token address, with PKCE, on the server where it has one.",
    suppress: "Where the service has no other way. Trello, which hands out tokens only so, is not reported; neither is an identity token that is posted to the server (`form_post`).",
  },
  examples: {
    bad: [
      { name: "an address", code: 'location.assign(`https://id.example.com/oauth/authorize?client_id=${id}&response_type=[|token|]&code_challenge=${challenge}`);\n', fixed: 'location.assign(`https://id.example.com/oauth/authorize?client_id=${id}&response_type=code&code_challenge=${challenge}`);\n' },
      { name: "a client's settings", code: "new UserManager({ authority, client_id: 'app', redirect_uri, response_type: [|'id_token token'|], scope: 'openid' });\n", fixed: "new UserManager({ authority, client_id: 'app', redirect_uri, response_type: 'code', scope: 'openid' });\n" },
      { name: "Angular's client", code: 'export const config = { issuer, clientId: "app", responseType: [|"token"|] };\n', fixed: 'export const config = { issuer, clientId: "app", responseType: "code" };\n' },
      { name: "a query object", code: 'const query = new URLSearchParams({ client_id: id, response_type: [|"token"|], redirect_uri: uri, state, code_challenge: challenge });\nopen(`https://id.example.com/authorize?${query}`);\n', fixed: 'const query = new URLSearchParams({ client_id: id, response_type: "code", redirect_uri: uri, state, code_challenge: challenge });\nopen(`https://id.example.com/authorize?${query}`);\n' },
      { name: "SuperOffice's hybrid flow", code: 'const superOffice = { client_id: id, response_type: [|"code id_token"|], redirect_uri: uri };\n', fixed: 'const superOffice = { client_id: id, response_type: "code", redirect_uri: uri };\n' },
      { name: "C#", file: "Startup.cs", code: 'options.ResponseType = "[|id_token token|]";\nother.ResponseType = OpenIdConnectResponseType.[|IdTokenToken|];\n', fixed: 'options.ResponseType = "code";\nother.ResponseType = OpenIdConnectResponseType.Code;\n' },
    ],
    good: [
      { name: "a code", code: 'location.assign(`https://id.example.com/oauth/authorize?client_id=${id}&response_type=code&state=${state}`);\n' },
      { name: "an HTTP client's option", code: 'axios.get(url, { responseType: "json" });\naxios.get(url, { responseType: "arraybuffer" });\n' },
      { name: "an identity token that is posted", code: 'auth({ clientID: id, authorizationParams: { response_type: "id_token", response_mode: "form_post" } });\n' },
      { name: "Trello", code: 'open(`https://trello.com/1/authorize?client_id=a&response_type=token&key=${key}`);\n' },
      { name: "a value that cannot be known", code: "new UserManager({ client_id: id, response_type: settings.type });\n" },
      { name: "what a server supports", code: 'const metadata = { response_types_supported: ["code", "token"] };\nif (query.response_type === "token") refuse();\n' },
      { name: "C# with a code", file: "Startup.cs", code: 'options.ResponseType = OpenIdConnectResponseType.Code;\nother.ResponseType = "code";\n' },
    ],
  },
  check,
});
