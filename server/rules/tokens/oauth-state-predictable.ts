import type { Document } from "../../core/document.ts";
import type { Fix } from "../../core/finding.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import { variableOf } from "../../languages/typescript/bindings.ts";
import { allCalls, methodCall } from "../../languages/typescript/calls.ts";
import { isElsewhere } from "../../languages/typescript/images.ts";
import { plainKey } from "../../languages/typescript/keys.ts";
import { isFunction, isWithin, rangeOf, unwrap, type Node } from "../../languages/typescript/nodes.ts";
import { alternativesOf } from "../../languages/typescript/objects.ts";
import { flowsFrom } from "../../languages/typescript/provenance.ts";
import { typescriptSyntax, type TypeScriptSyntax } from "../../languages/typescript/syntax.ts";
import { stringOf } from "../../languages/typescript/constants.ts";
import { isProductCode } from "./productCode.ts";

/** The value that OAuth sends along and compares when the answer comes; `nonce` does the same for identity tokens. */
const stateName = /^(?:oauth_?|csrf_?|auth_?|login_?)?(?:state|nonce)$/i;
/** The file is about OAuth. */
const oauth = /authori[sz]e\b|oauth|response_type|code_identifier|client_id|openid/i;
/** Objects that are sent to ask for an authorization. */
const requestKeys: ReadonlySet<string> = new Set(["response_type", "client_id", "redirect_uri", "scope", "code_challenge"]);
const title = "Make it with crypto.randomUUID()";

function check(document: Document, report: Report): void {
  if (!isProductCode(document) || !oauth.test(document.text)) return;
  const syntax = document.syntax(typescriptSyntax);
  const reported = new Set<number>();
  for (const { value, sent } of statesIn(syntax)) for (const { node } of alternativesOf(value, syntax)) {
    const fault = faultOf(unwrap(node), sent, syntax);
    const range = rangeOf(node);
    if (!fault || isElsewhere(node) || reported.has(range.start)) continue;
    reported.add(range.start);
    report({ range, message: fault, fixes: fixesOf(node, syntax) });
  }
}

interface State {
  readonly value: Node;
  /** It is a parameter of an authorization request. */
  readonly sent: boolean;
}

function statesIn(syntax: TypeScriptSyntax): State[] {
  const found: State[] = [];
  for (const { id, init } of syntax.all("VariableDeclarator")) if (id.type === "Identifier" && init && stateName.test(id.name)) found.push({ value: init, sent: false });
  for (const object of syntax.all("ObjectExpression")) {
    const keys = object.properties.map((property) => (property.type === "Property" ? plainKey(property) : undefined));
    const sent = keys.filter((key) => key !== undefined && requestKeys.has(key)).length >= 2;
    for (const property of object.properties) if (sent && property.type === "Property" && stateName.test(plainKey(property) ?? "")) found.push({ value: property.value, sent });
  }
  for (const call of allCalls(syntax)) {
    const [name, value] = call.arguments;
    const isSet = ["set", "append"].includes(methodCall(call)?.name ?? "") && name && value && name.type !== "SpreadElement" && value.type !== "SpreadElement";
    if (isSet && stringOf(name, syntax) === "state" && /searchParams|params|query/i.test(syntax.document.text.slice(...call.callee.range))) found.push({ value, sent: true });
  }
  return found;
}

function faultOf(node: Node, sent: boolean, syntax: TypeScriptSyntax): string | undefined {
  if (isFunction(node)) return undefined;
  const sources = flowsFrom(node, syntax);
  const isGuessed = sources.some(({ kind }) => kind === "predictable") && sources.every(({ kind }) => kind === "predictable" || kind === "literal");
  if (isGuessed) return "The state can be predicted (Math.random, the time, a counter), so an attacker can send an answer with the right one.";
  const isFixed = sent && node.type === "Literal" && typeof node.value === "string" && node.value !== "";
  return isFixed ? "The state is the same for every request, so it does not tie the answer to the browser that asked." : undefined;
}

/** The global `crypto` has it in browsers, and in Node from version 19 on. */
function fixesOf(node: Node, syntax: TypeScriptSyntax): Fix[] {
  const taken = syntax.all("Identifier").find((one) => one.name === "crypto" && variableOf(one, syntax) !== undefined && !isWithin(one, node));
  const declared = taken && variableOf(taken, syntax)?.defs[0];
  if (declared && declared.type !== "ImportBinding") return [];
  return [{ title, safe: false, edits: [{ range: rangeOf(node), newText: "crypto.randomUUID()" }] }];
}

