import * as fs from "node:fs";
import { configurationFileName } from "../../core/configuration.ts";
import { isYoung } from "./fileStatus.ts";

/** The status of all places that decide which files a root has: while none changes, it has the same files. */
export interface KeptListing {
  /** How many files were left out as data. */
  readonly data: number;
  /** Paths from the root: listed folders, the files with patterns in and above them, and places where such files might come up. */
  readonly places: readonly string[];
  /** Four numbers for each place: kind, milliseconds of modification and of change, inode. */
  readonly statuses: readonly number[];
}

const kinds = { none: 0, file: 1, folder: 2 } as const;

/** Windows may tell the times of a folder late. */
const foldersTellChanges = process.platform !== "win32";

/** Notes the folders that were listed; undefined where their status could not tell what happens next. `opened` is a moment before. */
export function keepListing(root: string, folders: readonly string[], data: number, opened: number): KeptListing | undefined {
  const above = foldersTellChanges ? placesAbove(root) : undefined;
  if (!above) return undefined;
  const places = [...above];
  const statuses = above.flatMap((place) => placeStatus(root, place));
  for (const folder of folders) {
    for (const place of [folder, ...patternFiles.map((name) => (folder === "" ? name : `${folder}/${name}`))]) {
      const status = placeStatus(root, place);
      // The folder tells when such a file comes up.
      if (status[0] === kinds.none) continue;
      places.push(place);
      statuses.push(...status);
    }
  }
  for (let at = 0; at < statuses.length; at += 4) if (isYoung(statuses.slice(at, at + 4), opened)) return undefined;
  return { data, places, statuses };
}

/** Whether a root still has the files that were listed. */
export function listingHolds(root: string, { places, statuses }: KeptListing): boolean {
  return places.every((place, at) => {
    const status = placeStatus(root, place);
    for (let part = 0; part < 4; part++) if (statuses[at * 4 + part] !== status[part]) return false;
    return true;
  });
}

/** The configuration files among the places: reading them shows their faults. */
export function configurationsOf({ places }: KeptListing): string[] {
  return places.filter((place) => place === configurationFileName || place.endsWith(`/${configurationFileName}`));
}

const patternFiles = [".gitignore", configurationFileName];

/** The places above a root that decide; undefined where git's folder is elsewhere, as in a work tree. */
function placesAbove(root: string): string[] | undefined {
  const places: string[] = [];
  const depth = root.split(/[\\/]/).filter((part) => part !== "").length;
  for (let up = 0; up <= depth; up++) {
    const prefix = "../".repeat(up);
    const [kind] = placeStatus(root, `${prefix}.git`);
    if (kind === kinds.file) return undefined;
    places.push(`${prefix}.git`);
    if (kind === kinds.folder) places.push(`${prefix}.git/info/exclude`);
    if (up > 0) places.push(...patternFiles.map((name) => prefix + name));
  }
  return places;
}

function placeStatus(root: string, place: string): readonly number[] {
  try {
    const status = fs.statSync(`${root}/${place}`, { throwIfNoEntry: false });
    if (!status) return [kinds.none, 0, 0, 0];
    const kind = status.isDirectory() ? kinds.folder : kinds.file;
    // Git writes into its folder all the time; only that it is there matters.
    return place === ".git" || place.endsWith("/.git") ? [kind, 0, 0, 0] : [kind, status.mtimeMs, status.ctimeMs, status.ino];
  } catch {
    return [kinds.none, 0, 0, 0];
  }
}
