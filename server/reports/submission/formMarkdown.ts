import { marketplaceTitles } from "../../core/requirement.ts";
import type { AuditedCommit } from "../../workspace/repository.ts";
import { escapeMarkdown } from "../markdown.ts";
import { counted } from "../printable.ts";
import type { Answer, FilledForm } from "./answers.ts";
import { submissionForms } from "./forms.ts";
import { commitLine, mostPlaces, placeText } from "./places.ts";

/** A filled form in Markdown. `today` is `YYYY-MM-DD`. */
export function formMarkdown(form: FilledForm, commit: AuditedCommit | undefined, today: string): string {
  const { title, introduction } = submissionForms[form.marketplace];
  const { met, breached, answered } = form.counts;
  const parts = [
    `# ${marketplaceTitles[form.marketplace]}: ${title}`,
    `${introduction}\n\n${escapeMarkdown(commitLine(commit, today))}`,
    `${counted(met, "answer")} from the code, ${answered} by statement, ${form.counts["needs-evidence"]} to be answered by you, ${breached} with findings, ${form.counts["not-applicable"]} not applicable.`,
    ...form.sections.map((section) => `## ${section.title}\n\n${section.answers.map((answer) => answerMarkdown(answer, commit)).join("\n\n")}`),
  ];
  return `${parts.join("\n\n")}\n`;
}

function answerMarkdown({ result, word, findings }: Answer, commit: AuditedCommit | undefined): string {
  const { requirement, status, reason, statement } = result;
  const lines = [
    `### ${escapeMarkdown(requirement.text)}`,
    `*${escapeMarkdown(requirement.clause)}* (${requirement.word.toUpperCase()}, \`${requirement.id}\`)`,
    `**${word}.** ${escapeMarkdown(reason)}`,
    ...(statement ? [`> ${escapeMarkdown(statement.statement)}${statement.link === undefined ? "" : ` ${escapeMarkdown(statement.link)}`}`] : []),
    ...(status === "needs-evidence" ? [`What a reviewer accepts: ${escapeMarkdown(requirement.evidence)}`] : []),
    ...(findings.length > 0 ? [findingList(findings, commit)] : []),
  ];
  return lines.join("\n\n");
}

function findingList(findings: Answer["findings"], commit: AuditedCommit | undefined): string {
  const rows = findings.slice(0, mostPlaces).map((finding) => {
    const place = escapeMarkdown(placeText(finding));
    const address = commit?.addressOf?.(finding.path, finding.region.start.line + 1);
    const accepted = finding.suppression ? ` (accepted: ${escapeMarkdown(finding.suppression.reason)})` : "";
    return `- ${address === undefined ? place : `[${place}](<${address}>)`}: ${escapeMarkdown(finding.message)}${accepted}`;
  });
  const more = findings.length - rows.length;
  return [...rows, ...(more > 0 ? [`- and ${more} more, which the report lists`] : [])].join("\n");
}
