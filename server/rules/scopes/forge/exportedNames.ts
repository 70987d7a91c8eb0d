import type { Document } from "../../../core/document.ts";
import { memberName, plainKey } from "../../../languages/typescript/keys.ts";
import type { Node } from "../../../languages/typescript/nodes.ts";
import type { TypeScriptSyntax } from "../../../languages/typescript/syntax.ts";

/**
 * The words that stand in other files where they use something of this file: its name, the names it is exported by, and,
 * where it is the file's default, the name in the import's path.
 */
export function namesElsewhere(name: string | undefined, value: Node, document: Document, syntax: TypeScriptSyntax): readonly string[] {
  const names = new Set<string>();
  if (name !== undefined) names.add(name);
  const isIt = (node: Node | null): boolean => node !== null && (node === value || (node.type === "Identifier" && node.name === name));
  for (const { local, exported } of syntax.all("ExportSpecifier")) {
    if (!isIt(local)) continue;
    const given = exported.type === "Identifier" ? exported.name : exported.value;
    names.add(given === "default" ? moduleWord(document) : given);
  }
  if (syntax.all("ExportDefaultDeclaration").some(({ declaration }) => isIt(declaration))) names.add(moduleWord(document));
  for (const { left, right } of syntax.all("AssignmentExpression")) {
    const member = left.type === "MemberExpression" && isIt(right) ? memberName(left) : undefined;
    if (member !== undefined) names.add(member === "exports" ? moduleWord(document) : member);
  }
  for (const property of syntax.all("Property")) {
    const key = isIt(property.value) ? plainKey(property) : undefined;
    if (key !== undefined) names.add(key);
  }
  return [...names];
}

/** What an import of a file says in its path: the name of the file, or of the folder whose index it is. */
function moduleWord({ path }: Document): string {
  const [name = "", folder = ""] = path.split("/").reverse();
  const stem = name.replace(/\.[^.]+$/, "");
  return stem === "index" ? folder : stem;
}
