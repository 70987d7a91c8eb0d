import type { TSESTree } from "@typescript-eslint/types";
import { allCalls, methodCall, type Call } from "./calls.ts";
import { memberName, plainKey } from "./keys.ts";
import { ancestorsOf, unwrap, type Node } from "./nodes.ts";
import { alternativesOf, propertiesOf, type ObjectReading } from "./objects.ts";
import type { TypeScriptSyntax } from "./syntax.ts";

/** Where users grant a Power-Up or a site access to Trello, in any version of its OAuth 1 style flow. */
export const trelloAuthorizeAddress = /(?:\btrello\.com|^|\u0000)\/1\/(?:authorize|OAuthAuthorizeToken|connect)\b/i;

/** Option objects under these names are handed to Trello by login libraries. */
const optionNames: ReadonlySet<string> = new Set(["trelloparams", "trello_params"]);
/** Beside `expiration` and `scope`, these tell Trello's options from others. */
const companions = ["name", "type", "interactive", "persist", "success", "error", "key", "return_url", "callback_method", "response_type", "appName"];

/** The options of every request for a Trello token that the code makes, however they are put together. */
export function trelloOptions(syntax: TypeScriptSyntax): readonly ObjectReading[] {
  const found: ObjectReading[] = [];
  for (const call of allCalls(syntax)) {
    const [options] = call.arguments;
    if (options && isTrelloAuthorize(call, syntax)) found.push(propertiesOf(options, syntax));
  }
  for (const property of syntax.all("Property")) {
    const isOptions = property.parent.type === "ObjectExpression" && optionNames.has(plainKey(property)?.toLowerCase() ?? "");
    if (isOptions) found.push(propertiesOf(property.value, syntax));
  }
  for (const object of syntax.all("ObjectExpression")) {
    if (looksLikeOptions(object)) found.push(propertiesOf(object, syntax));
  }
  return found;
}

/** `t.getRestApi().authorize(…)`, `Trello.authorize(…)`, `window.Trello.authorize(…)`. */
function isTrelloAuthorize(call: Call, syntax: TypeScriptSyntax): boolean {
  const method = methodCall(call);
  if (method?.name !== "authorize") return false;
  return alternativesOf(method.receiver, syntax).some(({ node, via }) => [node, method.receiver, ...via].some(isTrelloClient));
}

function isTrelloClient(expression: Node): boolean {
  const node = unwrap(expression);
  if (node.type === "Identifier") return /^trello$/i.test(node.name);
  if (node.type === "MemberExpression") return /^trello$/i.test(memberName(node) ?? "");
  return node.type === "CallExpression" && methodCall(node)?.name === "getRestApi";
}

/** An object with `expiration`, beside what only Trello's options have, or kept under a name with Trello in it. */
function looksLikeOptions(object: TSESTree.ObjectExpression): boolean {
  const names = new Set(object.properties.map((property) => (property.type === "Property" ? plainKey(property) : undefined)));
  if (!names.has("expiration")) return false;
  if (names.has("callback_method") || (names.has("scope") && companions.some((name) => names.has(name)))) return true;
  return [...ancestorsOf(object)].slice(0, 6).some((node) => /trello/i.test(nameGiven(node) ?? ""));
}

/** The name under which a declaration, property or assignment keeps its value. */
function nameGiven(node: Node): string | undefined {
  if (node.type === "Property" || node.type === "PropertyDefinition") return plainKey(node);
  if (node.type === "VariableDeclarator") return node.id.type === "Identifier" ? node.id.name : undefined;
  if (node.type !== "AssignmentExpression") return undefined;
  return node.left.type === "Identifier" ? node.left.name : node.left.type === "MemberExpression" ? memberName(node.left) : undefined;
}
