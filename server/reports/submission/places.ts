import type { JudgedFinding } from "../../core/finding.ts";
import { version } from "../../core/version.ts";
import type { AuditedCommit } from "../../workspace/repository.ts";

/** More places of one requirement than these are in the report alone. */
export const mostPlaces = 20;

/** `path:line`, counted from 1. */
export function placeText({ path, region }: JudgedFinding): string {
  return `${path}:${region.start.line + 1}`;
}

/** What was audited, when, and by which version. */
export function commitLine(commit: AuditedCommit | undefined, today: string): string {
  const what = commit === undefined ? "a folder that is in no repository" : `commit ${commit.commit}${commit.changed ? ", with changes that are not committed" : ""}`;
  return `Audited on ${today} by Marketlint ${version}: ${what}.`;
}
