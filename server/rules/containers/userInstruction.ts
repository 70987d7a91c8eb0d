import { Cmd, Entrypoint, Run, type Instruction } from "dockerfile-ast";
import type { Document } from "../../core/document.ts";
import type { Fix, TextEdit } from "../../core/finding.ts";
import type { TextRange } from "../../core/text.ts";
import type { Stage } from "../../languages/dockerfile/stages.ts";

/** Instructions that may stand between or behind the start command without needing rights while building. */
const harmlessTail: ReadonlySet<string> = new Set(["CMD", "ENTRYPOINT", "EXPOSE", "HEALTHCHECK", "STOPSIGNAL", "LABEL"]);

/** The offsets of a node of dockerfile-ast. */
export function offsetsOf(document: Document, node: { getRange(): { start: Place; end: Place } }): TextRange {
  const range = node.getRange();
  return { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
}

interface Place {
  readonly line: number;
  readonly character: number;
}

/** Adds a USER to a stage, so late that nothing which is built needs root any more. */
export function addUser(document: Document, stage: Stage, account: string): Fix {
  return { title: `Add "USER ${account}"`, safe: false, edits: [lateInsertion(document, stage, `USER ${account}`)] };
}

/** Puts an account in place of a USER's argument, or behind what still needs root. */
export function replaceUser(document: Document, stage: Stage, user: Instruction, argument: TextRange, account: string): Fix {
  const behind = stage.instructions.slice(stage.instructions.indexOf(user) + 1);
  const isOwn = behind.length < stage.instructions.length;
  if (!isOwn || behind.some((instruction) => instruction instanceof Run)) return addUser(document, stage, account);
  return { title: `Change to "USER ${account}"`, safe: false, edits: [{ range: argument, newText: account }] };
}

/** Puts an instruction right before the start command of a stage, or at its end. */
export function lateInsertion(document: Document, stage: Stage, written: string): TextEdit {
  const { instructions } = stage;
  const tailStart = instructions.findLastIndex((instruction) => !harmlessTail.has(instruction.getKeyword())) + 1;
  const starts = (instruction: Instruction): boolean => instruction instanceof Cmd || instruction instanceof Entrypoint;
  const at = instructions.findIndex((instruction, index) => index >= tailStart && starts(instruction));
  const before = instructions[at];
  const previous = (at < 0 ? instructions.at(-1) : instructions[at - 1]) ?? stage.from;
  if (before === undefined) {
    const { end } = offsetsOf(document, previous);
    return { range: { start: end, end }, newText: `${document.lineBreak}${indentOf(document, previous)}${written}` };
  }
  // A comment right above the start command belongs to it.
  let line = before.getRange().start.line;
  while (line - 1 > previous.getRange().end.line && lineText(document, line - 1).trimStart().startsWith("#")) line--;
  const start = document.lines[line] ?? 0;
  return { range: { start, end: start }, newText: `${indentOf(document, before)}${written}${document.lineBreak}` };
}

function lineText(document: Document, line: number): string {
  return document.text.slice(document.lines[line] ?? 0, document.lineEnd(line));
}

function indentOf(document: Document, instruction: Instruction): string {
  return /^[ \t]*/.exec(lineText(document, instruction.getRange().start.line))?.[0] ?? "";
}
