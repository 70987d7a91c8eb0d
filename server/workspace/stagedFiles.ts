import type { NotAnalysed } from "../analysis/analyse.ts";
import { limits } from "../analysis/limits.ts";
import { decodeText, looksBinary } from "./decodeText.ts";
import { gitBytes, gitText, type GitCall } from "./gitCommand.ts";
import { UsageError } from "./usageError.ts";

/** What the next commit would hold of the files that it changes. */
export interface StagedFiles {
  /** Texts by path from the root. */
  readonly texts: ReadonlyMap<string, string>;
  readonly notAnalysed: readonly NotAnalysed[];
}

/** Modes of ordinary files: neither links nor submodules have a text of their own. */
const fileModes: ReadonlySet<string> = new Set(["100644", "100755"]);

/** One line of `git ls-files --stage`: mode, object, stage, path. */
const stagedLine = /^(\d{6}) ([0-9a-f]{40,64}) 0\t([^]*)$/;

/**
 * The files below a root that are staged for the next commit, as they are staged: what was changed since and is not staged
 * does not count. Throws {@link UsageError} where git cannot say.
 */
export async function stagedFiles(root: string, signal?: AbortSignal): Promise<StagedFiles> {
  const changed = await gitText(root, ["diff", "--cached", "--name-only", "-z", "--relative", "--no-ext-diff", "--no-renames", "--diff-filter=ACMT"], { signal });
  if (changed === undefined) throw new UsageError("--staged: git does not know this folder");
  const names = changed.split("\0").filter((name) => name !== "");
  if (names.length === 0) return { texts: new Map(), notAnalysed: [] };
  const wanted = new Set(names);
  const index = (await gitText(root, ["ls-files", "--stage", "-z"], { signal })) ?? "";
  const objects = index.split("\0").flatMap((line) => {
    const [, mode = "", object = "", path = ""] = stagedLine.exec(line) ?? [];
    return fileModes.has(mode) && wanted.has(path) ? [{ path, object }] : [];
  });
  return contentsOf(root, objects, { signal });
}

interface StagedObject {
  readonly path: string;
  readonly object: string;
}

async function contentsOf(root: string, objects: readonly StagedObject[], call: GitCall): Promise<StagedFiles> {
  const texts = new Map<string, string>();
  const notAnalysed: NotAnalysed[] = [];
  const sizes = await sizesOf(root, objects, call);
  for (const { path, object } of objects) {
    const size = sizes.get(object) ?? 0;
    const bytes = size > limits.fileBytes ? undefined : await gitBytes(root, ["cat-file", "blob", object], call);
    if (bytes === undefined) {
      const reason = size > limits.fileBytes ? `larger than ${limits.fileBytes / 1_000_000} MB` : "git could not read what is staged";
      notAnalysed.push({ path, reason });
    } else if (!looksBinary(bytes.subarray(0, 8000))) texts.set(path, decodeText(bytes).text);
  }
  return { texts, notAnalysed };
}

async function sizesOf(root: string, objects: readonly StagedObject[], call: GitCall): Promise<ReadonlyMap<string, number>> {
  const input = objects.map(({ object }) => `${object}\n`).join("");
  const answer = (await gitText(root, ["cat-file", "--batch-check=%(objectname) %(objectsize)"], { ...call, input })) ?? "";
  return new Map(answer.split("\n").map((line) => line.split(" ")).map(([object = "", size = "0"]) => [object, Number(size)]));
}
