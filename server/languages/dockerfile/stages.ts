import { Arg, From, type Dockerfile, type Instruction } from "dockerfile-ast";
import type { Document, SyntaxProvider } from "../../core/document.ts";
import type { TextRange } from "../../core/text.ts";
import { dockerfileSyntax } from "./syntax.ts";
import { assignmentsOf, expandKnown, setVariables, variablesFrom } from "./stageVariables.ts";
import { expandWord, type VariableLookup } from "./variables.ts";

/** One build stage: a FROM and what follows it. */
export interface Stage {
  /** Lower case, as the builder compares names; absent where FROM gives none. */
  readonly name: string | undefined;
  readonly from: From;
  /** The image or stage as FROM writes it; absent while it is being typed. */
  readonly image: TextRange | undefined;
  /** The image with variables replaced by the defaults of the file's first lines; may hold unknown parts. */
  readonly reference: string;
  /** The earlier stage it is built on; undefined where it is built on an image. */
  readonly parent: Stage | undefined;
  /** Everything behind FROM. */
  readonly instructions: readonly Instruction[];
}

/** A Dockerfile as a list of stages; the last one makes the image. */
export interface DockerfileStages {
  readonly stages: readonly Stage[];
  /** Defaults of the ARG instructions before the first FROM; undefined where one has none. */
  readonly globals: ReadonlyMap<string, string | undefined>;
  /** The escape character, a backslash unless a directive changes it. */
  readonly escape: string;
}

/** The stages of a Dockerfile. */
export const stagesSyntax: SyntaxProvider<DockerfileStages> = {
  name: "dockerfile stages",
  parse(document: Document): DockerfileStages {
    return readStages(document, document.syntax(dockerfileSyntax));
  },
};

function readStages(document: Document, file: Dockerfile): DockerfileStages {
  const escape = file.getEscapeCharacter();
  const globals = new Map<string, string | undefined>();
  const byName = new Map<string, Stage>();
  const stages: Stage[] = [];
  let instructions: Instruction[] = [];
  for (const instruction of file.getInstructions()) {
    if (instruction instanceof From) {
      instructions = [];
      const stage = readStage(document, instruction, instructions, (name) => globals.get(name), byName, escape);
      stages.push(stage);
      if (stage.name !== undefined) byName.set(stage.name, stage);
    } else if (stages.length > 0) {
      instructions.push(instruction);
    } else if (instruction instanceof Arg) {
      for (const [name, value] of assignmentsOf(instruction)) {
        globals.set(name, value === undefined ? undefined : expandKnown(value, (other) => globals.get(other), escape));
      }
    }
  }
  return { stages, globals, escape };
}

function readStage(
  document: Document,
  from: From,
  instructions: readonly Instruction[],
  lookup: VariableLookup,
  byName: ReadonlyMap<string, Stage>,
  escape: string,
): Stage {
  const range = from.getImageRange();
  const image = range && { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
  const reference = image ? expandWord(document.text.slice(image.start, image.end), lookup, escape) : "";
  return {
    name: from.getBuildStage()?.toLowerCase(),
    from,
    image: image ?? undefined,
    reference,
    parent: byName.get(reference.toLowerCase()),
    instructions,
  };
}

/** A stage with those it is built on, the one on an image first. */
export function lineageOf(stage: Stage): Stage[] {
  const lineage: Stage[] = [];
  for (let one: Stage | undefined = stage; one; one = one.parent) lineage.push(one);
  return lineage.reverse();
}

/**
 * Goes through everything that makes a stage, its parents' instructions first. `lookup` gives the variables'
 * values as they are at each instruction: ENV wins over ARG whatever their order, and both pass to child stages.
 */
export function followStage(
  file: DockerfileStages,
  stage: Stage,
  imageEnvironment: Readonly<Record<string, string>>,
  visit: (instruction: Instruction, stage: Stage, lookup: VariableLookup) => void,
): void {
  const variables = variablesFrom(imageEnvironment);
  for (const one of lineageOf(stage)) {
    for (const instruction of one.instructions) {
      setVariables(variables, instruction, file);
      visit(instruction, one, variables.lookup);
    }
  }
}
