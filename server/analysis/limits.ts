import type { Document } from "../core/document.ts";

/** What stops a check, in one place. A file that a limit stops is listed with the reason. */
export const limits = {
  /** Bytes of a file; a larger one is not read. */
  fileBytes: 10_000_000,
  /** UTF-16 units of a text that is still parsed; the text tier looks at longer ones too. */
  syntaxLength: 1_500_000,
  /** UTF-16 units of one line; a longer one is a bundle, data or generated. */
  lineLength: 50_000,
} as const;

/** Why a document is not analysed at all, or undefined. */
export function textLimit(document: Document): string | undefined {
  const { text } = document;
  let start = 0;
  for (let end = text.indexOf("\n"); start < text.length; end = text.indexOf("\n", start)) {
    const stop = end < 0 ? text.length : end;
    if (stop - start > limits.lineLength) {
      return `a line is longer than ${limits.lineLength} characters: taken for a bundle or data`;
    }
    start = stop + 1;
  }
  return undefined;
}

/** Why a document is not parsed, or undefined. */
export function syntaxLimit(document: Document): string | undefined {
  if (document.text.length <= limits.syntaxLength) return undefined;
  return `longer than ${limits.syntaxLength} characters: only its text was searched, its syntax was not read`;
}
