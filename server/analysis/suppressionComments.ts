import type { Document } from "../core/document.ts";
import type { TextRange } from "../core/text.ts";
import { loadedTypeScriptSyntax } from "../languages/typescript/syntax.ts";
import { reasonPlaceholder, suppressionWord } from "./suppressions.ts";

/** A comment to insert; the reason is left for the person who accepts the finding. */
export interface SuppressionInsertion {
  readonly offset: number;
  /** What comes before the reason. */
  readonly before: string;
  /** The words to be replaced by the reason. */
  readonly reason: string;
  /** What comes behind the reason, the line break included. */
  readonly after: string;
}

interface CommentMarks {
  readonly open: string;
  readonly close: string;
}

const slashes: CommentMarks = { open: "// ", close: "" };
const hash: CommentMarks = { open: "# ", close: "" };
const markup: CommentMarks = { open: "<!-- ", close: " -->" };
const block: CommentMarks = { open: "/* ", close: " */" };
const jsx: CommentMarks = { open: "{/* ", close: " */}" };

/** Comment marks of text files by extension; a file that is not here has no comment that we know. */
const byExtension: Readonly<Record<string, CommentMarks>> = {
  jsonc: slashes, go: slashes, java: slashes, kt: slashes, swift: slashes, scala: slashes, rs: slashes,
  c: slashes, h: slashes, cpp: slashes, gradle: slashes, groovy: slashes, dart: slashes, proto: slashes,
  py: hash, rb: hash, sh: hash, bash: hash, zsh: hash, pl: hash, r: hash, toml: hash, properties: hash, conf: hash,
  tf: hash, tfvars: hash, ps1: hash, mk: hash,
  css: block, scss: slashes, less: slashes,
  vue: markup, svelte: markup, svg: markup, md: markup,
};

function marksOf(document: Document): CommentMarks | undefined {
  switch (document.language) {
    case "typescript":
    case "csharp":
    case "php":
      return slashes;
    case "dockerfile":
    case "yaml":
    case "dotenv":
      return hash;
    case "xml":
    case "html":
      return markup;
    default:
      return byExtension[document.fileName.slice(document.fileName.lastIndexOf(".") + 1).toLowerCase()];
  }
}

/** A comment for the line before `range`, or undefined where the language or the place takes none. */
export function suppressLine(document: Document, rule: string, range: TextRange): SuppressionInsertion | undefined {
  const line = document.lineOf(range.start);
  const offset = document.lines[line] ?? 0;
  const marks = marksAt(document, offset);
  if (!marks) return undefined;
  const indent = /^[ \t]*/.exec(document.text.slice(offset, document.lineEnd(line)))?.[0] ?? "";
  return {
    offset,
    before: `${indent}${marks.open}${suppressionWord}-next-line ${rule} -- `,
    reason: reasonPlaceholder,
    after: `${marks.close}${document.lineBreak}`,
  };
}

/** A comment for the whole file, behind what must stay first in it. */
export function suppressFile(document: Document, rule: string): SuppressionInsertion | undefined {
  const marks = marksOf(document);
  if (!marks) return undefined;
  return {
    offset: document.lines[firstFreeLine(document)] ?? 0,
    before: `${marks.open}${suppressionWord} ${rule} -- `,
    reason: reasonPlaceholder,
    after: `${marks.close}${document.lineBreak}`,
  };
}

/** Shebang, XML declaration, doctype and Dockerfile parser directives mean something only in the first lines. */
const mustStayFirst = /^(?:#!|<\?xml|<!doctype|<\?php|#\s*(?:syntax|escape|check)\s*=)/i;

function firstFreeLine(document: Document): number {
  let line = 0;
  while (
    line < document.lines.length - 1 &&
    mustStayFirst.test(document.text.slice(document.lines[line] ?? 0, document.lineEnd(line)))
  ) {
    line++;
  }
  return line;
}

/** Inside a template string or a block scalar a comment would be text; between JSX tags it needs braces. */
function marksAt(document: Document, lineStart: number): CommentMarks | undefined {
  const marks = marksOf(document);
  if (document.language === "yaml") return insideBlockScalar(document, lineStart) ? undefined : marks;
  if (document.language === "dotenv" || document.language !== "typescript") return marks;
  const syntax = loadedTypeScriptSyntax(document, lineStart);
  if (!syntax) return marks;
  const inside = (node: { range: [number, number] }): boolean => node.range[0] < lineStart && lineStart < node.range[1];
  if (syntax.all("TemplateElement").some(inside)) return undefined;
  return syntax.all("JSXText").some((node) => node.range[0] <= lineStart && lineStart <= node.range[1]) ? jsx : marks;
}

/** A line that ends with `|` or `>` and its modifiers opens a block scalar; deeper lines belong to it. */
const opensBlockScalar = /(?:^|[:\-\s])[|>][+-]?\d?[+-]?[ \t]*(?:#.*)?$/;

function insideBlockScalar(document: Document, lineStart: number): boolean {
  const line = document.lineOf(lineStart);
  const content = (at: number): string => document.text.slice(document.lines[at] ?? 0, document.lineEnd(at));
  const indentOf = (text: string): number => text.length - text.trimStart().length;
  let limit = indentOf(content(line));
  for (let above = line - 1; above >= 0 && limit > 0; above--) {
    const text = content(above);
    if (text.trim() === "" || indentOf(text) >= limit) continue;
    if (opensBlockScalar.test(text)) return true;
    limit = indentOf(text);
  }
  return false;
}
