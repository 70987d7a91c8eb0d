import { NotAnalysable, type Document, type LanguageId } from "../core/document.ts";
import type { Finding, LocatedFinding } from "../core/finding.ts";
import type { MarketplaceEvidence } from "../core/requirement.ts";
import type { Rule, TriggerHit } from "../core/rule.ts";
import type { TextRange } from "../core/text.ts";
import { languageOf } from "../languages/languageOf.ts";
import { focused, loadTypeScriptParser, ParserNeeded, typeScriptParserLoaded, typescriptSyntax } from "../languages/typescript/syntax.ts";
import { detectMarketplaces, detectionFileNames, detectionTriggers } from "../marketplaces/index.ts";
import { syntaxLimit, textLimit } from "./limits.ts";
import { locate } from "./locate.ts";
import { suppressionWord, suppressionsOf, type SuppressionComment } from "./suppressions.ts";
import { triggerAutomaton } from "./triggers.ts";

/** Something that was not analysed: a whole file, or one rule in it. */
export interface NotAnalysed {
  readonly path: string;
  /** A sentence part: "nested too deeply for the parser". */
  readonly reason: string;
  /** The rule that failed; absent where the file as a whole is meant. */
  readonly rule?: string;
}

/** All that one document says, whatever the policy. Plain data without the text and without secrets. */
export interface FileAnalysis {
  readonly path: string;
  readonly findings: readonly LocatedFinding[];
  readonly suppressions: readonly SuppressionComment[];
  readonly evidence: readonly MarketplaceEvidence[];
  readonly notAnalysed: readonly NotAnalysed[];
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
}

/** The part of an AbortSignal that the analysis needs; another thread's wish to stop can be one too. */
export type StopSignal = Pick<AbortSignal, "throwIfAborted">;

