import { constantOf } from "../../languages/typescript/constants.ts";
import type { Node } from "../../languages/typescript/nodes.ts";
import type { ObjectReading } from "../../languages/typescript/objects.ts";
import type { TypeScriptSyntax } from "../../languages/typescript/syntax.ts";

/** A cookie that is overwritten with nothing, or that ends in the past, is being deleted: it holds nothing. */
export function deletesCookie(value: Node | undefined, options: ObjectReading, syntax: TypeScriptSyntax): boolean {
  if (value && isEmpty(value, syntax)) return true;
  const ages = options.properties.get("maxAge")?.values ?? [];
  if (ages.some(({ value: age }) => age !== undefined && isNotPositive(age, syntax))) return true;
  const ends = options.properties.get("expires")?.values ?? [];
  return ends.some(({ value: end }) => end !== undefined && isPast(end, syntax));
}

function isEmpty(value: Node, syntax: TypeScriptSyntax): boolean {
  const constant = constantOf(value, syntax);
  return constant.kind === "null" || constant.kind === "undefined" || (constant.kind === "string" && constant.value === "");
}

function isNotPositive(age: Node, syntax: TypeScriptSyntax): boolean {
  const constant = constantOf(age, syntax);
  return constant.kind === "number" && constant.value <= 0;
}

/** A year of milliseconds after the epoch, far before the first cookie. */
const longAgo = 365 * 24 * 60 * 60 * 1000;

/** `new Date(0)`, `new Date("Thu, 01 Jan 1970 …")`, `new Date(Date.now() - n)`, `new Date(1970, 0, 1)`. */
function isPast(end: Node, syntax: TypeScriptSyntax): boolean {
  if (end.type !== "NewExpression" || end.callee.type !== "Identifier" || end.callee.name !== "Date") return false;
  const [argument] = end.arguments;
  if (!argument) return false;
  if (argument.type === "BinaryExpression") return argument.operator === "-";
  const constant = constantOf(argument, syntax);
  if (constant.kind === "number") return constant.value < longAgo;
  return constant.kind === "string" && isPastDate(constant.value);
}

/** Whether a date as text lies in the first years of the epoch, which is how cookies are deleted. */
export function isPastDate(text: string): boolean {
  return /\b(?:19[67]\d|0?[01]-jan-70)\b/i.test(text) || /^0$/.test(text.trim());
}
