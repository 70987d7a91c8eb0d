import {
  DiagnosticRefreshRequest,
  TextDocuments,
  TextDocumentSyncKind,
  type Connection,
  type InitializeParams,
  type InitializeResult,
} from "vscode-languageserver";
import { configurationFileName } from "../core/configuration.ts";
import type { JudgedFinding } from "../core/finding.ts";
import { rulesById } from "../rules/ruleHeads.ts";
import type { AnalysisThread } from "../workspace/threads/analysisThread.ts";
import type { ThreadSuppression } from "../workspace/threads/messages.ts";
import { completionAt, completionTriggers } from "./authoring/completion.ts";
import { insightHover } from "./authoring/insightHover.ts";
import { createScopeLenses } from "./authoring/scopeLenses.ts";
import { answerAudits } from "./auditRequests.ts";
import { Baselines } from "./baselines.ts";
import { abilitiesOf, type ClientAbilities } from "./clientAbilities.ts";
import { codeActionsFor } from "./codeActions.ts";
import { appendPlacer } from "./fileAppends.ts";
import { createDocumentAnalyser } from "./documentAnalyser.ts";
import { createEditLog } from "./editLog.ts";
import { fixAllActionFor } from "./fixAll.ts";
import { createFolderIndexes } from "./folderIndexes.ts";
import { Folders, type Place } from "./folders.ts";
import { hoverAt } from "./hover.ts";
import { createIndexProgress } from "./indexProgress.ts";
import { createJudgedDocuments, ignoreAborted } from "./judgedDocuments.ts";
import { Policies } from "./policies.ts";
import {
  diagnosticSource,
  fixAllKind,
  statusMethod,
  type Status,
  type StatusParams,
} from "./protocol.ts";
import { createPulledDiagnostics } from "./pulledDiagnostics.ts";
import { createPushedDiagnostics, debounceMilliseconds } from "./pushedDiagnostics.ts";
import { readBaselineSettings, readSettings, wantsCodeLenses } from "./settings.ts";
import { listenToWorkspace } from "./workspaceEvents.ts";

