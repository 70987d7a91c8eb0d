import type { Variable } from "@typescript-eslint/scope-manager";
import type { TSESTree } from "@typescript-eslint/types";
import type { Document } from "../../core/document.ts";
import { wholeModule, type ExportedAs } from "./exportTable.ts";
import { moduleDocument } from "./modulePaths.ts";
import { modulePartsOf } from "./moduleParts.ts";
import type { Node } from "./nodes.ts";
import { specifierOf } from "./specifiers.ts";
import { treeOf, type TypeScriptSyntax } from "./trees.ts";

/** What a name that is imported from a file of this workspace stands for. */
export type Imported =
  | { readonly kind: "variable"; readonly variable: Variable; readonly document: Document }
  | { readonly kind: "value"; readonly node: Node; readonly document: Document }
  /** A member of what a CommonJS module is as a whole. */
  | { readonly kind: "member"; readonly object: Node; readonly name: string; readonly document: Document }
  /** The module as a whole. */
  | { readonly kind: "module"; readonly document: Document }
  /** An export of something that is not a file of this workspace, imported by `document`. */
  | { readonly kind: "package"; readonly module: string; readonly name: string; readonly document: Document };

/** Files that only pass an export on; more than this many are a circle. */
const maximumHops = 10;

type Answers = WeakMap<Variable, { readonly imported: Imported | undefined }>;

/** By the file under analysis, whose neighbours are asked. */
const answers = new WeakMap<Document, Answers>();

/** What a binding that an import makes stands for; undefined where the file or the export cannot be read. */
export function importedBy(variable: Variable, syntax: TypeScriptSyntax): Imported | undefined {
  const [definition] = variable.defs;
  if (definition?.type !== "ImportBinding" || !syntax.document.neighbours) return undefined;
  const known: Answers = answers.get(syntax.document) ?? new WeakMap<Variable, { imported: Imported | undefined }>();
  answers.set(syntax.document, known);
  let answer = known.get(variable);
  if (!answer) known.set(variable, (answer = { imported: findImported(definition, syntax) }));
  return answer.imported;
}

function findImported(definition: Variable["defs"][number], syntax: TypeScriptSyntax): Imported | undefined {
  const specifier = specifierOf(definition.node);
  if (!specifier) return undefined;
  const from = treeOf(definition.node, syntax).document;
  const document = moduleDocument(specifier.module, from, syntax.document);
  return document && exportOf(document, specifier.name, syntax);
}

/** Whether an import surely is a function or a class of the file that it is from. That can be told without a tree. */
export function importsFunction(variable: Variable, syntax: TypeScriptSyntax): boolean {
  const [definition] = variable.defs;
  const specifier = definition?.type === "ImportBinding" ? specifierOf(definition.node) : undefined;
  const document = specifier && definition && moduleDocument(specifier.module, treeOf(definition.node, syntax).document, syntax.document);
  const exported = document && modulePartsOf(document)?.exports.named.get(specifier.name);
  return exported?.kind === "name" && exported.isFunction === true;
}

/** What a file exports under a name, `*` for all of it. Exports that are passed on are followed. */
export function exportOf(document: Document, name: string, syntax: TypeScriptSyntax, hops = maximumHops): Imported | undefined {
  const parts = hops > 0 ? modulePartsOf(document) : undefined;
  if (!parts) return undefined;
  if (name === "*") return { kind: "module", document };
  const { named, stars } = parts.exports;
  const exported = named.get(name) ?? (name === "default" ? named.get(wholeModule) : undefined);
  if (exported?.kind === "from") return passedOn(exported.module, exported.name, document, syntax, hops);
  if (exported) {
    const tree = parts.treeAround(exported.offset);
    return tree && declared(exported, tree, syntax, hops);
  }
  if (name === "default") return undefined;
  for (const star of stars) {
    const next = moduleDocument(star, document, syntax.document);
    const found = next && exportOf(next, name, syntax, hops - 1);
    if (found) return found;
  }
  const whole = named.has(wholeModule) && name !== wholeModule ? exportOf(document, wholeModule, syntax, hops) : undefined;
  return whole?.kind === "value" ? { kind: "member", object: whole.node, name, document } : undefined;
}

function passedOn(module: string, name: string, document: Document, syntax: TypeScriptSyntax, hops: number): Imported | undefined {
  const next = moduleDocument(module, document, syntax.document);
  return next ? exportOf(next, name, syntax, hops - 1) : { kind: "package", module, name, document };
}

function declared(exported: ExportedAs, tree: TypeScriptSyntax, syntax: TypeScriptSyntax, hops: number): Imported | undefined {
  const { document } = tree;
  if (exported.kind === "value") {
    const node = valueAt(exported.offset, tree);
    return node && { kind: "value", node, document };
  }
  const variable = exported.kind === "name" ? topLevel(exported.name, tree) : undefined;
  const [definition] = variable?.defs ?? [];
  if (!variable || !definition) return undefined;
  const specifier = definition.type === "ImportBinding" ? specifierOf(definition.node) : undefined;
  return specifier ? passedOn(specifier.module, specifier.name, document, syntax, hops) : { kind: "variable", variable, document };
}

/** A variable of a file's own scope. */
function topLevel(name: string, tree: TypeScriptSyntax): Variable | undefined {
  const [first] = tree.scopes.scopes;
  const scopes = [first, ...(first?.childScopes ?? [])];
  return scopes.map((scope) => scope?.set.get(name)).find((variable) => variable !== undefined && variable.defs.length > 0);
}

function valueAt(offset: number, tree: TypeScriptSyntax): Node | undefined {
  const startsHere = ({ range }: TSESTree.Node): boolean => range[0] === offset;
  return (
    tree.all("AssignmentExpression").find(startsHere)?.right ??
    tree.all("ExportDefaultDeclaration").find(startsHere)?.declaration ??
    tree.all("TSExportAssignment").find(startsHere)?.expression
  );
}

/** The file of this workspace that an expression loads: `require("./a")`, `import("./a")`. */
export function loadedModule(node: Node, syntax: TypeScriptSyntax): Document | undefined {
  const specifier = specifierOf(node);
  return specifier && moduleDocument(specifier.module, treeOf(node, syntax).document, syntax.document);
}
