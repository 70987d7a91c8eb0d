import { lineJoinEnd, skipJoinedLines } from "./joinedLines.ts";
import { isShell, scriptArgumentOf, type ShellCommand, type ShellWord } from "./shellCommands.ts";
import { readHeredocs, type Heredoc } from "./shellHeredocs.ts";
import { expandWord, unknownPart, type VariableLookup } from "./variables.ts";

/** What a script is read with. */
export interface ShellReading {
  readonly text: string;
  /** The character before a line break that joins two lines: the Dockerfile's, or the shell's backslash. */
  readonly escape: string;
  /** Whether comment lines between joined lines are dropped, as a Dockerfile does. */
  readonly joinsOverComments: boolean;
  readonly lookup: VariableLookup;
}

interface OpenCommand {
  readonly words: ShellWord[];
  readonly outputs: ShellWord[];
  pipedInto: OpenCommand | undefined;
  partOf: OpenCommand | undefined;
}

interface OpenWord {
  text: string;
  start: number;
  quoted: boolean;
}

/** Substitutions inside substitutions: nobody writes more levels. */
const deepest = 12;
const assignment = /^([A-Za-z_][A-Za-z0-9_]*)=/;
const nameStart = /[A-Za-z_]/;
const wholeName = /[A-Za-z_][A-Za-z0-9_]*/y;
const longestForm = 512;

