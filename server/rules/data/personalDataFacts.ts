import { defineFactSource } from "../../core/fact.ts";
import { connectDescriptors } from "../../languages/data/connectDescriptor.ts";
import { memberNamed } from "../../languages/data/dataNode.ts";
import { allCalls, calleePath, methodCall, type Call } from "../../languages/typescript/calls.ts";
import { plainKey } from "../../languages/typescript/keys.ts";
import { rangeOf, type Node } from "../../languages/typescript/nodes.ts";
import { typescriptSyntax } from "../../languages/typescript/syntax.ts";
import { isAppCode } from "./programPurpose.ts";

/** The descriptor of a Connect app; its folder is the app's. */
export const connectApps = defineFactSource<true>({
  id: "connect-apps",
  languages: ["json", "typescript"],
  triggers: ["baseUrl"],
  anchors: ["baseUrl"],
  collect(document, add) {
    if (!isAppCode(document)) return;
    for (const found of connectDescriptors(document)) {
      // Bitbucket's descriptors alone have `contexts`, and Bitbucket has no such report.
      const key = memberNamed(found, "key");
      if (key && !memberNamed(found, "contexts")) add(key.nameRange, true);
    }
  },
});

/** Files that call Atlassian's report of personal data. */
export const accountReports = defineFactSource<true>({
  id: "account-reports",
  languages: ["typescript", "csharp", "php", "json", "yaml", "text"],
  tier: "text",
  triggers: ["report-accounts", "reportAccounts", "reportPersonalData", "personal-data-reporting", "atlassian-connect-express-gdpr", "ace-gdpr"],
  collect(_document, add, hits) {
    const [first] = hits;
    if (first) add({ start: first.offset, end: first.offset + first.trigger.length }, true);
  },
});

/** Names of fields that hold the account id of an Atlassian user. */
const accountField = /^(?:atlassian|user|author|owner|assignee|reporter|creator|created_?by)?_?account_?ids?$/i;
/** Methods that store what they are given, whatever they are called on. */
const storing: ReadonlySet<string> = new Set(["insertOne", "insertMany", "findOneAndUpdate", "updateOne", "updateMany", "findOrCreate", "bulkCreate", "upsert", "insert", "Schema"]);
/** Methods of stores and of much else. */
const storingOf: ReadonlySet<string> = new Set(["create", "save", "set", "put", "add", "update", "define", "createMany"]);
const storeName = /settings|store|db$|database|redis|kv|collection|table|repo|model|prisma|sequelize|mongo|knex|dynamo|cache|users?$|^User|^Account/i;
const storingSql = /\b(?:INSERT\s+INTO|CREATE\s+TABLE|UPDATE)\b[^;]{0,2000}?\baccount_?id\b/i;

/** Places at which the account ids of users are stored. */
export const storedAccounts = defineFactSource<true>({
  id: "stored-accounts",
  languages: ["typescript"],
  triggers: ["accountId", "account_id"],
  anchors: ["accountId", "account_id"],
  collect(document, add) {
    if (!isAppCode(document)) return;
    const syntax = document.syntax(typescriptSyntax);
    for (const call of allCalls(syntax)) {
      const field = stores(call) ? call.arguments.flatMap((argument) => accountsIn(argument, 3))[0] : undefined;
      if (field) add(rangeOf(field), true);
    }
    for (const text of [...syntax.all("TemplateLiteral"), ...syntax.all("Literal")]) {
      if (text.parent.type !== "TSLiteralType" && storingSql.test(document.text.slice(text.range[0], text.range[1]))) add(rangeOf(text), true);
    }
  },
});

function stores(call: Call): boolean {
  const name = methodCall(call)?.name ?? calleePath(call).at(-1) ?? "";
  return storing.has(name) || (storingOf.has(name) && calleePath(call).slice(0, -1).some((owner) => storeName.test(owner)));
}

function accountsIn(node: Node, depth: number): Node[] {
  if (node.type === "ArrayExpression") return depth === 0 ? [] : node.elements.flatMap((one) => (one ? accountsIn(one, depth - 1) : []));
  if (node.type !== "ObjectExpression") return [];
  return node.properties.flatMap((one) => {
    const name = one.type === "Property" ? plainKey(one) : undefined;
    if (one.type !== "Property" || name === undefined || name === "where") return [];
    return accountField.test(name) ? [one] : depth === 0 ? [] : accountsIn(one.value, depth - 1);
  });
}
