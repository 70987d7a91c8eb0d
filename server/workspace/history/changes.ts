import { gitText } from "../gitCommand.ts";
import { UsageError } from "../usageError.ts";
import { zeroSeparated } from "./gitStream.ts";

/** A file that one commit made, changed or took away. */
export interface Change {
  readonly commit: string;
  /** How many commits came before this one; newer commits come first. */
  readonly index: number;
  /** From the audited folder, with forward slashes. */
  readonly path: string;
  /** The blob afterwards; absent where the file went, or is none. */
  readonly blob?: string;
  /** The blobs before, one for each parent. */
  readonly before: readonly string[];
}

/** Which commits are read. */
export interface HistoryScope {
  /** The audited folder: a work tree, a folder in one, or a bare repository. */
  readonly folder: string;
  /** The folder's path in the repository, with a slash behind it; empty for its top. */
  readonly prefix: string;
  /** Whether there is a last commit. */
  readonly hasHead: boolean;
  /** Only commits that this one does not have. */
  readonly since?: string;
}

/** A name of a commit: no option, no range, no white space. */
const reference = /^(?!-)(?!.*\.\.)[^\s\0:?[\\*^]{1,250}$/;
const commitLine = /^[0-9a-f]{40,64}$/;
/** Colons, modes, blobs and states: one more of each than the commit has parents. */
const changeLine = /^:+((?:\d{6} )+)((?:[0-9a-f]{40,64} )+)[A-Z]\S*$/;
const fileMode = /^100(?:644|755)$/;
const noBlob = /^0+$/;

/** Finds what is to be read. Throws {@link UsageError} where the folder is in no repository or git does not know the commit. */
export async function historyScope(folder: string, since: string | undefined, signal?: AbortSignal): Promise<HistoryScope> {
  const inside = await gitText(folder, ["rev-parse", "--git-dir"], { signal });
  if (inside === undefined) throw new UsageError("--history: git does not know this folder");
  const prefix = ((await gitText(folder, ["rev-parse", "--show-prefix"], { signal })) ?? "").replace(/\r?\n$/, "");
  const hasHead = (await gitText(folder, ["rev-parse", "--verify", "--quiet", "HEAD^{commit}"], { signal })) !== undefined;
  if (since === undefined) return { folder, prefix, hasHead };
  const commit = reference.test(since) ? await gitText(folder, ["rev-parse", "--verify", "--quiet", "--end-of-options", `${since}^{commit}`], { signal }) : undefined;
  if (commit === undefined) throw new UsageError(`--since: git does not know the commit "${since}" in this folder`);
  return { folder, prefix, hasHead, since: commit.trim() };
}

/**
 * What every commit changed, on all branches, newest first; of a merge only what differs from all parents. `onCommit` is
 * told of every commit. Throws what {@link zeroSeparated} throws.
 */
export async function* changesIn(scope: HistoryScope, signal?: AbortSignal, onCommit?: (index: number) => void): AsyncGenerator<Change> {
  const commits = ["rev-list", "--date-order", "--all", ...(scope.hasHead ? ["HEAD"] : []), ...(scope.since === undefined ? [] : [`^${scope.since}`])];
  const differences = ["diff-tree", "--stdin", "--always", "-r", "--root", "-c", "-z", "--raw", "--no-abbrev", "--no-renames", "--no-ext-diff", "--no-textconv"];
  let commit = "";
  let index = -1;
  let line: RegExpExecArray | undefined;
  for await (const part of zeroSeparated(scope.folder, [commits, differences], signal)) {
    if (line) {
      const change = changeOf(line, part, commit, index, scope.prefix);
      line = undefined;
      if (change) yield change;
      continue;
    }
    // Between two commits there may be a line break.
    const trimmed = part.trim();
    if (commitLine.test(trimmed)) {
      commit = trimmed;
      index++;
      onCommit?.(index);
    } else line = changeLine.exec(trimmed) ?? undefined;
  }
}

function changeOf(line: RegExpExecArray, path: string, commit: string, index: number, prefix: string): Change | undefined {
  if (!path.startsWith(prefix)) return undefined;
  const modes = (line[1] ?? "").trim().split(" ");
  const blobs = (line[2] ?? "").trim().split(" ");
  const after = blobs.at(-1) ?? "";
  const isFile = fileMode.test(modes.at(-1) ?? "") && !noBlob.test(after);
  const before = blobs.slice(0, -1).filter((blob) => !noBlob.test(blob));
  return { commit, index, path: path.slice(prefix.length), before, ...(isFile && { blob: after }) };
}

/** The blobs of the last commit; empty where there is none. */
export async function blobsOfHead({ folder, hasHead }: HistoryScope, signal?: AbortSignal): Promise<ReadonlySet<string>> {
  const blobs = new Set<string>();
  if (!hasHead) return blobs;
  for await (const entry of zeroSeparated(folder, [["ls-tree", "-r", "-z", "--full-tree", "HEAD"]], signal)) {
    const [, blob] = /^\d{6} blob ([0-9a-f]{40,64})\t/.exec(entry) ?? [];
    if (blob !== undefined) blobs.add(blob);
  }
  return blobs;
}
