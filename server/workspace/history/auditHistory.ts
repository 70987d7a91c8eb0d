import type { NotAnalysed } from "../../analysis/analyse.ts";
import type { JudgedFinding } from "../../core/finding.ts";
import type { DetectedApp } from "../../marketplaces/index.ts";
import { ConfigurationStore } from "../configurationStore.ts";
import { gitText } from "../gitCommand.ts";
import { policyFor, type PolicyOverride } from "../policyFor.ts";
import { readBlobs, type WantedBlob } from "./blobs.ts";
import { createBlobReader, historyRules, isAuditedPath, purposeOf, type BlobReader, type BlobSecret } from "./blobSecrets.ts";
import { blobsOfHead, changesIn, historyScope, type HistoryScope } from "./changes.ts";
import { GitFailed } from "./gitStream.ts";
import { createIdSet } from "./idSet.ts";
import { pastFindings, type SeenBlob } from "./pastFindings.ts";
import { UsageError } from "../usageError.ts";

/** Whose history is read, and how. */
export interface HistoryRequest extends PolicyOverride {
  /** The audited folder, absolute. */
  readonly root: string;
  /** Only commits that this one does not have. */
  readonly since?: string;
  readonly apps: readonly DetectedApp[];
  /** The findings in the files of today: their secrets are told there. */
  readonly current: readonly JudgedFinding[];
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
}

/** What the past commits still hold. */
export interface HistoryResult {
  /** By path and place. Each has the properties of {@link pastFindings}. */
  readonly findings: readonly JudgedFinding[];
  readonly notAnalysed: readonly NotAnalysed[];
  /** The signal ended it early: nothing is said of commits that were not read. */
  readonly cancelled: boolean;
}

/** Blobs that are asked for at once. */
const batchSize = 2000;

/**
 * Finds the secrets in the texts of past commits, on all branches, that the files of today do not show. Reads objects
 * only: nothing is checked out, no hook, filter or other program runs. Throws UsageError where the folder has no history.
 */
export async function auditHistory(request: HistoryRequest): Promise<HistoryResult> {
  const { root, since, signal } = request;
  const only = new Set([...historyRules].filter((rule) => request.only?.has(rule) ?? true));
  try {
    const scope = await historyScope(root, since, signal);
    if (only.size === 0) return { findings: [], notAnalysed: [], cancelled: false };
    const configurations = new ConfigurationStore(root);
    const reader = createBlobReader(only, (path) => policyFor(path, { apps: request.apps, evidence: [] }, configurations.configurationFor(path), { ...request, only }));
    const secrets = await secretsOfPast(scope, reader, (path) => !isAuditedPath(path) || configurations.isIgnored(path), request);
    const seen = await whereSeen(scope, new Set(secrets.map(({ blob }) => blob)), signal);
    const findings = pastFindings(secrets, seen, await blobsOfHead(scope, signal), request.current, await datesOf(scope, seen, signal));
    return { findings, notAnalysed: [...reader.notAnalysed.values(), ...(await shallowNote(scope, signal))], cancelled: false };
  } catch (error) {
    if (signal?.aborted) return { findings: [], notAnalysed: [], cancelled: true };
    if (error instanceof GitFailed) throw new UsageError(`--history: ${error.message}`);
    throw error;
  }
}

/** Looks at every blob once, in batches, so that memory does not grow with the history. */
async function secretsOfPast(scope: HistoryScope, reader: BlobReader, isLeftOut: (path: string) => boolean, request: HistoryRequest): Promise<BlobSecret[]> {
  const { signal, onProgress } = request;
  const known = createIdSet();
  const found: BlobSecret[] = [];
  const total = await commitCount(scope, signal);
  let batch: WantedBlob[] = [];
  const readBatch = async (): Promise<void> => {
    for await (const read of readBlobs(scope.folder, batch, signal)) {
      signal?.throwIfAborted();
      found.push(...(await reader.secretsIn(read)));
    }
    batch = [];
  };
  for await (const { blob, path } of changesIn(scope, signal, (index) => onProgress?.(index + 1, total))) {
    if (blob === undefined || isLeftOut(path) || !known.add(blob, purposeOf(path))) continue;
    batch.push({ blob, path });
    if (batch.length >= batchSize) await readBatch();
  }
  await readBatch();
  return found;
}

async function commitCount({ folder, hasHead, since }: HistoryScope, signal: AbortSignal | undefined): Promise<number> {
  const parameters = ["rev-list", "--count", "--all", ...(hasHead ? ["HEAD"] : []), ...(since === undefined ? [] : [`^${since}`])];
  return Number((await gitText(folder, parameters, { signal })) ?? 0);
}

/** The commits that brought and took away blobs. Read again, since most blobs hold nothing and are not worth remembering. */
async function whereSeen(scope: HistoryScope, blobs: ReadonlySet<string>, signal: AbortSignal | undefined): Promise<ReadonlyMap<string, SeenBlob>> {
  const seen = new Map<string, SeenBlob>();
  if (blobs.size === 0) return seen;
  for await (const { blob, before, commit, index, path } of changesIn(scope, signal)) {
    if (blob !== undefined && blobs.has(blob)) {
      const known = seen.get(blob);
      seen.set(blob, { ...known, added: { commit, index, path } });
    }
    for (const gone of before) {
      if (gone !== blob && blobs.has(gone) && !seen.get(gone)?.removed) seen.set(gone, { ...seen.get(gone), removed: { commit, index, path } });
    }
  }
  return seen;
}

/** The authors' dates of commits, as ISO 8601 has them. */
async function datesOf({ folder }: HistoryScope, seen: ReadonlyMap<string, SeenBlob>, signal: AbortSignal | undefined): Promise<ReadonlyMap<string, string>> {
  const commits = new Set([...seen.values()].flatMap(({ added, removed }) => [added, removed].flatMap((one) => (one ? [one.commit] : []))));
  if (commits.size === 0) return new Map();
  const input = [...commits].map((commit) => `${commit}\n`).join("");
  const answer = (await gitText(folder, ["-c", "log.showSignature=false", "log", "--no-walk=unsorted", "--stdin", "--no-color", "--format=%H %aI"], { signal, input })) ?? "";
  return new Map(answer.split("\n").flatMap((line) => {
    const [commit, date] = line.split(" ");
    return commit !== undefined && date !== undefined ? [[commit, date] as const] : [];
  }));
}

/** A clone without its oldest commits says nothing of these. */
async function shallowNote({ folder }: HistoryScope, signal: AbortSignal | undefined): Promise<NotAnalysed[]> {
  const answer = await gitText(folder, ["rev-parse", "--is-shallow-repository"], { signal });
  return answer?.trim() === "true" ? [{ path: ".", reason: "the clone is shallow: commits before its oldest one were not read" }] : [];
}
