import { literalText } from "./keys.ts";
import type { Node } from "./nodes.ts";

/** What a name or an expression takes from which module: an export, `default`, or `*` for the module itself. */
export interface Specifier {
  /** As written. */
  readonly module: string;
  readonly name: string;
}

/** What the declaration of an imported name, a `require` or an `import()` takes. Whether `require` is Node's is not asked. */
export function specifierOf(node: Node): Specifier | undefined {
  switch (node.type) {
    case "ImportDefaultSpecifier":
      return taken(node.parent.source, "default");
    case "ImportNamespaceSpecifier":
      return taken(node.parent.source, "*");
    case "ImportSpecifier": {
      const name = node.imported.type === "Identifier" ? node.imported.name : literalText(node.imported);
      return node.parent.type === "ImportDeclaration" && name !== undefined ? taken(node.parent.source, name) : undefined;
    }
    case "TSImportEqualsDeclaration":
      return node.moduleReference.type === "TSExternalModuleReference" ? taken(node.moduleReference.expression, "*") : undefined;
    case "ImportExpression":
      return taken(node.source, "*");
    case "CallExpression": {
      const [argument] = node.arguments;
      const isRequire = node.callee.type === "Identifier" && node.callee.name === "require";
      return isRequire && argument ? taken(argument, "*") : undefined;
    }
    default:
      return undefined;
  }
}

function taken(source: Node, name: string): Specifier | undefined {
  const module = literalText(source);
  return module === undefined || module === "" || name === "" ? undefined : { module, name };
}
