import type { Document, SyntaxProvider } from "../../core/document.ts";
import type { TextRange } from "../../core/text.ts";

/** One `NAME=value` line of an environment file. */
export interface DotenvEntry {
  readonly name: string;
  readonly nameRange: TextRange;
  /** The value without its quotes. */
  readonly value: string;
  readonly valueRange: TextRange;
}

/** Name, equals sign, and where the value starts; `export ` may stand before. */
const assignment = /^[ \t]*(?:export[ \t]+)?([A-Za-z_][A-Za-z0-9_.-]*)[ \t]*[=:][ \t]*/;

function quotedEnd(text: string, start: number, quote: string): number {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === "\\" && quote === '"') at++;
    else if (text[at] === quote) return at;
  }
  return -1;
}

/** The assignments of an environment file, quoted values over several lines included. */
export const dotenvSyntax: SyntaxProvider<readonly DotenvEntry[]> = {
  name: "dotenv",
  parse(document: Document): readonly DotenvEntry[] {
    const { text } = document;
    const entries: DotenvEntry[] = [];
    for (let line = 0; line < document.lines.length; line++) {
      const lineStart = document.lines[line] ?? 0;
      const lineEnd = document.lineEnd(line);
      const match = assignment.exec(text.slice(lineStart, lineEnd));
      const name = match?.[1];
      if (!match || name === undefined) continue;
      const nameStart = lineStart + match[0].indexOf(name);
      let start = lineStart + match[0].length;
      let end = lineEnd;
      const quote = text[start] ?? "";
      const close = quote === '"' || quote === "'" || quote === "`" ? quotedEnd(text, start, quote) : -1;
      if (close >= 0) {
        start++;
        end = close;
        line = document.lineOf(close);
      } else {
        const comment = text.slice(start, end).search(/[ \t]#/);
        if (comment >= 0) end = start + comment;
        end = start + text.slice(start, end).trimEnd().length;
      }
      entries.push({
        name,
        nameRange: { start: nameStart, end: nameStart + name.length },
        value: text.slice(start, end),
        valueRange: { start, end },
      });
    }
    return entries;
  },
};
