import {
  DiagnosticRefreshRequest,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  LSPErrorCodes,
  ResponseError,
  TextDocuments,
  TextDocumentSyncKind,
  type CancellationToken,
  type Connection,
  type DocumentDiagnosticReport,
  type InitializeParams,
  type InitializeResult,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { createAnalyser } from "../analysis/analyse.ts";
import { judge } from "../analysis/judge.ts";
import type { JudgedFinding } from "../core/finding.ts";
import type { RuleMetadata } from "../core/rule.ts";
import { ruleCatalogue, rules } from "../rules/catalogue.ts";
import { runAudit } from "./auditRequest.ts";
import { abilitiesOf, type ClientAbilities } from "./clientAbilities.ts";
import { codeActionsFor } from "./codeActions.ts";
import { diagnosticsOf } from "./diagnostics.ts";
import { appendPlacer } from "./fileAppends.ts";
import { fixAllActionFor } from "./fixAll.ts";
import { Folders } from "./folders.ts";
import { hoverAt } from "./hover.ts";
import { OpenDocuments, type OpenAnalysis } from "./openDocuments.ts";
import { Policies } from "./policies.ts";
import { auditMethod, diagnosticSource, fixAllKind, settingsSection, statusMethod, type AuditParams, type AuditResult, type Status, type StatusParams } from "./protocol.ts";
import { readSettings } from "./settings.ts";

/** Milliseconds without typing after which a push client gets new diagnostics; pull clients wait by themselves. */
const debounceMilliseconds = 200;

/** Files whose change on disk may change what holds for others. */
const watchedFiles = "**/{.marketlint.yml,package.json,composer.json,manifest.yml,manifest.yaml,atlassian-connect.json,Chart.yaml,*.csproj,web.config}";

const ruleById: ReadonlyMap<string, RuleMetadata> = new Map(ruleCatalogue.map((rule) => [rule.id, rule]));

/** An open document, what it says, and what its policy makes of it. */
interface Judged extends OpenAnalysis {
  readonly findings: readonly JudgedFinding[];
}

/** Serves the protocol on a connection; the caller starts listening. */
export function serve(connection: Connection): void {
  const analyser = createAnalyser(rules);
  const documents = new TextDocuments(TextDocument);
  const folders = new Folders();
  const analyses = new OpenDocuments(analyser);
  const policies = new Policies(() => judgedAgain());
  const timers = new Map<string, NodeJS.Timeout>();
  const reported = new Set<string>();
  let client: ClientAbilities = abilitiesOf({ capabilities: {} } as InitializeParams);
  let audits = 0;

  /** Undefined where the document is none of ours, or is left out by the configuration. */
  async function judged(uri: string): Promise<Judged | undefined> {
    const text = documents.get(uri);
    const place = text && folders.placeOf(uri, text.languageId);
    if (!text || !place || policies.isIgnored(place)) return undefined;
    const open = await analyses.analysisOf(text, place);
    logFailures(open);
    const policy = policies.policyOf(place, open.analysis.evidence);
    return { ...open, findings: judge(open.analysis, policy, ruleById) };
  }

  /** A rule that fails is told once; the file's other findings are not touched by it. */
  function logFailures({ analysis }: OpenAnalysis): void {
    for (const { path, rule, reason } of analysis.notAnalysed) {
      const line = `${path}: ${rule === undefined ? "" : `${rule}: `}${reason}`;
      if (reported.has(line)) continue;
      reported.add(line);
      connection.console.warn(`Not analysed: ${line}`);
    }
  }

  async function push(uri: string): Promise<void> {
    const current = await judged(uri).catch(ignoreAborted);
    const text = documents.get(uri);
    if (!text) return;
    if (current && current.version !== text.version) return;
    const diagnostics = current ? diagnosticsOf(current.findings, uri, client) : [];
    await connection.sendDiagnostics({ uri, version: text.version, diagnostics });
  }

  function pushSoon(uri: string, milliseconds: number): void {
    clearTimeout(timers.get(uri));
    timers.set(uri, setTimeout(() => void push(uri).catch(logError), milliseconds));
  }

  /** Configuration or marketplaces changed: the same findings may now weigh otherwise. */
  function judgedAgain(): void {
    for (const { uri } of documents.all()) {
      if (!client.pullsDiagnostics) pushSoon(uri, 0);
      void sendStatus(uri).catch(logError);
    }
    if (client.refreshesDiagnostics) connection.sendRequest(DiagnosticRefreshRequest.type).catch(logError);
  }

  function logError(error: unknown): void {
    connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }

  async function statusOf(uri: string): Promise<Status> {
    const text = documents.get(uri);
    const place = folders.placeOf(uri, text?.languageId ?? "");
    const current = await judged(uri).catch(ignoreAborted);
    const marketplaces = place ? policies.appliedTo(place, current?.analysis.evidence ?? []) : [];
    return { uri, marketplaces, busy: audits > 0 };
  }

  async function sendStatus(uri: string): Promise<void> {
    await connection.sendNotification(statusMethod, await statusOf(uri));
  }

  async function refreshSettings(): Promise<void> {
    if (!client.configuration) return;
    policies.setSettings(readSettings(await connection.workspace.getConfiguration(settingsSection)));
  }

  connection.onInitialize((params): InitializeResult => {
    client = abilitiesOf(params);
    const fallback = params.rootUri ? [params.rootUri] : [];
    folders.set(params.workspaceFolders?.map((folder) => folder.uri) ?? fallback);
    const options: unknown = params.initializationOptions;
    policies.setSettings(readSettings(options));
    return {
      serverInfo: { name: "marketlint" },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
        codeActionProvider: client.codeActionLiterals ? { codeActionKinds: ["quickfix", fixAllKind] } : true,
        hoverProvider: true,
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
        ...(client.pullsDiagnostics && {
          diagnosticProvider: { identifier: diagnosticSource, interFileDependencies: false, workspaceDiagnostics: false },
        }),
      },
    };
  });

  connection.onInitialized(() => {
    if (client.registersConfiguration) {
      connection.client.register(DidChangeConfigurationNotification.type, { section: settingsSection }).catch(logError);
    }
    if (client.registersFileWatchers) {
      const watchers = [{ globPattern: watchedFiles }];
      connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(logError);
    }
    if (client.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(removed.map((folder) => folder.uri));
        connection.workspace
          .getWorkspaceFolders()
          .then((all) => {
            folders.set((all ?? added).map((folder) => folder.uri).filter((uri) => !gone.has(uri)));
            policies.setRoots(folders.roots);
          })
          .catch(logError);
      });
    }
    refreshSettings().catch(logError).finally(() => policies.setRoots(folders.roots));
  });

  connection.onDidChangeConfiguration(({ settings }) => {
    if (client.configuration) {
      refreshSettings().catch(logError);
      return;
    }
    const all = settings as Record<string, unknown> | null;
    policies.setSettings(readSettings(all?.[settingsSection] ?? all));
  });

  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const { uri } of changes) {
      const place = folders.placeOf(uri, "");
      if (place) policies.fileChanged(place);
    }
  });

  documents.onDidChangeContent(({ document }) => {
    if (!client.pullsDiagnostics) pushSoon(document.uri, document.version <= 1 ? 0 : debounceMilliseconds);
  });
  documents.onDidOpen(({ document }) => void sendStatus(document.uri).catch(logError));
  documents.onDidSave(({ document }) => {
    const place = folders.placeOf(document.uri, document.languageId);
    if (place?.path.endsWith(".marketlint.yml") && !client.registersFileWatchers) policies.fileChanged(place);
    if (!client.pullsDiagnostics) pushSoon(document.uri, 0);
  });
  documents.onDidClose(({ document }) => {
    clearTimeout(timers.get(document.uri));
    timers.delete(document.uri);
    analyses.close(document.uri);
    if (!client.pullsDiagnostics) void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
  });

  connection.languages.diagnostics.on(async ({ textDocument, previousResultId }): Promise<DocumentDiagnosticReport> => {
    const current = await judged(textDocument.uri).catch(retriggerWhenAborted);
    const resultId = `${documents.get(textDocument.uri)?.version ?? 0}.${policies.generation}`;
    if (previousResultId === resultId) return { kind: "unchanged", resultId };
    const items = current ? diagnosticsOf(current.findings, textDocument.uri, client) : [];
    return { kind: "full", resultId, items };
  });

  connection.onCodeAction(async (params) => {
    const current = await judged(params.textDocument.uri).catch(ignoreAborted);
    if (!current || !client.codeActionLiterals) return [];
    const context = {
      target: { uri: params.textDocument.uri, version: current.version },
      document: current.document,
      findings: current.findings,
      client,
      placeAppend: appendPlacer(current.place, (uri) => documents.get(uri)?.getText()),
    };
    const reanalyse = async (document: OpenAnalysis["document"]): Promise<readonly JudgedFinding[]> => {
      const analysis = await analyser.analyse(document);
      return judge(analysis, policies.policyOf(current.place, analysis.evidence), ruleById);
    };
    return [...codeActionsFor(context, params), ...(await fixAllActionFor(context, params, reanalyse))];
  });

  connection.onHover(async ({ textDocument, position }) => {
    const current = await judged(textDocument.uri).catch(ignoreAborted);
    return current && hoverAt(current.findings, ruleById, position, client.markdownHover);
  });

  connection.onRequest(statusMethod, ({ uri }: StatusParams) => statusOf(uri));

  connection.onRequest(auditMethod, async (params: AuditParams, token: CancellationToken): Promise<AuditResult> => {
    const openText = (uri: string): { text: string; version: number } | undefined => {
      const document = documents.get(uri);
      return document && { text: document.getText(), version: document.version };
    };
    audits++;
    announce();
    try {
      return await runAudit({ connection, client, folders, policies, openText }, params, token);
    } finally {
      audits--;
      announce();
    }
  });

  function announce(): void {
    for (const { uri } of documents.all()) void sendStatus(uri).catch(logError);
  }

  connection.onShutdown(() => {
    for (const timer of timers.values()) clearTimeout(timer);
    policies.dispose();
  });
  documents.listen(connection);
}

/** The question came too late: a newer version is being analysed and will be asked for. */
function ignoreAborted(error: unknown): undefined {
  if (error instanceof Error && error.name === "AbortError") return undefined;
  throw error;
}

/** Makes the client ask again, instead of keeping old findings. */
function retriggerWhenAborted(error: unknown): never {
  if (error instanceof Error && error.name === "AbortError") {
    throw new ResponseError(LSPErrorCodes.ServerCancelled, "a newer version is analysed", { retriggerRequest: true });
  }
  throw error;
}
