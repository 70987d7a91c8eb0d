import { Arg, Env, type Instruction } from "dockerfile-ast";
import { expandWord, isKnown, type VariableLookup } from "./variables.ts";

/** The variables of a stage while it is read from top to bottom: ENV wins over ARG whatever their order. */
export interface StageVariables {
  readonly environment: Map<string, string | undefined>;
  readonly buildArguments: Map<string, string | undefined>;
  readonly lookup: VariableLookup;
}

/** What of the whole file the variables of a stage depend on. */
export interface FileVariables {
  readonly globals: ReadonlyMap<string, string | undefined>;
  readonly escape: string;
}

/** The variables at the start of a stage that is built on an image which sets these. */
export function variablesFrom(imageEnvironment: Readonly<Record<string, string>>): StageVariables {
  return variablesOf(new Map(Object.entries(imageEnvironment)), new Map());
}

/** The variables at the start of a stage that is built on another one: both kinds are passed on. */
export function inheritedVariables(parent: StageVariables): StageVariables {
  return variablesOf(new Map(parent.environment), new Map(parent.buildArguments));
}

function variablesOf(environment: StageVariables["environment"], buildArguments: StageVariables["buildArguments"]): StageVariables {
  const lookup: VariableLookup = (name) => (environment.has(name) ? environment.get(name) : buildArguments.get(name));
  return { environment, buildArguments, lookup };
}

/** Takes in what an ARG or ENV sets. */
export function setVariables({ environment, buildArguments, lookup }: StageVariables, instruction: Instruction, file: FileVariables): void {
  if (instruction instanceof Arg) {
    for (const [name, value] of assignmentsOf(instruction)) {
      buildArguments.set(name, value === undefined ? file.globals.get(name) : expandKnown(value, lookup, file.escape));
    }
  } else if (instruction instanceof Env) {
    const values = assignmentsOf(instruction).map(
      ([name, value]) => [name, value === undefined ? undefined : expandKnown(value, lookup, file.escape)] as const,
    );
    // One ENV sets all its names at once: `ENV A=1 B=$A` sees the A of before.
    for (const [name, value] of values) environment.set(name, value);
  }
}

/** A text with its variables replaced; undefined where one is not known. */
export function expandKnown(text: string, lookup: VariableLookup, escape: string): string | undefined {
  const value = expandWord(text, lookup, escape);
  return isKnown(value) ? value : undefined;
}

/** Names and values of an ARG or ENV, variables not replaced; undefined where there is no value. */
export function assignmentsOf(instruction: Arg | Env): [string, string | undefined][] {
  return instruction.getProperties().map((property) => [property.getName(), property.getValue() ?? undefined]);
}
