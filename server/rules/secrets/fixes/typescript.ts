import type { Document } from "../../../core/document.ts";
import type { TextEdit } from "../../../core/finding.ts";
import type { TextRange } from "../../../core/text.ts";
import { memberName } from "../../../languages/typescript/keys.ts";
import { rangeOf, type Node } from "../../../languages/typescript/nodes.ts";
import { loadedTypeScriptSyntax } from "../../../languages/typescript/syntax.ts";
import { guardEdit } from "./guard.ts";
import { listedInExample, type Idiom } from "./idiom.ts";

/** Trees of longer texts are not made for a fix. */
const longestText = 500_000;

/** Node's programs: `process.env.NAME`, with a guard where a declaration can have one. */
export const typescriptIdiom: Idiom = {
  holds: ({ language }) => language === "typescript",
  move(document, secret, wanted) {
    const found = lookUpFor(document, secret, wanted);
    return found && {
      title: `Move to process.env.${found.variable} and list it in .env.example`,
      edits: found.edits,
      appends: listedInExample(document, found.variable),
    };
  },
};

/** The edits, and the variable that is then read: where code falls back on the secret, the one it asked for already. */
export interface LookUp {
  readonly variable: string;
  readonly edits: readonly TextEdit[];
}

/** Replaces the literal that is all of the secret by an environment look-up; undefined where none stands as an expression. */
export function lookUpFor(document: Document, secret: TextRange, wanted: string): LookUp | undefined {
  if (document.text.length > longestText) return undefined;
  const syntax = loadedTypeScriptSyntax(document, secret.start);
  const literals: readonly Node[] = [...(syntax?.all("Literal") ?? []), ...(syntax?.all("TemplateLiteral") ?? [])];
  const literal = literals.find((node) => isWhole(document.text, node, secret));
  if (!literal?.parent || !isExpression(literal, literal.parent)) return undefined;
  const before = environmentBefore(literal, literal.parent);
  // What a bundler reads at `import.meta.env` it writes into the code for browsers.
  if (before?.isBundled) return undefined;
  const variable = before?.variable ?? wanted;
  const guard = guardEdit(document, before?.node ?? literal, variable);
  return { variable, edits: [before?.edit ?? lookUpEdit(literal, literal.parent, variable), ...(guard ? [guard] : [])] };
}

function lookUpEdit(literal: Node, parent: Node, variable: string): TextEdit {
  const lookUp = `process.env.${variable}`;
  return { range: rangeOf(literal), newText: parent.type === "JSXAttribute" ? `{${lookUp}}` : lookUp };
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

interface EnvironmentBefore {
  readonly node: Node;
  readonly variable: string | undefined;
  readonly edit: TextEdit;
  readonly isBundled: boolean;
}

/** `process.env.X || "literal"`: the look-up is there already, only the literal goes. */
function environmentBefore(literal: Node, parent: Node): EnvironmentBefore | undefined {
  if (parent.type !== "LogicalExpression" || parent.operator === "&&" || parent.right !== literal) return undefined;
  const { left } = parent;
  if (left.type !== "MemberExpression" || left.object.type !== "MemberExpression" || memberName(left.object) !== "env") return undefined;
  const isBundled = left.object.object.type === "MetaProperty";
  return { node: parent, variable: memberName(left), isBundled, edit: { range: { start: left.range[1], end: literal.range[1] }, newText: "" } };
}
