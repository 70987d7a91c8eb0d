import { builtTexts } from "../../languages/typescript/builtText.ts";
import { allCalls, argumentAt, calledOrigin, calleePath, methodCall, type Call } from "../../languages/typescript/calls.ts";
import { stringOf } from "../../languages/typescript/constants.ts";
import { isWithin, type FunctionNode } from "../../languages/typescript/nodes.ts";
import { propertiesOf } from "../../languages/typescript/objects.ts";
import type { TypeScriptSyntax } from "../../languages/typescript/syntax.ts";
import { inlinedCalls } from "../../languages/typescript/wrappers.ts";

/** The verbs of actions that change something, by what the code does. */
export type WriteVerb = "CREATE" | "UPDATE" | "DELETE";

/** Calls of a product's API. `fetch` may be a webhook that only asks. */
const productCalls: ReadonlySet<string> = new Set(["requestJira", "requestConfluence", "requestBitbucket"]);
const verbsByMethod: Readonly<Record<string, WriteVerb>> = { POST: "CREATE", PUT: "UPDATE", PATCH: "UPDATE", DELETE: "DELETE" };
/** Requests with a body that only ask: searches, bulk reads, evaluations. */
const asking = /search|\/jql|graphql|expression|bulkfetch|\/list\b|\/match\b|permissions\/check|\/parse|\/render|convert|\/count|approximate/i;
const storeModules: ReadonlySet<string> = new Set(["@forge/kvs", "@forge/storage", "@forge/api", "@forge/object-store"]);
const storeVerbs: Readonly<Record<string, WriteVerb>> = { set: "UPDATE", setSecret: "UPDATE", delete: "DELETE", deleteSecret: "DELETE", put: "UPDATE" };
const writingSql = /^\s*(?:INSERT|UPDATE|DELETE|REPLACE|TRUNCATE|DROP|ALTER|CREATE)\b/i;

/** What a function surely changes, itself or by a function that it calls: the verb that says so, or undefined. */
export function writeIn(made: FunctionNode, syntax: TypeScriptSyntax): WriteVerb | undefined {
  for (const call of allCalls(syntax)) {
    if (!isWithin(call, made.body)) continue;
    const own = writeOf(call, syntax);
    if (own) return own;
    for (const inner of inlinedCalls(call, syntax)) {
      const found = writeOf(inner.call, syntax);
      if (found) return found;
    }
  }
  return undefined;
}

function writeOf(call: Call, syntax: TypeScriptSyntax): WriteVerb | undefined {
  const name = methodCall(call)?.name ?? calleePath(call).at(-1) ?? "";
  if (productCalls.has(name)) return productWrite(call, syntax);
  const module = calledOrigin(call, syntax)?.module ?? "";
  if (storeModules.has(module) && /(?:^|\.)(?:storage|kvs|default)?\.?(?:entity\.)?\w+$/.test(calledOrigin(call, syntax)?.name ?? "") && /storage|kvs|store|default/i.test(calleePath(call).join("."))) {
    return storeVerbs[name];
  }
  if (module !== "@forge/sql") return undefined;
  const [text] = call.arguments;
  const isWrite = text !== undefined && builtTexts(text, syntax.document).some((one) => writingSql.test(one.text));
  return isWrite ? "UPDATE" : undefined;
}

function productWrite(call: Call, syntax: TypeScriptSyntax): WriteVerb | undefined {
  const address = argumentAt(call, 0);
  const options = argumentAt(call, 1);
  if (typeof address === "string" || typeof options === "string") return undefined;
  const template = address.type === "TaggedTemplateExpression" ? address.quasi : address;
  if (builtTexts(template, syntax.document).some((one) => asking.test(one.text))) return undefined;
  const [only, ...others] = propertiesOf(options, syntax, call).properties.get("method")?.values ?? [];
  const method = only?.value && others.length === 0 ? stringOf(only.value, syntax) : undefined;
  return method === undefined ? undefined : verbsByMethod[method.toUpperCase()];
}
