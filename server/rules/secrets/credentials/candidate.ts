import type { Document } from "../../../core/document.ts";
import type { TextRange } from "../../../core/text.ts";
import type { CredentialClass } from "./credentialNames.ts";

/**
 * Where a value stands. `quoted`: a literal of code or data, which may also be a label. `bare`: a setting without quotes
 * (environment files, properties, YAML, command lines). `url`: between a user and a host. `header`: behind an
 * authorization scheme. `compared`: beside an operator that compares.
 */
export type Position = "quoted" | "bare" | "url" | "header" | "compared";

/** A value that its place says to be a credential, before it is judged. */
export interface Candidate {
  readonly document: Document;
  readonly range: TextRange;
  /** The value as the text has it, or what it decodes to. */
  readonly value: string;
  readonly position: Position;
  readonly kind: CredentialClass;
  /** What holds it, as written with its parts before: `config.db.password`. Empty where nothing does. */
  readonly path: string;
  /** The place is made to hold secrets: a reference in it would mean nothing. */
  readonly isStore?: true;
}
