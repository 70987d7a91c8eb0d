import type { Document } from "../../core/document.ts";
import type { Fix } from "../../core/finding.ts";
import type { Report, TriggerHit } from "../../core/rule.ts";
import { dottedNameEnding, isMark } from "../../languages/csharp/reading.ts";
import { csharpSyntax, type CsharpToken } from "../../languages/csharp/tokens.ts";
import type { Constant } from "../../languages/typescript/constants.ts";
import { isElsewhere } from "../../languages/typescript/images.ts";
import { rangeOf, type Node } from "../../languages/typescript/nodes.ts";
import { typescriptSyntax } from "../../languages/typescript/syntax.ts";
import { phpSyntax } from "../../languages/php/syntax.ts";
import { occasionOf } from "./occasions.ts";
import { groupRange, isCommented, matchAt } from "./textPlaces.ts";
import { faultyValues, setOption, writtenOptions, type WrittenOption } from "./writtenOptions.ts";

/** What is wrong, as a clause. */
const consequence = "which have known attacks and which browsers and marketplaces refuse";
const message = `Connections by versions of TLS before 1.2 are allowed, ${consequence}.`;
const cipherMessage = "Ciphers are allowed that are broken, so the traffic can be read.";

/** An option of Node's tls and of what takes its options over: which values are too old, what the fix writes. */
interface VersionOption {
  readonly old: RegExp;
  readonly right?: string;
  readonly message: string;
}

/** Node 24, `tls.createSecureContext` and `tls.DEFAULT_…`; ciphers as OpenSSL 3 names them. */
const versionOptions: Readonly<Record<string, VersionOption>> = {
  minVersion: { old: /^(?:SSLv[23]|TLSv1(?:\.[01])?)$/, right: "TLSv1.2", message },
  maxVersion: { old: /^(?:SSLv[23]|TLSv1(?:\.[01])?)$/, right: "TLSv1.3", message },
  DEFAULT_MIN_VERSION: { old: /^(?:SSLv[23]|TLSv1(?:\.[01])?)$/, right: "TLSv1.2", message },
  DEFAULT_MAX_VERSION: { old: /^(?:SSLv[23]|TLSv1(?:\.[01])?)$/, right: "TLSv1.3", message },
  secureProtocol: { old: /^(?:SSLv[23]|TLSv1(?:_1)?)(?:_client|_server)?_method$/, right: "TLS_method", message },
  ciphers: { old: /(?:^|[:, ])(?![!-])(?:[\w+-]*(?:RC4|3DES|DES-CBC|NULL|EXP(?:ORT)?|ADH|AECDH)[\w+-]*|LOW)(?=$|[:, @])|@SECLEVEL=0/, message: cipherMessage },
  DEFAULT_CIPHERS: { old: /(?:^|[:, ])(?![!-])(?:[\w+-]*(?:RC4|3DES|DES-CBC|NULL|EXP(?:ORT)?|ADH|AECDH)[\w+-]*|LOW)(?=$|[:, @])|@SECLEVEL=0/, message: cipherMessage },
};
const optionNames: ReadonlySet<string> = new Set(Object.keys(versionOptions));

/** Reports options in TypeScript and JavaScript. */
export function checkVersionOptions(document: Document, report: Report): void {
  const syntax = document.syntax(typescriptSyntax);
  for (const option of writtenOptions(syntax, optionNames)) {
    const row = versionOptions[option.name];
    if (!row || occasionOf(option.node, document, syntax) === "development") continue;
    const isOld = (value: Constant): boolean => value.kind === "string" && row.old.test(value.value);
    for (const place of faultyValues(option, syntax, isOld)) {
      report({ range: rangeOf(place === option.value ? option.node : place), message: row.message, fixes: newer(document, option, place, row) });
    }
  }
}

function newer(document: Document, option: WrittenOption, place: Node, { right }: VersionOption): Fix[] {
  if (right === undefined || isElsewhere(place)) return [];
  const first = document.text[place.range[0]] ?? "";
  const quote = /["'`]/.test(first) ? first : '"';
  // `TLS_method` takes every version that the program allows, which is 1.2 and later by default.
  return [{ title: `Use ${right}`, safe: false, edits: [setOption(option, place, quote + right + quote)] }];
}

const oldNet: Readonly<Record<string, ReadonlySet<string>>> = {
  SecurityProtocolType: new Set(["Ssl3", "Tls", "Tls11"]),
  SslProtocols: new Set(["Ssl2", "Ssl3", "Tls", "Tls11", "Default"]),
};

/** Reports .NET's names of old versions where they are switched on. */
export function checkVersionsCsharp(document: Document, report: Report): void {
  const { tokens } = document.syntax(csharpSyntax);
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== "name" || !oldNet[tokens[index - 2]?.text ?? ""]?.has(token.text)) continue;
    const name = dottedNameEnding(tokens, index);
    if (!isSwitchedOn(tokens, name.first, index)) continue;
    const alone = !isMark(tokens, name.first - 1, "|") && !isMark(tokens, index + 1, "|");
    const fixes = alone ? [{ title: "Use TLS 1.2", safe: false, edits: [{ range: token.range, newText: "Tls12" }] }] : [];
    report({ range: name.range, message, fixes });
  }
}

