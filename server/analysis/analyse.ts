import { Document, NotAnalysable } from "../core/document.ts";
import type { Fact, FactSource, WorkspaceRule } from "../core/fact.ts";
import type { Finding, LocatedFinding } from "../core/finding.ts";
import type { MarketplaceEvidence } from "../core/requirement.ts";
import type { Rule, TriggerHit } from "../core/rule.ts";
import type { TextRange } from "../core/text.ts";
import { ParserNeeded, withParsers } from "../languages/parserNeeded.ts";
import { focused, loadTypeScriptParser, typeScriptParserLoaded, typescriptSyntax } from "../languages/typescript/syntax.ts";
import { detectMarketplaces, detectionFileNames, detectionTriggers } from "../marketplaces/index.ts";
import { syntaxLimit, textLimit } from "./limits.ts";
import { locate, regionOf } from "./locate.ts";
import type { NotedNeighbours } from "./notedNeighbours.ts";
import { suppressionWord, suppressionsOf, type SuppressionComment } from "./suppressions.ts";
import { wordHits, type Reader, type TextHits } from "./wordHits.ts";

/** Something that was not analysed: a whole file, or one rule in it. */
export interface NotAnalysed {
  readonly path: string;
  /** A sentence part: "nested too deeply for the parser". */
  readonly reason: string;
  /** The rule, or the source of facts, that failed; absent where the file as a whole is meant. */
  readonly rule?: string;
}

/** All that one document says, whatever the policy. Plain data without the text and without secrets. */
export interface FileAnalysis {
  readonly path: string;
  readonly findings: readonly LocatedFinding[];
  readonly suppressions: readonly SuppressionComment[];
  readonly evidence: readonly MarketplaceEvidence[];
  readonly notAnalysed: readonly NotAnalysed[];
  /** What rules across files need of the document, by source and place. */
  readonly facts: readonly Fact[];
  /** Ids of the sources that had to look at the document and could not: what they would have said is not known. */
  readonly factsMissing?: readonly string[];
  /** Paths of the neighbours that were asked for, existing or not: what they say decides what was found here. */
  readonly reads: readonly string[];
  /** Ids of the rules that looked at the document, or would have, had a trigger occurred. */
  readonly ran: readonly string[];
  /** The parser lost the end of the file: findings of an earlier version may still hold. */
  readonly truncated: boolean;
}

/** Options of one analysis. */
export interface AnalyseOptions {
  /** Only these rules. */
  readonly rules?: ReadonlySet<string>;
  /** Looked at between rules; an aborted analysis rejects with the signal's reason. */
  readonly signal?: StopSignal;
  /** Reaches other files; without it every document stands by itself. */
  readonly neighbours?: NotedNeighbours;
  /** No rule runs, only the sources of facts of the rules that would. */
  readonly factsOnly?: boolean;
  /** Ids of sources that look at the whole document although none of their triggers may occur in it: a learnt word does. */
  readonly further?: ReadonlySet<string>;
}

/** The part of an AbortSignal that the analysis needs; another thread's wish to stop can be one too. */
export type StopSignal = Pick<AbortSignal, "throwIfAborted">;

/** Runs rules over documents. */
export interface Analyser {
  /** Whether any rule or detection could find something in this text: the gate before decoding and parsing. */
  mayMatter(path: string, bytes: Uint8Array): boolean;
  /** The same for the sources of facts alone. */
  mayHoldFacts(path: string, bytes: Uint8Array): boolean;
  analyse(document: Document, options?: AnalyseOptions): Promise<FileAnalysis>;
  /**
   * What the rules on text find within a range of a document, at once and without a parser: for the stretch that
   * somebody is typing in. Triggers outside the range are not looked at.
   */
  findingsInText(document: Document, within: TextRange): readonly LocatedFinding[];
}

/** TypeScript that only declares: nothing in it runs, and generated ones are among the longest files of a project. */
const declarationFile = /\.d\.(?:[\w-]{1,40}\.)?[cm]?ts$/;

const syntaxLanguages: ReadonlySet<string> = new Set(["typescript", "html"]);

function looksAt({ languages, tier, fileNames }: Reader, { language, fileName }: Document): boolean {
  return languages.includes(language) && !(tier !== "text" && declarationFile.test(fileName)) && (fileNames?.includes(fileName) ?? true);
}

/** The sources that rules across files need, each once. */
export function sourcesOf(rules: readonly WorkspaceRule[]): FactSource[] {
  return [...new Map(rules.flatMap(({ sources }) => sources).map((source) => [source.id, source])).values()];
}

/**
 * Builds the automaton of all triggers once and gives the function that analyses one document. `across` are the rules
 * whose facts it collects.
 */
