import * as fs from "node:fs";
import * as path from "node:path";
import ignore, { type Ignore } from "ignore";
import { triggerAutomaton } from "../analysis/triggers.ts";
import { patternFault } from "../core/ignorePattern.ts";

/** The patterns of one folder; they hold for what lies below it. */
interface FolderPatterns {
  /** Absolute. */
  readonly folder: string;
  readonly patterns: Ignore;
  /** Whether a pattern can match a path at all: tells most paths apart at a hundredth of what matching costs. */
  readonly mayMatch: (relative: string) => boolean;
}

/**
 * The `.gitignore` files that hold below a root: its own, those of nested folders, those above it up to the
 * top of its git repository, and `.git/info/exclude`. They are read from the files, never from git's index,
 * so that a folder is judged the same with and without git.
 */
export class IgnoreFiles {
  readonly #root: string;
  /** From the repository's top downwards; the last one that says something decides. */
  readonly #above: readonly FolderPatterns[];
  readonly #chains = new Map<string, readonly FolderPatterns[]>();

  /** `root` is absolute. */
  constructor(root: string) {
    this.#root = root;
    this.#above = patternsAbove(root);
  }

  /** Whether an entry is left out, by its path from the root, given that its folder is not. */
  ignoresEntry(entry: string, isFolder: boolean): boolean {
    const slash = entry.lastIndexOf("/");
    const chain = this.#chainOf(slash < 0 ? "" : entry.slice(0, slash));
    if (chain.length === 0) return false;
    return decides(chain, path.join(this.#root, entry), isFolder);
  }

  /** Saves the look for the `.gitignore` of a folder that was listed and has none. Before its entries are asked for. */
  folderHasNone(folder: string): void {
    if (!this.#chains.has(folder)) this.#chains.set(folder, this.#parentChain(folder));
  }

  #chainOf(folder: string): readonly FolderPatterns[] {
    const known = this.#chains.get(folder);
    if (known) return known;
    const parent = this.#parentChain(folder);
    const own = patternsIn(path.join(this.#root, folder), ".gitignore");
    const chain = own ? [...parent, own] : parent;
    this.#chains.set(folder, chain);
    return chain;
  }

  #parentChain(folder: string): readonly FolderPatterns[] {
    const slash = folder.lastIndexOf("/");
    return folder === "" ? this.#above : this.#chainOf(slash < 0 ? "" : folder.slice(0, slash));
  }
}

function decides(chain: readonly FolderPatterns[], absolute: string, isFolder: boolean): boolean {
  for (let at = chain.length - 1; at >= 0; at--) {
    const one = chain[at];
    if (!one) continue;
    const relative = absolute.slice(one.folder.length + (one.folder.endsWith(path.sep) ? 0 : 1));
    const slashed = path.sep === "/" ? relative : relative.split(path.sep).join("/");
    if (!one.mayMatch(slashed)) continue;
    const { ignored, unignored } = one.patterns.test(isFolder ? `${slashed}/` : slashed);
    if (ignored || unignored) return ignored;
  }
  return false;
}

function patternsIn(folder: string, file: string): FolderPatterns | undefined {
  const absolute = path.join(folder, file);
  // Most folders have none, and asking costs a tenth of an exception.
  if (!fs.existsSync(absolute)) return undefined;
  let text: string;
  try {
    text = fs.readFileSync(absolute, "utf8");
  } catch {
    // Not readable: git goes on without it as well.
    return undefined;
  }
  const patterns = text.replace(/^\uFEFF/, "").split(/\r?\n/).filter((pattern) => patternFault(pattern) === undefined);
  return {
    folder,
    patterns: ignore({ allowRelativePaths: true, ignorecase: false }).add(patterns),
    mayMatch: possibleMatch(patterns),
  };
}

/** A path that a pattern matches, or whose folder it matches, holds every literal piece of the pattern. */
function possibleMatch(patterns: readonly string[]): (relative: string) => boolean {
  const pieces = patterns.filter((pattern) => pattern.trim() !== "" && !pattern.startsWith("#")).map(longestPiece);
  if (pieces.some((piece) => !/^[\x21-\x7e]+$/.test(piece))) return () => true;
  const automaton = triggerAutomaton(pieces);
  return (relative) => {
    let found = false;
    automaton.scanText(relative, () => {
      found = true;
    });
    return found;
  };
}

/** The longest run of characters that stand for themselves, empty where the pattern is too odd to tell. */
function longestPiece(pattern: string): string {
  if (pattern.includes("[[")) return "";
  const literal = pattern.trim().replace(/^!/, "").replace(/\[[!^]?\]?[^\]]*(?:\]|$)/g, "*");
  return literal.split(/[\s*?/\\]/).reduce((longest, piece) => (piece.length > longest.length ? piece : longest), "");
}

/** The patterns of the folders above a root, as far as its repository goes; none where they leave out the root itself. */
function patternsAbove(root: string): FolderPatterns[] {
  const top = repositoryOf(root);
  if (top === undefined) return [];
  const excludes = patternsIn(top, path.relative(top, path.join(gitFolderOf(top), "info/exclude")));
  const chain = excludes ? [{ ...excludes, folder: top }] : [];
  const below = path.relative(top, root).split(path.sep).filter((part) => part !== "");
  let folder = top;
  for (const part of below) {
    const own = patternsIn(folder, ".gitignore");
    if (own) chain.push(own);
    folder = path.join(folder, part);
    // Who asks for an ignored folder means it.
    if (decides(chain, folder, true)) return [];
  }
  return chain;
}

/** The folder above, or the folder itself, that holds `.git`. */
export function repositoryOf(folder: string): string | undefined {
  for (let at = folder; ; at = path.dirname(at)) {
    if (fs.existsSync(path.join(at, ".git"))) return at;
    if (path.dirname(at) === at) return undefined;
  }
}

/** In a work tree and in a submodule `.git` is a file that names the folder. */
function gitFolderOf(top: string): string {
  const git = path.join(top, ".git");
  try {
    if (fs.statSync(git).isDirectory()) return git;
    const named = path.resolve(top, fs.readFileSync(git, "utf8").replace(/^gitdir:/, "").trim());
    const shared = path.join(named, "commondir");
    return fs.existsSync(shared) ? path.resolve(named, fs.readFileSync(shared, "utf8").trim()) : named;
  } catch {
    return git;
  }
}
