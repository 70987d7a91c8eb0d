import type { TextRange } from "../../core/text.ts";

/** One `{{ … }}` of a template. */
export interface Action {
  /** With its braces. */
  readonly range: TextRange;
  /** What stands between the braces and their dashes, trimmed. */
  readonly body: string;
}

/** All actions of a template, in the order of the text. An action that is not closed ends the list. */
export function actionsIn(text: string): Action[] {
  const actions: Action[] = [];
  for (let start = text.indexOf("{{"); start >= 0; ) {
    const end = endOfAction(text, start + 2);
    if (end === undefined) break;
    const body = text.slice(start + 2, end - 2).replace(/^-\s/, "").replace(/\s-$/, "").trim();
    actions.push({ range: { start, end }, body });
    start = text.indexOf("{{", end);
  }
  return actions;
}

/** Behind the closing braces: those in texts and comments do not count. */
function endOfAction(text: string, from: number): number | undefined {
  const comment = /^-?\s*\/\*/.test(text.slice(from, from + 20)) ? text.indexOf("*/", from) : -1;
  for (let at = comment >= 0 ? comment + 2 : from; at < text.length; at++) {
    const char = text[at];
    if (char === "}" && text[at + 1] === "}") return at + 2;
    if (char !== '"' && char !== "`") continue;
    const close = endOfText(text, at, char);
    if (close === undefined) return undefined;
    at = close;
  }
  return undefined;
}

function endOfText(text: string, from: number, quote: string): number | undefined {
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] === "\\" && quote === '"') at++;
    else if (text[at] === quote) return at;
    else if (text[at] === "\n" && quote === '"') return undefined;
  }
  return undefined;
}
