import type { AcrossFound } from "../findAcross.ts";
import type { NeighbourStatus } from "./neighbourStatus.ts";

/** What rules across files found in an audit of a whole root. It holds while all files say what they said. */
export interface KeptAcross {
  readonly found: AcrossFound;
  /** The folders of the apps. */
  readonly apps: readonly string[];
  /** What was read besides facts. */
  readonly read: readonly NeighbourStatus[];
}
