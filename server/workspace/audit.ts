import { withFindingsAcross } from "../analysis/acrossFiles.ts";
import { emptyAnalysis, type FileAnalysis, type NotAnalysed } from "../analysis/analyse.ts";
import { judge } from "../analysis/judge.ts";
import type { Configuration } from "../core/configuration.ts";
import type { Fact } from "../core/fact.ts";
import type { JudgedFinding, LocatedFinding } from "../core/finding.ts";
import { marketplaceIds, type MarketplaceEvidence, type MarketplaceId, type ProfileId } from "../core/requirement.ts";
import type { DetectedApp } from "../marketplaces/index.ts";
import { analyseFiles } from "./analyseFiles.ts";
import { createBreather } from "./breathe.ts";
import { checkAudited, rulesAcross } from "./auditAcross.ts";
import { detectAppsIn, gatherApps, isTelling, type Apps } from "./apps.ts";
import { openAuditCache, type AuditCache, type CacheRequest } from "./cache/auditCache.ts";
import { auditScope, type AuditScope, type ScopeRequest } from "./auditScope.ts";
import { ConfigurationStore, type EditorSettings, type FaultyConfiguration } from "./configurationStore.ts";
import { rulesById } from "../rules/ruleHeads.ts";
import type { FileResult } from "./fileResults.ts";
import type { MissingFacts } from "./findAcross.ts";
import { loadEngine } from "./loadEngine.ts";
import { listFiles, type ListOptions } from "./listFiles.ts";
import { policyFor, type PolicyOverride } from "./policyFor.ts";
import { createThreadPool, type ThreadPool } from "./threads/threadPool.ts";
import { UsageError } from "./usageError.ts";

/** What to audit, and how. */
export interface AuditRequest extends ScopeRequest, PolicyOverride {
  /** Absolute. All paths are shown from here. */
  readonly root: string;
  /** What holds where no `.marketlint.yml` says otherwise. */
  readonly settings?: EditorSettings;
  readonly signal?: AbortSignal;
  /** How many threads analyse; as many as repay their start, if absent. */
  readonly threads?: number;
  /** The helm program by which charts are rendered; none are, if absent. Only for a folder that the user trusts. */
  readonly helm?: string;
  /** Whether the registries are asked about the dependencies, by the package managers on the path. Only for a folder that the user trusts. */
  readonly dependencies?: boolean;
  /** Keeps results for the next audit; nothing is kept if absent. */
  readonly cache?: CacheRequest;
  /** Called as files finish; again for a file whose findings change when all marketplaces are known. */
  readonly onFile?: (file: AuditedFile) => void;
  readonly onProgress?: (done: number, total: number) => void;
}

/** The findings of one file. */
export interface AuditedFile {
  readonly path: string;
  /** Accepted ones included. */
  readonly findings: readonly JudgedFinding[];
}

/** All that an audit found. */
export interface AuditResult {
  readonly root: string;
  /** How many files were read. */
  readonly files: number;
  /** Their paths, in any order. */
  readonly read: readonly string[];
  /** Accepted ones included, by path and place. */
  readonly findings: readonly JudgedFinding[];
  readonly notAnalysed: readonly NotAnalysed[];
  /** Files that hold data and no text, under names that no rule reads. */
  readonly skippedBinary: number;
  readonly apps: readonly DetectedApp[];
  /** The marketplaces that were applied to at least one file, in the order of {@link marketplaceIds}. */
  readonly marketplaces: readonly MarketplaceId[];
  /** The profiles under which at least one file was judged. */
  readonly profiles: readonly ProfileId[];
  /** The configurations' answers to requirements that no tool can see, by requirement id. */
  readonly evidence: Configuration["evidence"];
  /** How many faults the configuration files have. */
  readonly configurationErrors: number;
  readonly configurationFaults: readonly FaultyConfiguration[];
  /** Faults of ours, each of which cost a file. */
  readonly internalErrors: readonly unknown[];
  /** The signal ended it early: the rest holds for the files that were read. */
  readonly cancelled: boolean;
}