export default defineRule({
  id: "oauth-state-predictable",
  title: "Predictable state of an authorization request",
  concern: "tokens",
  languages: ["typescript"],
  requirements: ["akeneo/authorization-state", "akeneo/no-vulnerabilities", "superoffice/federated-authentication", "superoffice/owasp-top-ten", "openchannel/oauth-where-possible"],
  severity: "error",
  cwe: [330, 338, 352],
  fix: "review",
  triggers: ["state", "nonce"],
  anchors: ["state", "nonce"],
  documentation: {
    wrong: "The `state` of an OAuth 2.0 authorization request comes from `Math.random()`, from the time or from a counter, or it is a fixed text. The same for OpenID Connect's `nonce`.",
    why: "The state is a secret between the app and one browser: whoever knows it can finish somebody's sign-in with a code of their own. `Math.random` is not made for secrets, its next numbers follow from those before, and a fixed text is the same for everybody. Akeneo's documentation asks for a random state.",
    fix: "The quick fix writes `crypto.randomUUID()`. `crypto.randomBytes(32).toString(\"hex\")` does as well.",
    suppress: "Where the value is no secret and something else guards the answer, such as PKCE with a verifier that is kept for each request.",
  },
  examples: {
    bad: [
      { name: "Math.random", code: `const state = [|Math.random().toString(36).slice(2)|];\nres.redirect(\`https://id.example.com/oauth/authorize?state=\${state}\`);\n`, fixed: `const state = crypto.randomUUID();\nres.redirect(\`https://id.example.com/oauth/authorize?state=\${state}\`);\n` },
      { name: "the time", code: `const oauthState = [|String(Date.now())|];\nres.cookie("oauth_state", oauthState, { httpOnly: true, secure: true });\n`, fixed: `const oauthState = crypto.randomUUID();\nres.cookie("oauth_state", oauthState, { httpOnly: true, secure: true });\n` },
      { name: "a fixed text", code: `const query = new URLSearchParams({ response_type: "code", client_id: id, state: [|"xyz"|] });\n`, fixed: `const query = new URLSearchParams({ response_type: "code", client_id: id, state: crypto.randomUUID() });\n` },
      { name: "set on an address", code: `const url = new URL("https://id.example.com/oauth/authorize");\nurl.searchParams.set("state", [|Math.random().toString()|]);\n`, fixed: `const url = new URL("https://id.example.com/oauth/authorize");\nurl.searchParams.set("state", crypto.randomUUID());\n` },
      { name: "put together", code: `const nonce = [|"n" + Math.random() + Date.now()|];\nlogin({ scope: "openid", nonce });\n`, fixed: `const nonce = crypto.randomUUID();\nlogin({ scope: "openid", nonce });\n` },
      { name: "over a variable", code: `const random = [|Math.random().toString(16)|];\nconst params = { client_id: id, redirect_uri: uri, state: random };\n`, fixed: `const random = crypto.randomUUID();\nconst params = { client_id: id, redirect_uri: uri, state: random };\n` },
    ],
    good: [
      { name: "random bytes", code: `import crypto from "node:crypto";\nconst state = crypto.randomBytes(32).toString("hex");\nres.redirect(\`https://id.example.com/oauth/authorize?state=\${state}\`);\n` },
      { name: "a package for it", code: `import { nanoid } from "nanoid";\nconst state = nanoid();\nconst params = { client_id: id, redirect_uri: uri, state };\n` },
      { name: "a state of a page", code: `const state = Math.random() > 0.5 ? "open" : "closed";\nconst client_id = 1;\n` },
      { name: "another file", code: `const state = Date.now();\nrender({ state });\n` },
      { name: "a value that cannot be known", code: `const state = makeState();\nconst params = { client_id: id, redirect_uri: uri, state };\n` },
      { name: "random and the time", code: `import { randomUUID } from "node:crypto";\nconst state = randomUUID() + Date.now();\nsend({ client_id: id, redirect_uri: uri, state });\n` },
    ],
  },
  check,
});
