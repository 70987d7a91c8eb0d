import * as fs from "node:fs";

/** Size, milliseconds of modification and of change, inode. */
export type FileStatus = readonly number[];

/** Milliseconds that a status cannot tell apart on the coarsest file system (FAT). */
const coarsestStamp = 2_000;

/**
 * The status of a file, by its path from the root; undefined where it is no file. Programs can set the time of
 * modification, not that of the last change, which so tells what the other hides.
 */
export function fileStatus(root: string, path: string): FileStatus | undefined {
  try {
    const status = fs.statSync(`${root}/${path}`, { throwIfNoEntry: false });
    return status?.isFile() ? [status.size, status.mtimeMs, status.ctimeMs, status.ino] : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Whether a file may have been written after `moment`, or so shortly before it that a later write would leave
 * the same status.
 */
export function isYoung([, modified = 0, changed = 0]: FileStatus, moment: number): boolean {
  return (changed > 0 ? changed : modified) > moment - coarsestStamp;
}
