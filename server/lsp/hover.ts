import { MarkupKind, type Hover, type Position, type Range } from "vscode-languageserver";
import type { JudgedFinding } from "../core/finding.ts";
import { marketplaceTitles } from "../core/requirement.ts";
import type { RuleHead } from "../core/rule.ts";
import { ruleUrl } from "../core/ruleUrl.ts";
import { requirementById } from "../marketplaces/index.ts";
import { withTexts } from "../rules/ruleHeads.ts";
import { rangeOf } from "./diagnostics.ts";

/** Markdown's own marks, so that a requirement's words are shown as they are. */
const markdownMarks = /[\\`*_{}[\]<>#|!]/g;

function escaped(text: string): string {
  return text.replace(markdownMarks, "\\$&");
}

function covers(finding: JudgedFinding, { line, character }: Position): boolean {
  const { start, end } = finding.region;
  const afterStart = line > start.line || (line === start.line && character >= start.character);
  const beforeEnd = line < end.line || (line === end.line && character <= end.character);
  return afterStart && beforeEnd;
}

function sectionOf(finding: JudgedFinding, rule: RuleHead): string {
  const asked = finding.requirements.length > 0 ? finding.requirements : rule.requirements;
  const clauses = asked.flatMap((id) => {
    const requirement = requirementById(id);
    if (!requirement) return [];
    const title = `${marketplaceTitles[requirement.marketplace]} · ${requirement.clause} (${requirement.word.toUpperCase()})`;
    return [`- **${escaped(title)}**: ${escaped(requirement.text)}`];
  });
  const weakness = rule.cwe.map((number) => `[CWE-${number}](https://cwe.mitre.org/data/definitions/${number}.html)`);
  const links = [`[${rule.id}](${ruleUrl(rule.id)})`, ...weakness].join(" · ");
  // The clauses come first: editors cut a long hover off, and the finding's message stands above it.
  return [`**${escaped(rule.title)}**`, ...(clauses.length > 0 ? [clauses.join("\n")] : []), withTexts(rule).documentation.why, links].join("\n\n");
}

/**
 * The clauses that the findings at a position break, in the marketplaces' own numbering, with links; above them what is
 * known of the scope or the address there.
 */
export function hoverAt(
  findings: readonly JudgedFinding[],
  rules: ReadonlyMap<string, RuleHead>,
  position: Position,
  markdown: boolean,
  insight?: { readonly text: string; readonly range: Range },
): Hover | undefined {
  const here = findings.filter((finding) => !finding.suppression && covers(finding, position));
  const range = insight?.range ?? (here[0] && rangeOf(here[0].region));
  if (!range) return undefined;
  const sections = here.flatMap((finding) => {
    const rule = rules.get(finding.rule);
    return rule ? [sectionOf(finding, rule)] : [];
  });
  const value = [...new Set([...(insight ? [insight.text] : []), ...sections])].join("\n\n---\n\n");
  return {
    contents: { kind: markdown ? MarkupKind.Markdown : MarkupKind.PlainText, value },
    range,
  };
}
