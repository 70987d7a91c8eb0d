import type { Document } from "../../core/document.ts";
import { isDocumentationPath, isTestPath } from "../../core/filePurpose.ts";
import { normalName } from "./boundName.ts";
import type { SecretKind, SecretMatch } from "./secretFormat.ts";

/** What a file is for, as far as it matters to secrets. `generated` files are never looked at. */
export type Place = "code" | "test" | "documentation" | "generated";

const generatedFile =
  /(?:^|\/)(?:package-lock\.json|npm-shrinkwrap\.json|pnpm-lock\.yaml|packages\.lock\.json|go\.sum|[^/]+\.lock|[^/]+\.map|[^/]+[.-]min\.[a-z]+)$/i;
/** Snapshots, and files that say in their name that somebody fills them in. */
const sampleFile = /\.(?:snap|example|sample|template|dist|tmpl|tpl)$|[._-](?:examples?|samples?|templates?)\.[a-z]+$/i;
/** Besides prose, TypeScript that only declares: its values stand in comments. */
const proseFile = /(?:^|\/)(?:readme|changelog|contributing|security)$|\.d\.[cm]?ts$/i;

/** What the file of a document is for. */
export function placeOf({ path }: Document): Place {
  if (generatedFile.test(path)) return "generated";
  if (isDocumentationPath(path) || proseFile.test(path)) return "documentation";
  return isTestPath(path) || sampleFile.test(path) ? "test" : "code";
}

const placeholderWord =
  /example|sample|dummy|placeholder|change[_-]?me|replace|your[_-]|yourtoken|redacted|insert|todo|fixme|not-?a?-?real|fake|test1234|secret_?key|qwerty|xxxx|\*{4}|\.{4}/i;
/** Values that providers print in their documentation and emulators. */
const documentedExample =
  /EXAMPLE(?:KEY)?$|^sk_test_(?:4eC39Hq|BQokikJ)|^Eby8vdM02xNOcqF|^C2y6yDjf5\/R\+ob0N8A7/;
/** What follows a literal that is only the first part of a value put together. */
const goesOn = /^(?:\$\{|\{\{|#\{|%\()/;

/** Whether what was found is no secret of anybody: a placeholder, a documented sample, public by design. */
export function isSilent(document: Document, match: SecretMatch): boolean {
  const { text } = document;
  const value = text.slice(match.range.start, match.range.end);
  if (documentedExample.test(value)) return true;
  if (isPublic(document, match.kind, match)) return true;
  if (match.verdict === "valid") return false;
  if (goesOn.test(text.slice(match.range.end, match.range.end + 2))) return true;
  return isPlaceholder(text.slice(match.body.start, match.body.end), match.name);
}

/** Words, sequences and repetitions that nobody's random generator makes. */
export function isPlaceholder(body: string, name = ""): boolean {
  return (
    hasPlaceholderWord(body) ||
    normalName(body) === normalName(name) ||
    hasRun(body) ||
    repeats(body) ||
    entropyOf(body) < leastEntropy(body)
  );
}

/** Long random texts hold short words by chance, though seldom near their start and in a person's letter case. */
function hasPlaceholderWord(body: string): boolean {
  const word = placeholderWord.exec(body.slice(0, 120))?.[0] ?? "";
  return word !== "" && (word === word.toUpperCase() || !/[A-Z]{2}|^[a-z][A-Z]|[A-Z]$/.test(word));
}

/** Six times the same character, or seven in ascending or descending order. */
function hasRun(body: string): boolean {
  const lower = body.toLowerCase();
  let step = 0;
  let length = 1;
  for (let at = 1; at < lower.length; at++) {
    const difference = lower.charCodeAt(at) - lower.charCodeAt(at - 1);
    length = difference === step ? length + 1 : 2;
    step = difference;
    if ((step === 0 && length >= 6) || (Math.abs(step) === 1 && length >= 7)) return true;
  }
  return false;
}

/** A part that is written again and again, such as `deadbeefdeadbeef`. */
function repeats(body: string): boolean {
  for (let period = 1; period <= Math.min(body.length / 2, 16); period++) {
    if (body.slice(period) === body.slice(0, -period)) return true;
  }
  return false;
}

/** Bits a character, after Shannon. */
export function entropyOf(text: string): number {
  const counts = new Map<string, number>();
  for (const char of text) counts.set(char, (counts.get(char) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}

/** Random values of an alphabet have clearly more; short ones cannot have as much. */
function leastEntropy(body: string): number {
  const limit = /^[0-9-]*$/.test(body) ? 2.2 : /^[0-9a-f-]*$/i.test(body) ? 2.6 : 3;
  const share = body.length < 16 ? 0.5 : 0.7;
  return Math.min(limit, share * Math.log2(body.length));
}

/** How far around a value its surroundings speak of it, in characters. */
const surroundings = 600;
const publicName = /^(?:next_?public|vite|react_?app|gatsby|expo_?public|nuxt_?public|ng_?app|public)/i;

/** Keys that browsers must have: the surroundings, the name or the page they are in say so. */
function isPublic({ text, language }: Document, { publicNear }: SecretKind, { range, name }: SecretMatch): boolean {
  if (!publicNear) return false;
  if (language === "html" || publicName.test(name ?? "")) return true;
  const around = text.slice(Math.max(0, range.start - surroundings), range.end + surroundings).toLowerCase();
  return publicNear.some((word) => around.includes(word));
}
