import fs from "node:fs";
import path from "node:path";

/** The time of the newest file below some files and folders, in milliseconds. */
export function newestTime(places) {
  return Math.max(0, ...places.map(timeOf));
}

function timeOf(place) {
  const status = fs.statSync(place, { throwIfNoEntry: false });
  if (!status) return 0;
  if (!status.isDirectory()) return status.mtimeMs;
  // A deleted file shows in its folder's own time.
  return Math.max(status.mtimeMs, newestTime(fs.readdirSync(place).map((name) => path.join(place, name))));
}
