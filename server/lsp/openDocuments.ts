import type { TextDocument } from "vscode-languageserver-textdocument";
import type { FileAnalysis } from "../analysis/analyse.ts";
import { completedByLastGood } from "../analysis/movedFindings.ts";
import { Document } from "../core/document.ts";
import { languageOf } from "../languages/languageOf.ts";
import type { DocumentAnalyser } from "./documentAnalyser.ts";
import type { Place } from "./folders.ts";

/** What one version of an open document says. */
export interface OpenAnalysis {
  readonly place: Place;
  readonly version: number;
  readonly document: Document;
  readonly analysis: FileAnalysis;
}

interface Entry {
  latest?: { readonly version: number; readonly result: Promise<OpenAnalysis>; readonly abort: AbortController };
  lastGood?: { readonly text: string; readonly analysis: FileAnalysis };
}

/** The analyses of open documents: one running for each at most, the newest version wins. */
export class OpenDocuments {
  readonly #entries = new Map<string, Entry>();
  readonly #analyser: DocumentAnalyser;

  constructor(analyser: DocumentAnalyser) {
    this.#analyser = analyser;
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

  /** Ends the work on a document and forgets it. */
  close(uri: string): void {
    this.#entries.get(uri)?.latest?.abort.abort();
    this.#entries.delete(uri);
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
    const document = new Document(place.path, languageOf(place.path), content);
    const fresh = await this.#analyser.analyse(document, signal);
    signal.throwIfAborted();
    if (!fresh.truncated) {
      entry.lastGood = { text: content, analysis: fresh };
      return { place, version: text.version, document, analysis: fresh };
    }
    const analysis = entry.lastGood ? completedByLastGood(document, fresh, entry.lastGood) : fresh;
    return { place, version: text.version, document, analysis };
  }
}
