import { Run, type Instruction } from "dockerfile-ast";
import { expandWord, type VariableLookup } from "../../languages/dockerfile/variables.ts";

/** Where a RUN's commands are divided, its own options and joined lines taken out before. */
const betweenCommands = /[;&|\n()]+/;
const joinedLine = /[\\`][ \t]*\r?\n/g;
const runOptions = /^RUN\s+(?:--\S+\s+)*/i;
const makesAccount = /^(?:\S*\/)?(?:adduser|useradd)$/;

/** Short options of useradd, and of adduser on Alpine, whose value is the next word. */
const shortWithValue = /^-[A-Za-z]*[bcdefgGhkKpRsuZ]$/;

/** The same, spelled out; `--name=value` has its value with it. */
const longWithValue =
  /^--(?:uid|gid|home|home-dir|shell|gecos|ingroup|groups|comment|base-dir|expiredate|inactive|password|skel|key|root|prefix|conf|firstuid|lastuid)$/;

const accountName = /^[a-z_][a-z0-9_.-]*$/i;

/** An account that a build makes; its number is undefined where the system chooses it. */
export interface MadeAccount {
  readonly name: string;
  readonly uid: number | undefined;
}

/** The accounts that a RUN instruction makes, in their order. */
export function accountsMadeBy(instruction: Instruction, lookup: VariableLookup): MadeAccount[] {
  if (!(instruction instanceof Run)) return [];
  const script = instruction.getTextContent().replace(joinedLine, " ").replace(runOptions, "");
  return script.split(betweenCommands).flatMap((command) => {
    const words = command.split(/\s+/).filter((word) => word !== "");
    if (!makesAccount.test(words[0] ?? "")) return [];
    const at = words.findIndex((word, index) => index > 0 && !word.startsWith("-") && !takesValue(words[index - 1] ?? ""));
    const name = at < 0 ? "" : expandWord(words[at] ?? "", lookup);
    return accountName.test(name) && name !== "root" ? [{ name, uid: numberIn(words, lookup) }] : [];
  });
}

/** The value of `-u`, `-ru` or `--uid`, where it is a number. */
function numberIn(words: readonly string[], lookup: VariableLookup): number | undefined {
  const at = words.findIndex((word) => /^(?:-[A-Za-z]*u|--uid)$/.test(word));
  const written = at < 0 ? words.find((word) => word.startsWith("--uid="))?.slice("--uid=".length) : words[at + 1];
  const value = written === undefined ? "" : expandWord(written, lookup);
  return /^[1-9]\d{0,8}$/.test(value) ? Number(value) : undefined;
}

function takesValue(option: string): boolean {
  return shortWithValue.test(option) || longWithValue.test(option);
}

/** The account of a USER value: what stands before the colon. */
export function accountOf(user: string): string {
  const colon = user.indexOf(":");
  return colon < 0 ? user : user.slice(0, colon);
}

/** Whether a USER value is the account with all rights: root or number 0, on Windows an administrator. */
export function isAllPowerful(user: string): boolean {
  return /^(?:root|0+)$/.test(accountOf(user)) || isWindowsAdministrator(user);
}

/** Whether a USER value is an administrator of a Windows container. */
export function isWindowsAdministrator(user: string): boolean {
  return /^(?:container)?administrator$/i.test(accountOf(user));
}
