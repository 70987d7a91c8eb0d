import { Cmd, Entrypoint, JSONInstruction, ModifiableInstruction, Onbuild, PropertyInstruction, Run, Shell, type Instruction } from "dockerfile-ast";
import type { Document, SyntaxProvider } from "../../core/document.ts";
import type { TextRange } from "../../core/text.ts";
import { parseImageReference, type ImageReference } from "../../languages/dockerfile/imageReference.ts";
import type { ShellCommand, ShellWord } from "../../languages/dockerfile/shellCommands.ts";
import { readShell } from "../../languages/dockerfile/shellReader.ts";
import { lineageOf, stagesSyntax, type DockerfileStages, type Stage } from "../../languages/dockerfile/stages.ts";
import { inheritedVariables, setVariables, variablesFrom, type StageVariables } from "../../languages/dockerfile/stageVariables.ts";
import { expandWord } from "../../languages/dockerfile/variables.ts";
import { baseImageOf, type BaseImage } from "./baseImages.ts";
import { offsetsOf } from "./userInstruction.ts";

/** An option of an instruction: `--chmod=777`. */
export interface StepFlag {
  readonly name: string;
  readonly value: string;
  readonly range: TextRange;
}

/** A name that an ENV or ARG sets; the value is undefined where none is given. Variables are replaced as far as they are known. */
export interface StepSetting {
  readonly name: string;
  readonly range: TextRange;
  readonly value: string | undefined;
  readonly valueRange: TextRange | undefined;
}

/** One instruction, read with the values that variables have there. */
export interface Step {
  /** In capitals; behind ONBUILD, that of the instruction it triggers. */
  readonly keyword: string;
  readonly onBuild: boolean;
  readonly instruction: Instruction;
  readonly range: TextRange;
  readonly flags: readonly StepFlag[];
  /** The arguments, those of the JSON form too. */
  readonly words: readonly ShellWord[];
  readonly settings: readonly StepSetting[];
  /** What RUN, CMD and ENTRYPOINT execute; empty under a shell of Windows, which is not read. */
  readonly commands: readonly ShellCommand[];
}

/** A stage with its steps. */
export interface StageRecipe {
  readonly stage: Stage;
  readonly parent: StageRecipe | undefined;
  /** The image it is built on; undefined for a stage on a stage, and where the name is not known. */
  readonly image: ImageReference | undefined;
  readonly base: BaseImage | undefined;
  /** Whether its layers are part of the image that the file makes. */
  readonly isDelivered: boolean;
  /** Whether the image needs it: delivered, or something of it is copied or mounted on the way there. */
  readonly isNeeded: boolean;
  readonly steps: readonly Step[];
}

/** A Dockerfile as steps. */
export interface Recipe {
  readonly file: DockerfileStages;
  readonly stages: readonly StageRecipe[];
  /** The stage that makes the image; undefined in a file without FROM. */
  readonly final: StageRecipe | undefined;
}

type OpenRecipe = StageRecipe & { isNeeded: boolean };

/** The steps of a Dockerfile, made once for all rules. */
export const recipeSyntax: SyntaxProvider<Recipe> = {
  name: "dockerfile recipe",
  parse(document: Document): Recipe {
    const file = document.syntax(stagesSyntax);
    const last = file.stages.at(-1);
    const delivered = new Set(last ? lineageOf(last) : []);
    const made = new Map<Stage, { recipe: OpenRecipe; variables: StageVariables; isWindows: boolean }>();
    for (const stage of file.stages) {
      const parent = stage.parent && made.get(stage.parent);
      const image = stage.parent ? undefined : parseImageReference(stage.reference);
      const base = image && baseImageOf(image);
      const variables = parent ? inheritedVariables(parent.variables) : variablesFrom(base?.environment ?? {});
      const shell = { isWindows: parent?.isWindows ?? (file.escape === "`" || base?.user === "administrator") };
      const steps = stage.instructions.map((instruction) => readStep(document, file, instruction, variables, shell));
      const recipe = { stage, parent: parent?.recipe, image, base, isDelivered: delivered.has(stage), isNeeded: false, steps };
      made.set(stage, { recipe, variables, isWindows: shell.isWindows });
    }
    const stages = [...made.values()].map(({ recipe }) => recipe);
    markNeeded(stages);
    return { file, stages, final: stages.at(-1) };
  },
};

/** Goes back from the last stage to all that it is built on or takes files from. */
function markNeeded(stages: readonly OpenRecipe[]): void {
  const byName = new Map(stages.flatMap((one, index) => [[String(index), one] as const, ...(one.stage.name === undefined ? [] : [[one.stage.name, one] as const])]));
  const byStage = new Map(stages.map((one) => [one.stage, one]));
  const pending: (OpenRecipe | undefined)[] = [stages.at(-1)];
  while (pending.length > 0) {
    const one = pending.pop();
    if (!one || one.isNeeded) continue;
    one.isNeeded = true;
    if (one.stage.parent) pending.push(byStage.get(one.stage.parent));
    for (const { flags } of one.steps) {
      for (const { name, value } of flags) {
        const from = name === "from" ? value : name === "mount" ? /(?:^|,)from=([^,]+)/.exec(value)?.[1] : undefined;
        if (from !== undefined) pending.push(byName.get(from.toLowerCase()));
      }
    }
  }
}

