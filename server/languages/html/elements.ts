import { parse, type DefaultTreeAdapterMap } from "parse5";
import { NotAnalysable, type Document, type SyntaxProvider } from "../../core/document.ts";
import type { TextRange } from "../../core/text.ts";

type Node = DefaultTreeAdapterMap["node"];
type Element = DefaultTreeAdapterMap["element"];

/** An attribute. Its name is in lower case, its value decoded. */
export interface HtmlAttribute {
  readonly name: string;
  readonly value: string;
  /** The value as written, without quotes. */
  readonly range: TextRange;
}

/** An element that is written in the document; those that a browser adds are left out. */
export interface HtmlElement {
  /** In lower case. */
  readonly name: string;
  readonly attributes: readonly HtmlAttribute[];
  readonly parent: HtmlElement | undefined;
}

/** The elements of a page, in no order. Comments and scripts hold none. */
export const htmlSyntax: SyntaxProvider<readonly HtmlElement[]> = {
  name: "html",
  parse(document: Document): readonly HtmlElement[] {
    try {
      return elementsIn(document.text);
    } catch (error) {
      if (error instanceof RangeError) throw new NotAnalysable("nested too deeply for the HTML parser");
      throw error;
    }
  },
};

/** The attribute of a name in lower case. */
export function htmlAttribute(element: HtmlElement, name: string): HtmlAttribute | undefined {
  return element.attributes.find((attribute) => attribute.name === name);
}

function elementsIn(text: string): HtmlElement[] {
  const found: HtmlElement[] = [];
  const pending: { node: Node; parent: HtmlElement | undefined }[] = [
    { node: parse(text, { sourceCodeLocationInfo: true }), parent: undefined },
  ];
  for (let one = pending.pop(); one; one = pending.pop()) {
    const { node } = one;
    let { parent } = one;
    if ("tagName" in node && node.sourceCodeLocation) {
      parent = { name: node.tagName, attributes: attributesOf(node, text), parent };
      found.push(parent);
    }
    if ("content" in node) pending.push({ node: node.content, parent });
    if ("childNodes" in node) for (const child of node.childNodes) pending.push({ node: child, parent });
  }
  return found;
}

function attributesOf(element: Element, text: string): HtmlAttribute[] {
  const places = element.sourceCodeLocation?.attrs ?? {};
  return element.attrs.flatMap(({ name, prefix, value }) => {
    const place = places[prefix ? `${prefix}:${name}` : name];
    return place ? [{ name, value, range: valueRange(text, place.startOffset, place.endOffset) }] : [];
  });
}

/** Where the value starts behind the equals sign, and its quote if it has one. */
const valueStart = /=\s*(["']?)/;

function valueRange(text: string, start: number, end: number): TextRange {
  const match = valueStart.exec(text.slice(start, end));
  if (!match) return { start: end, end };
  const from = start + match.index + match[0].length;
  return { start: from, end: match[1] ? Math.max(from, end - 1) : end };
}
