import { Uri, languages, workspace, type Diagnostic, type DiagnosticCollection, type Disposable } from "vscode";
import type { DiagnosticCollectionProvider } from "vscode-languageclient/node";

/**
 * All findings that the editor shows, once each: an open document's are those the language client pulls, a closed
 * file's those of the last audit. One store, because a problem in two collections is shown twice.
 */
export interface FindingStore extends Disposable {
  /** Gives the language client its part of the store to write pulled findings to. */
  readonly pullCollection: DiagnosticCollectionProvider;
  /** Takes an audit's findings of one file. They are shown as soon as the file is not open. */
  setAudited(file: Uri, diagnostics: readonly Diagnostic[]): void;
  /** Forgets an audit's findings of one file, because it changed or is gone. */
  forgetAudited(file: Uri): void;
  /** The files that an audit has findings of. */
  auditedFiles(): Uri[];
  isAudited(file: Uri): boolean;
  /** Whether the language client serves this file's findings at present. */
  isPulled(file: Uri): boolean;
  /** Removes everything. */
  clear(): void;
}

interface AuditedFile {
  readonly uri: Uri;
  /** Absent while the only findings known are those of unsaved text, which closing throws away. */
  readonly diagnostics: readonly Diagnostic[] | undefined;
}

export function createFindingStore(): FindingStore {
  const shown = languages.createDiagnosticCollection("marketlint");
  const pulled = new Map<string, readonly Diagnostic[]>();
  const audited = new Map<string, AuditedFile>();

  const show = (file: Uri): void => {
    const key = file.toString();
    if (!isOpen(file)) pulled.delete(key);
    shown.set(file, pulled.get(key) ?? audited.get(key)?.diagnostics);
  };
  const pull = (file: Uri, diagnostics: readonly Diagnostic[] | undefined): void => {
    // An answer may come when the file is closed already; nobody would ever take it back.
    if (!isOpen(file)) return;
    pulled.set(file.toString(), diagnostics ?? []);
    keepSaved(file);
    show(file);
  };
  /** What the editor shows of a saved text is what an audit would find, so closing the file need not lose it. */
  const keepSaved = (uri: Uri): void => {
    const diagnostics = pulled.get(uri.toString());
    if (!audited.has(uri.toString()) || diagnostics === undefined || isUnsaved(uri)) return;
    audited.set(uri.toString(), { uri, diagnostics });
  };
  const release = (file: Uri): void => {
    pulled.delete(file.toString());
    show(file);
  };
  const saving = workspace.onDidSaveTextDocument((document) => keepSaved(document.uri));

  return {
    pullCollection: {
      create: (name) => pullView(name ?? "marketlint", shown, pulled, pull, release),
      dispose: (collection) => collection.clear(),
    },
    setAudited(uri, diagnostics) {
      audited.set(uri.toString(), { uri, diagnostics: isUnsaved(uri) ? undefined : diagnostics });
      show(uri);
    },
    forgetAudited(file) {
      if (audited.delete(file.toString())) show(file);
    },
    auditedFiles: () => [...audited.values()].map(({ uri }) => uri),
    isAudited: (file) => audited.has(file.toString()),
    isPulled: (file) => pulled.has(file.toString()) && isOpen(file),
    clear() {
      pulled.clear();
      audited.clear();
      shown.clear();
    },
    dispose() {
      saving.dispose();
      shown.dispose();
    },
  };
}

type PulledFile = [Uri, readonly Diagnostic[] | undefined];

/** The collection that the language client believes to be its own. */
function pullView(
  name: string,
  shown: DiagnosticCollection,
  pulled: ReadonlyMap<string, readonly Diagnostic[]>,
  pull: (file: Uri, diagnostics: readonly Diagnostic[] | undefined) => void,
  release: (file: Uri) => void,
): DiagnosticCollection {
  const own = (): [Uri, readonly Diagnostic[]][] => [...shown].filter(([uri]) => pulled.has(uri.toString()));
  const view: DiagnosticCollection = {
    name,
    set(first: Uri | readonly PulledFile[], diagnostics?: readonly Diagnostic[]) {
      if (first instanceof Uri) pull(first, diagnostics);
      else for (const [file, entries] of first) pull(file, entries);
    },
    delete: release,
    clear: () => own().forEach(([uri]) => release(uri)),
    forEach(visit) {
      for (const [uri, diagnostics] of own()) visit(uri, diagnostics, view);
    },
    get: (uri) => pulled.get(uri.toString()),
    has: (uri) => pulled.has(uri.toString()),
    dispose: () => view.clear(),
    [Symbol.iterator]: () => own().values(),
  };
  return view;
}

function isOpen(file: Uri): boolean {
  const key = file.toString();
  return workspace.textDocuments.some((document) => document.uri.toString() === key);
}

function isUnsaved(file: Uri): boolean {
  const key = file.toString();
  return workspace.textDocuments.some((document) => document.isDirty && document.uri.toString() === key);
}
