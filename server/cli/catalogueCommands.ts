import { closest } from "fastest-levenshtein";
import { createColors } from "picocolors";
import { marketplaceTitles } from "../core/requirement.ts";
import { ruleUrl } from "../core/ruleUrl.ts";
import { requirementCatalogue } from "../marketplaces/index.ts";
import { servingRules } from "../reports/index.ts";
import { rulePage } from "../reports/rulePage.ts";
import { ruleHeads, rulesById, withTexts } from "../rules/ruleHeads.ts";
import { UsageError } from "../workspace/usageError.ts";
import { marketplaceValues } from "./optionValues.ts";
import { wantsColour, writeText, type Terminal } from "./terminal.ts";

/** The formats of a list. */
export const listFormats = ["pretty", "json"] as const;

/** Options of the commands that print a list. */
export interface ListFormat {
  readonly format: (typeof listFormats)[number];
}

function json(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

/** Prints every rule. */
export function rulesCommand({ format }: ListFormat, terminal: Terminal): Promise<void> {
  if (format === "json") {
    const list = ruleHeads.map(({ id, title, concern, severity, languages, fix, requirements, cwe }) => ({
      id, title, concern, severity, languages, fixable: fix !== "none", fix, requirements, cwe, docs: ruleUrl(id),
    }));
    return writeText(terminal.stdout, json(list));
  }
  const colours = createColors(wantsColour(terminal.stdout, terminal.env));
  const width = Math.max(...ruleHeads.map(({ id }) => id.length));
  const lines = ruleHeads.map(({ id, title, severity, concern, fix }) => {
    const about = [concern, severity, ...(fix === "none" ? [] : [`fix: ${fix}`])].join(", ");
    return `${colours.bold(id.padEnd(width))}  ${title} ${colours.dim(`(${about})`)}\n`;
  });
  return writeText(terminal.stdout, lines.join(""));
}

/** Prints every requirement, of some marketplaces or of all. Throws {@link UsageError} on an unknown one. */
export function requirementsCommand(options: ListFormat & { readonly marketplace?: readonly string[] }, terminal: Terminal): Promise<void> {
  const { values, paths } = marketplaceValues(options.marketplace ?? [], terminal.cwd);
  if (paths.length > 0) throw new UsageError(`--marketplace: there is no marketplace "${paths[0]}"`);
  const rules = servingRules();
  const shown = requirementCatalogue().filter(({ marketplace }) => values.length === 0 || values.includes(marketplace));
  if (options.format === "json") {
    const list = shown.map(({ id, marketplace, clause, word, check, evidence, source }) => ({
      id, marketplace, clause, word, check, rules: (rules.get(id) ?? []).map((rule) => rule.id), evidence, source,
    }));
    return writeText(terminal.stdout, json(list));
  }
  const colours = createColors(wantsColour(terminal.stdout, terminal.env));
  const lines = shown.map(({ id, marketplace, clause, word, check, text }) => {
    const by = (rules.get(id) ?? []).map((rule) => rule.id).join(", ");
    const head = `${colours.bold(id)} ${colours.dim(`(${marketplaceTitles[marketplace]}, ${clause}; ${word.toUpperCase()}, ${check}${by ? `: ${by}` : ""})`)}`;
    return `${head}\n  ${text}\n`;
  });
  return writeText(terminal.stdout, lines.join(""));
}

/** Prints a rule's page. Throws {@link UsageError} on an unknown one. */
export function explainCommand(id: string, terminal: Terminal): Promise<void> {
  const rule = rulesById.get(id);
  if (!rule) {
    throw new UsageError(`RULE: there is no rule "${id}"; the nearest is "${closest(id, [...rulesById.keys()])}"`);
  }
  const colours = createColors(wantsColour(terminal.stdout, terminal.env));
  const page = rulePage(withTexts(rule))
    .split("\n")
    .map((line) => (/^#{1,2} /.test(line) ? colours.bold(line.replace(/^#+ /, "")) : line))
    .join("\n");
  return writeText(terminal.stdout, `${page}\n${ruleUrl(id)}\n`);
}
