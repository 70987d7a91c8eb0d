import type { JudgedFinding } from "../../core/finding.ts";
import type { MarketplaceId } from "../../core/requirement.ts";
import type { AuditReport } from "../report.ts";
import type { RequirementResult, RequirementStatus } from "../requirementMatrix.ts";
import { sectionsOf } from "./forms.ts";

/** A question of the form with what can be said to it. */
export interface Answer {
  readonly result: RequirementResult;
  /** The answer in a word or two. */
  readonly word: string;
  /** What breaks the requirement, accepted findings included. */
  readonly findings: readonly JudgedFinding[];
}

/** A form that is filled in as far as the code tells. */
export interface FilledForm {
  readonly marketplace: MarketplaceId;
  readonly sections: readonly { readonly title: string; readonly answers: readonly Answer[] }[];
  /** How many questions have which status. */
  readonly counts: Readonly<Record<RequirementStatus, number>>;
}

/** What each status means as an answer. */
export const answerWords: Readonly<Record<RequirementStatus, string>> = {
  met: "Yes",
  breached: "No",
  answered: "Yes, by statement",
  "needs-evidence": "To be answered by you",
  "not-applicable": "Not applicable",
};

/** Fills in the form of a marketplace from an audit under that marketplace. */
export function filledForm(report: AuditReport, marketplace: MarketplaceId): FilledForm {
  const results = new Map(report.requirements.map((result) => [result.requirement.id, result]));
  const counts: Record<RequirementStatus, number> = { met: 0, breached: 0, answered: 0, "needs-evidence": 0, "not-applicable": 0 };
  const sections = sectionsOf(marketplace).map(({ title, requirements }) => ({
    title,
    answers: requirements.flatMap((id) => {
      const result = results.get(id);
      if (!result) return [];
      counts[result.status]++;
      const findings = report.findings.filter((finding) => finding.requirements.includes(id));
      return [{ result, word: answerWords[result.status], findings }];
    }),
  }));
  return { marketplace, sections: sections.filter(({ answers }) => answers.length > 0), counts };
}
