import * as path from "node:path";
import {
  ProgressType,
  WorkDoneProgress,
  type CancellationToken,
  type Connection,
  type WorkDoneProgressBegin,
  type WorkDoneProgressEnd,
  type WorkDoneProgressReport,
} from "vscode-languageserver";
import { URI } from "vscode-uri";
import type { JudgedFinding } from "../core/finding.ts";
import { audit, type AuditedFile as FileResult, type AuditResult as FolderResult } from "../workspace/audit.ts";
import type { ClientAbilities } from "./clientAbilities.ts";
import { diagnosticsOf } from "./diagnostics.ts";
import { uriOf, type Folders } from "./folders.ts";
import type { Policies } from "./policies.ts";
import type { AuditedFile, AuditParams, AuditPartialResult, AuditResult } from "./protocol.ts";

/** Findings are sent in parts of this many milliseconds, so that a fast audit is not slowed by messages. */
const partMilliseconds = 100;

const auditPartialResult = new ProgressType<AuditPartialResult>();

/** What an audit needs of the server. */
export interface AuditContext {
  readonly connection: Connection;
  readonly client: ClientAbilities;
  readonly folders: Folders;
  readonly policies: Policies;
  /** The text and version of an open document. */
  openText(uri: string): { readonly text: string; readonly version: number } | undefined;
}

interface Target {
  readonly root: string;
  /** Paths below the root; absent for the whole folder. */
  readonly paths?: readonly string[];
}

function targetsOf(params: AuditParams, folders: Folders): Target[] {
  if (params.files) {
    const byRoot = new Map<string, string[]>();
    for (const uri of params.files) {
      const place = folders.placeOf(uri, "");
      if (place?.root) byRoot.set(place.root, [...(byRoot.get(place.root) ?? []), place.path]);
    }
    return [...byRoot].map(([root, paths]) => ({ root, paths }));
  }
  if (!params.folders) return folders.roots.map((root) => ({ root }));
  return params.folders
    .map((uri) => URI.parse(uri))
    .filter((uri) => uri.scheme === "file")
    .map((uri) => {
      const place = folders.placeOf(uri.toString(), "");
      const absolute = path.resolve(uri.fsPath);
      return place && place.root !== absolute && folders.roots.includes(place.root)
        ? { root: place.root, paths: [place.path] }
        : { root: absolute };
    });
}

/** Sends findings in parts; a file that comes again replaces what was sent of it. */
function partSender(context: AuditContext, params: AuditParams): { add(file: AuditedFile): void; flush(): void } {
  let waiting = new Map<string, AuditedFile>();
  let sentAt = Date.now();
  const flush = (): void => {
    sentAt = Date.now();
    if (params.partialResultToken === undefined || waiting.size === 0) return;
    const files = [...waiting.values()];
    waiting = new Map();
    void context.connection.sendProgress(auditPartialResult, params.partialResultToken, { files });
  };
  return {
    add(file) {
      waiting.set(file.uri, file);
      if (Date.now() - sentAt >= partMilliseconds) flush();
    },
    flush,
  };
}

/** Audits folders or files with the engine, configuration and texts of the open documents. */
export async function runAudit(context: AuditContext, params: AuditParams, token: CancellationToken): Promise<AuditResult> {
  const abort = new AbortController();
  token.onCancellationRequested(() => abort.abort());
  const parts = partSender(context, params);
  const progress = workDone(context, params);
  const results: FolderResult[] = [];
  try {
    for (const target of targetsOf(params, context.folders)) {
      if (abort.signal.aborted) break;
      results.push(await auditTarget(context, target, params, abort.signal, parts.add, progress.report));
    }
  } finally {
    parts.flush();
    progress.end();
  }
  return summaryOf(results, abort.signal.aborted);
}

async function auditTarget(
  context: AuditContext,
  target: Target,
  { helm, dependencies }: Pick<AuditParams, "helm" | "dependencies">,
  signal: AbortSignal,
  add: (file: AuditedFile) => void,
  report: (done: number, total: number) => void,
): Promise<FolderResult> {
  const { root } = target;
  const withDiagnostics = new Set<string>();
  const result = await audit({
    root,
    ...(target.paths && { paths: [...target.paths] }),
    settings: context.policies.settings,
    ...(helm === true && { helm: "helm" }),
    ...(dependencies === true && { dependencies: true }),
    signal,
    overlay: (file) => context.openText(uriOf(root, file))?.text,
    onFile: (file: FileResult) => {
      const uri = uriOf(root, file.path);
      const diagnostics = diagnosticsOf(context.policies.accept(root, file.findings), uri, context.client);
      // A file without findings is news only where it had some, or where it was asked for.
      if (diagnostics.length === 0 && !withDiagnostics.has(uri) && !target.paths) return;
      withDiagnostics.add(uri);
      add({ uri, version: context.openText(uri)?.version ?? null, diagnostics });
    },
    onProgress: report,
  });
  return { ...result, findings: context.policies.accept(root, result.findings) };
}

/** Tells the client how far an audit is, where it gave a token. */
export function workDone(context: AuditContext, params: Pick<AuditParams, "workDoneToken">): { report(done: number, total: number): void; end(): void } {
  const { workDoneToken } = params;
  if (workDoneToken === undefined) return { report: () => undefined, end: () => undefined };
  const { connection } = context;
  const send = (value: WorkDoneProgressBegin | WorkDoneProgressReport | WorkDoneProgressEnd): void => void connection.sendProgress(WorkDoneProgress.type, workDoneToken, value);
  send({ kind: "begin", title: "Audit", cancellable: true, percentage: 0 });
  let last = -1;
  return {
    report(done, total) {
      const percentage = total === 0 ? 100 : Math.floor((100 * done) / total);
      if (percentage === last) return;
      last = percentage;
      send({ kind: "report", percentage, message: `${done} of ${total} files` });
    },
    end: () => send({ kind: "end" }),
  };
}

function summaryOf(results: readonly FolderResult[], cancelled: boolean): AuditResult {
  const open: { root: string; finding: JudgedFinding }[] = results.flatMap((result) =>
    result.findings.filter((finding) => !finding.suppression).map((finding) => ({ root: result.root, finding })),
  );
  return {
    findings: open.length,
    files: new Set(open.map(({ root, finding }) => uriOf(root, finding.path))).size,
    errors: open.filter(({ finding }) => finding.severity === "error").length,
    notAnalysed: results.flatMap((result) =>
      result.notAnalysed.map((one) => ({
        uri: uriOf(result.root, one.path),
        reason: one.rule === undefined ? one.reason : `${one.rule}: ${one.reason}`,
      })),
    ),
    ...((cancelled || results.some((result) => result.cancelled)) && { cancelled: true }),
  };
}
