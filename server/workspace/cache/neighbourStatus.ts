import { fileStatus, isYoung } from "./fileStatus.ts";

/** A path that an analysis asked for, and its status then; without numbers where there was no file. */
export type NeighbourStatus = readonly [path: string, ...status: number[]];

/** Tells whether what analyses read is as it was. */
export interface NeighbourStatuses {
  /** To be kept with what follows from these paths; undefined where a later write might go unnoticed. */
  take(paths: readonly string[]): NeighbourStatus[] | undefined;
  hold(statuses: readonly NeighbourStatus[]): boolean;
}

/** Looks at each path once: an audit that lasts sees the files as they were at its start. `opened` is a moment before. */
export function neighbourStatuses(root: string, opened: number): NeighbourStatuses {
  const known = new Map<string, readonly number[]>();
  const statusOf = (path: string): readonly number[] => {
    let status = known.get(path);
    if (!status) known.set(path, (status = fileStatus(root, path) ?? []));
    return status;
  };
  return {
    take(paths) {
      if (paths.some((path) => isYoung(statusOf(path), opened))) return undefined;
      return paths.map((path) => [path, ...statusOf(path)]);
    },
    hold: (statuses) =>
      statuses.every(([path, ...status]) => {
        const now = statusOf(path);
        return now.length === status.length && now.every((part, at) => part === status[at]);
      }),
  };
}
