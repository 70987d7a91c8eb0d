import type { Document } from "../core/document.ts";
import type { Finding, LocatedFinding, Region } from "../core/finding.ts";
import type { TextRange } from "../core/text.ts";
import { isStandIn } from "../languages/typescript/images.ts";
import { fingerprintOf } from "./fingerprint.ts";

/** Lines and columns of a range. */
export function regionOf(document: Document, range: TextRange): Region {
  return { start: document.positionAt(range.start), end: document.positionAt(range.end) };
}

/** Makes a finding independent of its document. */
export function locate(document: Document, finding: Finding): LocatedFinding {
  return {
    ...finding,
    region: regionOf(document, finding.range),
    // What another file says is not put right by an edit of the name that stands for it here.
    fixes: (finding.fixes ?? []).filter(({ edits }) => !edits.some(({ range }) => isStandIn(range))).map((fix) => ({
      ...fix,
      edits: fix.edits.map((edit) => ({ ...edit, region: regionOf(document, edit.range) })),
    })),
    related: (finding.related ?? []).map((place) => ({ ...place, region: place.region ?? regionOf(document, place.range) })),
    fingerprint: fingerprintOf(document, finding),
  };
}
