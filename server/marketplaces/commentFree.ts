import type { Document } from "../core/document.ts";

/** How a file's comments are written: C-like, `#` to the line's end, or `<!-- -->`. */
type CommentStyle = "slash" | "hash" | "markup";

const styleByLanguage: Readonly<Partial<Record<Document["language"], CommentStyle>>> = {
  typescript: "slash",
  csharp: "slash",
  json: "slash",
  yaml: "hash",
  dotenv: "hash",
  dockerfile: "hash",
  xml: "markup",
  html: "markup",
};

/** Code that has no reading layer of ours, by file extension. Prose (`md`, `txt`, `rst`) is left out. */
const styleByExtension: Readonly<Record<string, CommentStyle>> = {
  php: "slash", java: "slash", kt: "slash", kts: "slash", scala: "slash", go: "slash", rs: "slash",
  swift: "slash", dart: "slash", cshtml: "markup", razor: "markup", vb: "hash",
  py: "hash", rb: "hash", sh: "hash", toml: "hash", properties: "hash", tf: "hash", gradle: "slash",
  vue: "markup", svelte: "markup", ejs: "markup", hbs: "markup", handlebars: "markup", mustache: "markup",
  njk: "markup", twig: "markup", erb: "markup", squirrelly: "markup", astro: "markup",
};

const markupComment = /<!--[^]*?(?:-->|$)/g;
const hashComment = /(^|[ \t])#[^\n]*/gm;

/** The text of a code or configuration file with its comments left out; `undefined` for prose and data. */
export function commentFree(document: Document): string | undefined {
  switch (commentStyle(document)) {
    case "slash":
      return withoutSlashComments(document.text);
    case "hash":
      return document.text.replace(hashComment, "$1");
    case "markup":
      return document.text.replace(markupComment, " ");
    case undefined:
      return undefined;
  }
}

function commentStyle(document: Document): CommentStyle | undefined {
  const known = styleByLanguage[document.language];
  if (known !== undefined) return known;
  const extension = document.fileName.slice(document.fileName.lastIndexOf(".") + 1).toLowerCase();
  return Object.hasOwn(styleByExtension, extension) ? styleByExtension[extension] : undefined;
}

/**
 * Leaves out line and block comments of C-like languages, so that `//` in a string stays. One pass.
 * It is no parser: it need only be right often enough that a mention in a comment is no evidence.
 */
export function withoutSlashComments(text: string): string {
  const kept: string[] = [];
  // One counter of open braces for each template expression that the scan is in.
  const templates: number[] = [];
  let from = 0;
  let before = "";
  let at = 0;
  while (at < text.length) {
    const char = text[at] ?? "";
    if (char === "/" && (text[at + 1] === "/" || text[at + 1] === "*")) {
      kept.push(text.slice(from, at), " ");
      at = text[at + 1] === "/" ? endOf(text, "\n", at, 0) : endOf(text, "*/", at + 2, 2);
      from = at;
      continue;
    }
    const end = endOfLiteral(text, at, char, before, templates);
    if (char.trim() !== "") before = char;
    at = end;
  }
  kept.push(text.slice(from));
  return kept.join("");
}

/** The offset behind what starts here: a string, a template, a regular expression, else one character. */
function endOfLiteral(text: string, at: number, char: string, before: string, templates: number[]): number {
  if (char === '"' || char === "'") return endOfLine(text, at + 1, char);
  if (char === "/" && startsExpression(before)) return endOfPattern(text, at + 1);
  if (char === "`") return endOfTemplate(text, at + 1, templates);
  const depth = templates.at(-1);
  if (depth === undefined) return at + 1;
  if (char === "{") templates[templates.length - 1] = depth + 1;
  if (char === "}" && depth > 0) templates[templates.length - 1] = depth - 1;
  if (char !== "}" || depth > 0) return at + 1;
  templates.pop();
  return endOfTemplate(text, at + 1, templates);
}

/** Behind these a slash starts a regular expression; behind a value it divides. */
function startsExpression(before: string): boolean {
  return before === "" || "(,=:[!&|?{};+".includes(before);
}

/** The offset behind `quote`, or of the line's end where it does not close: such a literal is broken. */
function endOfLine(text: string, from: number, quote: string): number {
  for (let at = from; at < text.length; at++) {
    const char = text[at];
    if (char === "\\") at++;
    else if (char === quote) return at + 1;
    else if (char === "\n") return at;
  }
  return text.length;
}

/** The offset behind a regular expression, in which a slash between brackets does not count. */
function endOfPattern(text: string, from: number): number {
  let bracketed = false;
  for (let at = from; at < text.length; at++) {
    const char = text[at];
    if (char === "\\") at++;
    else if (char === "[") bracketed = true;
    else if (char === "]") bracketed = false;
    else if (char === "/" && !bracketed) return at + 1;
    else if (char === "\n") return at;
  }
  return text.length;
}

/** The offset behind the back-tick, or behind `${`, which opens an expression. */
function endOfTemplate(text: string, from: number, templates: number[]): number {
  for (let at = from; at < text.length; at++) {
    const char = text[at];
    if (char === "\\") at++;
    else if (char === "`") return at + 1;
    else if (char === "$" && text[at + 1] === "{") {
      templates.push(0);
      return at + 2;
    }
  }
  return text.length;
}

function endOf(text: string, mark: string, from: number, length: number): number {
  const found = text.indexOf(mark, from);
  return found < 0 ? text.length : found + length;
}
