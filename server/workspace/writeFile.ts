import * as fs from "node:fs";
import * as path from "node:path";

/**
 * Writes a file so that it is never half there: beside it first, then in its place, with the mode it had.
 * A link is followed; a device or pipe is written to as it is. Throws the file system's errors.
 */
export function writeFileAtomic(file: string, content: string | Uint8Array): void {
  const status = fs.statSync(file, { throwIfNoEntry: false });
  if (status && !status.isFile()) {
    fs.writeFileSync(file, content);
    return;
  }
  const target = status ? fs.realpathSync(file) : file;
  const waiting = path.join(path.dirname(target), `.${path.basename(target)}.${process.pid}.tmp`);
  try {
    fs.writeFileSync(waiting, content, { flag: "wx", mode: status ? status.mode & 0o777 : 0o666 });
    if (status) fs.chmodSync(waiting, status.mode & 0o777);
    fs.renameSync(waiting, target);
  } catch (error) {
    fs.rmSync(waiting, { force: true });
    throw error;
  }
}
