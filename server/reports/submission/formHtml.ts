import { marketplaceTitles } from "../../core/requirement.ts";
import type { AuditedCommit } from "../../workspace/repository.ts";
import { escapeHtml, htmlPage } from "../html.ts";
import type { Answer, FilledForm } from "./answers.ts";
import { submissionForms } from "./forms.ts";
import { commitLine, mostPlaces, placeText } from "./places.ts";

/** A filled form as one page that needs nothing else. `today` is `YYYY-MM-DD`. */
export function formHtml(form: FilledForm, commit: AuditedCommit | undefined, today: string): string {
  const { title, introduction } = submissionForms[form.marketplace];
  const name = `${marketplaceTitles[form.marketplace]}: ${title}`;
  const { met, breached, answered } = form.counts;
  const body = [
    `<h1>${escapeHtml(name)}</h1>`,
    `<p>${escapeHtml(introduction)}</p>`,
    `<p>${escapeHtml(commitLine(commit, today))}</p>`,
    `<p>${met} answered from the code, ${answered} by statement, ${form.counts["needs-evidence"]} to be answered by you, ${breached} with findings, ${form.counts["not-applicable"]} not applicable.</p>`,
    ...form.sections.map((section) => `<h2>${escapeHtml(section.title)}</h2>\n${section.answers.map((answer) => answerHtml(answer, commit)).join("\n")}`),
  ];
  return htmlPage(name, body.join("\n"));
}

function answerHtml({ result, word, findings }: Answer, commit: AuditedCommit | undefined): string {
  const { requirement, status, reason, statement } = result;
  const tone = status === "breached" ? "error" : status === "needs-evidence" ? "warning" : "information";
  return [
    `<h3>${escapeHtml(requirement.text)}</h3>`,
    `<p><small>${escapeHtml(requirement.clause)} (${requirement.word.toUpperCase()}, <code>${escapeHtml(requirement.id)}</code>)</small></p>`,
    `<p><span class="${tone}">${escapeHtml(word)}.</span> ${escapeHtml(reason)}</p>`,
    ...(statement ? [`<blockquote>${escapeHtml(statement.statement)} ${linkHtml(statement.link)}</blockquote>`] : []),
    ...(status === "needs-evidence" ? [`<p>What a reviewer accepts: ${escapeHtml(requirement.evidence)}</p>`] : []),
    ...(findings.length > 0 ? [findingList(findings, commit)] : []),
  ].join("\n");
}

/** Only addresses of the web become links: a statement may hold anything. */
function linkHtml(link: string | undefined): string {
  if (link === undefined) return "";
  return /^https?:\/\//.test(link) ? `<a href="${escapeHtml(link)}" rel="noreferrer">${escapeHtml(link)}</a>` : escapeHtml(link);
}

function findingList(findings: Answer["findings"], commit: AuditedCommit | undefined): string {
  const items = findings.slice(0, mostPlaces).map((finding) => {
    const place = `<code>${escapeHtml(placeText(finding))}</code>`;
    const address = commit?.addressOf?.(finding.path, finding.region.start.line + 1);
    const linked = address === undefined ? place : `<a href="${escapeHtml(address)}" rel="noreferrer">${place}</a>`;
    const accepted = finding.suppression ? ` (accepted: ${escapeHtml(finding.suppression.reason)})` : "";
    return `<li>${linked}: ${escapeHtml(finding.message)}${accepted}</li>`;
  });
  const more = findings.length - items.length;
  return `<ul>\n${items.join("\n")}${more > 0 ? `\n<li>and ${more} more, which the report lists</li>` : ""}\n</ul>`;
}
