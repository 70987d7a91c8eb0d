import type { Document } from "../../../core/document.ts";
import type { AppendedLine, TextEdit } from "../../../core/finding.ts";
import type { TextRange } from "../../../core/text.ts";
import { isGitIgnored } from "../ignoredFiles.ts";

/** What a fix does with a secret that stands in a file. */
export interface Move {
  /** Where the program finds the value afterwards: an imperative, as a fix's title. */
  readonly title: string;
  readonly edits: readonly TextEdit[];
  readonly appends: readonly AppendedLine[];
}

/** How files of one kind take a value from outside. */
export interface Idiom {
  /** Whether the document is such a file. Idioms are asked in order; the first that says yes decides. */
  readonly holds: (document: Document) => boolean;
  /** Undefined where the secret stands in a place that can't take a look-up. */
  readonly move: (document: Document, secret: TextRange, variable: string) => Move | undefined;
}

/**
 * The lines for a variable that developers set in `.env`: its name in the example, and the file kept out of git where the
 * ignore files above the document do not so already.
 */
export function listedInExample(document: Document, variable: string): AppendedLine[] {
  const folder = document.path.slice(0, document.path.lastIndexOf("/") + 1);
  const example = { fileName: ".env.example", line: `${variable}=` };
  return isGitIgnored(document, `${folder}.env`) ? [example] : [example, { fileName: ".gitignore", line: ".env" }];
}
