import type { Document, LanguageId } from "./document.ts";
import type { Problem } from "./finding.ts";
import type { MarketplaceId } from "./requirement.ts";
import type { Severity } from "./severity.ts";

/** What a rule is about; also its folder. `marketlint` are findings on our own comments and configuration. */
export type Concern =
  | "secrets"
  | "cookies"
  | "tokens"
  | "scopes"
  | "transport"
  | "containers"
  | "kubernetes"
  | "pipelines"
  | "dependencies"
  | "data"
  | "marketlint";

/** An example file. The name decides the language; it defaults to `example.ts`. */
export interface GoodExample {
  /** What the example shows, a short phrase. */
  readonly name: string;
  readonly file?: string;
  readonly code: string;
  /** Other files of the same workspace, by path, where the example needs them. */
  readonly files?: Readonly<Record<string, string>>;
}

/** An example with findings: each range is marked `[|like this|]` in the code. */
export interface BadExample extends GoodExample {
  /** The code after the first fix of every finding is applied, without marks. Absent where there is no fix. */
  readonly fixed?: string;
}

/** The parts of a rule's documentation page that a person writes. Markdown, a paragraph each. */
export interface RuleDocumentation {
  readonly wrong: string;
  readonly why: string;
  readonly fix: string;
  readonly suppress: string;
}

/** Names under which other checkers report the same fault, so that their users can map what they know. */
export interface PeerIds {
  readonly hadolint?: readonly string[];
  readonly trivy?: readonly string[];
  readonly checkov?: readonly string[];
  /** The query's name, which its users know, with its id behind it where that is known. */
  readonly kics?: readonly string[];
}

/** Recommendations of the CIS benchmarks, by number. */
export interface BenchmarkNumbers {
  /** CIS Docker Benchmark 1.6. */
  readonly cisDocker?: readonly string[];
  /** CIS Kubernetes Benchmark 1.12, section 5. */
  readonly cisKubernetes?: readonly string[];
}

/** What is known of a rule without running it and without its texts: enough to judge and to count its findings. */
export interface RuleHead {
  /** kebab-case, `thing-fault`. Never changes once released. */
  readonly id: string;
  readonly title: string;
  readonly concern: Concern;
  readonly languages: readonly LanguageId[];
  /** Ids of the requirements it serves, of any marketplace. */
  readonly requirements: readonly string[];
  /** Set where the rule is these marketplaces' own: elsewhere it does not apply. */
  readonly marketplaces?: readonly MarketplaceId[];
  /** The rule's weight: its findings are never worse than this. */
  readonly severity: Severity;
  /** Numbers of the Common Weakness Enumeration. */
  readonly cwe: readonly number[];
  readonly benchmarks?: BenchmarkNumbers;
  readonly alsoKnownAs?: PeerIds;
  /** The rule compares facts of several files. */
  readonly acrossFiles?: true;
  /** Whether its findings carry a fix: `safe` may be applied with others, `review` needs a person. */
  readonly fix: "safe" | "review" | "none";
}

/** What a rule's page is made of. The bundles keep it in a file of its own, read when somebody asks for it. */
export interface RuleTexts {
  readonly documentation: RuleDocumentation;
  readonly examples: { readonly bad: readonly BadExample[]; readonly good: readonly GoodExample[] };
}

/** All that is written down of a rule. */
export interface RuleMetadata extends RuleHead, RuleTexts {}

/** One occurrence of one of a rule's triggers. */
export interface TriggerHit {
  /** The trigger as the rule spells it. */
  readonly trigger: string;
  /** Zero-based UTF-16 offset at which it starts. */
  readonly offset: number;
}

/**
 * What has to stand at a trigger for an occurrence to count: `user:password@` behind `https://`. Sticky patterns, tried at
 * the trigger's first character; they see {@link confirmedBefore} characters before it and {@link confirmedBehind} from it
 * on. They are tried on undecoded bytes too, each taken for a character, so they use classes of ASCII characters and what
 * is not in one, and generous counts.
 */
export type Confirmations = ReadonlyMap<string, RegExp>;

/** How much a confirmation may need, in bytes. */
export const confirmedBefore = 80;
export const confirmedBehind = 1_200;

/** Takes a problem. A problem on an empty range (a hole the parser made up) is dropped. */
export type Report = (problem: Problem) => void;

/** Data plus one function: what is checked. */
export interface Rule extends RuleMetadata {
  /**
   * Words of which one must occur (letter case ignored, ASCII) before the rule looks at a file.
   * Distinctive words keep files from being parsed: `.cookie(`, not `cookie`.
   */
  readonly triggers: readonly string[];
  /** For triggers that stand in ordinary text too: see {@link Confirmations}. */
  readonly confirmations?: Confirmations;
  /** The rule looks at files of these names only, and there whatever words they hold. */
  readonly fileNames?: readonly string[];
  /**
   * What the rule reads: `text` needs no parser and works in any state of the file, `syntax` (the default)
   * asks for a tree, so files over the size limit for trees are left out.
   */
  readonly tier?: "text" | "syntax";
  /**
   * Words (letter case ignored, ASCII) of which one stands in whatever a finding starts from: a call, a name, a text. With
   * them the rule may be given a tree that has only the top-level statements with such a word and those that these
   * depend on or that depend on these. Absent: the tree has the whole file.
   */
  readonly anchors?: readonly string[];
  /**
   * Whether the text may hold a finding at all, asked before a tree is made for the rule: what only looks at the path and
   * the text around the hits belongs here. Says yes too often, never no wrongly; asks for no tree.
   */
  promising?(document: Document, hits: readonly TriggerHit[]): boolean;
  /** Reports what is wrong in one document. `hits` are this rule's triggers, in order of offset. */
  check(document: Document, report: Report, hits: readonly TriggerHit[]): void;
}

/** Marks an object as a rule, so that its shape is checked where it is written. */
export function defineRule(rule: Rule): Rule {
  return rule;
}