export function createAnalyser(rules: readonly Rule[], across: readonly WorkspaceRule[] = []): Analyser {
  const sources = sourcesOf(across);
  const readers: readonly Reader[] = [...rules, ...sources];
  const words = wordHits(readers, [...detectionTriggers, suppressionWord]);
  const detectionFiles = new Set(detectionFileNames);
  const matters = words.gateOf(readers, [...detectionTriggers, suppressionWord]);
  const holdsFacts = words.gateOf(sources, []);
  const readersOf = readersByKind(rules, sources);

  /** Converting a tree is most of the work, so only the part is made that the readers look at, where all of them say which. */
  function withPartOfTree(document: Document, all: readonly Reader[], hits: TextHits): Document {
    const onTree = all.filter(({ tier }) => tier !== "text");
    if (onTree.some((reader) => reader.anchors === undefined)) return document;
    return focused(document, hits.offsetsOf([...new Set(onTree.flatMap((reader) => reader.anchors ?? []))]));
  }

  return {
    mayMatter: (path, bytes) => detectionFiles.has(path.slice(path.lastIndexOf("/") + 1)) || matters(path, bytes),
    mayHoldFacts: (path, bytes) => sources.length > 0 && holdsFacts(path, bytes),

    async analyse(given, options = {}) {
      const { neighbours, factsOnly = false, further } = options;
      let document = neighbours ? new Document(given.path, given.language, given.text, neighbours.forOne()) : given;
      const isWanted = ({ id }: Pick<Rule, "id">): boolean => options.rules?.has(id) ?? true;
      const looking = readersOf(document);
      const ids = factsOnly ? [] : options.rules ? looking.ids.filter((id) => isWanted({ id })) : looking.ids;
      const analysis = emptyAnalysis(document.path, ids);
      const tooMuch = textLimit(document);
      if (tooMuch !== undefined) return { ...analysis, notAnalysed: [{ path: document.path, reason: tooMuch }] };

      const hits = words.hitsIn(document);
      const mayFind = mayFindIn(document, hits);
      const triggeredRules = looking.rules.filter(mayFind);
      const triggeredSources = looking.sources.filter((source) => further?.has(source.id) || mayFind(source));
      const wantedSources = options.rules && new Set(sourcesOf(across.filter(isWanted)));
      const work: Work = {
        rules: factsOnly ? [] : triggeredRules.filter(isWanted),
        sources: wantedSources ? triggeredSources.filter((source) => wantedSources.has(source)) : triggeredSources,
        hitsOf: (reader) => hits.byReader.get(reader) ?? [],
      };
      // Whichever rules are to run now: all of them share the tree of one document.
      if (!further?.size) document = withPartOfTree(document, factsOnly ? work.sources : [...triggeredRules, ...triggeredSources], hits);
      const detects = detectionFiles.has(document.fileName) || hits.has(detectionTriggers);
      const outcome = await runTiers(document, work, options.signal);
      return {
        ...analysis,
        ...outcome,
        reads: neighbours?.noted() ?? [],
        suppressions: factsOnly ? [] : suppressionsOf(document),
        evidence: detects && !factsOnly ? evidenceOf(document) : [],
      };
    },

    findingsInText(document, within) {
      const { byReader } = words.hitsIn(document, within.start, within.end);
      const onText = rules.filter((rule) => rule.tier === "text" && !rule.fileNames && rule.languages.includes(document.language));
      return runReaders(document, { rules: onText, sources: [], hitsOf: (rule) => byReader.get(rule) ?? [] }, undefined).findings;
    },
  };
}

/** Who looks at files of one kind, and the rules' ids. */
interface Looking {
  readonly rules: readonly Rule[];
  readonly sources: readonly FactSource[];
  readonly ids: readonly string[];
}

/** The readers of a document by its language, by what it declares, and by its name where a reader asks for names. */
function readersByKind(rules: readonly Rule[], sources: readonly FactSource[]): (document: Document) => Looking {
  const names = new Set([...rules, ...sources].flatMap(({ fileNames = [] }) => fileNames));
  const known = new Map<string, Looking>();
  return (document) => {
    const { language, fileName } = document;
    const kind = `${language} ${declarationFile.test(fileName)} ${names.has(fileName) ? fileName : ""}`;
    let looking = known.get(kind);
    if (!looking) {
      const own = rules.filter((rule) => looksAt(rule, document));
      looking = { rules: own, sources: sources.filter((source) => looksAt(source, document)), ids: own.map(({ id }) => id) };
      known.set(kind, looking);
    }
    return looking;
  };
}

