import type { Variable } from "@typescript-eslint/scope-manager";
import type { Document } from "../../core/document.ts";
import { isGlobal, valuesOf, variableOf } from "./bindings.ts";
import { exportOf, importedBy, type Imported } from "./imported.ts";
import { literalText, memberName, plainKey } from "./keys.ts";
import { moduleDocument } from "./modulePaths.ts";
import { unwrap, type Node } from "./nodes.ts";
import { specifierOf } from "./specifiers.ts";
import { treeOf, type TypeScriptSyntax } from "./trees.ts";

/**
 * Where a name comes from. `name` is `*` for the module itself, `default`, an export, or a dotted path
 * below them such as `Router`: a leading `default` or `*` is left out of a path, since CommonJS and
 * ECMAScript modules spell the same thing differently.
 */
export interface Origin {
  /** As written, without `node:`. */
  readonly module: string;
  readonly name: string;
}

/** Wrappers that compilers put around `require`. */
const interopNames: ReadonlySet<string> = new Set([
  "__importDefault",
  "__importStar",
  "__toESM",
  "_interopRequireDefault",
  "_interopRequireWildcard",
]);

/** More steps than any real program takes from a name to its import. */
const maximumSteps = 20;

/** An origin with the file in which its module is written. */
interface FoundOrigin extends Origin {
  readonly from: Document;
}

/**
 * The module and export that an identifier, a member of one, or a `require` stands for. What a file of this workspace
 * only passes on comes from where that file has it from.
 */
export function originOf(node: Node, syntax: TypeScriptSyntax): Origin | undefined {
  const found = originAt(node, syntax, maximumSteps);
  return found && { module: found.module, name: found.name };
}

/** Whether an origin is the module as such: what `require` gives, the namespace or the default export. */
export function isModule(origin: Origin | undefined, module: string): boolean {
  return origin?.module === module && (origin.name === "*" || origin.name === "default");
}

function originAt(expression: Node, syntax: TypeScriptSyntax, steps: number): FoundOrigin | undefined {
  if (steps === 0) return undefined;
  const node = unwrap(expression);
  switch (node.type) {
    case "Identifier": {
      const variable = variableOf(node, syntax);
      return variable && originOfVariable(variable, syntax, steps);
    }
    case "MemberExpression": {
      const key = memberName(node);
      const base = key === undefined ? undefined : originAt(node.object, syntax, steps - 1);
      return base && key !== undefined ? below(base, key, syntax, steps) : undefined;
    }
    case "AwaitExpression":
      return originAt(node.argument, syntax, steps - 1);
    case "ImportExpression":
      return written(node, syntax);
    case "CallExpression": {
      const [argument] = node.arguments;
      if (!argument) return undefined;
      if (isGlobal(node.callee, "require", syntax)) return written(node, syntax);
      const isInterop = node.callee.type === "Identifier" && interopNames.has(node.callee.name);
      return isInterop ? originAt(argument, syntax, steps - 1) : undefined;
    }
    default:
      return undefined;
  }
}

function originOfVariable(variable: Variable, syntax: TypeScriptSyntax, steps: number): FoundOrigin | undefined {
  const [definition] = variable.defs;
  if (definition?.type === "ImportBinding") return originOfImport(importedBy(variable, syntax), syntax, steps) ?? written(definition.node, syntax);
  const values = valuesOf(variable);
  const [value] = values ?? [];
  if (!value || values?.length !== 1) return undefined;
  const origin = originAt(value.expression, syntax, steps - 1);
  return value.path.reduce<FoundOrigin | undefined>((found, key) => found && below(found, key, syntax, steps), origin);
}

/** Where a file of this workspace has what it gives from; undefined where it makes it itself. */
function originOfImport(imported: Imported | undefined, syntax: TypeScriptSyntax, steps: number): FoundOrigin | undefined {
  switch (imported?.kind) {
    case "package":
      return { module: withoutScheme(imported.module), name: imported.name, from: imported.document };
    case "variable":
      return originOfVariable(imported.variable, syntax, steps - 1);
    case "value":
      return originAt(imported.node, syntax, steps - 1);
    case "member": {
      const member = imported.object.type === "ObjectExpression" ? imported.object.properties.find((one) => one.type === "Property" && plainKey(one) === imported.name) : undefined;
      return member?.type === "Property" ? originAt(member.value, syntax, steps - 1) : undefined;
    }
    default:
      return undefined;
  }
}

/** What an import or a `require` says itself. */
function written(node: Node, syntax: TypeScriptSyntax): FoundOrigin | undefined {
  const specifier = specifierOf(node);
  return specifier && { module: withoutScheme(specifier.module), name: specifier.name, from: treeOf(node, syntax).document };
}

function withoutScheme(module: string): string {
  return module.startsWith("node:") ? module.slice("node:".length) : module;
}

function below(origin: FoundOrigin, key: string, syntax: TypeScriptSyntax, steps: number): FoundOrigin | undefined {
  const { module, name, from } = origin;
  if (name !== "*" && name !== "default") return { module, name: `${name}.${key}`, from };
  const document = moduleDocument(module, from, syntax.document);
  const passed = document && steps > 0 ? originOfImport(exportOf(document, key, syntax), syntax, steps) : undefined;
  return passed ?? { module, name: key, from };
}

const imported = new WeakMap<TypeScriptSyntax, ReadonlySet<string>>();

/** Every module the file imports or requires under a name that is a plain string, without `node:`. */
export function importedModules(syntax: TypeScriptSyntax): ReadonlySet<string> {
  const known = imported.get(syntax);
  if (known) return known;
  const found = new Set<string>();
  const add = (node: Node): void => {
    const module = literalText(node);
    if (module) found.add(withoutScheme(module));
  };
  for (const node of syntax.all("ImportDeclaration")) add(node.source);
  for (const node of syntax.all("ImportExpression")) add(node.source);
  for (const node of syntax.all("TSExternalModuleReference")) add(node.expression);
  for (const node of syntax.all("CallExpression")) {
    const [argument] = node.arguments;
    if (argument && isGlobal(node.callee, "require", syntax)) add(argument);
  }
  imported.set(syntax, found);
  return found;
}
