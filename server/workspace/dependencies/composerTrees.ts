import * as fs from "node:fs";
import * as path from "node:path";
import type { LockFile } from "../../languages/dependencies/lockFile.ts";
import { readLock } from "../../languages/dependencies/lockSyntax.ts";
import { objectOf, textOf } from "../../languages/dependencies/plainData.ts";
import { readBytes } from "../readDocument.ts";

/** A project of PHP with its lock file. */
export interface ComposerTree {
  /** Path of its `composer.json`, from the root. */
  readonly path: string;
  readonly lock: LockFile;
  readonly name: string | undefined;
  readonly version: string | undefined;
  /** Names of the packages that it asks for. */
  readonly required: readonly string[];
  readonly development: readonly string[];
}

/** The locked projects of PHP below a root. `files` are paths from there. */
export function composerTrees(root: string, files: readonly string[]): ComposerTree[] {
  return files.filter((file) => /(?:^|\/)composer\.json$/.test(file)).flatMap((file) => {
    try {
      const lock = readLock("composer.lock", fs.readFileSync(path.join(root, file.replace(/json$/, "lock")), "utf8"));
      const read = readBytes(root, file);
      const about = read.ok ? objectOf(JSON.parse(Buffer.from(read.bytes).toString("utf8"))) : {};
      const names = (list: string): string[] => Object.keys(objectOf(about[list])).filter((name) => lock.packages.has(name));
      return [{ path: file, lock, name: textOf(about["name"]), version: textOf(about["version"]), required: names("require"), development: names("require-dev") }];
    } catch {
      // Without a lock file, or with a broken one, nobody knows what is installed.
      return [];
    }
  });
}