/** What grows while an audit runs. */
interface AuditRun {
  readonly request: AuditRequest;
  readonly configurations: ConfigurationStore;
  readonly notAnalysed: NotAnalysed[];
  readonly evidence: MarketplaceEvidence[];
  /** What may have to be judged again; files without findings and suppressions have nothing to judge. */
  readonly kept: Map<string, FileAnalysis>;
  readonly judged: Map<string, AuditedFile & { readonly marketplaces: string }>;
  /** What the files say that rules across files need. */
  readonly facts: Fact[];
  readonly missing: MissingFacts[];
  readonly read: string[];
  readonly internalErrors: unknown[];
  readonly cache: AuditCache | undefined;
  readonly pool: ThreadPool;
  apps: Apps;
  skippedBinary: number;
}

const noApps: Apps = { apps: [], evidence: [] };

/** Audits the files of a folder. Cancelled, it resolves with what was found so far. Rejects with UsageError only. */
export async function audit(request: AuditRequest): Promise<AuditResult> {
  const run: AuditRun = {
    request,
    configurations: new ConfigurationStore(request.root, request.settings, request.overlay),
    notAnalysed: [],
    evidence: [],
    kept: new Map(),
    judged: new Map(),
    facts: [],
    missing: [],
    read: [],
    internalErrors: [],
    cache: request.cache && openAuditCache(request.cache, request.root, request.only),
    pool: createThreadPool(),
    apps: noApps,
    skippedBinary: 0,
  };
  try {
    await runAudit(run);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    // What was found so far is still worth a report, and need not be found again.
    run.cache?.save();
    if (!request.signal?.aborted) run.internalErrors.push(error);
  } finally {
    await run.pool.dispose();
  }
  return resultOf(run);
}

async function runAudit(run: AuditRun): Promise<void> {
  const { request, configurations } = run;
  const { root, signal } = request;
  const options = {
    ignore: (entry: string, isFolder: boolean) => configurations.ignoresEntry(entry, isFolder),
    ...(signal && { signal }),
  };
  const known = (file: string): readonly MarketplaceEvidence[] | undefined => {
    const found = knownResult(run, file);
    return found && (found.analysis?.evidence ?? []);
  };
  const detectOptions = { ...options, known, ...(request.overlay && { overlay: request.overlay }) };
  const folders: string[] = [];
  const scope = knownScope(run) ?? (await auditScope(request, { ...options, onFolder: (folder) => folders.push(folder) }));
  run.notAnalysed.push(...scope.notAnalysed);
  run.skippedBinary += scope.data;
  const across = rulesAcross(scope.files, request.only);
  const all = await allFiles(run, scope, across, options);
  if (request.marketplaces === undefined) {
    run.apps = await detectAppsIn(root, all, { ...detectOptions, quick: scope.whole });
    run.evidence.push(...run.apps.evidence);
  }
  await analyseAll(run, scope);
  if (request.helm !== undefined) await auditCharts(run, scope, request.helm);
  if (request.dependencies) await auditDependencies(run, scope);
  if (scope.whole && request.marketplaces === undefined) run.apps = gatherApps(scope.files, run.evidence);
  if (across.length > 0) await auditAcross(run, scope, all, across);
  const { files, data } = scope;
  run.cache?.save(scope.whole ? { files, data, ...(scope.notAnalysed.length === 0 && hasOwnPatterns(request) && { folders }) } : undefined);
  for (const analysis of run.kept.values()) judgeFile(run, analysis);
}

/** All files of the root, where somebody needs more than those that were asked for. */
async function allFiles({ request }: AuditRun, scope: AuditScope, across: readonly string[], options: ListOptions): Promise<readonly string[]> {
  if (scope.whole || (across.length === 0 && request.marketplaces !== undefined)) return scope.files;
  return (await listFiles(request.root, options)).files;
}

/**
 * Runs the rules across files. They need the facts of all files of the root, whichever were asked for; what they find
 * elsewhere is not reported.
 */
