import type { DataNode } from "../data/dataNode.ts";
import { actionsIn, type Action } from "./actions.ts";
import { evaluate, holds, type Scope } from "./expressions.ts";

/** Stands, as often as the action is long, where a template puts a value in. No file holds it for itself. */
export const valueMark = "\uE000";

/** A template as YAML of the same length: what its actions decide is decided with the chart's own values. */
export interface ReadTemplate {
  /** Actions that only steer are blank, and so is what they leave out or what nobody can know. */
  readonly text: string;
  /** The actions that put something in, in the order of the text. */
  readonly insertions: readonly Insertion[];
}

/** An action that puts a value into the text. */
export interface Insertion {
  readonly offset: number;
  /** Undefined where it is not known. */
  readonly value: DataNode | undefined;
}

interface Block {
  /** Whether the part that is being read is put out; undefined where that is not known. */
  on: boolean | undefined;
  /** Whether one of the parts before was; undefined where that is not known. */
  taken: boolean | undefined;
  readonly dot: Scope["dot"];
  /** Of the blocks around it. */
  readonly around: State;
}

/** What holds at a place of the template. */
interface State {
  /** Whether what stands here is put out for sure. */
  readonly isOn: boolean;
  /** Whether that is known either way. */
  readonly isKnown: boolean;
}

function stateIn(blocks: readonly Block[]): State {
  const block = blocks.at(-1);
  if (!block) return { isOn: true, isKnown: true };
  return { isOn: block.around.isOn && block.on === true, isKnown: block.around.isKnown && block.on !== undefined };
}

const opening = /^(?:if|with|range|define|block)\b/;
const assignment = /^\$\w+\s*:?=/;

/** Reads a template without executing it. */
export function readTemplate(text: string, scope: Scope): ReadTemplate {
  const blocks: Block[] = [];
  const insertions: Insertion[] = [];
  const parts: string[] = [];
  let at = 0;
  const current = (): Scope => ({ ...scope, dot: blocks.at(-1)?.dot ?? (blocks.length > 0 ? undefined : "root") });
  const isOn = (): boolean => stateIn(blocks).isOn;
  for (const action of actionsIn(text)) {
    const { start, end } = action.range;
    const before = text.slice(at, start);
    parts.push(isOn() ? before : blank(before));
    at = end;
    const own = text.slice(start, end);
    const wasKnown = stateIn(blocks).isKnown;
    if (steer(action, blocks, current())) {
      // Within a line, a part that nobody knows stays to be seen as one.
      const isHole = wasKnown && !stateIn(blocks).isKnown && !startsLine(text, start);
      if (isHole) insertions.push({ offset: start, value: undefined });
      parts.push(isHole ? mark(own) : blank(own));
    } else if (!isOn() || action.body.startsWith("/*") || assignment.test(action.body)) {
      parts.push(blank(own));
    } else {
      insertions.push({ offset: start, value: evaluate(action.body, current()) });
      parts.push(startsLine(text, start) && endsLine(text, end) ? blank(own) : mark(own));
    }
  }
  const rest = text.slice(at);
  parts.push(isOn() ? rest : blank(rest));
  return { text: parts.join(""), insertions };
}

/** Carries out an action that steers; false where it is none. */
function steer({ body }: Action, blocks: Block[], scope: Scope): boolean {
  if (opening.test(body)) {
    blocks.push(opened(body, scope, stateIn(blocks)));
    return true;
  }
  const block = blocks.at(-1);
  if (body === "end") blocks.pop();
  else if (/^else\b/.test(body) && block) {
    const condition = /^else\s+(?:if|with)\s/.exec(body);
    const is = condition ? holds(evaluate(body.slice(condition[0].length), scope)) : true;
    const others = block.taken;
    block.on = others === undefined ? undefined : others ? false : is;
    block.taken = others === true ? true : others === undefined || is === undefined ? undefined : is;
  } else return false;
  return true;
}

function opened(body: string, scope: Scope, around: State): Block {
  const [word = ""] = body.split(/\s/, 1);
  const expression = body.slice(word.length).trim();
  // What `define` holds is put out elsewhere, and what `range` goes over is not counted.
  if (word === "define") return { on: false, taken: true, dot: undefined, around };
  if (word === "range" || word === "block") return { on: undefined, taken: undefined, dot: undefined, around };
  const value = evaluate(expression, scope);
  const is = holds(value);
  return { on: is, taken: is, dot: word === "with" ? value : scope.dot, around };
}

function startsLine(text: string, at: number): boolean {
  let before = at - 1;
  while (text[before] === " " || text[before] === "\t") before--;
  return before < 0 || text[before] === "\n";
}

function endsLine(text: string, at: number): boolean {
  let next = at;
  while (text[next] === " " || text[next] === "\t" || text[next] === "\r") next++;
  return next >= text.length || text[next] === "\n";
}

function blank(text: string): string {
  return text.replace(/[^\r\n]/g, " ");
}

function mark(text: string): string {
  // A value of several lines would break what stands around it.
  return /[\r\n]/.test(text) ? text.replace(/[^\r\n]/g, " ") : valueMark.repeat(text.length);
}