/** Assigned or handed over, rather than compared or taken away. */
function isSwitchedOn(tokens: readonly CsharpToken[], first: number, last: number): boolean {
  const before = tokens[first - 1]?.text ?? "";
  const after = tokens[last + 1]?.text ?? "";
  if (/^(?:[!=]=|~|case|&|&=|\(~|return)$/.test(before) || /^(?:[!=]=|=>|:|&)$/.test(after)) return false;
  return tokens.slice(Math.max(0, first - 6), first).every(({ text }) => text !== "HasFlag" && text !== "~" && text !== "&=" && text !== "case");
}

const oldPhp = /\b(?:CURL_SSLVERSION_(?:SSLv[23]|TLSv1(?:_[01])?)|STREAM_CRYPTO_METHOD_(?:SSLv(?:2|3|23)|TLSv1_[01])_(?:CLIENT|SERVER))\b/g;

/** Reports PHP's names of old versions, in what calls, arrays and variables are given. */
export function checkVersionsPhp(document: Document, report: Report): void {
  const syntax = document.syntax(phpSyntax);
  const given = [
    ...syntax.all("call").flatMap((call) => call.arguments.map(({ value }) => value)),
    ...syntax.all("array").flatMap(({ entries }) => entries.map(({ value }) => value)),
    ...syntax.all("assignment").map(({ value }) => value),
  ];
  const seen = new Set<number>();
  for (const { range: around, kind } of given) {
    for (const { index, 0: name } of kind === "text" ? [] : document.text.slice(around.start, around.end).matchAll(oldPhp)) {
      const range = { start: around.start + index, end: around.start + index + name.length };
      if (seen.has(range.start)) continue;
      seen.add(range.start);
      const newText = name.startsWith("CURL") ? "CURL_SSLVERSION_TLSv1_2" : name.replace(/METHOD_[A-Za-z0-9]+(?:_[01])?_/, "METHOD_TLSv1_2_");
      report({ range, message, fixes: [{ title: "Use TLS 1.2", safe: false, edits: [{ range, newText }] }] });
    }
  }
}

/** A setting in a file that is read as text. The first group is what is too old. */
interface VersionText {
  readonly trigger: string;
  readonly pattern: RegExp;
  readonly right?: string;
  readonly files?: RegExp;
}

/** nginx 1.29 and its ingress, Apache 2.4, Node's command line, Azure and AWS templates, Python 3.14. */
const versionTexts: readonly VersionText[] = [
  { trigger: "ssl_protocols", pattern: /ssl_protocols[^;\n#]{0,80}?[ \t](SSLv[23]|TLSv1(?:\.1)?)(?=[ \t;])/d },
  { trigger: "ssl-protocols", pattern: /ssl-protocols["']?[ \t]*[:=][ \t]*["']?[^\n#"']{0,80}?(\bSSLv[23]|\bTLSv1(?:\.1)?)(?![.\w])/d },
  { trigger: "SSLProtocol", pattern: /SSLProtocol[ \t][^\n#]{0,80}?(?<![-\w])\+?(SSLv3|TLSv1(?:\.1)?)(?![.\w])/d, files: /\.(?:conf|htaccess)$/ },
  { trigger: "--tls-min-v1.", pattern: /--tls-min-v(1\.[01])(?!\d)/d, right: "1.2" },
  { trigger: "--tls-max-v1.", pattern: /--tls-max-v(1\.[01])(?!\d)/d, right: "1.3" },
  { trigger: "minTlsVersion", pattern: /minTlsVersion["']?[ \t]*[:=][ \t]*["']?(?:TLS)?(1[._][01])(?![.\d])/di },
  { trigger: "minimumTlsVersion", pattern: /minimumTlsVersion["']?[ \t]*[:=][ \t]*["']?(?:TLS)?(1[._][01])(?![.\d])/di },
  { trigger: "securityPolicy", pattern: /securityPolicy["']?[ \t]*:[ \t]*["']?tls_(1_[01])(?![.\d])/di, right: "1_2" },
  { trigger: "PROTOCOL_", pattern: /PROTOCOL_(SSLv[23]|TLSv1(?:_1)?)\b/d, files: /\.py$/ },
  { trigger: "TLSVersion.", pattern: /TLSVersion\.(SSLv3|TLSv1(?:_1)?)\b/d, right: "TLSv1_2", files: /\.py$/ },
];

/** Words of which one stands wherever an old version is switched on. */
export const versionWords: readonly string[] = [
  'TLSv1"', "TLSv1'", "TLSv1`", "TLSv1.0", "TLSv1.1", "TLSv1_", "SSLv2", "SSLv3", "SECLEVEL=0", "RC4", "3DES", "ciphers", "CURL_SSLVERSION", "SecurityProtocolType", "SslProtocols",
  ...versionTexts.map(({ trigger }) => trigger),
];

/** Reports settings in files that are read as text. */
export function checkVersionTexts(document: Document, report: Report, hits: readonly TriggerHit[]): void {
  for (const { trigger, offset } of hits) {
    for (const { pattern, right, files } of versionTexts.filter((one) => one.trigger === trigger)) {
      const found = files?.test(document.path) === false || isCommented(document, offset) ? undefined : matchAt(pattern, document.text, offset);
      if (!found) continue;
      const fixes = right === undefined ? [] : [{ title: "Use TLS 1.2 or later", safe: false, edits: [{ range: groupRange(found, 1), newText: right }] }];
      report({ range: groupRange(found), message, fixes });
    }
  }
}
