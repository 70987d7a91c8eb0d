import { lineStarts, type Position } from "./text.ts";

/** The languages rules may ask for. `text` is every other text file: there only the text tier looks. */
export type LanguageId =
  | "typescript"
  | "dockerfile"
  | "yaml"
  | "json"
  | "dotenv"
  | "xml"
  | "html"
  | "csharp"
  | "php"
  | "text";

/** Reads a document's syntax. One object a language, in `languages/`. */
export interface SyntaxProvider<Syntax> {
  readonly name: string;
  /** Makes the syntax. Throws {@link NotAnalysable} when the text defeats the parser. */
  parse(document: Document): Syntax;
}

/** The text defeats a parser: the reason is a sentence for the user, without the file's name. */
export class NotAnalysable extends Error {
  override readonly name = "NotAnalysable";
}

/** Reaches other files of the same workspace folder while one is analysed. */
export interface Neighbours {
  /**
   * The document at a path from the workspace folder; undefined where there is no such file, no text, or too much of
   * it. Whoever analyses notes each question, because the answer decides what is found.
   */
  read(path: string): Document | undefined;
  /** Whether there is a file at a path from the workspace folder, whatever it holds and however long it is. Noted as well. */
  has(path: string): boolean;
}

/**
 * One text with a language, as the editor or the disk has it. Immutable: an edit makes another one.
 * The text has no byte order mark. Syntax is made on first demand and kept as long as the document.
 */
export class Document {
  /** Path from the workspace folder, with forward slashes. */
  readonly path: string;
  readonly language: LanguageId;
  readonly text: string;
  /** Absent where a text is looked at by itself. */
  readonly neighbours: Neighbours | undefined;
  #starts: number[] | undefined;
  readonly #syntax = new Map<SyntaxProvider<unknown>, unknown>();
  readonly #refusals = new Map<SyntaxProvider<unknown>, NotAnalysable>();

  constructor(path: string, language: LanguageId, text: string, neighbours?: Neighbours) {
    this.path = path;
    this.language = language;
    this.text = text;
    this.neighbours = neighbours;
  }

  /** The last part of the path. */
  get fileName(): string {
    return this.path.slice(this.path.lastIndexOf("/") + 1);
  }

  /** Offsets at which the lines start. */
  get lines(): readonly number[] {
    return (this.#starts ??= lineStarts(this.text));
  }

  /** The position of an offset; offsets outside the text are moved to its nearest end. */
  positionAt(offset: number): Position {
    const wanted = Math.max(0, Math.min(offset, this.text.length));
    const line = this.lineOf(wanted);
    return { line, character: wanted - (this.lines[line] ?? 0) };
  }

  /** The offset of a position; a column behind the line's end means its end. */
  offsetAt(position: Position): number {
    const start = this.lines[position.line];
    if (start === undefined) return position.line < 0 ? 0 : this.text.length;
    return Math.min(start + position.character, this.lineEnd(position.line));
  }

  /** Zero-based line of an offset. */
  lineOf(offset: number): number {
    let low = 0;
    let high = this.lines.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.lines[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Offset of the end of a zero-based line, before its line break. */
  lineEnd(line: number): number {
    const next = this.lines[line + 1];
    if (next === undefined) return this.text.length;
    const before = next - 1;
    return this.text[before] === "\n" && this.text[before - 1] === "\r" ? before - 1 : before;
  }

  /** The line break this document uses: that of its first line, LF where it has one line only. */
  get lineBreak(): "\n" | "\r\n" {
    const end = this.lineEnd(0);
    return this.text.startsWith("\r\n", end) ? "\r\n" : "\n";
  }

  /** The syntax made by `provider`, made once. Throws what the provider throws, a refusal without asking it again. */
  syntax<Syntax>(provider: SyntaxProvider<Syntax>): Syntax {
    if (this.#syntax.has(provider)) return this.#syntax.get(provider) as Syntax;
    const refusal = this.#refusals.get(provider);
    if (refusal) throw refusal;
    try {
      const made = provider.parse(this);
      this.#syntax.set(provider, made);
      return made;
    } catch (error) {
      if (error instanceof NotAnalysable) this.#refusals.set(provider, error);
      throw error;
    }
  }

  /** The syntax made by `provider` where somebody asked for it before; makes nothing. */
  syntaxMade<Syntax>(provider: SyntaxProvider<Syntax>): Syntax | undefined {
    return this.#syntax.get(provider) as Syntax | undefined;
  }
}
