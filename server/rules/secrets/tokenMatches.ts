import { holderName } from "./boundName.ts";
import type { SecretMatch, TokenFormat } from "./secretFormat.ts";

const wordCharacter = /[A-Za-z0-9_-]/;
const base64Character = /[A-Za-z0-9_/+.-]/;
const base64Continues = /[A-Za-z0-9_/+-]/;
/** An escape or a URL's own word, behind which a token starts although a letter stands before it. */
const letterThatEnds = /(?:\\[nrtbfv]|\\u[0-9a-fA-F]{4}|%[0-9A-Fa-f]{2}|\/bot)$/;

/** The token of a format whose literal part stands at `offset`; undefined where there is none. */
export function tokenAt(text: string, format: TokenFormat, trigger: string, offset: number): SecretMatch | undefined {
  for (const lead of format.leads) {
    const start = offset - lead;
    const value = start < 0 ? undefined : valueAt(text, format, start);
    if (value === undefined) continue;
    const verdict = format.verify?.(value) ?? "unknown";
    if (verdict === "none") continue;
    const range = { start, end: start + value.length };
    const literalEnd = offset + trigger.length;
    const isPrefixed = lead <= 0;
    const name = holderName(text, start);
    return {
      kind: format,
      range,
      shown: isPrefixed ? (format.shown ?? text.slice(start, literalEnd)) : "",
      body: isPrefixed && literalEnd < range.end ? { start: literalEnd, end: range.end } : range,
      verdict,
      certain: format.probable !== true,
      byName: false,
      ...(name !== undefined && { name }),
    };
  }
  return undefined;
}

function valueAt(text: string, { pattern, strict }: TokenFormat, start: number): string | undefined {
  if (!startsHere(text, start, strict)) return undefined;
  pattern.lastIndex = start;
  const value = pattern.exec(text)?.[0];
  if (value === undefined) return undefined;
  const after = text.charAt(start + value.length);
  return after !== "" && (strict ? base64Continues : wordCharacter).test(after) ? undefined : value;
}

function startsHere(text: string, start: number, strict: boolean): boolean {
  const before = text.charAt(start - 1);
  if (before === "" || !(strict ? base64Character : wordCharacter).test(before)) return true;
  return letterThatEnds.test(text.slice(Math.max(0, start - 6), start));
}
