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

/** Scopes that are asked for together. */
export interface AskedList {
  readonly vocabulary: Vocabulary;
  readonly scopes: readonly AskedScope[];
  /** Whether the list has no part that cannot be read, or that another file writes. */
  readonly complete: boolean;
}

/** Several parts of a list as one. */
export function joinedList(vocabulary: Vocabulary, parts: readonly AskedList[]): AskedList {
  return { vocabulary, scopes: parts.flatMap(({ scopes }) => scopes), complete: parts.every(({ complete }) => complete) };
}
