import type { Document } from "../core/document.ts";
import type { LocatedFinding } from "../core/finding.ts";
import type { TextEdit } from "../core/finding.ts";
import type { TextRange } from "../core/text.ts";
import type { FileAnalysis } from "./analyse.ts";
import { regionOf } from "./locate.ts";

/** The one stretch of text in which two versions differ. */
export interface Change {
  readonly start: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}

/** The smallest stretch that, replaced, turns `before` into `after`. */
export function changeBetween(before: string, after: string): Change {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let tail = 0;
  while (
    tail < shorter - start &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  ) {
    tail++;
  }
  return { start, oldEnd: before.length - tail, newEnd: after.length - tail };
}

function moved(range: TextRange, change: Change): TextRange | undefined {
  if (range.end <= change.start) return range;
  const by = change.newEnd - change.oldEnd;
  if (range.start >= change.oldEnd) return { start: range.start + by, end: range.end + by };
  return undefined;
}

function movedEdits(edits: readonly TextEdit[], change: Change): TextEdit[] | undefined {
  const result: TextEdit[] = [];
  for (const edit of edits) {
    const range = moved(edit.range, change);
    if (!range) return undefined;
    result.push({ range, newText: edit.newText });
  }
  return result;
}

/** A finding of an earlier version at its place in `document`, or undefined where the change touched it. */
export function movedFinding(finding: LocatedFinding, change: Change, document: Document): LocatedFinding | undefined {
  const range = moved(finding.range, change);
  if (!range) return undefined;
  const fixes = finding.fixes.flatMap((fix) => {
    const edits = movedEdits(fix.edits, change);
    return edits ? [{ ...fix, edits: edits.map((edit) => ({ ...edit, region: regionOf(document, edit.range) })) }] : [];
  });
  const related = finding.related.flatMap((place) => {
    const at = moved(place.range, change);
    return at ? [{ ...place, range: at, region: regionOf(document, at) }] : [];
  });
  return { ...finding, range, region: regionOf(document, range), fixes, related };
}

/**
 * The findings of a version whose end the parser lost (an unclosed template or comment, a parser that gave
 * up), completed by those of the last good version, moved with the edits. Findings that the edit touched are
 * dropped: whether they still hold cannot be said.
 */
export function completedByLastGood(
  document: Document,
  analysis: FileAnalysis,
  lastGood: { readonly text: string; readonly analysis: FileAnalysis },
): FileAnalysis {
  const change = changeBetween(lastGood.text, document.text);
  const known = new Set(analysis.findings.map((finding) => `${finding.rule} ${finding.range.start}`));
  const kept = lastGood.analysis.findings
    .flatMap((finding) => movedFinding(finding, change, document) ?? [])
    .filter((finding) => !known.has(`${finding.rule} ${finding.range.start}`));
  const findings = [...analysis.findings, ...kept].sort((left, right) => left.range.start - right.range.start);
  return { ...analysis, findings, suppressions: analysis.suppressions };
}