const windowsShell = /^(?:.*[\\/])?(?:powershell|pwsh|cmd)(?:\.exe)?$/i;

function readStep(
  document: Document,
  file: DockerfileStages,
  written: Instruction,
  variables: StageVariables,
  shell: { isWindows: boolean },
): Step {
  const instruction = (written instanceof Onbuild ? written.getTriggerInstruction() : undefined) ?? written;
  const settings = instruction instanceof PropertyInstruction ? settingsOf(document, file, instruction, variables) : [];
  setVariables(variables, written, file);
  const { lookup } = variables;
  const runs = instruction instanceof Run || instruction instanceof Cmd || instruction instanceof Entrypoint;
  const words = wordsOf(document, instruction, (text) => (runs ? text : expandWord(text, lookup, file.escape)));
  if (instruction instanceof Shell) shell.isWindows = windowsShell.test(words[0]?.text ?? "");
  return {
    keyword: instruction.getKeyword().toUpperCase(),
    onBuild: written instanceof Onbuild,
    instruction,
    range: offsetsOf(document, written),
    flags: flagsOf(document, instruction),
    words,
    settings,
    commands: runs && !shell.isWindows ? commandsOf(document, file, instruction, words, variables) : [],
  };
}

function flagsOf(document: Document, instruction: Instruction): StepFlag[] {
  if (!(instruction instanceof ModifiableInstruction)) return [];
  return instruction.getFlags().map((flag) => ({ name: flag.getName().toLowerCase(), value: flag.getValue() ?? "", range: offsetsOf(document, flag) }));
}

function isJsonForm(instruction: Instruction): instruction is JSONInstruction {
  return instruction instanceof JSONInstruction && instruction.getOpeningBracket() !== null && instruction.getClosingBracket() !== null;
}

function wordsOf(document: Document, instruction: Instruction, expand: (text: string) => string): ShellWord[] {
  if (isJsonForm(instruction)) {
    return instruction.getJSONStrings().map((one) => {
      const range = offsetsOf(document, one);
      return { text: expand(jsonText(document.text.slice(range.start, range.end))), range };
    });
  }
  if (instruction instanceof Run) return [];
  const firstLine = instruction.getRange().start.line;
  const words = instruction.getArguments().map((one) => {
    const range = offsetsOf(document, one);
    return { text: expand(document.text.slice(range.start, range.end)), range, line: one.getRange().start.line };
  });
  // Behind a here-document only the first line is the instruction's own.
  const inline = words.some(({ text }) => text.startsWith("<<"));
  return words.filter(({ text, line }) => !inline || (line === firstLine && !text.startsWith("<<"))).map(({ text, range }) => ({ text, range }));
}

/** The value of a JSON string as it is written; the parser's own value loses its spaces. */
function jsonText(written: string): string {
  try {
    return String(JSON.parse(written));
  } catch {
    return written.replace(/^"|"$/g, "");
  }
}

function settingsOf(document: Document, file: DockerfileStages, instruction: PropertyInstruction, { lookup }: StageVariables): StepSetting[] {
  return instruction.getProperties().map((property) => {
    const value = property.getValue() ?? undefined;
    const written = property.getValueRange();
    return {
      name: property.getName(),
      range: offsetsOf(document, property),
      value: value === undefined ? undefined : expandWord(value, lookup, file.escape),
      valueRange: written ? { start: document.offsetAt(written.start), end: document.offsetAt(written.end) } : undefined,
    };
  });
}

function commandsOf(
  document: Document,
  { escape }: DockerfileStages,
  instruction: Instruction,
  words: readonly ShellWord[],
  { lookup }: StageVariables,
): readonly ShellCommand[] {
  const reading = { text: document.text, escape, joinsOverComments: true, lookup };
  if (isJsonForm(instruction)) {
    const [program, option, script] = words;
    const inner = program && /(?:^|\/)(?:ba|da|a|z|k)?sh$/.test(program.text) && /^-[a-z]*c$/.test(option?.text ?? "") ? script : undefined;
    const direct: ShellCommand = { words, outputs: [], pipedInto: undefined, partOf: undefined };
    return inner ? [direct, ...readShell(reading, inner.range.start + 1, inner.range.end - 1)] : [direct];
  }
  const { start, end } = offsetsOf(document, instruction);
  const flags = instruction instanceof ModifiableInstruction ? instruction.getFlags() : [];
  const behind = flags.at(-1)?.getRange().end ?? instruction.getInstructionRange().end;
  return readShell(reading, Math.max(start, document.offsetAt(behind)), end);
}
