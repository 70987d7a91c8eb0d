import type { LocatedFinding, LocatedFix, TextEdit } from "../core/finding.ts";
import { overlaps } from "../core/text.ts";

/** A chosen fix with the finding it repairs. */
export interface ChosenFix {
  readonly finding: LocatedFinding;
  readonly fix: LocatedFix;
}

/**
 * The fixes that can be made together: at most the first fix of each finding that `accept` allows, none
 * overlapping an earlier one in the text. What is left out is found again in the next round.
 */
export function fixesTogether<Found extends LocatedFinding>(
  findings: readonly Found[],
  accept: (fix: LocatedFix, finding: Found) => boolean,
): ChosenFix[] {
  const chosen: ChosenFix[] = [];
  const taken: TextEdit[] = [];
  for (const finding of [...findings].sort((left, right) => left.range.start - right.range.start)) {
    const fix = finding.fixes[0];
    if (!fix || !accept(fix, finding)) continue;
    if (fix.edits.some((edit) => taken.some((other) => collide(edit, other)))) continue;
    taken.push(...fix.edits);
    chosen.push({ finding, fix });
  }
  return chosen;
}

/** Two insertions at one place collide as well: their order would be chance. */
function collide(left: TextEdit, right: TextEdit): boolean {
  return overlaps(left.range, right.range) || left.range.start === right.range.start;
}

/** The text after edits that do not overlap, in any order. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = "";
  let done = 0;
  for (const edit of [...edits].sort((left, right) => left.range.start - right.range.start)) {
    result += text.slice(done, edit.range.start) + edit.newText;
    done = edit.range.end;
  }
  return result + text.slice(done);
}
