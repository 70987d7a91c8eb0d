import type { TextRange } from "../../core/text.ts";
import type { Vocabulary } from "./vocabularies.ts";

/** A scope that a document asks for. */
export interface AskedScope {
  readonly name: string;
  /** The name as written. */
  readonly range: TextRange;
  /** Who is asked. */
  readonly vocabulary: Vocabulary;
  /** Written with percent signs, as in an address. */
  readonly encoded?: boolean;
}
