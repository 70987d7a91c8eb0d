import type { Document } from "../../../core/document.ts";
import type { TextEdit } from "../../../core/finding.ts";
import type { TextRange } from "../../../core/text.ts";

/** Only here `${NAME}` is known to be filled in from `.env`. */
const composeFile = /^(?:docker-)?compose(?:[.-][\w.-]+)?\.ya?ml$/i;
/** A value behind its key or variable, in quotes or not. */
const valueStart = /(?:[:=][ \t]*["']?|["'])$/;
const valueEnd = /^["']?[ \t]*(?:#[^\n]*)?(?:\r?\n|$)/;

/** Writes `${NAME}` for a value in a compose file; undefined in other files and for a part of a value. */
export function composeEdit(document: Document, secret: TextRange, variable: string): TextEdit | undefined {
  if (!composeFile.test(document.fileName)) return undefined;
  const line = document.lineOf(secret.start);
  if (document.lineOf(secret.end) !== line) return undefined;
  const before = document.text.slice(document.lines[line] ?? 0, secret.start);
  const after = document.text.slice(secret.end, document.lineEnd(line));
  if (!valueStart.test(before) || !valueEnd.test(after)) return undefined;
  return { range: secret, newText: `\${${variable}}` };
}
