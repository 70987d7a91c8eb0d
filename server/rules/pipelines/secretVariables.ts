import type { DataMember } from "../../languages/data/dataNode.ts";
import { variablesOf, type Pipeline, type Step } from "../../languages/pipelines/pipeline.ts";

const secretExpression = /\$\{\{\s{0,9}(?:secrets\.|github\.token)/;
/** Variables that services make, or that people call what they are. */
const secretName = /(?:^|_)(?:PASSWORD|PASSWD|SECRET|TOKEN|API_?KEY|PRIVATE_?KEY|ACCESS_?KEY|CREDENTIALS?)$/;

/** Whether a variable of a step holds a secret: it is given one, or it is named so and nothing is known of its value. */
export function isSecretVariable(name: string, step: Step, pipeline: Pipeline): boolean {
  const given = variablesOf(step, pipeline).find((variable) => variable.name === name);
  if (given) return givesSecret(given);
  return pipeline.service !== "github" && secretName.test(name);
}

/** Whether a step is given a secret by its environment. */
export function hasSecretVariable(step: Step, pipeline: Pipeline): boolean {
  return variablesOf(step, pipeline).some(givesSecret);
}

function givesSecret({ value }: DataMember): boolean {
  return value.kind === "string" && secretExpression.test(value.value);
}
