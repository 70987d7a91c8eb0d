import type { JudgedFinding } from "../../core/finding.ts";
import type { BlobSecret } from "./blobSecrets.ts";

/** A commit that brought a blob or took it away. */
export interface SeenCommit {
  readonly commit: string;
  /** Newer commits have lower numbers. */
  readonly index: number;
  readonly path: string;
}

/** The oldest commit that brought a blob, and the newest that took it away. */
export interface SeenBlob {
  readonly added?: SeenCommit;
  readonly removed?: SeenCommit;
}

/**
 * One finding for each secret of the past that no file of today shows, however many versions and files held it. Its
 * properties: `commit` (the oldest commit with it), `date` (its author's), `path`; `lastCommit` and `lastDate` (the newest
 * commit that took it away) where it is gone. `head` are the blobs of the last commit, `current` the findings of today.
 */
export function pastFindings(
  secrets: readonly BlobSecret[],
  seen: ReadonlyMap<string, SeenBlob>,
  head: ReadonlySet<string>,
  current: readonly JudgedFinding[],
  dates: ReadonlyMap<string, string>,
): JudgedFinding[] {
  const shown = new Set(current.map(placeKey));
  const groups = new Map<string, BlobSecret[]>();
  for (const secret of secrets) groups.set(secret.key, [...(groups.get(secret.key) ?? []), secret]);
  const found = [...groups.values()].flatMap((group) => {
    const isShown = group.some(({ blob, finding }) => head.has(blob) && shown.has(placeKey(finding)));
    return isShown ? [] : [findingOf(group, seen, group.some(({ blob }) => head.has(blob)), dates)];
  });
  return found.sort((left, right) => (left.path === right.path ? left.range.start - right.range.start : left.path < right.path ? -1 : 1));
}

function placeKey({ rule, path, fingerprint }: JudgedFinding): string {
  return `${rule}\n${path}\n${fingerprint}`;
}

function findingOf(group: readonly BlobSecret[], seen: ReadonlyMap<string, SeenBlob>, isInHead: boolean, dates: ReadonlyMap<string, string>): JudgedFinding {
  // The newest version is shown: groups are in the order of the history.
  const [newest] = group;
  if (!newest) throw new Error("a group has at least one secret");
  const all = group.flatMap(({ blob }) => seen.get(blob) ?? []);
  const added = all.flatMap((one) => one.added ?? []).reduce<SeenCommit | undefined>((oldest, one) => (!oldest || one.index > oldest.index ? one : oldest), undefined);
  const removed = isInHead ? undefined : all.flatMap((one) => one.removed ?? []).reduce<SeenCommit | undefined>((last, one) => (!last || one.index < last.index ? one : last), undefined);
  const { finding } = newest;
  const date = added && dates.get(added.commit);
  const lastDate = removed && dates.get(removed.commit);
  return {
    ...finding,
    message: `${finding.message} ${historyOf(added, removed, isInHead, date)}`,
    fixes: [],
    related: [],
    properties: {
      ...finding.properties,
      path: finding.path,
      ...(added && { commit: added.commit }),
      ...(date !== undefined && { date }),
      ...(removed && { lastCommit: removed.commit }),
      ...(lastDate !== undefined && { lastDate }),
    },
  };
}

function historyOf(added: SeenCommit | undefined, removed: SeenCommit | undefined, isInHead: boolean, date: string | undefined): string {
  const since = added ? ` since commit ${short(added)}${date === undefined ? "" : ` of ${date.slice(0, 10)}`}` : "";
  if (isInHead) return `It is in git's history${since}, and in the last commit.`;
  const gone = removed ? `; commit ${short(removed)} took it out of the files, and not of the history` : ", on a branch that is not checked out";
  return `It is in git's history${since}${gone}.`;
}

function short({ commit }: SeenCommit): string {
  return commit.slice(0, 10);
}
