import { gitText } from "./gitCommand.ts";
import { UsageError } from "./usageError.ts";

/** A name of a commit: no option, no range, no white space. */
const reference = /^(?!-)(?!.*\.\.)[^\s\0:?[\\*]{1,250}$/;

/**
 * The files below a root that differ from where its branch left `since`, untracked ones included, as paths
 * from the root. Throws {@link UsageError} where git cannot say.
 */
export async function changedFiles(root: string, since: string, signal?: AbortSignal): Promise<ReadonlySet<string>> {
  if (!reference.test(since)) throw new UsageError(`--changed-since: "${since}" is not the name of a commit`);
  const commit = await gitText(root, ["rev-parse", "--verify", "--quiet", "--end-of-options", `${since}^{commit}`], { signal });
  if (commit === undefined) {
    throw new UsageError(`--changed-since: git does not know the commit "${since}" in this folder`);
  }
  const base = (await gitText(root, ["merge-base", commit.trim(), "HEAD"], { signal })) ?? commit;
  const changed = await gitText(root, ["diff", "--name-only", "-z", "--relative", "--no-ext-diff", "--no-renames", base.trim(), "--"], { signal });
  const untracked = await gitText(root, ["ls-files", "-zo", "--exclude-standard"], { signal });
  if (changed === undefined) throw new UsageError(`--changed-since: git could not compare with "${since}"`);
  return new Set(`${changed}${untracked ?? ""}`.split("\0").filter((file) => file !== ""));
}
