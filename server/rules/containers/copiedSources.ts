import type { ShellWord } from "../../languages/dockerfile/shellCommands.ts";
import { isKnown } from "../../languages/dockerfile/variables.ts";
import type { Step } from "./recipe.ts";

/** What a COPY or ADD takes from the build context: its sources, without addresses and what other stages made. */
export function copiedSources(step: Step): readonly ShellWord[] {
  if (step.keyword !== "COPY" && step.keyword !== "ADD") return [];
  if (step.flags.some(({ name }) => name === "from")) return [];
  return step.words.slice(0, -1).filter(({ text }) => isKnown(text) && !/^(?:[a-z]+:\/\/|git@)/.test(text));
}

/** The source that stands for the whole context, where the folder is copied as it is. */
export function copiesWholeContext(step: Step): ShellWord | undefined {
  return copiedSources(step).find(({ text }) => /^(?:\.\/?|\/|\*|\.\/\*)$/.test(text));
}