/** Serves the protocol on a connection, analysing on `thread`; the caller starts listening. */
export function serve(connection: Connection, thread: AnalysisThread): void {
  let client: ClientAbilities = abilitiesOf({ processId: null, rootUri: null, capabilities: {} });
  let audits = 0;
  const edits = createEditLog();
  const documents = new TextDocuments(edits.configuration);
  const folders = new Folders();
  const policies = new Policies(() => judgedAgain(), (root, apps) => {
    // A file that is open on its own may lie anywhere.
    if (folders.roots.includes(root)) indexes.build(root, apps);
  }, new Baselines((line) => connection.console.warn(line)));
  const analyser = createDocumentAnalyser(thread);
  const judged = createJudgedDocuments(documents, folders, policies, edits, analyser, (line) => connection.console.warn(line), ({ root }, news) => indexes.analysed(root, news));
  const indexes = createFolderIndexes({
    analyser,
    list: (root, signal) => policies.filesBelow(root, signal),
    openTexts: judged.openTexts,
    take: (root, update) => {
      foundAnew(judged.takeAcross(root, update));
      lenses.factsChanged(root, update.generation);
    },
    outdated: (root, paths) => foundAnew(judged.outdate(root, paths)),
    progress: createIndexProgress(connection, () => client),
    logError,
  });
  const lenses = createScopeLenses({ connection, client: () => client, placeOf, analyser, logError });
  const pushed = createPushedDiagnostics(connection, documents, judged, () => client, logError);

  const pulled = createPulledDiagnostics({
    judged,
    client: () => client,
    version: (uri) => documents.get(uri)?.version,
    policyGeneration: () => policies.generation,
    refresh,
    logError,
  });

  function placeOf(uri: string): Place | undefined {
    const document = documents.get(uri);
    const place = document && folders.placeOf(uri, document.languageId);
    return place && !policies.isIgnored(place) ? place : undefined;
  }

  function takeSettings(value: unknown): void {
    policies.setSettings(readSettings(value), readBaselineSettings(value));
    lenses.show(wantsCodeLenses(value));
  }

  function refresh(): void {
    if (client.refreshesDiagnostics) connection.sendRequest(DiagnosticRefreshRequest.type).catch(logError);
  }

  /** Something else may be found in documents that were not edited. */
  function foundAnew(uris: readonly string[]): void {
    if (uris.length === 0) return;
    if (client.pullsDiagnostics) refresh();
    else for (const uri of uris) pushed.soon(uri, 0);
  }

  function logError(error: unknown): void {
    connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }

  /** Configuration or marketplaces changed: the same findings may now weigh otherwise. */
  function judgedAgain(): void {
    for (const { uri } of documents.all()) if (!client.pullsDiagnostics) pushed.soon(uri, 0);
    announceStatus();
    refresh();
  }

  function announceStatus(): void {
    for (const { uri } of documents.all()) void sendStatus(uri).catch(logError);
  }

  async function sendStatus(uri: string): Promise<void> {
    await connection.sendNotification(statusMethod, await statusOf(uri));
  }

  async function statusOf(uri: string): Promise<Status> {
    const place = folders.placeOf(uri, documents.get(uri)?.languageId ?? "");
    const current = await judged.of(uri).catch(ignoreAborted);
    const marketplaces = place ? policies.appliedTo(place, current?.analysis.evidence ?? []) : [];
    return { uri, marketplaces, busy: audits > 0 };
  }

  connection.onInitialize((params): InitializeResult => {
    client = abilitiesOf(params);
    folders.set(foldersOf(params));
    const options: unknown = params.initializationOptions;
    takeSettings(options);
    return { serverInfo: { name: "marketlint" }, capabilities: capabilitiesFor(client) };
  });
  connection.onInitialized(() => listenToWorkspace(connection, client, folders, policies, indexes, takeSettings, logError));

  documents.onDidOpen(({ document }) => void sendStatus(document.uri).catch(logError));
  documents.onDidChangeContent(({ document }) => {
    if (client.pullsDiagnostics) return;
    pushed.provisional(document.uri);
    pushed.soon(document.uri, document.version <= 1 ? 0 : debounceMilliseconds);
  });
  documents.onDidSave(({ document }) => {
    const place = folders.placeOf(document.uri, document.languageId);
    const unwatched = !client.registersFileWatchers && place?.path.endsWith(configurationFileName);
    if (place && unwatched) policies.fileChanged(place);
    if (!client.pullsDiagnostics) pushed.soon(document.uri, 0);
  });
  documents.onDidClose(({ document }) => {
    judged.close(document.uri);
    lenses.close(document.uri);
    const place = folders.placeOf(document.uri, document.languageId);
    if (place && !policies.isIgnored(place)) indexes.closed(place);
    pulled.close(document.uri);
    edits.close(document.uri);
    if (!client.pullsDiagnostics) pushed.clear(document.uri);
  });

  connection.languages.diagnostics.on(({ textDocument: { uri }, previousResultId }) => pulled.report(uri, previousResultId));

  connection.onCodeAction(async (params) => {
    const current = await judged.of(params.textDocument.uri).catch(ignoreAborted);
    if (!current || !client.codeActionLiterals) return [];
    const { document, findings, place, version } = current;
    const placeAppend = appendPlacer(place, (uri) => documents.get(uri)?.getText());
    const target = { uri: params.textDocument.uri, version };
    const suppressionsFor = (finding: JudgedFinding): Promise<ThreadSuppression> => judged.suppressionsFor(document, finding);
    const context = { target, document, findings, client, placeAppend, suppressionsFor };
    const fixAll = await fixAllActionFor(context, params, (fixed) => judged.inText(fixed, place));
    return [...(await codeActionsFor(context, params)), ...fixAll];
  });

  connection.onHover(async ({ textDocument, position }) => {
    const current = await judged.of(textDocument.uri).catch(ignoreAborted);
    if (!current) return undefined;
    const { root, path } = current.place;
    const [insight] = (await analyser.insights(root, [path])) ?? [];
    const { markdownHover } = client;
    const known = insight && insightHover(insight, position, { root, markdown: markdownHover });
    return hoverAt(current.findings, rulesById, position, markdownHover, known);
  });

  connection.onCodeLens(({ textDocument }) => lenses.of(textDocument.uri));

  connection.onCompletion(async ({ textDocument, position }) => {
    const document = documents.get(textDocument.uri);
    const place = placeOf(textDocument.uri);
    if (!document || !place) return undefined;
    return completionAt(document, place, document.offsetAt(position), analyser);
  });

  connection.onRequest(statusMethod, ({ uri }: StatusParams) => statusOf(uri));

  answerAudits(
    connection,
    {
      connection,
      get client() {
        return client;
      },
      folders,
      policies,
      openText(uri) {
        const document = documents.get(uri);
        return document && { text: document.getText(), version: document.version };
      },
    },
    (change) => {
      audits += change;
      announceStatus();
    },
  );

  connection.onShutdown(async () => {
    pushed.dispose();
    pulled.dispose();
    indexes.dispose();
    policies.dispose();
    await judged.dispose();
  });
  documents.listen(connection);
}

function foldersOf(params: InitializeParams): string[] {
  if (params.workspaceFolders) return params.workspaceFolders.map((folder) => folder.uri);
  return params.rootUri ? [params.rootUri] : [];
}

function capabilitiesFor(client: ClientAbilities): InitializeResult["capabilities"] {
  return {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    codeActionProvider: client.codeActionLiterals ? { codeActionKinds: ["quickfix", fixAllKind] } : false,
    hoverProvider: true,
    codeLensProvider: {},
    completionProvider: { triggerCharacters: [...completionTriggers] },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    ...(client.pullsDiagnostics && {
      diagnosticProvider: { identifier: diagnosticSource, interFileDependencies: false, workspaceDiagnostics: false },
    }),
  };
}
