import type { Document } from "../../core/document.ts";
import { variableOf } from "../../languages/typescript/bindings.ts";
import { importedModules } from "../../languages/typescript/imports.ts";
import { memberName, plainKey } from "../../languages/typescript/keys.ts";
import { unwrap, type Node } from "../../languages/typescript/nodes.ts";
import type { TypeScriptSyntax } from "../../languages/typescript/syntax.ts";
import type { JarPlace } from "./cookieSetter.ts";

/** What a program gets from a browser: a cookie that is put there goes to nobody. */
const request = /^_?(?:req|request)$/i;

/** Whether `set` is called on what a framework keeps its cookies in. */
export function cookieJarOwner(receiver: Node, jar: JarPlace, document: Document, syntax: TypeScriptSyntax): boolean {
  const owner = jar.named ? namedOwner(receiver, jar.member, syntax) : ownerOf(receiver, jar.member, syntax);
  if (owner === undefined) return false;
  if (jar.owner?.test(owner) === true || jar.path?.test(document.path) === true) return true;
  // Bun answers with what is put among the request's cookies; Next.js hands the request on with it.
  if (jar.text !== undefined) return document.text.includes(jar.text) || imports(jar, syntax);
  return imports(jar, syntax) && !request.test(owner);
}

function imports({ modules }: JarPlace, syntax: TypeScriptSyntax): boolean {
  return [...importedModules(syntax)].some((module) => modules.test(module));
}

/** The name of what has the member: `event` of `event.cookies`, nothing for the parameter `({ cookies })`. */
function ownerOf(receiver: Node, member: string, syntax: TypeScriptSyntax): string | undefined {
  const node = unwrap(receiver);
  if (node.type === "MemberExpression" && memberName(node) === member) {
    const owner = unwrap(node.object);
    if (owner.type === "Identifier") return owner.name;
    return owner.type === "MemberExpression" ? (memberName(owner) ?? "") : owner.type === "ThisExpression" ? "this" : undefined;
  }
  if (node.type !== "Identifier" || node.name !== member) return undefined;
  const [definition] = variableOf(node, syntax)?.defs ?? [];
  if (definition?.type === "Parameter") return "";
  if (definition?.type !== "Variable" || definition.node.id.type !== "ObjectPattern" || !definition.node.init) return undefined;
  const source = unwrap(definition.node.init);
  return source.type === "Identifier" ? source.name : undefined;
}

/** `cookie.session` and the parameter `({ cookie: { session } })`. */
function namedOwner(receiver: Node, member: string, syntax: TypeScriptSyntax): string | undefined {
  const node = unwrap(receiver);
  if (node.type === "MemberExpression") return ownerOf(node.object, member, syntax);
  if (node.type !== "Identifier") return undefined;
  const [definition] = variableOf(node, syntax)?.defs ?? [];
  const pattern = definition?.type === "Parameter" ? definition.name.parent.parent : undefined;
  const property = pattern?.type === "ObjectPattern" ? pattern.parent : undefined;
  return property?.type === "Property" && plainKey(property) === member ? "" : undefined;
}
