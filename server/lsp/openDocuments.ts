import type { TextDocument } from "vscode-languageserver-textdocument";
import type { FileAnalysis } from "../analysis/analyse.ts";
import { changeBetween, completedByLastGood, provisionalAnalysis, type Earlier } from "../analysis/movedFindings.ts";
import { Document } from "../core/document.ts";
import type { LocatedFinding } from "../core/finding.ts";
import type { TextRange } from "../core/text.ts";
import { languageOf } from "../languages/languageOf.ts";
import type { DocumentAnalyser } from "./documentAnalyser.ts";
import type { EditLog } from "./editLog.ts";
import type { Place } from "./folders.ts";

/** What one version of an open document says. */
export interface OpenAnalysis {
  readonly place: Place;
  readonly version: number;
  readonly document: Document;
  readonly analysis: FileAnalysis;
}

interface Analysed {
  readonly version: number;
  readonly text: string;
  readonly analysis: FileAnalysis;
}

interface Entry {
  latest?: { readonly version: number; readonly result: Promise<OpenAnalysis>; readonly abort: AbortController };
  /** The last version that was analysed to its end. */
  done?: Analysed;
  /** The last version whose end the parser did not lose. */
  lastGood?: Analysed;
}

/** The analyses of open documents: one running for each at most, the newest version wins. */
export class OpenDocuments {
  readonly #entries = new Map<string, Entry>();
  readonly #analyser: DocumentAnalyser;
  readonly #edits: EditLog;
  readonly #findingsInText: (document: Document, within: TextRange) => readonly LocatedFinding[];

  /** `findingsInText` looks at a stretch of text at once, for what is shown before the analysis is done. */
  constructor(
    analyser: DocumentAnalyser,
    edits: EditLog,
    findingsInText: (document: Document, within: TextRange) => readonly LocatedFinding[],
  ) {
    this.#analyser = analyser;
    this.#edits = edits;
    this.#findingsInText = findingsInText;
  }

  /** The analysis of this version, made once. Rejects with an AbortError where a newer version was asked for. */
  analysisOf(text: TextDocument, place: Place): Promise<OpenAnalysis> {
    const entry = this.#entryOf(text.uri);
    if (entry.latest?.version === text.version) return entry.latest.result;
    entry.latest?.abort.abort();
    const abort = new AbortController();
    const result = this.#analyse(entry, text, place, abort.signal);
    entry.latest = { version: text.version, result, abort };
    // Who asked first may have gone; the rejection of an outdated analysis concerns nobody then.
    result.catch(() => undefined);
    return result;
  }

  /** Whether this version was analysed to its end. */
  isDone(text: TextDocument): boolean {
    return this.#entries.get(text.uri)?.done?.version === text.version;
  }

  /**
   * What holds at once: the earlier version's findings, moved with the edit, and what the rules on text find
   * where the edit is. Undefined where no earlier version was analysed.
   */
  provisionalOf(text: TextDocument, place: Place): OpenAnalysis | undefined {
    const done = this.#entries.get(text.uri)?.done;
    if (!done) return undefined;
    const document = new Document(place.path, languageOf(place.path), text.getText());
    const earlier = this.#earlier(text.uri, document, done);
    return { place, version: text.version, document, analysis: provisionalAnalysis(document, earlier, this.#findingsInText) };
  }

  /** Ends the work on a document and forgets it. */
  close(uri: string): void {
    this.#entries.get(uri)?.latest?.abort.abort();
    this.#entries.delete(uri);
  }

  #earlier(uri: string, document: Document, { version, text, analysis }: Analysed): Earlier {
    return { analysis, changes: this.#edits.since(uri, version) ?? [changeBetween(text, document.text)] };
  }

  #entryOf(uri: string): Entry {
    const known = this.#entries.get(uri);
    if (known) return known;
    const entry: Entry = {};
    this.#entries.set(uri, entry);
    return entry;
  }

  async #analyse(entry: Entry, text: TextDocument, place: Place, signal: AbortSignal): Promise<OpenAnalysis> {
    const content = text.getText();
    const { version } = text;
    const document = new Document(place.path, languageOf(place.path), content);
    const fresh = await this.#analyser.analyse(document, signal);
    signal.throwIfAborted();
    if (!fresh.truncated) entry.lastGood = { text: content, analysis: fresh, version };
    const analysis =
      fresh.truncated && entry.lastGood
        ? completedByLastGood(document, fresh, this.#earlier(text.uri, document, entry.lastGood))
        : fresh;
    entry.done = { text: content, analysis, version };
    return { place, version, document, analysis };
  }
}
