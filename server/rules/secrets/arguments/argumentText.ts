import type { TextRange } from "../../../core/text.ts";
import type { ArgumentKind } from "./sinkTable.ts";

/** A text that a library takes for a secret, in any language. */
export interface ArgumentText {
  readonly kind: ArgumentKind;
  /** What is called, as written: `jwt.sign`, `new NetworkCredential`. */
  readonly callName: string;
  readonly callee: TextRange;
  /** With its arguments. */
  readonly call: TextRange;
  readonly value: string;
  /** What stands for the text in this file: its inside, or the name of one in another file. */
  readonly written: TextRange;
  /** Whether the text itself is in this file. */
  readonly isHere: boolean;
}

/** A sink of a language whose names need no import to be known. */
export interface NamedSink {
  /** In lower case. */
  readonly names: readonly string[];
  /** Zero-based place of the argument. */
  readonly argument: number;
  readonly kind: ArgumentKind;
}

/** Whether one of the sinks is called with a text near, or with a name: asked before a tree is made. */
export function callsNear(sinks: readonly NamedSink[]): RegExp {
  const names = [...new Set(sinks.flatMap((sink) => sink.names))];
  return new RegExp(`\\b(?:${names.join("|")})\\s{0,3}\\(`, "i");
}
