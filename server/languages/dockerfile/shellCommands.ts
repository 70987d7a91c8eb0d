import type { TextRange } from "../../core/text.ts";

/** One word of a command: quotes taken off, known variables replaced, the others `unknownPart`. */
export interface ShellWord {
  readonly text: string;
  readonly range: TextRange;
}

/** One simple command of a shell script. */
export interface ShellCommand {
  /** Its words without redirections, leading `NAME=value` words included. */
  readonly words: readonly ShellWord[];
  /** Files that its output goes to, by `>` and `>>`. */
  readonly outputs: readonly ShellWord[];
  /** The command that reads its output: behind a pipe, or around a `<(…)`. */
  readonly pipedInto: ShellCommand | undefined;
  /** The command whose words its output becomes a part of: around a `$(…)`. */
  readonly partOf: ShellCommand | undefined;
}

/** A command as what it runs. */
export interface Invocation {
  /** The program's name without its folder, `sudo` and the like taken away: `apt-get`. */
  readonly program: string;
  readonly programWord: ShellWord;
  /** The words behind the program. */
  readonly words: readonly ShellWord[];
}

const assignment = /^[A-Za-z_][A-Za-z0-9_]*=/;

/** Words before a command that do not change what runs. */
const leading: ReadonlySet<string> = new Set([
  "if", "then", "elif", "else", "do", "while", "until", "!", "{", "time", "exec", "nohup", "command", "builtin", "env", "eval", "doas", "sudo",
]);

/** Options of sudo and env whose value is the next word. */
const leadingWithValue = /^-(?:u|g|C|h|p|S|-user|-group)$/;

/** What a command runs; undefined where it only sets variables, or its program is not known. */
export function invocationOf(command: ShellCommand): Invocation | undefined {
  let at = 0;
  for (; at < command.words.length; at++) {
    const text = command.words[at]?.text ?? "";
    if (leading.has(text) || assignment.test(text)) continue;
    if (at > 0 && text.startsWith("-")) {
      if (leadingWithValue.test(text)) at++;
      continue;
    }
    break;
  }
  const programWord = command.words[at];
  if (!programWord) return undefined;
  const program = programWord.text.slice(programWord.text.lastIndexOf("/") + 1);
  return { program, programWord, words: command.words.slice(at + 1) };
}

const shellName = /^(?:ba|da|a|z|k)?sh$/;

/** Whether a program is a shell. */
export function isShell(program: string): boolean {
  return shellName.test(program);
}

/** The script that a shell is given on its command line: `sh -c "…"`. */
export function scriptArgumentOf(command: ShellCommand): ShellWord | undefined {
  const invocation = invocationOf(command);
  if (!invocation || !isShell(invocation.program)) return undefined;
  const at = invocation.words.findIndex((word) => /^-[a-z]*c$/.test(word.text));
  return at < 0 ? undefined : invocation.words[at + 1];
}

/** From the first word of a command to its last one, redirections between them included. */
export function rangeOfCommand(command: ShellCommand): TextRange {
  const start = command.words[0]?.range.start ?? 0;
  return { start, end: command.words.at(-1)?.range.end ?? start };
}
