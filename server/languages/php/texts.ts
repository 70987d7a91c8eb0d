import type { Document } from "../../core/document.ts";
import { joinTexts, unknownPart, writtenText, type BuiltText } from "../typescript/builtText.ts";
import { calledFunction, phpArgument } from "./calls.ts";
import { phpAlternatives } from "./following.ts";
import type { PhpCall, PhpNode } from "./nodes.ts";
import { phpSyntax } from "./syntax.ts";

/** Branches multiply; beyond this many a part counts as unknown. */
const maximumTexts = 16;
/** Deeper nesting than this is generated code. */
const maximumDepth = 20;

/** A text that no place of the document holds. */
function madeText(text: string): BuiltText {
  return { text, rangeAt: () => undefined };
}

/** The texts that an expression may be, constants, `implode`, `sprintf` and `http_build_query` followed: at least one. */
export function phpTexts(node: PhpNode, document: Document, depth = maximumDepth): readonly BuiltText[] {
  if (depth === 0) return [madeText(unknownPart)];
  const texts = phpAlternatives(node, document.syntax(phpSyntax)).flatMap((one) => textsOfEnd(one, document, depth - 1));
  return texts.length === 0 || texts.length > maximumTexts ? [madeText(unknownPart)] : texts;
}

function textsOfEnd(node: PhpNode, document: Document, depth: number): readonly BuiltText[] {
  switch (node.kind) {
    case "text": {
      const written = writtenText(document, node.inner);
      return [written.text === node.value ? written : madeText(node.value)];
    }
    case "literal":
      return [madeText(node.value === null || node.value === false ? "" : String(node.value === true ? 1 : node.value))];
    case "joined":
      return together(node.parts.map((part) => phpTexts(part, document, depth)));
    case "call":
      return ofCall(node, document, depth);
    default:
      return [madeText(unknownPart)];
  }
}

/** Every text of one part with every text of the next. */
function together(parts: readonly (readonly BuiltText[])[]): readonly BuiltText[] {
  return parts.reduce<readonly BuiltText[]>((texts, part) => {
    const next = texts.flatMap((text) => part.map((one) => joinTexts(text, one)));
    return next.length > maximumTexts ? texts.map((text) => joinTexts(text, madeText(unknownPart))) : next;
  }, [madeText("")]);
}

const unchanging: ReadonlySet<string> = new Set(["trim", "rtrim", "ltrim", "strval", "urlencode", "rawurlencode"]);

function ofCall(call: PhpCall, document: Document, depth: number): readonly BuiltText[] {
  const name = calledFunction(call) ?? "";
  const [first, second] = call.arguments;
  if (first && unchanging.has(name)) return phpTexts(first.value, document, depth);
  if ((name === "implode" || name === "join") && first) return second ? imploded(first.value, second.value, document, depth) : imploded(undefined, first.value, document, depth);
  if (name === "sprintf" && first) return formatted(call, document, depth);
  if (name === "http_build_query" && first) return query(first.value, document, depth);
  return [madeText(unknownPart)];
}

/** PHP takes the separator before or behind the list. */
function imploded(separator: PhpNode | undefined, list: PhpNode, document: Document, depth: number): readonly BuiltText[] {
  const items = itemsOf(list, document, depth);
  if (!items) return separator && itemsOf(separator, document, depth) ? imploded(list, separator, document, depth) : [madeText(unknownPart)];
  const between = separator ? phpTexts(separator, document, depth) : [madeText("")];
  return together(items.flatMap((item, index) => (index === 0 ? [item] : [between, item])));
}

/** The texts of an array's values; undefined where it is no array that is written. Spreads and `array_merge` are followed. */
export function itemsOf(node: PhpNode, document: Document, depth = maximumDepth): readonly (readonly BuiltText[])[] | undefined {
  if (depth === 0) return undefined;
  const [only, ...others] = phpAlternatives(node, document.syntax(phpSyntax));
  if (!only || others.length > 0) return undefined;
  if (only.kind === "call" && calledFunction(only) === "array_merge") {
    return only.arguments.flatMap(({ value }) => itemsOf(value, document, depth - 1) ?? [[madeText(unknownPart)]]);
  }
  if (only.kind !== "array") return undefined;
  return only.entries.flatMap(({ value, isSpread }) =>
    isSpread ? (itemsOf(value, document, depth - 1) ?? [[madeText(unknownPart)]]) : [phpTexts(value, document, depth - 1)],
  );
}

/** A conversion of `sprintf`; those with a number name their argument. */
const conversion = /%(?:(\d+)\$)?[-+ 0]*\d*(?:\.\d+)?([a-zA-Z%])/g;

function formatted(call: PhpCall, document: Document, depth: number): readonly BuiltText[] {
  const [format] = call.arguments;
  const texts = format && !format.isSpread ? phpTexts(format.value, document, depth) : [];
  const [only] = texts;
  if (!only || texts.length > 1) return [madeText(unknownPart)];
  const parts: (readonly BuiltText[])[] = [];
  let from = 0;
  let next = 1;
  for (const found of only.text.matchAll(conversion)) {
    parts.push([partOf(only, from, found.index)]);
    from = found.index + found[0].length;
    if (found[2] === "%") parts.push([madeText("%")]);
    else {
      const argument = phpArgument(call, found[1] === undefined ? next++ : Number(found[1]));
      parts.push(typeof argument === "string" ? [madeText(unknownPart)] : phpTexts(argument, document, depth));
    }
  }
  return together([...parts, [partOf(only, from, only.text.length)]]);
}

function partOf(text: BuiltText, start: number, end: number): BuiltText {
  return { text: text.text.slice(start, end), rangeAt: (from, to) => text.rangeAt(start + from, start + to) };
}

/** The query that an array of parameters gives, each behind an ampersand. */
function query(node: PhpNode, document: Document, depth: number): readonly BuiltText[] {
  const [only, ...others] = phpAlternatives(node, document.syntax(phpSyntax));
  if (only?.kind !== "array" || others.length > 0) return [madeText(unknownPart)];
  return together(only.entries.flatMap(({ key, value, isSpread }) => {
    if (isSpread || !key) return [[madeText(unknownPart)]];
    return [[madeText("&")], phpTexts(key, document, depth), [madeText("=")], phpTexts(value, document, depth)];
  }));
}
