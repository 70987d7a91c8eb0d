import type { Document } from "../../core/document.ts";
import type { TextEdit } from "../../core/finding.ts";
import { phpArgument, phpOptions, type PhpOptions } from "../../languages/php/calls.ts";
import { phpAlternatives } from "../../languages/php/following.ts";
import type { PhpCall, PhpEntry, PhpNode, PhpSyntax } from "../../languages/php/nodes.ts";
import type { AttributeName, FlagName } from "./cookieAttributes.ts";
import { flatCookie } from "./flatCookie.ts";
import { isEmptyInPhp, isPastInPhp, phpAttribute, textOf } from "./phpCookieValues.ts";
import { nameOf } from "./phpNames.ts";
import type { AttributeReading, WrittenCookie } from "./writtenCookie.ts";

/** The keys of `setcookie`'s options, which PHP compares without letter case. */
const keys: Readonly<Record<AttributeName, string>> = {
  httpOnly: "httponly",
  secure: "secure",
  sameSite: "samesite",
  domain: "domain",
  path: "path",
  maxAge: "expires",
  expires: "expires",
};

/** The arguments behind name and value, in order. `samesite` can only stand among options. */
const order: readonly string[] = ["expires", "path", "domain", "secure", "httponly"];

/** The cookie of `setcookie` and `setrawcookie`; undefined where it is being deleted or nobody knows. */
export function setcookieCookie(call: PhpCall, document: Document, syntax: PhpSyntax): WrittenCookie | undefined {
  const value = phpArgument(call, 1, "value");
  if (typeof value === "string" || isEmptyInPhp(value, syntax)) return undefined;
  const given = phpArgument(call, 2, "expires_or_options");
  if (given === "unknown") return undefined;
  const options = given === "absent" ? undefined : optionsOf(given, call, syntax);
  const expires = options ? entryOf(options, "expires")?.value : given;
  if (typeof expires === "object" && isPastInPhp(expires, document)) return undefined;
  const name = phpArgument(call, 0, "name");
  return flatCookie({
    range: call.callee.range,
    ...nameOf(name, syntax),
    wording: [name, value].map((one) => (typeof one === "string" ? "" : textOf(one, document))).join(" "),
    attribute: (attribute) => (options ? ofOptions(options, attribute, document, syntax) : ofArguments(call, attribute, document, syntax)),
    right: rightInPhp,
    add: (flag) => {
      const edits = options ? intoArray(options, flag, document) : toOptions(call, flag, document);
      return edits && { title: `Add '${keys[flag]}' => ${rightInPhp(flag)}`, edits };
    },
  });
}

function rightInPhp(flag: FlagName): string {
  return flag === "sameSite" ? "'Lax'" : "true";
}

/** The third argument as options; undefined where it is a time. A variable alone may be either. */
function optionsOf(given: PhpNode, call: PhpCall, syntax: PhpSyntax): PhpOptions | undefined {
  const ends = phpAlternatives(given, syntax);
  if (ends.every(({ kind }) => kind === "array")) return phpOptions(given, syntax);
  const isTime = call.arguments.length > 3 || ends.every((end) => end.kind === "literal" || (end.kind === "other" && end === given));
  return isTime ? undefined : { entries: new Map(), open: true };
}

function entryOf({ entries }: PhpOptions, key: string): PhpEntry | undefined {
  return [...entries].find(([name]) => name.toLowerCase() === key)?.[1];
}

function ofOptions(options: PhpOptions, attribute: AttributeName, document: Document, syntax: PhpSyntax): AttributeReading {
  const entry = entryOf(options, keys[attribute]);
  if (entry) return phpAttribute(entry.value, document, syntax);
  return options.open ? { kind: "unknown" } : { kind: "not-given", fallback: "left-out" };
}

function ofArguments(call: PhpCall, attribute: AttributeName, document: Document, syntax: PhpSyntax): AttributeReading {
  const index = order.indexOf(keys[attribute]);
  const node = index < 0 ? "absent" : phpArgument(call, index + 2, index === 0 ? "expires_or_options" : keys[attribute]);
  if (node === "unknown") return { kind: "unknown" };
  return node === "absent" ? { kind: "not-given", fallback: "left-out" } : phpAttribute(node, document, syntax);
}

/** One more entry, on a line of its own where the others have one. */
function intoArray({ array }: PhpOptions, flag: FlagName, { text }: Document): TextEdit[] | undefined {
  const last = array?.entries.at(-1);
  const before = array?.entries.at(-2);
  const source = `'${keys[flag]}' => ${rightInPhp(flag)}`;
  if (!array || text[array.range.end - 1] !== "]") return undefined;
  if (!last) return [{ range: array.range, newText: `[${source}]` }];
  const from = before ? before.range.end : array.range.start + 1;
  const gap = /^,?(\s*)$/.exec(text.slice(from, last.range.start))?.[1] ?? " ";
  const space = gap.includes("\n") ? gap : " ";
  return [{ range: { start: last.range.end, end: last.range.end }, newText: `,${space}${source}` }];
}

/** Arguments become options, which PHP has had since 7.3; arguments with names get one more. */
function toOptions(call: PhpCall, flag: FlagName, document: Document): TextEdit[] | undefined {
  const last = call.arguments.at(-1);
  if (!last) return undefined;
  const end = last.value.range.end;
  if (call.arguments.some(({ name }) => name !== undefined)) {
    return flag === "sameSite" ? undefined : [{ range: { start: end, end }, newText: `, ${keys[flag]}: true` }];
  }
  const entries = call.arguments.slice(2).map(({ value }, index) => `'${order[index] ?? ""}' => ${textOf(value, document)}`);
  const start = call.arguments[2]?.value.range.start;
  const options = `[${[...entries, `'${keys[flag]}' => ${rightInPhp(flag)}`].join(", ")}]`;
  return start === undefined ? [{ range: { start: end, end }, newText: `, ${options}` }] : [{ range: { start, end }, newText: options }];
}