/** The simple commands of a script between two offsets of a text, in their order, with those inside substitutions. Linear. */
export function readShell(reading: ShellReading, start: number, end: number): ShellCommand[] {
  const state: State = { ...reading, commands: [], assigned: new Set(), heredocs: [] };
  readScript(state, start, end, "", 0);
  const nested = state.commands.flatMap((command) => scriptArgumentOf(command) ?? []);
  for (const { range } of nested) {
    const isQuoted = /["']/.test(reading.text[range.start] ?? "");
    if (isQuoted) readScript(state, range.start + 1, range.end - 1, "", 1);
  }
  return state.commands.filter((command) => command.words.length > 0);
}

interface State extends ShellReading {
  readonly commands: OpenCommand[];
  /** Names that the script sets itself: their values are not the build's any more. */
  readonly assigned: Set<string>;
  heredocs: Heredoc[];
}

/** Reads up to `closer` and gives the offset behind it. */
function readScript(state: State, from: number, end: number, closer: string, depth: number): number {
  const { text } = state;
  let command = open(state);
  let word: OpenWord | undefined;
  let redirect: "output" | "input" | undefined;
  let at = from;
  let parentheses = 0;

  const endWord = (): void => {
    if (!word) return;
    // Behind a quote that nobody closed there is nothing.
    const made: ShellWord = { text: word.text, range: { start: word.start, end: Math.min(at, end) } };
    if (redirect === "output") command.outputs.push(made);
    else if (redirect === undefined) command.words.push(made);
    const name = redirect === undefined && !word.quoted ? assignment.exec(made.text)?.[1] : undefined;
    if (name !== undefined) state.assigned.add(name);
    redirect = undefined;
    word = undefined;
  };
  const endCommand = (isPipe: boolean): void => {
    endWord();
    redirect = undefined;
    const next = open(state);
    if (isPipe) command.pipedInto = next;
    command = next;
  };
  const add = (piece: string, length: number, quoted = false): void => {
    word ??= { text: "", start: at, quoted: false };
    word.text += piece;
    if (quoted) word.quoted = true;
    at += length;
  };

  while (at < end) {
    const char = text[at] ?? "";
    const joined = char === state.escape ? lineJoinEnd(text, at, end) : undefined;
    if (joined !== undefined) {
      at = state.joinsOverComments ? skipJoinedLines(text, joined, end) : joined;
    } else if (closer !== "" && char === closer && parentheses === 0) {
      endWord();
      return at + 1;
    } else if (char === "\n") {
      endCommand(false);
      at = readHeredocs(state.heredocs, text, at + 1, end, (heredoc, bodyStart, bodyEnd) => {
        if (isScript(heredoc.owner)) readScript({ ...state, escape: "\\", joinsOverComments: false, heredocs: [] }, bodyStart, bodyEnd, "", depth + 1);
      });
      state.heredocs = [];
    } else if (char === " " || char === "\t" || char === "\r") {
      endWord();
      at++;
    } else if (char === "#" && !word) {
      while (at < end && text[at] !== "\n") at++;
    } else if (char === ";" || char === "(" || char === ")") {
      if (char !== ";") parentheses = Math.max(0, parentheses + (char === "(" ? 1 : -1));
      endCommand(false);
      at++;
    } else if (char === "&") {
      if (text[at + 1] === ">") {
        endWord();
        at++;
      } else {
        endCommand(false);
        at += text[at + 1] === "&" ? 2 : 1;
      }
    } else if (char === "|") {
      const isOr = text[at + 1] === "|";
      endCommand(!isOr);
      at += isOr || text[at + 1] === "&" ? 2 : 1;
    } else if (char === "<" || char === ">") {
      readRedirection(char);
    } else if (char === "'") {
      const close = text.indexOf("'", at + 1);
      const stop = close < 0 || close >= end ? end : close;
      add(text.slice(at + 1, stop), stop + 1 - at, true);
    } else if (char === '"') {
      readDoubleQuoted();
    } else if (char === "\\") {
      add(text[at + 1] ?? "", 2, true);
    } else if (char === "$" || char === "`") {
      readSubstitution();
    } else {
      add(char, 1);
    }
  }
  endWord();
  return end;

  function readRedirection(char: string): void {
    // `2>` and `1>` name the stream.
    if (word && /^\d$/.test(word.text)) word = undefined;
    endWord();
    if (text.startsWith("<<<", at)) {
      redirect = "input";
      at += 3;
    } else if (text.startsWith("<<", at)) {
      const form = /<<-?[ \t]*(["']?)([A-Za-z0-9_.]+)\1/y;
      form.lastIndex = at;
      const found = form.exec(text);
      if (found?.[2] !== undefined) state.heredocs.push({ delimiter: found[2], stripsTabs: found[0].startsWith("<<-"), owner: command.words });
      at += found?.[0].length ?? 2;
    } else if ((text[at + 1] ?? "") === "(") {
      const first = state.commands.length;
      at = depth < deepest ? readScript(state, at + 2, end, ")", depth + 1) : end;
      for (const inner of state.commands.slice(first)) if (!inner.pipedInto && char === "<") inner.pipedInto = command;
      word = { text: unknownPart, start: at, quoted: true };
    } else {
      at++;
      if (text[at] === ">" || text[at] === "|") at++;
      if (text[at] === "&") {
        at++;
        while (/[\d-]/.test(text[at] ?? "")) at++;
      } else redirect = char === ">" ? "output" : "input";
    }
  }

  function readDoubleQuoted(): void {
    add("", 1, true);
    while (at < end && text[at] !== '"') {
      const char = text[at] ?? "";
      const joinedLine = char === state.escape ? lineJoinEnd(text, at, end) : undefined;
      if (joinedLine !== undefined) at = state.joinsOverComments ? skipJoinedLines(text, joinedLine, end) : joinedLine;
      else if (char === "\\" && /["\\$`]/.test(text[at + 1] ?? "")) add(text[at + 1] ?? "", 2);
      else if (char === "$" || char === "`") readSubstitution();
      else add(char, 1);
    }
    at = Math.min(at + 1, end);
  }

  /** Reads `$NAME`, `${…}`, `$(…)` or a command in backticks. */
  function readSubstitution(): void {
    if (text[at] === "`" || text.startsWith("$(", at)) {
      const opener = text[at] === "`" ? "`" : ")";
      const start = at + (opener === "`" ? 1 : 2);
      if (depth >= deepest) {
        add(unknownPart, end - at);
        return;
      }
      const first = state.commands.length;
      const stop = readScript(state, start, end, opener, depth + 1);
      for (const inner of state.commands.slice(first)) inner.partOf ??= command;
      add(unknownPart, stop - at);
      return;
    }
    const segment = variableAt(text, at, end);
    add(segment === "$" ? segment : expand(segment), segment.length);
  }

  function expand(segment: string): string {
    if (segment === "${" || /^\$[^{A-Za-z_]/.test(segment)) return unknownPart;
    return expandWord(segment, (name) => (state.assigned.has(name) ? undefined : state.lookup(name)));
  }
}

function open(state: State): OpenCommand {
  const command: OpenCommand = { words: [], outputs: [], pipedInto: undefined, partOf: undefined };
  state.commands.push(command);
  return command;
}

/** What stands at a dollar sign: a name, a form in braces, or the sign alone. */
function variableAt(text: string, at: number, end: number): string {
  const next = text[at + 1] ?? "";
  if (next === "{") {
    let depth = 0;
    for (let stop = at + 1; stop < Math.min(end, at + longestForm); stop++) {
      if (text[stop] === "{") depth++;
      if (text[stop] === "}" && --depth === 0) return text.slice(at, stop + 1);
    }
    return "${";
  }
  if (nameStart.test(next)) {
    wholeName.lastIndex = at + 1;
    return `$${wholeName.exec(text)?.[0] ?? ""}`;
  }
  return /[\d@*#?$!-]/.test(next) ? text.slice(at, at + 2) : "$";
}

/** Whether a here-document is itself a script: the builder runs it, or a shell reads it. */
function isScript(owner: readonly ShellWord[]): boolean {
  return owner.length === 0 || owner.some((word) => isShell(word.text.slice(word.text.lastIndexOf("/") + 1)));
}
