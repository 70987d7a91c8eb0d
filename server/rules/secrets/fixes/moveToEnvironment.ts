import type { Document } from "../../../core/document.ts";
import type { Fix } from "../../../core/finding.ts";
import type { TextRange } from "../../../core/text.ts";
import { runsInBrowsers } from "../browserCode.ts";
import { composeIdiom } from "./compose.ts";
import { csharpIdiom } from "./csharp.ts";
import { dockerfileIdiom } from "./dockerfile.ts";
import { forgeIdiom } from "./forge.ts";
import type { Idiom } from "./idiom.ts";
import { kubernetesIdiom } from "./kubernetes.ts";
import { phpIdiom, pythonIdiom } from "./scripts.ts";
import { settingsIdioms } from "./settings.ts";
import { typescriptIdiom } from "./typescript.ts";

const idioms: readonly Idiom[] = [
  forgeIdiom,
  typescriptIdiom,
  csharpIdiom,
  composeIdiom,
  kubernetesIdiom,
  dockerfileIdiom,
  phpIdiom,
  pythonIdiom,
  ...settingsIdioms,
];

/**
 * The fix that takes a secret out of a file and reads it from where files of this kind find such values: a variable
 * of the environment, Forge's variables, a build secret, a Secret of Kubernetes, the deployment's placeholder.
 * `secret` is the value without its quotes. Undefined where no such place exists: in a part of a longer text, where
 * only a constant may stand, and in code for browsers, whose every variable its readers get as well. Never safe: a
 * person must set the value before the program runs.
 */
export function moveToEnvironment(document: Document, secret: TextRange, variable: string): Fix | undefined {
  if (runsInBrowsers(document)) return undefined;
  const move = idioms.find((idiom) => idiom.holds(document))?.move(document, secret, variable);
  return move && { title: move.title, safe: false, edits: move.edits, ...(move.appends.length > 0 && { appends: move.appends }) };
}
