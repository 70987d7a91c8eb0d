import { credentialSinks } from "./sinkTable.ts";

/** How far behind a call or a property its value is looked at, in characters. */
const reach = 240;
const bracketOpen = new Set(["(", "[", "{"]);
const bracketClose = new Set([")", "]", "}"]);

const positional = words(credentialSinks.filter(({ properties }) => !properties).flatMap(({ calls, modules }) =>
  calls.flatMap((call) => (call === "*" ? modules.map((module) => module.slice(module.lastIndexOf("/") + 1)) : [call.slice(call.lastIndexOf(".") + 1)]))));
const called = new RegExp(`\\b(?:${positional.join("|")})\\s{0,3}\\(`, "g");
/** What the module itself is called is the program's choice: `session(…)`, `cookieParser(…)`, `new Stripe(…)`. */
const wholeModules = credentialSinks.filter(({ calls, properties }) => !properties && calls.includes("*")).flatMap(({ modules }) => modules);
const held = words(credentialSinks.flatMap(({ properties }) => properties?.filter((name) => name !== "*") ?? []).filter((name) => !/^(?:auth|client|basic|users|credentials|connection|authentication|options|sasl|headers|baseOptions|requestDefaults)$/.test(name)));
const given = new RegExp(`["']?\\b(?:${held.join("|")}|users)["']?\\s{0,3}(?:[:,}]|=(?![=>]))`, "g");

function words(list: readonly string[]): string[] {
  return [...new Set(list)].map((word) => word.replace(/[^\w]/g, "\\$&"));
}

/**
 * Whether a text has an argument that could be a literal, in itself or under a name: asked before a tree is made, since
 * most files that use these libraries read their secrets from the environment. Says yes too often, never no wrongly for
 * what one file shows.
 */
export function mayHaveLiteralArgument(text: string): boolean {
  for (const pattern of [called, given]) {
    pattern.lastIndex = 0;
    for (const match of text.matchAll(pattern)) {
      const end = match.index + match[0].length;
      const isShort = /[,}]$/.test(match[0]);
      const behind = isShort ? match[0].replace(/[^\w$]/g, "") : expressionsBehind(text, end, pattern === called);
      if (couldBeLiteral(behind, text)) return true;
    }
  }
  return wholeModules.some((module) => text.includes(`"${module}"`) || text.includes(`'${module}'`)) && hasLiteralCall(text);
}

/** The text up to the bracket that closes the call, or to the comma that ends the property. */
function expressionsBehind(text: string, start: number, isCall: boolean): string {
  let depth = 0;
  let at = start;
  for (; at < Math.min(text.length, start + reach); at++) {
    const char = text.charAt(at);
    if (bracketOpen.has(char)) depth++;
    else if (bracketClose.has(char) && --depth < 0) break;
    else if (!isCall && depth === 0 && (char === "," || char === "\n" || char === ";")) break;
  }
  return text.slice(start, at);
}

function couldBeLiteral(expression: string, text: string): boolean {
  // A literal, but not one that only names an algorithm or an encoding.
  const plain = expression.replace(/["'`](?:sha-?\d{1,3}|md5|hex|base64(?:url)?|utf-?8|aes-[\w-]{3,12}|binary|latin1|ascii|hs\d{3}|rs\d{3}|es\d{3}|\d[\w ]{0,8})["'`]/gi, "").replace(/\benv\[["'`]\w{1,60}["'`]\]/g, "");
  if (/["'`]/.test(plain)) return true;
  for (const [, name = ""] of plain.matchAll(/(?<![\w$.])([A-Za-z_$][\w$]{0,60})/g)) {
    if (name !== "process" && isBoundToText(name, text)) return true;
  }
  return false;
}

/** Whether a name is declared with a text or an object, or comes from another file of the program. */
function isBoundToText(name: string, text: string): boolean {
  const escaped = name.replace(/\$/g, "\\$");
  const declared = new RegExp(`\\b(?:const|let|var)\\s{1,4}${escaped}\\s{0,4}(?::[^=;\\n]{0,60})?=([^;\\n]{0,160})`).exec(text)?.[1];
  if (declared !== undefined && /["'\`{]/.test(declared.replace(/require\([^)]{0,80}\)/, "").replace(/["'][\w-]{1,20}["']\]/g, ""))) return true;
  const imported = new RegExp(`\\b(?:import|const|let|var)\\s[^;"'\`]{0,400}?\\b${escaped}\\b[^;"'\`]{0,400}?(?:from|require\\()\\s{0,3}["'](\\.{1,2}/|@/|~/|#)`).test(text);
  return imported || new RegExp(`\\b${escaped}\\s{0,3}=(?![=>])\\s{0,3}["'\`]`).test(text);
}

/** `stripe("…")`, whatever the name. */
function hasLiteralCall(text: string): boolean {
  return /\b[A-Za-z_$][\w$]{0,40}\(\s{0,20}(?:["'`][^"'`\n]{4,200}["'`]|[A-Z][A-Z0-9_]{2,40}\s{0,3}[,)])/.test(text);
}
