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
  let bound: ReadonlySet<string> | undefined;
  for (const pattern of [called, given]) {
    for (const match of text.matchAll(pattern)) {
      const end = match.index + match[0].length;
      const isShort = /[,}]$/.test(match[0]);
      const behind = isShort ? match[0].replace(/[^\w$]/g, "") : expressionsBehind(text, end, pattern === called);
      bound ??= boundNames(text);
      if (couldBeLiteral(behind, bound)) return true;
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

/** Texts in an expression that name an algorithm, an encoding or a variable of the environment. */
const namesOnly = /["'`](?:sha-?\d{1,3}|md5|hex|base64(?:url)?|utf-?8|aes-[\w-]{3,12}|binary|latin1|ascii|hs\d{3}|rs\d{3}|es\d{3}|\d[\w ]{0,8})["'`]|\benv\[["'`]\w{1,60}["'`]\]/gi;

function couldBeLiteral(expression: string, bound: ReadonlySet<string>): boolean {
  const plain = expression.replace(namesOnly, "");
  if (/["'`]/.test(plain)) return true;
  return (plain.match(/(?<![\w$.])[A-Za-z_$][\w$]{0,60}/g) ?? []).some((name) => bound.has(name));
}

const declaration = /\b(?:const|let|var)\s{1,4}([A-Za-z_$][\w$]{0,60})\s{0,4}(?::[^=;\n]{0,60})?=(?![=>])([^;\n]{0,160})/g;
const assignment = /([A-Za-z_$][\w$]{0,60})\s{0,3}(?:\?\?|\|\|)?=(?![=>])\s{0,3}["'`]/g;
const ownImport = /(?:\bfrom|\brequire\()\s{0,3}["'](?:\.{1,2}\/|@\/|~\/|#)/g;
/** How far before its source an import's names may begin, in characters. */
const importReach = 800;

/** Names that are declared with a text or an object, or come from another file of the program. */
function boundNames(text: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const [, name = "", value = ""] of text.matchAll(declaration)) {
    const made = value.replace(/require\([^)]{0,80}\)/, "").replace(/\[["'][\w-]{1,40}["']\]/g, "");
    if (/["'`{]/.test(made)) names.add(name);
  }
  for (const [, name = ""] of text.matchAll(assignment)) names.add(name);
  for (const { index } of text.matchAll(ownImport)) {
    const before = text.slice(Math.max(0, index - importReach), index);
    const start = Math.max(before.lastIndexOf("import"), before.lastIndexOf("const"), before.lastIndexOf("let "), before.lastIndexOf("var "), 0);
    for (const name of before.slice(start).match(/[A-Za-z_$][\w$]{0,60}/g) ?? []) names.add(name);
  }
  return names;
}

/** `stripe("…")`, whatever the name. */
function hasLiteralCall(text: string): boolean {
  return /\b[A-Za-z_$][\w$]{0,40}\(\s{0,20}(?:["'`][^"'`\n]{4,200}["'`]|[A-Z][A-Z0-9_]{2,40}\s{0,3}[,)])/.test(text);
}
