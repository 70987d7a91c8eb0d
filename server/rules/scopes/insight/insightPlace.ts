import type { Region } from "../../../core/finding.ts";

/** A place in any file, with what is there. */
export interface InsightPlace {
  readonly path: string;
  readonly region: Region;
  /** A phrase or a sentence without its full stop. */
  readonly text: string;
}
