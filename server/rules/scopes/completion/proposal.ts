import type { TextRange } from "../../../core/text.ts";

/** Something to write at the cursor. Plain data. */
export interface Proposal {
  /** What is shown, and what the typed word is compared with. */
  readonly label: string;
  readonly kind: "scope" | "address" | "event" | "module" | "value" | "key";
  /** Behind the label: `needed by 3 calls`. */
  readonly detail: string;
  /** What it allows or means. */
  readonly documentation?: string;
  /** What replaces the word at the cursor. */
  readonly newText: string;
  /** Lower ones come first. */
  readonly rank: number;
  /** The one that is chosen unless another is. */
  readonly preselect?: boolean;
}

/** What can be written at one place: all of it, whatever is typed already. */
export interface Proposals {
  /** The word that is replaced. */
  readonly range: TextRange;
  readonly proposals: readonly Proposal[];
}
