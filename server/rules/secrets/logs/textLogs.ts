import type { Document } from "../../../core/document.ts";
import type { TextRange } from "../../../core/text.ts";
import { secrecyOf, secretNoun } from "../secretNames.ts";

/** How one language writes logs and names values. */
interface TextLanguage {
  readonly files: RegExp;
  /** Up to and with the opening parenthesis. */
  readonly call: RegExp;
  /** A value: the last name of its path is its first group. */
  readonly value: RegExp;
  /** The braces in which a text holds values, where its language has such texts. */
  readonly inserted: RegExp | undefined;
}

const languages: readonly TextLanguage[] = [
  {
    files: /\.cs$/i,
    call: /\b(?:Console\s{0,5}\.\s{0,5}Write(?:Line)?|(?:Debug|Trace)\s{0,5}\.\s{0,5}Write(?:Line)?|_?log(?:ger)?\s{0,5}\??\.\s{0,5}(?:Log\w{0,20}|Information|Debug|Warning|Error|Info|Warn|Trace|Fatal|Verbose))\s{0,5}\(/gi,
    value: /(?<![\w.])(?:[A-Za-z_]\w{0,60}[!?]?\.){0,6}([A-Za-z_]\w{0,60})(?![\w.(])/g,
    inserted: /\{([^{}"]{1,200})\}/g,
  },
  {
    files: /\.(?:php|phtml|inc)$/i,
    call: /(?:\berror_log|\bsyslog|(?:\$(?:this->)?_?log(?:ger)?|\bLog)\s{0,5}(?:->|::)\s{0,5}(?:debug|info|notice|warning|error|critical|alert|emergency|log))\s{0,5}\(/gi,
    value: /\$(?:[A-Za-z_]\w{0,60}(?:->|\[['"]?)){0,6}([A-Za-z_]\w{0,60})(?![\w(]|->|\[)/g,
    inserted: /(\$[\w>[\]'-]{1,100})/g,
  },
];

/** Longer calls are not read to their end, in characters. */
const longestCall = 800;
const commentLine = /^[ \t]*(?:\/\/|\*|\/\*|#)/;
/** C#'s tokens by which work is ended. */
const cancellation = /\bCancellationToken\s+token\b/;

/** A value that a log call writes. */
export interface TextLogSecret {
  readonly range: TextRange;
  readonly noun: string;
}

/** The secrets that log calls write, in languages without a tree. `tokensCount`: a bare `token` is a credential here. */
export function textLogSecrets(document: Document, tokensCount: boolean): TextLogSecret[] {
  const language = languages.find(({ files }) => files.test(document.path));
  if (!language) return [];
  const countsToken = tokensCount && !cancellation.test(document.text);
  return Array.from(document.text.matchAll(language.call)).flatMap((match) => {
    const lineStart = document.lines[document.lineOf(match.index)] ?? 0;
    if (commentLine.test(document.text.slice(lineStart, match.index + 1))) return [];
    const start = match.index + match[0].length;
    return valuesIn(argumentsAt(document.text, start, language), start, language, countsToken);
  });
}

function valuesIn(text: string, offset: number, language: TextLanguage, countsToken: boolean): TextLogSecret[] {
  return Array.from(text.matchAll(language.value)).flatMap((match) => {
    const name = match[1] ?? "";
    const secrecy = secrecyOf(name);
    if (secrecy === "none" || (secrecy === "token" && !countsToken)) return [];
    const start = offset + match.index;
    return [{ range: { start, end: start + match[0].length }, noun: secretNoun(name) }];
  });
}

/** The arguments of a call up to its closing parenthesis, what its texts say blanked and what they insert kept. */
function argumentsAt(text: string, start: number, { inserted }: TextLanguage): string {
  let result = "";
  let depth = 1;
  for (let at = start; at < Math.min(text.length, start + longestCall); at++) {
    const char = text.charAt(at);
    if (char === '"' || char === "'") {
      const end = closingQuote(text, at, char);
      const inside = text.slice(at + 1, end);
      const fills = inserted !== undefined && char === '"' && (inserted.source.includes("\\$") || text.charAt(at - 1) === "$" || text.charAt(at - 2) === "$");
      result += ` ${fills ? onlyInserted(inside, inserted) : " ".repeat(inside.length)} `;
      at = end;
      continue;
    }
    if (char === "(") depth++;
    if (char === ")" && --depth === 0) return result;
    result += char;
  }
  return result;
}

function closingQuote(text: string, open: number, quote: string): number {
  for (let at = open + 1; at < Math.min(text.length, open + longestCall); at++) {
    if (text[at] === "\\") at++;
    else if (text[at] === quote || text[at] === "\n") return at;
  }
  return open + 1;
}

function onlyInserted(inside: string, inserted: RegExp): string {
  let result = "";
  for (const match of inside.matchAll(inserted)) {
    const start = match.index + match[0].indexOf(match[1] ?? "");
    result = result.padEnd(start) + (match[1] ?? "");
  }
  return result.padEnd(inside.length);
}
