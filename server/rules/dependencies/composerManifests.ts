import type { Document } from "../../core/document.ts";
import { isTestPath } from "../../core/filePurpose.ts";
import type { LockFile } from "../../languages/dependencies/lockFile.ts";
import { lockOf } from "../../languages/dependencies/lockSyntax.ts";
import { valueAt, type DataMember } from "../../languages/data/dataNode.ts";
import { jsonData } from "../../languages/json/dataOf.ts";

/** One package that a `composer.json` asks for. */
export interface ComposerDependency {
  readonly member: DataMember;
  readonly development: boolean;
}

/** What a `composer.json` asks for, its platform included. */
export function composerDependencies(document: Document): ComposerDependency[] {
  if (isTestPath(document.path)) return [];
  const root = jsonData(document);
  return ["require", "require-dev"].flatMap((list) => {
    const value = valueAt(root, list);
    return value?.kind === "object" ? value.members.map((member) => ({ member, development: list === "require-dev" })) : [];
  });
}

/** The lock file beside a `composer.json`. */
export function composerLockBeside({ path, neighbours }: Document): LockFile | undefined {
  const lock = neighbours?.read(`${path.slice(0, path.lastIndexOf("/") + 1)}composer.lock`);
  return lock && lockOf(lock);
}
