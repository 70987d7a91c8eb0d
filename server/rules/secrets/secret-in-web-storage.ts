import type { Document } from "../../core/document.ts";
import { isDocumentationPath, isTestPath } from "../../core/filePurpose.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import { stringOf } from "../../languages/typescript/constants.ts";
import { rangeOf, unwrap, type Node } from "../../languages/typescript/nodes.ts";
import { typescriptSyntax, type TypeScriptSyntax } from "../../languages/typescript/syntax.ts";
import { isHarmlessValue, secretsInValue } from "./heldSecrets.ts";
import { secrecyOf, secretNoun } from "./secretNames.ts";
import { secretInWebStorageExamples } from "./storage/secretInWebStorageExamples.ts";
import { assignedStore, writesOf, type StoreWrite } from "./storage/stores.ts";

/** Tokens that a page's own scripts must read and send back; they open nothing by themselves. */
const pageToken = /csrf|xsrf|anti-?forgery|captcha|fcm|push|device|reset|verif|csp/i;

/** One of these is in every file with a finding; keeps other files from being parsed. */
const storeMark = /(?:local|session)Storage|document\.cookie|["'](?:[\w-]*-cookies?|cookies-js|localforage|@react-native-async-storage\/async-storage|shared|@forge\/(?:api|kvs|storage))["']/;

function isJudged({ path }: Document): boolean {
  return !isTestPath(path) && !isDocumentationPath(path);
}

function promising(document: Document): boolean {
  return isJudged(document) && storeMark.test(document.text);
}

function check(document: Document, report: Report): void {
  if (!isJudged(document)) return;
  const syntax = document.syntax(typescriptSyntax);
  const writes = [
    ...syntax.all("CallExpression").flatMap((call) => writesOf(call, syntax)),
    ...syntax.all("AssignmentExpression").flatMap((assignment) => assignedStore(assignment, syntax) ?? []),
  ];
  for (const write of writes) {
    const noun = nounOf(write, syntax);
    if (noun === undefined || pageToken.test(noun)) continue;
    report({
      range: rangeOf(write.node),
      message: `The ${noun} is kept ${write.place}. ${write.advice}`,
      ...(write.atMost !== "error" && { atMost: write.atMost }),
      ...(write.fix && { fixes: [{ ...write.fix, safe: false }] }),
    });
  }
}

/** What is kept, where it is a secret: by its key, else by what the value holds. */
function nounOf(write: StoreWrite, syntax: TypeScriptSyntax): string | undefined {
  const key = write.keyName ?? (write.key && stringOf(write.key, syntax));
  if (key !== undefined && secrecyOf(key) !== "none" && mayHold(write.value, syntax)) return secretNoun(key);
  return secretsInValue(write.value, syntax, true)[0]?.noun;
}

/** Under a telling key almost any value is the secret: not a literal, a truth value, a number, or what deletes it. */
function mayHold(value: Node, syntax: TypeScriptSyntax): boolean {
  const node = unwrap(value);
  if (node.type === "Literal") return false;
  // A cookie's text with nothing put in is one that deletes it.
  if (node.type === "TemplateLiteral") return node.expressions.length > 0;
  return !isHarmlessValue(node, syntax);
}

export default defineRule({
  id: "secret-in-web-storage",
  title: "Secret kept where scripts can read it",
  concern: "secrets",
  languages: ["typescript", "html"],
  triggers: ["localStorage", "sessionStorage", "document.cookie", "cookie", "localforage", "async-storage", "shared", "@forge/api", "@forge/kvs", "@forge/storage"],
  confirmations: new Map([
    ["shared", /(?<=["'`])shared["'`]/iy],
    ["cookie", /(?<=document\.)cookie|(?<=["'][\w-]{0,30})cookies?["']|(?<=["'])cookies-js["']/iy],
  ]),
  anchors: ["localStorage", "sessionStorage", "cookie", "setItem", "shared", ".set", ".save"],
  requirements: [
    "atlassian/trello-token-storage",
    "atlassian/secrets-not-in-source",
    "akeneo/credentials-stored-securely",
    "superoffice/no-refresh-token-in-browser",
    "superoffice/no-user-credentials-stored",
    "superoffice/secrets-stored-securely",
    "openchannel/api-secrets",
  ],
  severity: "error",
  cwe: [922],
  fix: "review",
  documentation: {
    wrong:
      "A token, password or key is written to `localStorage`, `sessionStorage`, IndexedDB, a cookie that scripts set (and so can read), a Power-Up's data shared with the board, or Forge's storage without encryption. It is known by its key, by the name of the value, or by what an object holds.",
    why:
      "One injected script, from a flaw in the page or from a package that it loads, reads all of a page's storage and sends it away; nothing expires there by itself. Data that a Power-Up shares is readable by every member of the board, and on public boards by everybody. Forge encrypts what `setSecret` keeps and nothing else.",
    fix:
      "Keep the token on the server and give the browser a session cookie with `HttpOnly`, `Secure` and `SameSite`. The quick fix for Trello writes `t.storeSecret`, that for Forge `setSecret`; reading must change with it (`t.loadSecret`, `getSecret`).",
    suppress: "Where the token opens nothing but what the page shows to everybody, or lives for minutes only and there is no server.",
  },
  examples: secretInWebStorageExamples,
  promising,
  check,
});
