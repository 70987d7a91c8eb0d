import type { Node } from "../../../languages/typescript/nodes.ts";
import { constantOf } from "../../../languages/typescript/constants.ts";
import type { TypeScriptSyntax } from "../../../languages/typescript/syntax.ts";

const minute = 60;
const hour = 60 * minute;
/** Seconds. */
export const day = 24 * hour;
const year = 365.25 * day;

const units: Readonly<Record<string, number>> = { s: 1, m: minute, h: hour, d: day, w: 7 * day, mo: 30 * day, y: year };
/** `7d`, `2 hours`, `1 year`, `-3 days`: as jsonwebtoken's `ms`, jose and fast-jwt read it. */
const spanText = /^\+?\s*(\d{1,15}(?:\.\d{1,6})?)\s*(milliseconds?|msecs?|ms|seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?|w|months?|mo|years?|yrs?|y)?(?:\s+from\s+now)?$/i;

/** Seconds that a written span stands for. Digits alone are milliseconds, as `ms` reads them. */
export function secondsOf(text: string): number | undefined {
  const [, digits, unit] = spanText.exec(text.trim()) ?? [];
  if (digits === undefined) return undefined;
  const word = unit?.toLowerCase() ?? "ms";
  if (word.startsWith("ms") || word.startsWith("milli")) return Number(digits) / 1000;
  if (word.startsWith("mo")) return Number(digits) * (units["mo"] ?? 0);
  return Number(digits) * (units[word.charAt(0)] ?? 0);
}

/** Deeper sums are not written by hand. */
const maximumDepth = 12;

/** The number that constants and arithmetic on them give; undefined where a part is not known. */
export function numberOf(expression: Node, syntax: TypeScriptSyntax, depth = maximumDepth): number | undefined {
  const constant = constantOf(expression, syntax);
  if (constant.kind === "number") return constant.value;
  const node = constant.kind === "unknown" ? constant.node : undefined;
  if (depth === 0 || node?.type !== "BinaryExpression") return undefined;
  const left = numberOf(node.left, syntax, depth - 1);
  const right = numberOf(node.right, syntax, depth - 1);
  if (left === undefined || right === undefined) return undefined;
  switch (node.operator) {
    case "*":
      return left * right;
    case "+":
      return left + right;
    case "-":
      return left - right;
    case "/":
      return left / right;
    default:
      return undefined;
  }
}
