import { execFile } from "node:child_process";
import { UsageError } from "./usageError.ts";

/** Nothing that a repository's own configuration names is started. */
const safeOptions = ["--no-optional-locks", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null"];

/** A name of a commit: no option, no range, no white space. */
const reference = /^(?!-)(?!.*\.\.)[^\s\0:?[\\*]{1,250}$/;

/** The folder is not in a repository, or git is not there, or does not know the reference. */
function git(root: string, parameters: readonly string[], signal: AbortSignal | undefined): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const options = { cwd: root, encoding: "utf8" as const, maxBuffer: 256 * 1024 * 1024, ...(signal && { signal }) };
    execFile("git", [...safeOptions, ...parameters], options, (error, stdout) => {
      if (!error) resolve(stdout);
      else if (signal?.aborted) reject(signal.reason instanceof Error ? signal.reason : error);
      else resolve(undefined);
    });
  });
}

/**
 * The files below a root that differ from where its branch left `since`, untracked ones included, as paths
 * from the root. Throws {@link UsageError} where git cannot say.
 */
export async function changedFiles(root: string, since: string, signal?: AbortSignal): Promise<ReadonlySet<string>> {
  if (!reference.test(since)) throw new UsageError(`--changed-since: "${since}" is not the name of a commit`);
  const commit = await git(root, ["rev-parse", "--verify", "--quiet", "--end-of-options", `${since}^{commit}`], signal);
  if (commit === undefined) {
    throw new UsageError(`--changed-since: git does not know the commit "${since}" in this folder`);
  }
  const base = (await git(root, ["merge-base", commit.trim(), "HEAD"], signal)) ?? commit;
  const changed = await git(root, ["diff", "--name-only", "-z", "--relative", "--no-ext-diff", "--no-renames", base.trim(), "--"], signal);
  const untracked = await git(root, ["ls-files", "-zo", "--exclude-standard"], signal);
  if (changed === undefined) throw new UsageError(`--changed-since: git could not compare with "${since}"`);
  return new Set(`${changed}${untracked ?? ""}`.split("\0").filter((file) => file !== ""));
}
