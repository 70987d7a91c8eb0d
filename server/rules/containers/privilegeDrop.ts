import { Add, Cmd, Copy, Entrypoint, Run, type Instruction } from "dockerfile-ast";

/** Programs that start another one under an account without rights, as a word of a command. */
const changesUser = /(?:^|[\s"'/[(;&|])(?:gosu|su-exec|setpriv|setuidgid|s6-setuidgid|runuser|chpst|fixuid|su|sudo)(?=$|[\s"',;&|\])])/;

/** Those that are installed for nothing else than a start script. */
const userChanger = /(?:^|[\s"'/=])(?:gosu|su-exec)(?=$|[\s"'/,;&|:=@-])/;

/** The init of s6-overlay starts its services under the accounts they name. */
const s6Init = /^ENTRYPOINT\s*\[\s*"\/init"/i;

/** The start scripts of the official images that change the account before they start their service. */
const startScript = "entrypoint";

/**
 * Whether the container seems to give up root by itself: its start command names a program that changes the user,
 * or the image has one installed, which is then what a start script calls.
 */
export function seemsToDropRoot(instructions: readonly Instruction[]): boolean {
  return instructions.some((instruction) => {
    const text = instruction.getTextContent();
    if (instruction instanceof Entrypoint || instruction instanceof Cmd) return changesUser.test(text) || s6Init.test(text);
    if (instruction instanceof Run || instruction instanceof Copy || instruction instanceof Add) return userChanger.test(text);
    return false;
  });
}

/** Whether a start script of the base image is still what starts the container. */
export function keepsStartScript(instructions: readonly Instruction[]): boolean {
  const last = instructions.findLast((instruction) => instruction instanceof Entrypoint);
  return last === undefined || last.getTextContent().slice("ENTRYPOINT".length).includes(startScript);
}