/** Whether a reader has something to look at: by the file's name or by its words, and by its own look at the text. */
function mayFindIn(document: Document, { byReader }: TextHits): (reader: Reader) => boolean {
  return (reader) => {
    const hits = byReader.get(reader) ?? [];
    if (reader.fileNames === undefined && hits.length === 0) return false;
    try {
      return reader.promising?.(document, hits) ?? true;
    } catch {
      // The check fails as well, and is listed.
      return true;
    }
  };
}

/** The analysis of a file that says nothing. */
export function emptyAnalysis(path: string, ran: readonly string[] = []): FileAnalysis {
  return {
    path,
    findings: [],
    suppressions: [],
    evidence: [],
    notAnalysed: [],
    facts: [],
    reads: [],
    ran,
    truncated: false,
  };
}

/** Who looks at one document, and where. */
interface Work {
  readonly rules: readonly Rule[];
  readonly sources: readonly FactSource[];
  readonly hitsOf: (reader: Reader) => readonly TriggerHit[];
}

type Outcome = Pick<FileAnalysis, "findings" | "facts" | "factsMissing" | "notAnalysed" | "truncated">;

/**
 * Loading a parser takes longer than analysing most files, so the rules run without it first. It is loaded once a rule
 * asks for a tree, and that of TypeScript for the fixes of what rules on text found; then all run again.
 */
async function runTiers(document: Document, work: Work, signal: StopSignal | undefined): Promise<Outcome> {
  const outcome = await withParsers(() => runReaders(document, work, signal));
  if (outcome.findings.length === 0 || !syntaxLanguages.has(document.language) || typeScriptParserLoaded()) return outcome;
  await loadTypeScriptParser();
  return runReaders(document, work, signal);
}

function runReaders(document: Document, { rules, sources, hitsOf }: Work, signal: StopSignal | undefined): Outcome {
  const findings: Finding[] = [];
  const facts: Fact[] = [];
  const notAnalysed: NotAnalysed[] = [];
  const limit = syntaxLimit(document);
  const { path } = document;
  /** Whether the reader could look. */
  const look = (reader: Reader, run: () => void): boolean => {
    signal?.throwIfAborted();
    if (limit !== undefined && reader.tier !== "text") return false;
    try {
      run();
      return true;
    } catch (error) {
      if (error instanceof ParserNeeded) throw error;
      notAnalysed.push(failureOf(path, reader.id, error));
      return false;
    }
  };
  // Where every reader that has something to look at is content with the text, nothing was left out.
  if (limit !== undefined && [...rules, ...sources].some(({ tier }) => tier !== "text")) notAnalysed.push({ path, reason: limit });
  for (const rule of rules) {
    look(rule, () =>
      rule.check(document, (problem) => {
        // A hole that the parser made up for broken code has no width; nothing a user wrote is wrong there.
        if (problem.range.end > problem.range.start) findings.push({ ...problem, rule: rule.id, path });
      }, hitsOf(rule)),
    );
  }
  const factsMissing = sources
    .filter((source) => !look(source, () =>
      source.collect(document, (range, value) => facts.push({ source: source.id, path, range, region: regionOf(document, range), value }), hitsOf(source)),
    ))
    .map(({ id }) => id);
  findings.sort((left, right) => left.range.start - right.range.start || left.rule.localeCompare(right.rule));
  facts.sort((left, right) => (left.source === right.source ? left.range.start - right.range.start : left.source < right.source ? -1 : 1));
  return {
    findings: findings.map((finding) => locate(document, finding)),
    facts,
    ...(factsMissing.length > 0 && { factsMissing }),
    notAnalysed: withoutRepeats(notAnalysed),
    // A tree that no rule asked for need not be made to say whether it is whole.
    truncated: notAnalysed.length > 0 || (document.syntaxMade(typescriptSyntax)?.truncated ?? false),
  };
}

/** A parser's refusal concerns the file and is listed once; anything else is the fault of the rule or the source. */
export function failureOf(path: string, rule: string, error: unknown): NotAnalysed {
  if (error instanceof NotAnalysable) return { path, reason: error.message };
  if (error instanceof RangeError) return { path, rule, reason: "nested too deeply for this rule" };
  const reason = error instanceof Error ? `${error.name} in the rule` : "the rule failed";
  return { path, rule, reason };
}

function withoutRepeats(list: readonly NotAnalysed[]): NotAnalysed[] {
  return [...new Map(list.map((one) => [`${one.rule ?? ""}\n${one.reason}`, one])).values()];
}

/** Detection must never cost the analysis: broken input just shows nothing. */
function evidenceOf(document: Document): MarketplaceEvidence[] {
  try {
    return detectMarketplaces(document);
  } catch {
    return [];
  }
}
