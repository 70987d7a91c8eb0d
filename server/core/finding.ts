import type { ProfileId } from "./requirement.ts";
import type { Severity } from "./severity.ts";
import type { Position, TextRange } from "./text.ts";

/** A replacement in the document that the finding is in. */
export interface TextEdit {
  readonly range: TextRange;
  readonly newText: string;
}

/** A line to append to another file of the same app, unless the file has that line already. */
export interface AppendedLine {
  /** File name, looked up from the document's folder upwards, made beside the nearest project file. */
  readonly fileName: string;
  readonly line: string;
}

/** A repair. `safe` means that the program's meaning is kept, so it may be applied with others and on save. */
export interface Fix {
  /** What the user reads in the fix menu: an imperative, such as "Add httpOnly: true". */
  readonly title: string;
  readonly safe: boolean;
  /** Edits in the finding's own document; they do not overlap. */
  readonly edits: readonly TextEdit[];
  readonly appends?: readonly AppendedLine[];
}

/** Another place that explains a finding. */
export interface RelatedPlace {
  readonly range: TextRange;
  readonly message: string;
  /** Path of the file, where it is another one than the finding's. */
  readonly path?: string;
  /** The range as lines and columns; given with `path`, whose document is not at hand. */
  readonly region?: Region;
}

/** What a rule says of one place. The engine adds the rule and the file. */
export interface Problem {
  readonly range: TextRange;
  /** One sentence on what is wrong here. Never holds a secret's full value. */
  readonly message: string;
  /** Best fix first. */
  readonly fixes?: readonly Fix[];
  readonly related?: readonly RelatedPlace[];
  /** Those of the rule's requirements that are broken here; absent for all. */
  readonly requirements?: readonly string[];
  /** The certainty's limit: the finding is never worse than this. */
  readonly atMost?: Severity;
  /** Under this profile `atMost` does not hold: what is tolerated elsewhere is forbidden there. */
  readonly strictUnder?: ProfileId;
  /** The text to leave out of the fingerprint, where the finding is on a secret. */
  readonly secret?: TextRange;
  /** Facts for reports, such as `scope` on scope findings. */
  readonly properties?: Readonly<Record<string, string>>;
}

/** One place in one file where a rule fails, whoever asks for the rule. */
export interface Finding extends Problem {
  readonly rule: string;
  readonly path: string;
}

/** How a finding was accepted: by a comment in the file, by the baseline, or by the configuration's `scopes`. */
export interface Suppression {
  readonly kind: "comment" | "baseline" | "configuration";
  readonly reason: string;
}

/** A range as zero-based lines and UTF-16 columns, so that a finding outlives its document. */
export interface Region {
  readonly start: Position;
  readonly end: Position;
}

/** An edit that outlives its document. */
export interface LocatedEdit extends TextEdit {
  readonly region: Region;
}

/** A fix that outlives its document. */
export interface LocatedFix extends Fix {
  readonly edits: readonly LocatedEdit[];
}

/** A related place that outlives its document. */
export interface LocatedPlace extends RelatedPlace {
  readonly region: Region;
}

/** A finding that can be sent, kept and reported without its document. It holds no secret's value. */
export interface LocatedFinding extends Finding {
  readonly region: Region;
  readonly fixes: readonly LocatedFix[];
  readonly related: readonly LocatedPlace[];
  /** Stable over moved lines: made of rule, path and surrounding text without secrets. */
  readonly fingerprint: string;
}

/** A finding under a policy: with its severity and the requirements that ask for it. */
export interface JudgedFinding extends LocatedFinding {
  readonly severity: Severity;
  /** Ids of the requirements, of the policy's marketplaces, that this finding breaks. */
  readonly requirements: readonly string[];
  /** Present where the finding was accepted. */
  readonly suppression?: Suppression;
}
