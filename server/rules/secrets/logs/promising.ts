/** Calls that may write to a log, up to and with the opening parenthesis. */
const writing = /\??\.\s{0,20}(?:log|info|debug|warn|error|trace|fatal|verbose|silly|http|notice|crit|alert|emerg|warning|dir|table|mark|success)\s{0,5}(?:\?\.\s{0,3})?\(/g;
/** The functions of `debug` have any name. */
const debugModule = /\bdebug["'`]/;
const name = /(?<![\w$.])[A-Za-z_$][\w$]{0,60}/g;
/** Names that stand for objects the file makes. */
const madeObject = /(?<![\w$.])([A-Za-z_$][\w$]{0,60})\s{0,5}(?::[^=;\n]{0,80})?=(?![=>])\s{0,20}[^;\n]{0,120}\{/g;
/** Longer calls count as promising, in characters. */
const longestCall = 1_500;

/**
 * Whether a log call of the code may write something that `mark` speaks of, asked before a tree is made: in its arguments,
 * or in an object that the file makes. Says yes too often.
 */
export function mayLogSecret(text: string, mark: RegExp): boolean {
  if (!mark.test(text)) return false;
  if (debugModule.test(text)) return true;
  let made: ReadonlySet<string> | undefined;
  for (const { 0: whole, index } of text.matchAll(writing)) {
    const inside = argumentsAt(text, index + whole.length);
    if (inside === undefined || mark.test(inside)) return true;
    made ??= new Set(Array.from(text.matchAll(madeObject), ([, own = ""]) => own));
    for (const [used] of inside.matchAll(name)) if (made.has(used)) return true;
  }
  return false;
}

/** The arguments of a call; undefined where their end cannot be told. */
function argumentsAt(text: string, start: number): string | undefined {
  let depth = 1;
  for (let at = start; at < Math.min(text.length, start + longestCall); at++) {
    const char = text.charAt(at);
    if (char === '"' || char === "'") {
      const end = closingQuote(text, at);
      if (end === undefined) return undefined;
      at = end;
    } else if (char === "`") {
      const end = closingBacktick(text, at);
      // A template in a template: where it ends cannot be told so simply.
      if (end === undefined) return undefined;
      at = end;
    } else if (char === "/" && text.charAt(at + 1) === "/") at = lineEnd(text, at);
    else if (char === "(") depth++;
    else if (char === ")" && --depth === 0) return text.slice(start, at + 1);
  }
  return undefined;
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end < 0 ? text.length : end;
}

function closingBacktick(text: string, open: number): number | undefined {
  const end = text.indexOf("`", open + 1);
  const inside = text.slice(open, end);
  return end < 0 || inside.endsWith("\\") || inside.split("${").length > inside.split("}").length ? undefined : end;
}

function closingQuote(text: string, open: number): number | undefined {
  const quote = text.charAt(open);
  for (let at = open + 1; at < Math.min(text.length, open + longestCall); at++) {
    if (text[at] === "\\") at++;
    else if (text[at] === "\n") return undefined;
    else if (text[at] === quote) return at;
  }
  return undefined;
}
