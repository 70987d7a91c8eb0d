import type { Document } from "../../core/document.ts";
import { phpAlternatives } from "../../languages/php/following.ts";
import type { PhpNode, PhpSyntax } from "../../languages/php/nodes.ts";
import type { AttributeReading, AttributeValue } from "./writtenCookie.ts";

/** `time() + 60 * 60`: nothing but a product behind the plus sign. */
const fromNow = /^time\(\)\s*\+\s*([\d\s*()]{1,60})$/i;
/** `time() - 3600`, and dates that long are gone. */
const past = /^(?:time\(\)\s*-|1$|strtotime\(\s*['"]-)/i;

/** What an expression is as the value of an attribute. */
export function phpAttribute(node: PhpNode, document: Document, syntax: PhpSyntax): AttributeReading {
  const values = phpAlternatives(node, syntax).map((one): AttributeValue | undefined => {
    const value = plainValue(one, document);
    return value === undefined ? undefined : { value, range: node.range, replace: (source) => (one === node ? [{ range: node.range, newText: source }] : undefined) };
  });
  const known = values.filter((one) => one !== undefined);
  return known.length > 0 && known.length === values.length ? { kind: "given", values: known } : { kind: "unknown" };
}

function plainValue(node: PhpNode, document: Document): AttributeValue["value"] | undefined {
  if (node.kind === "literal" || node.kind === "text") return node.value;
  if (node.kind === "member" && node.isStatic) return /^SAMESITE_(NONE|LAX|STRICT)$/.exec(node.name ?? "")?.[1];
  const product = fromNow.exec(textOf(node, document))?.[1];
  return product === undefined ? undefined : productOf(product);
}

function productOf(text: string): number | undefined {
  const product = text.replaceAll(/[\s()]/g, "").split("*").reduce((all, factor) => all * Number(factor || Number.NaN), 1);
  return Number.isNaN(product) ? undefined : product;
}

/** A switch of `php.ini`: `0`, `"0"`, `"off"`, `""` and `false` are off. */
export function phpSwitch(reading: AttributeReading): AttributeReading {
  if (reading.kind !== "given") return reading;
  return { kind: "given", values: reading.values.map((one) => ({ ...one, value: one.value !== null && !/^(?:0|off|no|false|)$/i.test(String(one.value)) })) };
}

/** Whether a time is over: that is how cookies are deleted. */
export function isPastInPhp(node: PhpNode, document: Document): boolean {
  return past.test(textOf(node, document));
}

/** Whether a value is empty: that deletes a cookie, too. */
export function isEmptyInPhp(node: PhpNode, syntax: PhpSyntax): boolean {
  return phpAlternatives(node, syntax).every((one) => (one.kind === "text" && one.value === "") || (one.kind === "literal" && !one.value && one.value !== 0));
}

/** An expression as written. */
export function textOf({ range }: PhpNode, { text }: Document): string {
  return text.slice(range.start, range.end);
}
