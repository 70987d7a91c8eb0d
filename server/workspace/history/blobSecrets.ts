import { createHash } from "node:crypto";
import { createAnalyser, type Analyser, type NotAnalysed } from "../../analysis/analyse.ts";
import { judge } from "../../analysis/judge.ts";
import type { Policy } from "../../analysis/policy.ts";
import type { JudgedFinding } from "../../core/finding.ts";
import { isDocumentationPath, isTestPath } from "../../core/filePurpose.ts";
import { rules } from "../../rules/catalogue.ts";
import { rulesById } from "../../rules/ruleHeads.ts";
import { looksBinary } from "../decodeText.ts";
import { isDataFile, isExcludedFile, isExcludedFolder } from "../defaultExcludes.ts";
import { documentOf } from "../readDocument.ts";
import type { ReadBlob } from "./blobs.ts";

/** The rules that find values which somebody may use: what else was wrong in the past harms nobody any more. */
export const historyRules: ReadonlySet<string> = new Set([
  "hardcoded-secret",
  "hardcoded-credential",
  "hardcoded-credential-argument",
  "superoffice-application-token-in-code",
]);

/** A secret in one blob. */
export interface BlobSecret {
  readonly blob: string;
  readonly finding: JudgedFinding;
  /** The same for the same rule and value, wherever it stands; the value cannot be read from it. */
  readonly key: string;
}

/** Finds secrets in the blobs of past commits. */
export interface BlobReader {
  /** The secrets of a blob. */
  secretsIn(read: ReadBlob): Promise<readonly BlobSecret[]>;
  /** What could not be looked at, one entry a path. */
  readonly notAnalysed: ReadonlyMap<string, NotAnalysed>;
}

/** Enough to tell text from data; git looks as far. */
const sniffedBytes = 8000;

/** Makes a reader for some rules; `policyOf` says what holds for a path. */
export function createBlobReader(only: ReadonlySet<string>, policyOf: (path: string) => Policy): BlobReader {
  const chosen = rules.filter(({ id }) => only.has(id));
  const analyser: Analyser = createAnalyser(chosen);
  const notAnalysed = new Map<string, NotAnalysed>();
  const omit = (path: string, reason: string): void => {
    notAnalysed.set(path, { path, reason: `in a past commit: ${reason}` });
  };
  return {
    notAnalysed,
    async secretsIn(read) {
      const { path, blob } = read;
      if ("reason" in read) {
        omit(path, read.reason);
        return [];
      }
      const { bytes } = read;
      if (looksBinary(bytes.subarray(0, sniffedBytes)) || !analyser.mayMatter(path, bytes)) return [];
      const { document } = documentOf(path, bytes);
      const analysis = await analyser.analyse(document);
      for (const { reason } of analysis.notAnalysed) omit(path, reason);
      const findings = judge(analysis, policyOf(path), rulesById).filter(({ rule }) => only.has(rule));
      return findings.map((finding) => {
        const { start, end } = finding.secret ?? finding.range;
        return { blob, finding, key: keyOf(finding.rule, document.text.slice(start, end)) };
      });
    },
  };
}

function keyOf(rule: string, value: string): string {
  return createHash("sha256").update(`${rule}\0${value}`).digest("hex");
}

/** Whether files of a path are audited, by its name: what is left out today was no text of the app then either. */
export function isAuditedPath(path: string): boolean {
  const folders = path.split("/");
  const name = folders.pop() ?? "";
  return !isExcludedFile(name) && !isDataFile(name) && !folders.some(isExcludedFolder);
}

/** What of a path decides how its text is judged, below 16: the same blob at two such paths is looked at twice. */
export function purposeOf(path: string): number {
  return isDocumentationPath(path) ? 2 : isTestPath(path) ? 1 : 0;
}
