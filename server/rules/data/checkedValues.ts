import type { Variable } from "@typescript-eslint/scope-manager";
import type { TSESTree } from "@typescript-eslint/types";
import { calleePath, methodCall, type Call } from "../../languages/typescript/calls.ts";
import { isElsewhere } from "../../languages/typescript/images.ts";
import { variableOf } from "../../languages/typescript/bindings.ts";
import { unwrap, type Node } from "../../languages/typescript/nodes.ts";
import type { TypeScriptSyntax } from "../../languages/typescript/syntax.ts";

/** Methods that tell whether a value is one of a list, or has a form. */
const comparing: ReadonlySet<string> = new Set(["includes", "has", "indexOf", "test", "hasOwn", "hasOwnProperty", "isInteger", "isSafeInteger", "isFinite"]);
/** Functions that refuse what does not fit, or whose answer decides. */
const checking = /^(?:assert|validate|check|ensure|verify|is[A-Z]|isNaN|isUUID|must|guard|whitelist|allow)/;

const checked = new WeakMap<TypeScriptSyntax, ReadonlySet<string>>();

/** Whether a name or member is compared with a list, or checked, somewhere in its file: then its text is one of a few. */
export function isComparedWithList(node: TSESTree.Identifier | TSESTree.MemberExpression, syntax: TypeScriptSyntax): boolean {
  return !isElsewhere(node) && checkedTexts(syntax).has(keyOf(node, syntax));
}

/** Names are told apart by their variable's place. */
function keyOf(node: Node, syntax: TypeScriptSyntax): string {
  const text = syntax.document.text.slice(node.range[0], node.range[1]);
  const root = rootOf(node);
  const declared = variableOf(root, syntax)?.identifiers[0];
  return `${declared?.range[0] ?? ""} ${text}`;
}

function rootOf(node: Node): Node {
  let root = unwrap(node);
  while (root.type === "MemberExpression") root = unwrap(root.object);
  return root;
}

function checkedTexts(syntax: TypeScriptSyntax): ReadonlySet<string> {
  const known = checked.get(syntax);
  if (known) return known;
  const found = new Set<string>();
  for (const call of syntax.all("CallExpression")) {
    if (!isCheck(call)) continue;
    for (const argument of call.arguments) found.add(keyOf(argument, syntax));
  }
  for (const test of syntax.all("BinaryExpression")) if (test.operator === "in") found.add(keyOf(test.left, syntax));
  for (const chosen of syntax.all("SwitchStatement")) found.add(keyOf(chosen.discriminant, syntax));
  checked.set(syntax, found);
  return found;
}

function isCheck(call: Call): boolean {
  const name = methodCall(call)?.name ?? calleePath(call).at(-1) ?? "";
  return comparing.has(name) || checking.test(name);
}

/** Whether a variable is declared to be a number, a truth value, a date or one of some texts that are written out. */
export function statesHarmlessType(variable: Variable): boolean {
  return variable.identifiers.some(({ typeAnnotation }) => typeAnnotation !== undefined && isHarmlessType(typeAnnotation.typeAnnotation));
}

function isHarmlessType(type: TSESTree.TypeNode): boolean {
  switch (type.type) {
    case "TSNumberKeyword":
    case "TSBooleanKeyword":
    case "TSBigIntKeyword":
    case "TSLiteralType":
    case "TSUndefinedKeyword":
    case "TSNullKeyword":
      return true;
    case "TSUnionType":
      return type.types.every(isHarmlessType);
    case "TSArrayType":
      return isHarmlessType(type.elementType);
    case "TSTypeReference":
      return type.typeName.type === "Identifier" && (type.typeName.name === "Date" || type.typeName.name === "Readonly" || type.typeName.name === "ReadonlyArray") && (type.typeArguments?.params ?? []).every(isHarmlessType);
    default:
      return false;
  }
}
