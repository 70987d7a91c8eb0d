import type { Document } from "../../core/document.ts";
import { milder, type Severity } from "../../core/severity.ts";
import type { ShellCommand } from "../../languages/dockerfile/shellCommands.ts";
import { invocationOf, type Invocation } from "../../languages/dockerfile/shellCommands.ts";
import { imagePurposeOf } from "./imagePurpose.ts";
import { recipeSyntax, type Recipe, type StageRecipe, type Step } from "./recipe.ts";

/** A Dockerfile that makes an image for somebody. */
export interface Product extends Recipe {
  readonly final: StageRecipe;
  /** The worst that a finding may be: an information in an image that only developers run. */
  readonly limit: Severity;
}

/** Reads the Dockerfile of a document; undefined where it is input of a test, or has no stage yet. */
export function productOf(document: Document): Product | undefined {
  const recipe = document.syntax(recipeSyntax);
  if (!recipe.final?.stage.image) return undefined;
  const purpose = imagePurposeOf(document, recipe.final.stage.name);
  if (purpose === "fixture") return undefined;
  return { ...recipe, final: recipe.final, limit: purpose === "development" ? "information" : "error" };
}

/**
 * The worst that a finding in a stage may be: `building` where the image needs the stage but does not hold it, an
 * information where the image does not need it at all, such as a target for developers.
 */
export function stageLimit(product: Product, stage: StageRecipe, building: Severity = "error"): Severity {
  if (!stage.isNeeded) return "information";
  return milder(product.limit, stage.isDelivered ? "error" : building);
}

/** A command of a Dockerfile with the step that runs it. */
export interface RunCommand {
  readonly stage: StageRecipe;
  readonly step: Step;
  readonly command: ShellCommand;
  readonly invocation: Invocation;
}

/** All commands of all RUN instructions, in their order. */
export function* runCommands(product: Product, stages: "all" | "delivered"): Generator<RunCommand> {
  for (const { stage, step } of stepsOf(product, stages)) {
    if (step.keyword !== "RUN") continue;
    for (const command of step.commands) {
      const invocation = invocationOf(command);
      if (invocation) yield { stage, step, command, invocation };
    }
  }
}

/** All steps of all stages, or only of those whose layers the image has. */
export function* stepsOf(product: Product, stages: "all" | "delivered"): Generator<{ stage: StageRecipe; step: Step }> {
  for (const stage of product.stages) {
    if (stages === "delivered" && !stage.isDelivered) continue;
    for (const step of stage.steps) yield { stage, step };
  }
}

/** Commands by the step that runs them. */
export function byStep(commands: readonly RunCommand[]): ReadonlyMap<Step, readonly RunCommand[]> {
  const steps = new Map<Step, RunCommand[]>();
  for (const command of commands) {
    const same = steps.get(command.step);
    if (same) same.push(command);
    else steps.set(command.step, [command]);
  }
  return steps;
}
