import type { Severity } from "../../core/severity.ts";
import type { TextRange } from "../../core/text.ts";

/**
 * What a look into a value says. `valid`: its checksum or inner structure holds. `invalid`: it does not, so the
 * value may be made up. `none`: it has the shape and is no secret. `unknown`: nothing can be said.
 */
export type Verdict = "valid" | "invalid" | "unknown" | "none";

/** What is said of a secret, however it was recognised. */
export interface SecretKind {
  /** Stable, `provider-kind`; goes into reports. */
  readonly id: string;
  /** Whose secret it is; empty where it is nobody's in particular. */
  readonly provider: string;
  /** A noun such as `access token`, read behind the provider. */
  readonly name: string;
  /** The environment variable to move it to where the code names none. */
  readonly variable: string;
  /** What the verdict `valid` means, for the message. */
  readonly proof: string;
  /** What the verdict `invalid` means. */
  readonly doubt: string;
  /** Looks into the value. */
  readonly verify?: (value: string) => Verdict;
  /** The shape alone is not beyond doubt. */
  readonly probable?: boolean;
  /** Findings are never worse than this. */
  readonly atMost?: Severity;
  /** A sentence on what the owner must do besides. */
  readonly notice?: string;
  /** Words in the surroundings that say that the value is public by design. */
  readonly publicNear?: readonly string[];
}

/** A token that shows what it is: recognised anywhere by a literal part. */
export interface TokenFormat extends SecretKind {
  /** The literal parts of which one stands in every token; ASCII. */
  readonly triggers: readonly string[];
  /** How many characters of the token may stand before the trigger; -1 where the trigger has one before the token. */
  readonly leads: readonly number[];
  /** The whole token, sticky. Its length is bounded. */
  readonly pattern: RegExp;
  /** The public first characters, where the trigger has more. */
  readonly shown?: string;
  /** The body is base64, so `/`, `+` and `.` beside it would continue it. */
  readonly strict: boolean;
}

/** A value without a telling part: a secret only beside a provider's word or under a secret's name. */
export interface NamedFormat extends SecretKind {
  /** Words near which it is looked for; ASCII. */
  readonly triggers: readonly string[];
  /** How far from such a word, in characters, to either side. */
  readonly reach: number;
  /** The value, global and with its boundaries. Its length is bounded by `longest`. */
  readonly pattern: RegExp;
  readonly longest: number;
  /** What the name of the value must hold, letters and digits only, lower case. Absent: the shape is enough here. */
  readonly names?: RegExp;
  /** A name that holds this makes the finding certain. */
  readonly ownNames: RegExp;
  /** Kinds of characters that must all occur: hashes and words lack some. */
  readonly mixed?: readonly RegExp[];
}

/** What was found at one place, before it is judged. */
export interface SecretMatch {
  readonly kind: SecretKind;
  readonly range: TextRange;
  /** The public first characters that a message may show. */
  readonly shown: string;
  /** The part whose randomness counts: the value without its literal part. */
  readonly body: TextRange;
  readonly verdict: Verdict;
  readonly certain: boolean;
  /** The name and the provider's word are the evidence, not the value. */
  readonly byName: boolean;
  /** What holds the value, as written. */
  readonly name?: string;
}
