import type { TextDocument } from "vscode-languageserver-textdocument";
import { withFindingsAcross } from "../analysis/acrossFiles.ts";
import type { FileAnalysis } from "../analysis/analyse.ts";
import { changeBetween, completedByLastGood, movedFindings, provisionalAnalysis, type Change, type Earlier } from "../analysis/movedFindings.ts";
import { Document } from "../core/document.ts";
import type { LocatedFinding } from "../core/finding.ts";
import type { TextRange } from "../core/text.ts";
import { languageOf } from "../languages/languageOf.ts";
import type { IndexNews } from "../workspace/threads/indexMessages.ts";
import type { DocumentAnalyser } from "./documentAnalyser.ts";
import type { EditLog } from "./editLog.ts";
import type { Place } from "./folders.ts";

/** What one version of an open document says. */
export interface OpenAnalysis {
  readonly place: Place;
  readonly version: number;
  readonly document: Document;
  /** What rules across files found is in it. */
  readonly analysis: FileAnalysis;
  /** Another one says that the same version may have other findings. */
  readonly generation: number;
}

interface Analysed {
  readonly version: number;
  readonly text: string;
  readonly analysis: FileAnalysis;
}

/** What rules across files found in one version. */
interface Across {
  readonly version: number;
  readonly text: string;
  readonly findings: readonly LocatedFinding[];
  readonly ran: readonly string[];
}

interface Entry {
  generation: number;
  across?: Across;
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
  readonly #analysed: (place: Place, news: IndexNews) => void;

  /**
   * `findingsInText` looks at a stretch of text at once, for what is shown before the analysis is done. `analysed` is
   * told what an analysis means for other files.
   */
  constructor(
    analyser: DocumentAnalyser,
    edits: EditLog,
    findingsInText: (document: Document, within: TextRange) => readonly LocatedFinding[],
    analysed: (place: Place, news: IndexNews) => void,
  ) {
    this.#analyser = analyser;
    this.#edits = edits;
    this.#findingsInText = findingsInText;
    this.#analysed = analysed;
  }

  /** The analysis of this version, made once. Rejects with an AbortError where a newer version was asked for. */
  async analysisOf(text: TextDocument, place: Place): Promise<OpenAnalysis> {
    const entry = this.#entryOf(text.uri);
    return this.#withAcross(text.uri, entry, await this.#latest(entry, text, place));
  }

  /** Takes what rules across files found in a version. True where that is something else than before. */
  setAcross(uri: string, version: number, findings: readonly LocatedFinding[], ran: readonly string[]): boolean {
    const entry = this.#entries.get(uri);
    // Of another version a newer analysis is on its way, and with it newer findings.
    if (entry?.done?.version !== version) return false;
    const known = entry.across;
    entry.across = { version, text: entry.done.text, findings, ran };
    const isSame = known?.version === version && JSON.stringify([known.findings, known.ran]) === JSON.stringify([findings, ran]);
    if (!isSame) entry.generation++;
    return !isSame;
  }

  /** A file that was read for the analysis changed: it is made anew when it is asked for. */
  outdate(uri: string): void {
    const entry = this.#entries.get(uri);
    if (!entry?.latest || entry.done?.version !== entry.latest.version) return;
    delete entry.latest;
    entry.generation++;
  }

  #latest(entry: Entry, text: TextDocument, place: Place): Promise<OpenAnalysis> {
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
    const entry = this.#entries.get(text.uri);
    const done = entry?.done;
    if (!done) return undefined;
    const document = new Document(place.path, languageOf(place.path), text.getText());
    const earlier = this.#earlier(text.uri, document, done);
    const analysis = provisionalAnalysis(document, earlier, this.#findingsInText);
    return this.#withAcross(text.uri, entry, { place, version: text.version, document, analysis, generation: entry.generation });
  }

  /** Ends the work on a document and forgets it. */
  close(uri: string): void {
    this.#entries.get(uri)?.latest?.abort.abort();
    this.#entries.delete(uri);
  }

  #earlier(uri: string, document: Document, { version, text, analysis }: Analysed): Earlier {
    return { analysis, changes: this.#changes(uri, document, version, text) };
  }

  #changes(uri: string, document: Document, version: number, text: string): readonly Change[] {
    return this.#edits.since(uri, version) ?? [changeBetween(text, document.text)];
  }

  /** With what rules across files found: in this version, or in an earlier one and moved with the edits since. */
  #withAcross(uri: string, { across, generation }: Entry, open: OpenAnalysis): OpenAnalysis {
    if (!across) return { ...open, generation };
    const { document, version } = open;
    const findings = across.version === version ? across.findings : movedFindings(document, across.findings, this.#changes(uri, document, across.version, across.text));
    // Of what an edit touched no one can say whether it still holds, so neither which suppressions are needed.
    const ran = findings.length === across.findings.length ? across.ran : [];
    return { ...open, generation, analysis: withFindingsAcross(open.analysis, findings, ran) };
  }

  #entryOf(uri: string): Entry {
    const known = this.#entries.get(uri);
    if (known) return known;
    const entry: Entry = { generation: 0 };
    this.#entries.set(uri, entry);
    return entry;
  }

  async #analyse(entry: Entry, text: TextDocument, place: Place, signal: AbortSignal): Promise<OpenAnalysis> {
    const content = text.getText();
    const { version } = text;
    const document = new Document(place.path, languageOf(place.path), content);
    const { analysis: fresh, news } = await this.#analyser.analyse(document, place, version, signal);
    if (signal.aborted) {
      // What it means for other files holds all the same.
      this.#analysed(place, news);
      signal.throwIfAborted();
    }
    if (!fresh.truncated) entry.lastGood = { text: content, analysis: fresh, version };
    const analysis =
      fresh.truncated && entry.lastGood
        ? completedByLastGood(document, fresh, this.#earlier(text.uri, document, entry.lastGood))
        : fresh;
    entry.done = { text: content, analysis, version };
    this.#analysed(place, news);
    return { place, version, document, analysis, generation: entry.generation };
  }
}
