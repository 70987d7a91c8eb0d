import type { Document } from "../../../core/document.ts";
import type { TextEdit } from "../../../core/finding.ts";
import type { TextRange } from "../../../core/text.ts";
import { memberName } from "../../../languages/typescript/keys.ts";
import { rangeOf, type Node } from "../../../languages/typescript/nodes.ts";
import { loadedTypeScriptSyntax } from "../../../languages/typescript/syntax.ts";

/** Trees of longer texts are not made for a fix. */
const longestText = 500_000;

/** Replaces the literal that is all of the secret by an environment look-up; undefined where none stands as an expression. */
export function typescriptEdit(document: Document, secret: TextRange, variable: string): TextEdit | undefined {
  if (document.text.length > longestText) return undefined;
  const syntax = loadedTypeScriptSyntax(document, secret.start);
  const literals: readonly Node[] = [...(syntax?.all("Literal") ?? []), ...(syntax?.all("TemplateLiteral") ?? [])];
  const literal = literals.find((node) => isWhole(document.text, node, secret));
  if (!literal?.parent || !isExpression(literal, literal.parent)) return undefined;
  const lookUp = `process.env.${variable}`;
  if (literal.parent.type === "JSXAttribute") return { range: rangeOf(literal), newText: `{${lookUp}}` };
  return fallbackEdit(literal, literal.parent) ?? { range: rangeOf(literal), newText: lookUp };
}

/** Whether the literal holds the secret and, but for white space around a block, nothing else. */
function isWhole(text: string, node: Node, { start, end }: TextRange): boolean {
  const [from, to] = node.range;
  if (from >= start || end >= to) return false;
  const isBlank = (part: string): boolean => /^(?:\s|\\[nr])*$/.test(part);
  return isBlank(text.slice(from + 1, start)) && isBlank(text.slice(end, to - 1));
}

/** Whether another expression may stand in the literal's place. */
function isExpression(literal: Node, parent: Node): boolean {
  switch (parent.type) {
    case "Property":
    case "PropertyDefinition":
    case "AccessorProperty":
      return parent.value === literal;
    case "TSAsExpression":
    case "TSTypeAssertion":
      // `as const` is allowed on literals only.
      return !/^const$/.test(typeName(parent.typeAnnotation));
    case "ExpressionStatement":
    case "ImportDeclaration":
    case "ExportNamedDeclaration":
    case "ExportAllDeclaration":
    case "ImportAttribute":
    case "ImportExpression":
    case "MethodDefinition":
    case "TaggedTemplateExpression":
    case "TSLiteralType":
    case "TSEnumMember":
    case "TSExternalModuleReference":
    case "TSImportType":
    case "TSModuleDeclaration":
    case "TSPropertySignature":
      return false;
    default:
      return true;
  }
}

function typeName(node: Node): string {
  return node.type === "TSTypeReference" && node.typeName.type === "Identifier" ? node.typeName.name : "";
}

/** `process.env.X || "literal"`: the look-up is there already, only the literal goes. */
function fallbackEdit(literal: Node, parent: Node): TextEdit | undefined {
  if (parent.type !== "LogicalExpression" || parent.operator === "&&" || parent.right !== literal) return undefined;
  const { left } = parent;
  const isLookUp =
    left.type === "MemberExpression" && left.object.type === "MemberExpression" && memberName(left.object) === "env";
  return isLookUp ? { range: { start: left.range[1], end: literal.range[1] }, newText: "" } : undefined;
}
