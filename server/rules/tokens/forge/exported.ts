import type { HandlerName } from "./forgeApp.ts";
import { isExported, variableOf } from "../../../languages/typescript/bindings.ts";
import { memberName } from "../../../languages/typescript/keys.ts";
import type { Node } from "../../../languages/typescript/nodes.ts";
import { exportOf } from "../../../languages/typescript/imported.ts";
import type { TypeScriptSyntax } from "../../../languages/typescript/syntax.ts";

/** What a file exports under a name: where that is written, and the expression that is exported. */
export interface Exported {
  readonly place: Node;
  readonly value: Node;
}

/** The export of a name that this file makes itself, in any notation; undefined for what it passes on from another one. */
export function exportedAs(name: string, syntax: TypeScriptSyntax): Exported | undefined {
  for (const node of syntax.all("FunctionDeclaration")) {
    const variable = node.id?.name === name ? variableOf(node.id, syntax) : undefined;
    if (node.id && variable && isExported(variable)) return { place: node.id, value: node };
  }
  for (const { id, init } of syntax.all("VariableDeclarator")) {
    const variable = id.type === "Identifier" && id.name === name ? variableOf(id, syntax) : undefined;
    if (init && variable && isExported(variable)) return { place: id, value: init };
  }
  for (const { exported, local, parent } of syntax.all("ExportSpecifier")) {
    const isNamed = exported.type === "Identifier" && exported.name === name;
    if (isNamed && local.type === "Identifier" && !parent.source) return { place: exported, value: local };
  }
  for (const { left, right } of syntax.all("AssignmentExpression")) {
    if (left.type !== "MemberExpression" || memberName(left) !== name) continue;
    const object = left.object.type === "MemberExpression" ? memberName(left.object) : left.object.type === "Identifier" ? left.object.name : "";
    if (object === "exports") return { place: left.property, value: right };
  }
  return undefined;
}

/** What a handler is in the file under analysis: its own export, or one that the handler's file passes on. */
export function handlerHere({ file, name }: HandlerName, syntax: TypeScriptSyntax): Exported | undefined {
  if (file === syntax.document) return exportedAs(name, syntax);
  const passed = exportOf(file, name, syntax);
  const isHere = passed?.kind === "variable" && passed.document.path === syntax.document.path;
  return isHere ? exportedAs(passed.variable.name, syntax) : undefined;
}
