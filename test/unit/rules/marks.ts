import type { TextRange } from "../../../server/core/text.ts";

/** A snippet whose marks `[|…|]` are taken out and remembered. */
export interface Marked {
  readonly text: string;
  readonly ranges: readonly TextRange[];
}

/** Takes the marks out of a snippet. Throws where they are not paired. */
export function unmark(code: string): Marked {
  const ranges: TextRange[] = [];
  let text = "";
  let rest = code;
  for (let open = rest.indexOf("[|"); open >= 0; open = rest.indexOf("[|")) {
    const close = rest.indexOf("|]", open);
    if (close < 0) throw new Error("an opening mark is not closed");
    text += rest.slice(0, open);
    const inner = rest.slice(open + 2, close);
    ranges.push({ start: text.length, end: text.length + inner.length });
    text += inner;
    rest = rest.slice(close + 2);
  }
  return { text: text + rest, ranges };
}
