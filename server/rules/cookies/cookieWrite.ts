import type { TextEdit } from "../../core/finding.ts";
import type { TextRange } from "../../core/text.ts";

/** A place where a cookie is sent without an attribute. */
export interface CookieFault {
  readonly range: TextRange;
  /** Present where the attribute is switched off in so many words; else it is missing. */
  readonly off?: string;
  /** The cookie's name where it is known. */
  readonly name: string | undefined;
  /** The text of the name and the value, for what only the wording shows. */
  readonly wording: string;
  /** A session's own cookie, whatever its name. */
  readonly isSession: boolean;
  /** See `CookieSetter`. */
  readonly refusesPlainConnections: boolean;
  /** What puts it right, and how a menu says so. Absent where no edit surely does. */
  readonly repair?: { readonly title: string; readonly edits: readonly TextEdit[] };
}