/** Runs rules over documents. */
export interface Analyser {
  /** Whether any rule or detection could find something in this text: the gate before decoding and parsing. */
  mayMatter(path: string, bytes: Uint8Array): boolean;
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

/** Builds the automaton of all triggers once and gives the function that analyses one document. */
export function createAnalyser(rules: readonly Rule[]): Analyser {
  const words = [...new Set([...rules.flatMap((rule) => [...rule.triggers, ...(rule.anchors ?? [])]), ...detectionTriggers, suppressionWord])];
  const wordIndex = new Map(words.map((word, index) => [word, index]));
  const automaton = triggerAutomaton(words);
  const detectionWords = new Set(detectionTriggers.map((word) => wordIndex.get(word)));
  const detectionFiles = new Set(detectionFileNames);
  const ownFiles = new Set(rules.flatMap((rule) => rule.fileNames ?? []));
  const wordsFor = new Map<LanguageId, Uint8Array>();

  /** Marks the words that mean something in a language: "from" opens a Dockerfile, and stands in most modules. */
  function wantedWords(language: LanguageId): Uint8Array {
    const known = wordsFor.get(language);
    if (known) return known;
    const own = rules.filter((rule) => rule.languages.includes(language)).flatMap((rule) => rule.triggers);
    const wanted = new Uint8Array(words.length);
    for (const word of [...own, ...detectionTriggers, suppressionWord]) wanted[wordIndex.get(word) ?? 0] = 1;
    wordsFor.set(language, wanted);
    return wanted;
  }

  function hitsIn(text: string, from = 0): Map<number, number[]> {
    const hits = new Map<number, number[]>();
    automaton.scanText(text, (word, start) => {
      const starts = hits.get(word);
      if (starts) starts.push(from + start);
      else hits.set(word, [from + start]);
    });
    return hits;
  }

  function hitsOf(rule: Rule, hits: Map<number, number[]>): TriggerHit[] {
    const found = rule.triggers.flatMap((trigger) =>
      (hits.get(wordIndex.get(trigger) ?? -1) ?? []).map((offset) => ({ trigger, offset })),
    );
    return found.sort((left, right) => left.offset - right.offset);
  }

  function isTriggered(rule: Rule, hits: Map<number, number[]>): boolean {
    return rule.fileNames !== undefined || rule.triggers.some((trigger) => hits.has(wordIndex.get(trigger) ?? -1));
  }

  /** Converting a tree is most of the work, so only the part is made that the rules look at, where all of them say which. */
  function withPartOfTree(document: Document, hits: Map<number, number[]>): Document {
    // Whichever rules are to run now: all of them share the tree of one document.
    const readers = rules.filter((rule) => rule.tier !== "text" && rule.languages.includes(document.language) && isTriggered(rule, hits));
    if (readers.some((rule) => rule.anchors === undefined)) return document;
    const anchors = new Set(readers.flatMap((rule) => rule.anchors ?? []));
    return focused(document, [...anchors].flatMap((anchor) => hits.get(wordIndex.get(anchor) ?? -1) ?? []));
  }

  return {
    mayMatter(path, bytes) {
      const fileName = path.slice(path.lastIndexOf("/") + 1);
      if (detectionFiles.has(fileName) || ownFiles.has(fileName)) return true;
      return automaton.bytesHave(bytes, wantedWords(languageOf(path)));
    },

    async analyse(given, options = {}) {
      let document = given;
      const ran = rules.filter(
        (rule) =>
          rule.languages.includes(document.language) &&
          !(rule.tier !== "text" && declarationFile.test(document.fileName)) &&
          (rule.fileNames?.includes(document.fileName) ?? true) &&
          (options.rules?.has(rule.id) ?? true),
      );
      const analysis = emptyAnalysis(document, ran);
      const tooMuch = textLimit(document);
      if (tooMuch !== undefined) return { ...analysis, notAnalysed: [{ path: document.path, reason: tooMuch }] };

      const hits = hitsIn(document.text);
      const triggered = ran.filter((rule) => isTriggered(rule, hits));
      document = withPartOfTree(document, hits);
      const detects =
        detectionFiles.has(document.fileName) || [...hits.keys()].some((word) => detectionWords.has(word));
      const outcome = await runTiers(document, triggered, (rule) => hitsOf(rule, hits), options.signal);
      return {
        ...analysis,
        ...outcome,
        suppressions: suppressionsOf(document),
        evidence: detects ? evidenceOf(document) : [],
      };
    },

    findingsInText(document, within) {
      const hits = hitsIn(document.text.slice(within.start, within.end), within.start);
      const onText = rules.filter((rule) => rule.tier === "text" && !rule.fileNames && rule.languages.includes(document.language));
      return runRules(document, onText, (rule) => hitsOf(rule, hits), undefined).findings;
    },
  };
}

function emptyAnalysis(document: Document, ran: readonly Rule[]): FileAnalysis {
  return {
    path: document.path,
    findings: [],
    suppressions: [],
    evidence: [],
    notAnalysed: [],
    ran: ran.map((rule) => rule.id),
    truncated: false,
  };
}

/**
 * Loading the TypeScript parser takes longer than analysing most files, so the rules run without it first. It is
 * loaded once a rule asks for a tree, and for the fixes of what rules on text found; then all run again.
 */
async function runTiers(
  document: Document,
  rules: readonly Rule[],
  hitsOf: (rule: Rule) => TriggerHit[],
  signal: StopSignal | undefined,
): Promise<ReturnType<typeof runRules>> {
  try {
    const outcome = runRules(document, rules, hitsOf, signal);
    const complete = outcome.findings.length === 0 || !syntaxLanguages.has(document.language) || typeScriptParserLoaded();
    if (complete) return outcome;
  } catch (error) {
    if (!(error instanceof ParserNeeded)) throw error;
  }
  await loadTypeScriptParser();
  return runRules(document, rules, hitsOf, signal);
}

function runRules(
  document: Document,
  rules: readonly Rule[],
  hitsOf: (rule: Rule) => TriggerHit[],
  signal: StopSignal | undefined,
): { findings: LocatedFinding[]; notAnalysed: NotAnalysed[]; truncated: boolean } {
  const findings: Finding[] = [];
  const notAnalysed: NotAnalysed[] = [];
  const limit = syntaxLimit(document);
  // Where every rule that has something to look at is content with the text, nothing was left out.
  if (limit !== undefined && rules.some((rule) => rule.tier !== "text")) notAnalysed.push({ path: document.path, reason: limit });
  for (const rule of rules) {
    signal?.throwIfAborted();
    if (limit !== undefined && rule.tier !== "text") continue;
    try {
      rule.check(document, (problem) => {
        // A hole that the parser made up for broken code has no width; nothing a user wrote is wrong there.
        if (problem.range.end > problem.range.start) {
          findings.push({ ...problem, rule: rule.id, path: document.path });
        }
      }, hitsOf(rule));
    } catch (error) {
      if (error instanceof ParserNeeded) throw error;
      notAnalysed.push(failureOf(document, rule, error));
    }
  }
  findings.sort((left, right) => left.range.start - right.range.start || left.rule.localeCompare(right.rule));
  return {
    findings: findings.map((finding) => locate(document, finding)),
    notAnalysed: withoutRepeats(notAnalysed),
    // A tree that no rule asked for need not be made to say whether it is whole.
    truncated: notAnalysed.length > 0 || (document.syntaxMade(typescriptSyntax)?.truncated ?? false),
  };
}

/** A parser's refusal concerns the file and is listed once; anything else is the rule's own fault. */
function failureOf(document: Document, rule: Rule, error: unknown): NotAnalysed {
  if (error instanceof NotAnalysable) return { path: document.path, reason: error.message };
  if (error instanceof RangeError) return { path: document.path, rule: rule.id, reason: "nested too deeply for this rule" };
  const reason = error instanceof Error ? `${error.name} in the rule` : "the rule failed";
  return { path: document.path, rule: rule.id, reason };
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
