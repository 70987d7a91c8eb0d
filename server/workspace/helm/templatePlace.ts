import type { Document } from "../../core/document.ts";
import type { TextRange } from "../../core/text.ts";

/** A key, alone or with what follows it, behind the dash of a list's item. */
const key = /^(?:- +)?(["']?[\w./-]+["']?:)/;

/**
 * The line of a template that a rendered line is from: the line with the same text, else the one with the same key, and of
 * several the one at the same turn. Where neither is there, because a value brought it in, the line that it stands below.
 */
export function templatePlace(template: Document, rendered: Document, range: TextRange): TextRange {
  for (let at: number | undefined = rendered.lineOf(range.start); at !== undefined; at = lineAbove(rendered, at)) {
    const line = sameLine(template, rendered, at);
    if (line !== undefined) return writtenOn(template, line);
  }
  return writtenOn(template, Math.max(0, linesOf(template).findIndex((text) => text.startsWith("kind:"))));
}

function sameLine(template: Document, rendered: Document, at: number): number | undefined {
  const wanted = lineText(rendered, at);
  const wantedKey = key.exec(wanted)?.[1];
  const same = turnOf(template, rendered, at, (text) => text === wanted);
  return same ?? (wantedKey === undefined ? undefined : turnOf(template, rendered, at, (text) => key.exec(text)?.[1] === wantedKey));
}

/** The line whose block a line stands in: the nearest one before it with a smaller indentation. */
function lineAbove(document: Document, line: number): number | undefined {
  const own = indentOf(document, line);
  for (let at = line - 1; at >= 0; at--) if (lineText(document, at) !== "" && indentOf(document, at) < own) return at;
  return undefined;
}

function indentOf(document: Document, line: number): number {
  const written = document.text.slice(document.lines[line] ?? 0, document.lineEnd(line));
  return written.length - written.trimStart().length;
}

function writtenOn(document: Document, line: number): TextRange {
  const start = (document.lines[line] ?? 0) + indentOf(document, line);
  return { start, end: Math.max(start, start + lineText(document, line).length) };
}

/** The line of the template that is, among those alike, as manieth as the rendered line is among its own. */
function turnOf(template: Document, rendered: Document, at: number, alike: (text: string) => boolean): number | undefined {
  const turn = linesOf(rendered).slice(0, at).filter(alike).length;
  const lines = linesOf(template).flatMap((text, line) => (alike(text) ? [line] : []));
  return lines[turn] ?? lines.at(-1);
}

function linesOf(document: Document): string[] {
  return document.lines.map((_, line) => lineText(document, line));
}

function lineText(document: Document, line: number): string {
  return document.text.slice(document.lines[line] ?? 0, document.lineEnd(line)).trim();
}
