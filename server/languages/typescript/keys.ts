import type { TSESTree } from "@typescript-eslint/types";

type Key = TSESTree.Property["key"] | TSESTree.MemberExpression["property"] | TSESTree.PrivateIdentifier;

/** The text of a string literal or of a template without parts. */
export function literalText(node: TSESTree.Node): string | undefined {
  if (node.type === "Literal") return typeof node.value === "string" ? node.value : undefined;
  const [quasi] = node.type === "TemplateLiteral" && node.expressions.length === 0 ? node.quasis : [];
  return quasi?.value.cooked ?? undefined;
}

function keyText(key: Key, computed: boolean): string | undefined {
  if (key.type === "Literal" && typeof key.value === "number") return String(key.value);
  if (!computed && key.type === "Identifier") return key.name === "" ? undefined : key.name;
  return literalText(key);
}

/** The name of a property that is written out: `a`, `"a"`, `["a"]`. Undefined where it is computed. */
export function plainKey(property: { readonly computed: boolean; readonly key: Key }): string | undefined {
  return keyText(property.key, property.computed);
}

/** The name of a member that is written out: `a.b`, `a["b"]`. Undefined where it is computed or private. */
export function memberName(node: TSESTree.MemberExpression): string | undefined {
  return keyText(node.property, node.computed);
}
