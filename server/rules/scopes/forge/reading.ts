import type { Need, OpenCall } from "../system.ts";

/** What facts say: what needs scopes, and what may. */
export interface Reading {
  readonly needs: readonly Need[];
  readonly open: readonly OpenCall[];
}

/** What several facts say. */
export function together(readings: readonly Reading[]): Reading {
  return { needs: readings.flatMap(({ needs }) => needs), open: readings.flatMap(({ open }) => open) };
}
