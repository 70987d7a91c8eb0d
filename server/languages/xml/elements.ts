import type { Document } from "../../core/document.ts";
import type { TextRange } from "../../core/text.ts";
import { attributesIn, type XmlAttribute } from "./attributes.ts";
import { xmlSyntax, type XmlElement } from "./syntax.ts";

/** An opening tag that stands in a comment. */
export interface CommentedTag {
  readonly attributes: readonly XmlAttribute[];
  readonly range: TextRange;
}

const openingTag = /<[A-Za-z_][^<>]*>/g;

/** An element and all that it lies in, innermost first. */
export function withAncestors(element: XmlElement): XmlElement[] {
  const found: XmlElement[] = [];
  for (let one: XmlElement | undefined = element; one; one = one.parent) found.push(one);
  return found;
}

/** The opening tags inside comments: what was commented out is still in the file. */
export function commentedTags(document: Document): CommentedTag[] {
  return document.syntax(xmlSyntax).comments.flatMap(({ start, end }) =>
    Array.from(document.text.slice(start, end).matchAll(openingTag), (match) => {
      const at = start + match.index;
      return { attributes: attributesIn(match[0], at), range: { start: at, end: at + match[0].length } };
    }),
  );
}
