import type { Variable } from "@typescript-eslint/scope-manager";
import { isGlobal, valuesOf, variableOf } from "./bindings.ts";
import { literalText, memberName } from "./keys.ts";
import { unwrap, type Node } from "./nodes.ts";
import type { TypeScriptSyntax } from "./syntax.ts";

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

/** The module and export that an identifier, a member of one, or a `require` stands for. */
export function originOf(node: Node, syntax: TypeScriptSyntax): Origin | undefined {
  return originAt(node, syntax, maximumSteps);
}

/** Whether an origin is the module as such: what `require` gives, the namespace or the default export. */
export function isModule(origin: Origin | undefined, module: string): boolean {
  return origin?.module === module && (origin.name === "*" || origin.name === "default");
}

function originAt(expression: Node, syntax: TypeScriptSyntax, steps: number): Origin | undefined {
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
      return base && key !== undefined ? below(base, key) : undefined;
    }
    case "AwaitExpression":
      return originAt(node.argument, syntax, steps - 1);
    case "ImportExpression":
      return ofModule(literalText(node.source));
    case "CallExpression": {
      const [argument] = node.arguments;
      if (!argument) return undefined;
      if (isGlobal(node.callee, "require", syntax)) return ofModule(literalText(argument));
      const isInterop = node.callee.type === "Identifier" && interopNames.has(node.callee.name);
      return isInterop ? originAt(argument, syntax, steps - 1) : undefined;
    }
    default:
      return undefined;
  }
}

function originOfVariable(variable: Variable, syntax: TypeScriptSyntax, steps: number): Origin | undefined {
  const [definition] = variable.defs;
  if (definition?.type === "ImportBinding") return importedBy(definition.node);
  const values = valuesOf(variable);
  const [value] = values ?? [];
  if (!value || values?.length !== 1) return undefined;
  const origin = originAt(value.expression, syntax, steps - 1);
  return origin && value.path.reduce(below, origin);
}

function importedBy(node: Node): Origin | undefined {
  switch (node.type) {
    case "ImportDefaultSpecifier":
      return ofModule(literalText(node.parent.source), "default");
    case "ImportNamespaceSpecifier":
      return ofModule(literalText(node.parent.source));
    case "ImportSpecifier": {
      const name = node.imported.type === "Identifier" ? node.imported.name : literalText(node.imported);
      return node.parent.type === "ImportDeclaration" ? ofModule(literalText(node.parent.source), name) : undefined;
    }
    case "TSImportEqualsDeclaration":
      return node.moduleReference.type === "TSExternalModuleReference"
        ? ofModule(literalText(node.moduleReference.expression))
        : undefined;
    default:
      return undefined;
  }
}

function ofModule(module: string | undefined, name = "*"): Origin | undefined {
  if (module === undefined || module === "" || name === "") return undefined;
  return { module: module.startsWith("node:") ? module.slice("node:".length) : module, name };
}

function below(origin: Origin, key: string): Origin {
  const isRoot = origin.name === "*" || origin.name === "default";
  return { module: origin.module, name: isRoot ? key : `${origin.name}.${key}` };
}

const imported = new WeakMap<TypeScriptSyntax, ReadonlySet<string>>();

/** Every module the file imports or requires under a name that is a plain string, without `node:`. */
export function importedModules(syntax: TypeScriptSyntax): ReadonlySet<string> {
  const known = imported.get(syntax);
  if (known) return known;
  const found = new Set<string>();
  const add = (node: Node): void => {
    const origin = ofModule(literalText(node));
    if (origin) found.add(origin.module);
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
