import type { TextDocuments } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Analyser, FileAnalysis } from "../analysis/analyse.ts";
import { judge } from "../analysis/judge.ts";
import type { Document } from "../core/document.ts";
import type { JudgedFinding } from "../core/finding.ts";
import { rulesById } from "../rules/ruleHeads.ts";
import { loadEngine } from "../workspace/loadEngine.ts";
import type { AcrossUpdate, IndexNews, OpenText } from "../workspace/threads/indexMessages.ts";
import type { DocumentAnalyser } from "./documentAnalyser.ts";
import type { EditLog } from "./editLog.ts";
import type { Folders, Place } from "./folders.ts";
import type { ThreadSuppression } from "../workspace/threads/messages.ts";
import { OpenDocuments, type OpenAnalysis } from "./openDocuments.ts";
import type { Policies } from "./policies.ts";

/** An open document, what it says, and what its policy makes of it. */
export interface JudgedDocument extends OpenAnalysis {
  readonly findings: readonly JudgedFinding[];
}

/** What is known of the open documents. */
export interface JudgedDocuments {
  /**
   * The findings of the newest version. Undefined where the document is not open, none of ours, or left out of
   * audits. Rejects with an AbortError where a newer version came meanwhile.
   */
  of(uri: string): Promise<JudgedDocument | undefined>;
  /**
   * What can be shown before `of` settles: the earlier findings moved with the edits, and what the rules on text
   * find where the edit is. Undefined where nothing is known yet, or where `of` is settled.
   */
  provisionalOf(uri: string): JudgedDocument | undefined;
  /** The texts of the open documents of a folder that audits would look at too. */
  openTexts(root: string): OpenText[];
  /** Takes what rules across files found in the open documents of a folder. Gives those for which it is new. */
  takeAcross(root: string, update: AcrossUpdate): string[];
  /** A file that was read for the analysis of these open documents changed. Gives those that are to be asked for again. */
  outdate(root: string, paths: readonly string[]): string[];
  /** The findings of another text at the same place, such as one after fixes. */
  inText(document: Document, place: Place): Promise<readonly JudgedFinding[]>;
  /** The comments that would suppress a finding. */
  suppressionsFor(document: Document, finding: JudgedFinding): Promise<ThreadSuppression>;
  close(uri: string): void;
  /** Ends the analysis thread. */
  dispose(): Promise<void>;
}

/** Analyses open documents and judges them; `warn` is told once of each check that failed. */
export function createJudgedDocuments(
  documents: TextDocuments<TextDocument>,
  folders: Folders,
  policies: Policies,
  edits: EditLog,
  analyser: DocumentAnalyser,
  warn: (line: string) => void,
  analysed: (place: Place, news: IndexNews) => void,
): JudgedDocuments {
  let onText: Analyser | undefined;
  const analyses = new OpenDocuments(analyser, edits, (document, within) => {
    void loadOnText();
    return onText?.findingsInText(document, within) ?? [];
  }, analysed);
  const told = new Set<string>();

  /** The rules on text look at what is typed at once; whoever only opens documents needs none of them in this thread. */
  async function loadOnText(): Promise<void> {
    if (onText) return;
    const { createAnalyser, rules } = await loadEngine();
    onText ??= createAnalyser(rules.filter((rule) => rule.tier === "text"));
  }

  function warnOfFailures({ notAnalysed }: Pick<FileAnalysis, "notAnalysed">): void {
    for (const { path, rule, reason } of notAnalysed) {
      const line = `Not analysed: ${path}: ${rule === undefined ? "" : `${rule}: `}${reason}`;
      if (told.has(line)) continue;
      told.add(line);
      warn(line);
    }
  }

  /** An open document of ours that audits would look at too. */
  function find(uri: string): { text: TextDocument; place: Place } | undefined {
    const text = documents.get(uri);
    const place = text && folders.placeOf(uri, text.languageId);
    return text && place && !policies.isIgnored(place) ? { text, place } : undefined;
  }

  function openIn(root: string): { text: TextDocument; place: Place }[] {
    return documents.all().flatMap(({ uri }) => {
      const found = find(uri);
      return found?.place.root === root ? [found] : [];
    });
  }

  function judgeOpen(open: OpenAnalysis): JudgedDocument {
    const policy = policies.policyOf(open.place, open.analysis.evidence);
    return { ...open, findings: policies.accept(open.place.root, judge(open.analysis, policy, rulesById)) };
  }

  return {
    async of(uri) {
      const found = find(uri);
      if (!found) return undefined;
      const open = await analyses.analysisOf(found.text, found.place);
      void loadOnText();
      warnOfFailures(open.analysis);
      return judgeOpen(open);
    },
    provisionalOf(uri) {
      const found = find(uri);
      if (!found || analyses.isDone(found.text)) return undefined;
      const open = analyses.provisionalOf(found.text, found.place);
      return open && judgeOpen(open);
    },
    openTexts: (root) => openIn(root).map(({ text, place: { path } }) => ({ path, text: text.getText(), version: text.version })),
    takeAcross(root, update) {
      warnOfFailures(update);
      const found = new Map(update.files.map((file) => [file.path, file]));
      return openIn(root).flatMap(({ text: { uri }, place: { path } }) => {
        const file = found.get(path);
        return file && analyses.setAcross(uri, file.version, file.findings, update.ran) ? [uri] : [];
      });
    },
    outdate(root, paths) {
      const uris = openIn(root).flatMap(({ text: { uri }, place: { path } }) => (paths.includes(path) ? [uri] : []));
      for (const uri of uris) analyses.outdate(uri);
      return uris;
    },
    async inText(document, place) {
      const analysis = await analyser.analyseText(document, place.root);
      return policies.accept(place.root, judge(analysis, policies.policyOf(place, analysis.evidence), rulesById));
    },
    suppressionsFor: (document, finding) => analyser.suppressionsFor(document, finding.rule, finding.range),
    close: (uri) => analyses.close(uri),
    dispose: () => analyser.dispose(),
  };
}

/** Whether an analysis was given up because a newer version came. */
export function isAborted(error: unknown): boolean {
  return error instanceof Error && error.name === "AbortError";
}

/** For a question that came too late: a newer version is being analysed and will be asked for. */
export function ignoreAborted(error: unknown): undefined {
  if (isAborted(error)) return undefined;
  throw error;
}
