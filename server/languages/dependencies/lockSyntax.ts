import { parse } from "yaml";
import { NotAnalysable, type Document, type SyntaxProvider } from "../../core/document.ts";
import { composerLock } from "./composerLock.ts";
import type { LockFile } from "./lockFile.ts";
import { npmLock } from "./npmLock.ts";
import { pnpmLock } from "./pnpmLock.ts";
import { yarnBerryLock, yarnClassicLock } from "./yarnLocks.ts";

const readers: Readonly<Record<string, (text: string) => LockFile>> = {
  "package-lock.json": (text) => npmLock(JSON.parse(text)),
  "npm-shrinkwrap.json": (text) => npmLock(JSON.parse(text)),
  "pnpm-lock.yaml": (text) => pnpmLock(yamlTexts(text)),
  "yarn.lock": (text) => (/^__metadata:/m.test(text) ? yarnBerryLock(yamlTexts(text)) : yarnClassicLock(text)),
  "composer.lock": (text) => composerLock(JSON.parse(text)),
};

/** Names of the lock files that can be read. */
export const readableLocks: ReadonlySet<string> = new Set(Object.keys(readers));

/** A lock file; throws {@link NotAnalysable} where the text is none. */
export const lockSyntax: SyntaxProvider<LockFile> = {
  name: "lock file",
  parse: (document) => readLock(document.fileName, document.text),
};

/** Reads a lock file of a name. Throws {@link NotAnalysable} where the text is none, or nobody reads such a file. */
export function readLock(fileName: string, text: string): LockFile {
  const reader = Object.hasOwn(readers, fileName) ? readers[fileName] : undefined;
  if (!reader) throw new NotAnalysable("not a lock file that can be read");
  try {
    return reader(text);
  } catch {
    throw new NotAnalysable("the lock file is broken");
  }
}

/** The lock file that a document is; undefined where it is broken. */
export function lockOf(document: Document): LockFile | undefined {
  try {
    return document.syntax(lockSyntax);
  } catch (error) {
    if (error instanceof NotAnalysable) return undefined;
    throw error;
  }
}

/** With every scalar as a text: versions are not numbers. Lock files have no aliases. */
function yamlTexts(text: string): unknown {
  return parse(text, { schema: "failsafe", uniqueKeys: false, prettyErrors: false, logLevel: "silent", maxAliasCount: 0 });
}
