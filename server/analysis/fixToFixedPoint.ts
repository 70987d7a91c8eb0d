import { Document } from "../core/document.ts";
import type { AppendedLine, JudgedFinding } from "../core/finding.ts";
import { applyEdits, fixesTogether } from "./applyFixes.ts";

/** One fix may uncover another; more rounds than this mean that two fixes undo each other. */
const maximalRounds = 10;

/** A document after all safe fixes. */
export interface FixedDocument {
  readonly document: Document;
  /** How many fixes were made. */
  readonly fixes: number;
  /** Lines for other files that the fixes ask for. */
  readonly appends: readonly AppendedLine[];
}

/** Applies safe fixes, and those that become possible by them, until none is left. */
export async function fixToFixedPoint(
  document: Document,
  findingsIn: (document: Document) => Promise<readonly JudgedFinding[]>,
): Promise<FixedDocument> {
  let current = document;
  let fixes = 0;
  const appends: AppendedLine[] = [];
  for (let round = 0; round < maximalRounds; round++) {
    const open = (await findingsIn(current)).filter((finding) => !finding.suppression);
    const chosen = fixesTogether(open, (fix) => fix.safe).map(({ fix }) => fix);
    if (chosen.length === 0) break;
    fixes += chosen.length;
    appends.push(...chosen.flatMap((fix) => fix.appends ?? []));
    const text = applyEdits(current.text, chosen.flatMap((fix) => fix.edits));
    current = new Document(current.path, current.language, text);
  }
  return { document: current, fixes, appends };
}