async function auditAcross(run: AuditRun, scope: AuditScope, all: readonly string[], rules: readonly string[]): Promise<void> {
  const { root, overlay, signal } = run.request;
  const asked = new Set(scope.files);
  if (!scope.whole) await collectFacts(run, all.filter((file) => !asked.has(file)), new Set(rules));
  const texts = Object.fromEntries([...new Set([...all, ...asked])].flatMap((file): [string, string][] => {
    const text = overlay?.(file);
    return text === undefined ? [] : [[file, text]];
  }));
  const apps = run.apps.apps.map((app) => app.root);
  const known = scope.whole && Object.keys(texts).length === 0 ? run.cache?.across(all, apps) : undefined;
  const across = known ?? (await checkAudited({ root, files: all, facts: run.facts, missing: run.missing, apps, rules, texts }, run.pool.take, signal));
  if (scope.whole && !known) run.cache?.keepAcross(across, apps);
  run.notAnalysed.push(...across.notAnalysed);
  const found = new Map<string, LocatedFinding[]>();
  for (const finding of across.findings) {
    if (asked.has(finding.path)) found.set(finding.path, [...(found.get(finding.path) ?? []), finding]);
  }
  // A suppression of these rules can be called unused only now that they ran.
  const suppressing = [...run.kept.values()].filter(({ suppressions }) => suppressions.length > 0).map(({ path }) => path);
  for (const path of new Set([...found.keys(), ...suppressing])) {
    const analysis = run.kept.get(path) ?? emptyAnalysis(path);
    run.kept.set(path, withFindingsAcross(analysis, found.get(path) ?? [], across.ran));
    run.judged.delete(path);
  }
}

/** Adds what charts show only when they are rendered. */
async function auditCharts(run: AuditRun, { files }: AuditScope, command: string): Promise<void> {
  const { root, only, signal } = run.request;
  const { chartFindings } = await loadEngine();
  const { findings, notAnalysed } = await chartFindings({ root, files, command, ...(only && { only }), ...(signal && { signal }) });
  run.notAnalysed.push(...notAnalysed);
  addFindings(run, findings);
}

/** Adds what the registries know of the dependencies. */
async function auditDependencies(run: AuditRun, { files }: AuditScope): Promise<void> {
  const { root, only, signal } = run.request;
  const { dependencyFindings } = await loadEngine();
  const { findings, notAnalysed } = await dependencyFindings({ root, files, ...(only && { only }), ...(signal && { signal }) });
  run.notAnalysed.push(...notAnalysed);
  addFindings(run, findings);
}

function addFindings(run: AuditRun, findings: readonly LocatedFinding[]): void {
  for (const finding of findings) {
    run.kept.set(finding.path, withFindingsAcross(run.kept.get(finding.path) ?? emptyAnalysis(finding.path), [finding], []));
    run.judged.delete(finding.path);
  }
}

/** Takes the facts of files that are not asked for: their findings are not. */
async function collectFacts(run: AuditRun, files: readonly string[], only: ReadonlySet<string>): Promise<void> {
  const { root, overlay, signal, threads } = run.request;
  const unknown: string[] = [];
  for (const path of files) {
    const known = knownResult(run, path);
    if (known) takeFacts(run, known.analysis);
    else unknown.push(path);
  }
  const wanted = { root, files: unknown, only, factsOnly: true, siftHere: true, ...(overlay && { overlay }), ...(signal && { signal }) };
  await analyseFiles(wanted, ({ analysis }) => takeFacts(run, analysis), threads, run.pool.take);
}

async function analyseAll(run: AuditRun, scope: AuditScope): Promise<void> {
  const { root, only, overlay, signal, threads } = run.request;
  const files: string[] = [];
  const breathe = createBreather(signal);
  for (const path of scope.files) {
    const pause = breathe();
    if (pause) await pause;
    const known = knownResult(run, path);
    if (known) takeResult(run, scope, known);
    else files.push(path);
  }
  const hashes = run.cache !== undefined;
  // Who wants files as they come has other things to do meanwhile: it is an editor's server.
  const siftHere = run.request.onFile === undefined;
  const wanted = { root, files, hashes, siftHere, ...(only && { only }), ...(overlay && { overlay }), ...(signal && { signal }) };
  const take = (result: FileResult): void => {
    if (followsFromDisk(run, result)) run.cache?.keep(result);
    takeResult(run, scope, result);
  };
  await analyseFiles(wanted, take, threads, run.pool.take);
}

/** The whole root, where an earlier audit knows its files. */
function knownScope({ request, configurations, cache }: AuditRun): AuditScope | undefined {
  const { paths, changedSince, shard } = request;
  if (paths !== undefined || changedSince !== undefined || shard !== undefined || !hasOwnPatterns(request)) return undefined;
  const known = cache?.listing();
  if (!known) return undefined;
  configurations.setPresent(new Set(known.configurations));
  for (const file of known.configurations) configurations.configurationFor(file);
  return { files: known.files, data: known.data, notAnalysed: [], whole: true };
}

