import { User, type Instruction } from "dockerfile-ast";
import type { Document } from "../../core/document.ts";
import type { TextRange } from "../../core/text.ts";
import { parseImageReference } from "../../languages/dockerfile/imageReference.ts";
import { followStage, lineageOf, stagesSyntax, type DockerfileStages, type Stage } from "../../languages/dockerfile/stages.ts";
import { expandWord, isKnown, unknownPart } from "../../languages/dockerfile/variables.ts";
import { accountsMadeBy, isAllPowerful } from "./accounts.ts";
import { baseImageOf, type BaseImage } from "./baseImages.ts";
import { offsetsOf } from "./userInstruction.ts";

/** A USER of the final image. */
export interface UserSetting {
  readonly instruction: Instruction;
  readonly stage: Stage;
  /** Where its argument is written. */
  readonly argument: TextRange;
  /** The argument with variables replaced; may hold unknown parts. */
  readonly value: string;
}

/** What a Dockerfile says of the container that its last stage makes. */
export interface FinalImage {
  readonly stage: Stage;
  /** Where FROM of the final stage names its image. */
  readonly image: TextRange;
  /** The stage of its lineage that is built on an image. */
  readonly origin: Stage;
  /** Whether that image's name is known; its tag need not be. */
  readonly isNamed: boolean;
  /** What the table says of that image. */
  readonly base: BaseImage | undefined;
  /** Everything that makes the image, its parents' instructions first. */
  readonly instructions: readonly Instruction[];
  /** The last USER, which holds for the container; `incomplete` while its argument is missing. */
  readonly user: UserSetting | "incomplete" | undefined;
  /** The best account without rights, as it is written behind USER. */
  readonly account: string | undefined;
}

/** Reads the final stage; undefined where there is none or its FROM names nothing yet. */
export function finalImageOf(document: Document): FinalImage | undefined {
  const file = document.syntax(stagesSyntax);
  const stage = file.stages.at(-1);
  if (!stage?.image) return undefined;
  const lineage = lineageOf(stage);
  const origin = lineage[0] ?? stage;
  const reference = parseImageReference(origin.reference);
  const base = reference && baseImageOf(reference);
  const instructions = lineage.flatMap((one) => one.instructions);
  return { stage, image: stage.image, origin, isNamed: reference !== undefined, base, instructions, ...usersOf(document, file, stage, base) };
}

function usersOf(
  document: Document,
  file: DockerfileStages,
  final: Stage,
  base: BaseImage | undefined,
): Pick<FinalImage, "user" | "account"> {
  let user: FinalImage["user"];
  let used: string | undefined;
  let made: string | undefined;
  followStage(file, final, base?.environment ?? {}, (instruction, stage, lookup) => {
    made = accountsMadeBy(instruction, lookup)[0] ?? made;
    if (!(instruction instanceof User)) return;
    const argument = instruction.getArguments()[0];
    if (!argument) {
      user = "incomplete";
      return;
    }
    const range = offsetsOf(document, argument);
    const written = document.text.slice(range.start, range.end);
    const value = expandWord(written, lookup, file.escape);
    if (isKnown(value) && !isAllPowerful(value)) used = written;
    user = { instruction, stage, argument: range, value };
  });
  return { user, account: used ?? made ?? base?.account };
}

/** An image's name for messages, without its digest. */
export function labelOf(stage: Stage): string {
  return stage.reference.replace(/@.*$/s, "").replaceAll(unknownPart, "…");
}
