import { variableOf } from "../../../languages/typescript/bindings.ts";
import type { Document } from "../../../core/document.ts";
import { isExported } from "../../../languages/typescript/bindings.ts";
import type { Node } from "../../../languages/typescript/nodes.ts";
import { alternativesOf } from "../../../languages/typescript/objects.ts";
import type { TypeScriptSyntax } from "../../../languages/typescript/syntax.ts";
import { namesElsewhere } from "./exportedNames.ts";
import { isForgeModule, requestNamed, requestNames } from "./requests.ts";

/** A request function under another name, for other files. */
export interface Alias {
  readonly node: Node;
  readonly names: readonly string[];
}

/** The names under which other files may call request functions of Forge's by way of this one. */
export function aliasesIn(document: Document, syntax: TypeScriptSyntax): readonly Alias[] {
  const found: Alias[] = [];
  const add = (node: Node, names: readonly string[]): void => {
    const others = names.filter((name) => !requestNames.has(name));
    if (others.length > 0) found.push({ node, names: others });
  };
  for (const { id, init } of syntax.all("VariableDeclarator")) {
    const variable = id.type === "Identifier" && init ? variableOf(id, syntax) : undefined;
    if (id.type !== "Identifier" || !init || !variable) continue;
    const names = namesElsewhere(id.name, id, document, syntax);
    if (!isExported(variable) && names.length < 2) continue;
    if (alternativesOf(init, syntax).some(({ node }) => requestNamed(node, syntax))) add(id, names);
  }
  for (const specifier of syntax.all("ExportSpecifier")) {
    const { local, exported, parent } = specifier;
    const module = parent.source?.value;
    const isForges = module === undefined ? requestNamed(local, syntax) : isForgeModule(module) && local.type === "Identifier" && requestNames.has(local.name);
    if (isForges && exported.type === "Identifier") add(specifier, exported.name === "default" ? namesElsewhere(undefined, local, document, syntax) : [exported.name]);
  }
  for (const { declaration } of syntax.all("ExportDefaultDeclaration")) {
    if (requestNamed(declaration, syntax)) add(declaration, namesElsewhere(undefined, declaration, document, syntax));
  }
  return found;
}