/** Whether only files on the disk decide what is left out. */
function hasOwnPatterns({ settings, overlay }: AuditRequest): boolean {
  return settings === undefined && overlay === undefined;
}

/** The result of an earlier audit that still holds; the text of an open document is not that of the disk. */
function knownResult({ request, cache }: AuditRun, path: string): FileResult | undefined {
  const known = request.overlay?.(path) === undefined ? cache?.find(path) : undefined;
  return known && followsFromDisk({ request }, known) ? known : undefined;
}

/** Whether no text of an open document was read for a result. */
function followsFromDisk({ request: { overlay } }: Pick<AuditRun, "request">, { path, analysis }: FileResult): boolean {
  return !overlay || [path, ...(analysis?.reads ?? [])].every((one) => overlay(one) === undefined);
}

function takeFacts(run: AuditRun, analysis: FileAnalysis | undefined): void {
  if (!analysis) return;
  run.facts.push(...analysis.facts);
  if (analysis.factsMissing) run.missing.push({ path: analysis.path, sources: analysis.factsMissing });
}

function takeResult(run: AuditRun, scope: AuditScope, { path, analysis, notAnalysed, skipped, internalError }: FileResult): void {
  run.read.push(path);
  run.notAnalysed.push(...notAnalysed);
  if (skipped) run.skippedBinary++;
  if (internalError !== undefined) run.internalErrors.push(internalError);
  takeFacts(run, analysis);
  if (scope.whole && !isTelling(path)) run.evidence.push(...(analysis?.evidence ?? []));
  if (analysis && (analysis.findings.length > 0 || analysis.suppressions.length > 0)) {
    run.kept.set(path, analysis);
    judgeFile(run, analysis);
  } else run.request.onFile?.({ path, findings: [] });
  run.request.onProgress?.(run.read.length, scope.files.length);
}

function judgeFile(run: AuditRun, analysis: FileAnalysis): void {
  const { path } = analysis;
  const policy = policyFor(path, run.apps, run.configurations.configurationFor(path), run.request);
  const marketplaces = policy.marketplaces.join();
  if (run.judged.get(path)?.marketplaces === marketplaces) return;
  const findings = judge(analysis, policy, rulesById);
  run.judged.set(path, { path, findings, marketplaces });
  run.request.onFile?.({ path, findings });
}

function resultOf(run: AuditRun): AuditResult {
  const { request, configurations } = run;
  const { marketplaces, profiles } = appliedOf(run);
  const configurationFaults = configurations.faults();
  const byPath = <Item extends { readonly path: string }>(left: Item, right: Item): number =>
    left.path === right.path ? 0 : left.path < right.path ? -1 : 1;
  return {
    root: request.root,
    files: run.read.length,
    read: run.read,
    findings: [...run.judged.values()].sort(byPath).flatMap(({ findings }) => findings),
    notAnalysed: run.notAnalysed.sort(byPath),
    skippedBinary: run.skippedBinary,
    apps: run.apps.apps,
    marketplaces,
    profiles,
    evidence: configurations.evidence(),
    configurationErrors: configurationFaults.reduce((sum, { problems }) => sum + problems.length, 0),
    configurationFaults,
    internalErrors: run.internalErrors,
    cancelled: request.signal?.aborted ?? false,
  };
}

/** Asking every folder for its configuration also reads those of folders where nothing was found. */
function appliedOf(run: AuditRun): Pick<AuditResult, "marketplaces" | "profiles"> {
  const firstOfFolder = new Map(run.read.map((file) => [file.slice(0, Math.max(0, file.lastIndexOf("/"))), file]));
  const applied = new Set<MarketplaceId>();
  const profiles = new Set<ProfileId>();
  for (const file of firstOfFolder.values()) {
    const policy = policyFor(file, run.apps, run.configurations.configurationFor(file), run.request);
    for (const marketplace of policy.marketplaces) applied.add(marketplace);
    if (policy.profile) profiles.add(policy.profile);
  }
  return { marketplaces: marketplaceIds.filter((id) => applied.has(id)), profiles: [...profiles] };
}
