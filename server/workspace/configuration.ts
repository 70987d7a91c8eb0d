import { emptyConfiguration } from "../core/configuration.ts";
import { Document, NotAnalysable } from "../core/document.ts";
import type { Problem, Region } from "../core/finding.ts";
import { regionOf } from "../analysis/locate.ts";
import { configurationIn, type ReadConfiguration } from "../rules/marketlint/configurationFile.ts";

export type { AllowedScope, Configuration, EvidenceStatement, RuleLevel } from "../core/configuration.ts";
export { configurationFileName } from "../core/configuration.ts";

/** What is wrong at one place of a configuration, with lines and columns. */
export interface ConfigurationProblem extends Problem {
  readonly region: Region;
}

/** A configuration as far as it can be followed. */
export interface ReadConfigurationFile extends Omit<ReadConfiguration, "problems"> {
  readonly problems: readonly ConfigurationProblem[];
}

/** Reads the text of a `.marketlint.yml`. Never throws: what is wrong is among the problems. */
export function readConfiguration(text: string, path: string): ReadConfigurationFile {
  const document = new Document(path, "yaml", text);
  const { problems, ...rest } = readOrExplain(document);
  return { ...rest, problems: problems.map((problem) => ({ ...problem, region: regionOf(document, problem.range) })) };
}

function readOrExplain(document: Document): ReadConfiguration {
  try {
    return configurationIn(document);
  } catch (error) {
    if (!(error instanceof NotAnalysable) && !(error instanceof RangeError)) throw error;
    const reason = error instanceof NotAnalysable ? error.message : "nested too deeply";
    const range = { start: 0, end: Math.max(1, document.lineEnd(0)) };
    return { configuration: emptyConfiguration, present: new Set(), problems: [{ range, message: `This file cannot be read: ${reason}.` }] };
  }
}
