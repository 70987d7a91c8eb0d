import { SaxesParser } from "saxes";
import type { Document, SyntaxProvider } from "../../core/document.ts";
import type { TextRange } from "../../core/text.ts";
import { attributesIn, type XmlAttribute } from "./attributes.ts";

/** An element; elements of a broken file that were never closed end where the text ends. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: readonly XmlAttribute[];
  readonly parent: XmlElement | undefined;
  readonly children: readonly XmlElement[];
  /** The element's own text, without that of its children. */
  readonly text: string;
  /** From the opening angle bracket to behind the closing tag. */
  readonly range: TextRange;
}

/** All elements in the order of their opening tags, and the comments. */
export interface XmlSyntax {
  readonly elements: readonly XmlElement[];
  readonly comments: readonly TextRange[];
  readonly syntaxErrors: number;
}

interface Open extends XmlElement {
  children: XmlElement[];
  text: string;
  range: { start: number; end: number };
}

/** XML configuration. Entities are not resolved beyond the predefined ones, so an entity bomb does nothing. */
export const xmlSyntax: SyntaxProvider<XmlSyntax> = {
  name: "xml",
  parse(document: Document): XmlSyntax {
    const { text } = document;
    const elements: Open[] = [];
    const comments: TextRange[] = [];
    const open: Open[] = [];
    let syntaxErrors = 0;
    let tagStart = 0;
    const parser = new SaxesParser<{ position: false; xmlns: false }>({ position: false, xmlns: false });
    parser.on("error", () => {
      syntaxErrors++;
    });
    parser.on("opentagstart", () => {
      tagStart = text.lastIndexOf("<", parser.position - 1);
    });
    parser.on("opentag", (tag) => {
      const end = parser.position;
      const parent = open.at(-1);
      const element: Open = {
        name: tag.name,
        attributes: attributesIn(text.slice(tagStart, end), tagStart, tag.attributes),
        parent,
        children: [],
        text: "",
        range: { start: tagStart, end: text.length },
      };
      parent?.children.push(element);
      elements.push(element);
      open.push(element);
    });
    parser.on("text", (value) => {
      const element = open.at(-1);
      if (element) element.text += value;
    });
    parser.on("cdata", (value) => {
      const element = open.at(-1);
      if (element) element.text += value;
    });
    parser.on("comment", () => {
      const end = parser.position;
      comments.push({ start: text.lastIndexOf("<!--", end), end });
    });
    parser.on("closetag", () => {
      const element = open.pop();
      if (element) element.range.end = parser.position;
    });
    try {
      parser.write(text).close();
    } catch {
      // saxes may throw after an error it has already reported; what was read before it stands.
      syntaxErrors++;
    }
    return { elements, comments, syntaxErrors };
  },
};
