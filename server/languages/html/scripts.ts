import { parse, type DefaultTreeAdapterMap } from "parse5";
import type { Document } from "../../core/document.ts";

type Node = DefaultTreeAdapterMap["node"];

/** Script types that browsers run as JavaScript; absent and empty count as such (HTML standard, script element). */
const javascriptType = /^(?:$|module$|(?:text|application)\/(?:java|ecma)script\b|text\/babel$)/i;

/** Every character but line breaks, so that what is blanked keeps its lines. */
const visible = /[^\r\n]/g;

/**
 * The text of all inline scripts at the offsets they have in the document, everything else blanked.
 * A tree made of it has the document's own positions.
 */
export function scriptsOf(document: Document): string {
  const { text } = document;
  let result = "";
  let done = 0;
  for (const { start, end } of inlineScripts(text)) {
    result += text.slice(done, start).replace(visible, " ") + text.slice(start, end);
    // Scripts are separate programs: without this, the second one could continue the first's last statement.
    done = end;
    if (text[end] === "<") {
      result += ";";
      done = end + 1;
    }
  }
  return result + text.slice(done).replace(visible, " ");
}

function inlineScripts(text: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  const pending: Node[] = [parse(text, { sourceCodeLocationInfo: true })];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if ("content" in node) pending.push(node.content);
    if (!("childNodes" in node)) continue;
    for (const child of node.childNodes) pending.push(child);
    if (!("tagName" in node) || node.tagName !== "script") continue;
    const type = node.attrs.find((attribute) => attribute.name === "type")?.value ?? "";
    if (!javascriptType.test(type.trim())) continue;
    for (const child of node.childNodes) {
      const place = child.sourceCodeLocation;
      if (place) found.push({ start: place.startOffset, end: place.endOffset });
    }
  }
  return found.sort((left, right) => left.start - right.start);
}
