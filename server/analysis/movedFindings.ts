import type { Document } from "../core/document.ts";
import type { LocatedFinding, TextEdit } from "../core/finding.ts";
import type { TextRange } from "../core/text.ts";
import type { FileAnalysis } from "./analyse.ts";
import { regionOf } from "./locate.ts";
import { suppressionsOf } from "./suppressions.ts";

/** One stretch of text that was replaced, in offsets of the text right before and right after it. */
export interface Change {
  readonly start: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}

/** An earlier version, what was found in it, and how the text got from there to now, in order. */
export interface Earlier {
  readonly analysis: FileAnalysis;
  readonly changes: readonly Change[];
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

/** Where a range is after the changes; undefined where one of them touched it. */
function moved(range: TextRange, changes: readonly Change[]): TextRange | undefined {
  let current = range;
  for (const change of changes) {
    if (current.end <= change.start) continue;
    if (current.start < change.oldEnd) return undefined;
    const by = change.newEnd - change.oldEnd;
    current = { start: current.start + by, end: current.end + by };
  }
  return current;
}

function movedEdits(edits: readonly TextEdit[], changes: readonly Change[]): TextEdit[] | undefined {
  const result: TextEdit[] = [];
  for (const edit of edits) {
    const range = moved(edit.range, changes);
    if (!range) return undefined;
    result.push({ range, newText: edit.newText });
  }
  return result;
}

/** A finding of an earlier version at its place in `document`, or undefined where a change touched it. */
function movedFinding(finding: LocatedFinding, changes: readonly Change[], document: Document): LocatedFinding | undefined {
  const range = moved(finding.range, changes);
  if (!range) return undefined;
  const fixes = finding.fixes.flatMap((fix) => {
    const edits = movedEdits(fix.edits, changes);
    return edits ? [{ ...fix, edits: edits.map((edit) => ({ ...edit, region: regionOf(document, edit.range) })) }] : [];
  });
  const related = finding.related.flatMap((place) => {
    // Edits of this file move nothing in another one.
    if (place.path !== undefined) return [place];
    const at = moved(place.range, changes);
    return at ? [{ ...place, range: at, region: regionOf(document, at) }] : [];
  });
  return { ...finding, range, region: regionOf(document, range), fixes, related };
}

/** Findings of an earlier version at their places in `document`, without those that a change touched. */
export function movedFindings(document: Document, findings: readonly LocatedFinding[], changes: readonly Change[]): LocatedFinding[] {
  return findings.flatMap((finding) => movedFinding(finding, changes, document) ?? []);
}

/** The earlier findings that no change touched, except those that `fresh` has anew; with `fresh`, in order. */
function together(document: Document, earlier: Earlier, fresh: readonly LocatedFinding[]): LocatedFinding[] {
  const key = (finding: LocatedFinding): string => `${finding.rule} ${finding.range.start}`;
  const known = new Set(fresh.map(key));
  const kept = movedFindings(document, earlier.analysis.findings, earlier.changes)
    .filter((finding) => !known.has(key(finding)));
  return [...kept, ...fresh].sort((left, right) => left.range.start - right.range.start);
}

/**
 * The findings of a version whose end the parser lost (an unclosed template or comment, a parser that gave
 * up), completed by those of the last good version, moved with the edits. Findings that an edit touched are
 * dropped: whether they still hold cannot be said.
 */
export function completedByLastGood(document: Document, analysis: FileAnalysis, lastGood: Earlier): FileAnalysis {
  return { ...analysis, findings: together(document, lastGood, analysis.findings), ran: withoutTouched(analysis.ran, lastGood) };
}

/** A rule that lost a finding to an edit may have it again: whether its suppressions are needed cannot be said. */
function withoutTouched(ran: readonly string[], { analysis, changes }: Earlier): readonly string[] {
  const touched = new Set(analysis.findings.filter(({ range }) => !moved(range, changes)).map(({ rule }) => rule));
  return ran.filter((rule) => !touched.has(rule));
}

/** Characters around an edit in which a text finding may begin or end: more than the longest secret has. */
const textMargin = 8_000;

/** The stretches of the final text that were edited, each with its margin. */
function editedStretches(document: Document, changes: readonly Change[]): TextRange[] {
  return changes.map((change, at) => {
    let { start, newEnd: end } = change;
    for (const later of changes.slice(at + 1)) {
      const by = later.newEnd - later.oldEnd;
      if (later.oldEnd <= start) start += by;
      if (later.start < end) end += by;
    }
    return { start: Math.max(0, start - textMargin), end: Math.min(document.text.length, Math.max(start, end) + textMargin) };
  });
}

/**
 * What holds right after edits, before the syntax is read again: the earlier findings at their places; in the
 * edited stretches the rules on text have looked again. Findings on syntax that an edit touched are left out
 * until they are found anew.
 */
export function provisionalAnalysis(
  document: Document,
  earlier: Earlier,
  textFindings: (document: Document, within: TextRange) => readonly LocatedFinding[],
): FileAnalysis {
  const fresh = new Map<string, LocatedFinding>();
  for (const within of editedStretches(document, earlier.changes)) {
    for (const finding of textFindings(document, within)) fresh.set(`${finding.rule} ${finding.range.start}`, finding);
  }
  const findings = together(document, earlier, [...fresh.values()]);
  return { ...earlier.analysis, findings, suppressions: suppressionsOf(document), ran: withoutTouched(earlier.analysis.ran, earlier) };
}
