import type { Document } from "../../core/document.ts";
import { isDocumentationPath, isTestPath } from "../../core/filePurpose.ts";
import type { TextRange } from "../../core/text.ts";

const testedProjects = /(?:^|[/.])[\w-]*Tests?\/|Tests?\.(?:cs|php)$/;

/** Whether a file is a test or documentation: what stands there is not what the app does. */
export function isAside({ path }: Document): boolean {
  return isTestPath(path) || isDocumentationPath(path) || testedProjects.test(path);
}

/** A line that is a comment in YAML, shell, Python, .env, SQL, C or XML. */
const commentLine = /^\s*(?:#|\/\/|\/?\*|--|;|<!--|REM\b)/i;
/** A comment behind code. A `#` counts behind white space alone, as in YAML and shells. */
const commentBehind = /(?:^|\s)(?:#|\/\/)\s/;

/** How far before a word its comment may start: many words in one long line must not cost its length each. */
const furthest = 500;

/** Whether an offset of a file that is read as plain text lies in a comment of one line. */
export function isCommented(document: Document, offset: number): boolean {
  const start = document.lines[document.lineOf(offset)] ?? 0;
  const { text } = document;
  return commentLine.test(text.slice(start, Math.min(offset, start + furthest))) || commentBehind.test(text.slice(Math.max(start, offset - furthest), offset));
}

/** Where a named pattern, global or sticky, matches from an offset on; undefined where it does not match right there. */
export function matchAt(pattern: RegExp, text: string, offset: number): RegExpExecArray | undefined {
  const sticky = new RegExp(pattern.source, pattern.flags.replace("g", "").replace("y", "") + "y");
  sticky.lastIndex = offset;
  return sticky.exec(text) ?? undefined;
}

/** The range of a match's group; of the whole match by default. */
export function groupRange(found: RegExpExecArray, group = 0): TextRange {
  const [start, end] = found.indices?.[group] ?? [found.index, found.index + found[0].length];
  return { start, end };
}
