import { User, type Instruction } from "dockerfile-ast";
import type { Document } from "../../core/document.ts";
import type { TextRange } from "../../core/text.ts";
import { parseImageReference } from "../../languages/dockerfile/imageReference.ts";
import { followStage, lineageOf, stagesSyntax, type DockerfileStages, type Stage } from "../../languages/dockerfile/stages.ts";
import { expandWord, isKnown, unknownPart } from "../../languages/dockerfile/variables.ts";
import { accountsMadeBy, isAllPowerful, type MadeAccount } from "./accounts.ts";
import { accountNumber, baseImageOf, type BaseImage } from "./baseImages.ts";
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
  /** The best account without rights, as it is written behind USER: by its number where that is known. */
  readonly account: string | undefined;
  /** The number of an account of the image; undefined where it is not known. */
  numberOf(account: string): number | undefined;
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
  return { stage, image: stage.image, origin, isNamed: reference !== undefined, base, instructions, ...usersOf(document, file, stage, base, base && accountNumber(base, reference)) };
}

function usersOf(
  document: Document,
  file: DockerfileStages,
  final: Stage,
  base: BaseImage | undefined,
  baseNumber: number | undefined,
): Pick<FinalImage, "user" | "account" | "numberOf"> {
  let user: FinalImage["user"];
  let used: string | undefined;
  const made: MadeAccount[] = [];
  let newest: string | undefined;
  followStage(file, final, base?.environment ?? {}, (instruction, stage, lookup) => {
    const fresh = accountsMadeBy(instruction, lookup);
    made.push(...fresh);
    newest = fresh[0]?.name ?? newest;
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
  const numberOf = (account: string): number | undefined =>
    made.find(({ name }) => name === account)?.uid ?? (account === base?.account ? baseNumber : undefined);
  const best = used ?? newest ?? base?.account;
  const account = best === undefined ? undefined : String(numberOf(best) ?? best);
  return { user, account, numberOf };
}

/** An image's name for messages, without its digest. */
export function labelOf(stage: Stage): string {
  return stage.reference.replace(/@.*$/s, "").replaceAll(unknownPart, "…");
}
