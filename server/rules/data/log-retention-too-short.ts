import type { Document } from "../../core/document.ts";
import { isDocumentationPath, isTestPath } from "../../core/filePurpose.ts";
import type { Fix } from "../../core/finding.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import type { ShortRetention } from "./logRetention.ts";
import { codeRetention, csharpRetention, dataRetention, terraformRetention, xmlRetention } from "./logRetentionPlaces.ts";
import { retentionExamples } from "./logRetentionExamples.ts";

const message = (days: number): string => `Logs are thrown away after ${days} ${days === 1 ? "day" : "days"}, and have to be kept for three months at least.`;

/** Loggers in code; elsewhere the words are telling by themselves. */
const loggerNames = /winston-daily-rotate-file|DailyRotateFile|file-stream-rotator|\bRetentionDays\s*\.|["'`]dateFile["'`]/;

function promising({ language, path, text }: Document): boolean {
  if (language === "text") return path.endsWith(".tf");
  return language !== "typescript" || loggerNames.test(text);
}

function check(document: Document, report: Report): void {
  if (isTestPath(document.path) || isDocumentationPath(document.path)) return;
  for (const { range, days, better } of found(document)) {
    const fixes: Fix[] = better === undefined ? [] : [{ title: "Keep them for 90 days", safe: false, edits: [{ range, newText: better }] }];
    report({ range, message: message(days), fixes });
  }
}

function found(document: Document): readonly ShortRetention[] {
  switch (document.language) {
    case "typescript":
      return codeRetention(document);
    case "csharp":
      return csharpRetention(document);
    case "xml":
      return xmlRetention(document);
    case "json":
    case "yaml":
      return dataRetention(document);
    default:
      return document.path.endsWith(".tf") ? terraformRetention(document) : [];
  }
}

export default defineRule({
  id: "log-retention-too-short",
  title: "Logs kept for less than three months",
  concern: "data",
  languages: ["typescript", "csharp", "xml", "json", "yaml", "text"],
  marketplaces: ["superoffice"],
  requirements: ["superoffice/log-retention"],
  severity: "warning",
  cwe: [779],
  fix: "review",
  triggers: [
    "maxFiles", "max_logs", "numBackups", "daysToKeep", "retainedFileCountLimit", "RetentionDays", "retentionInDays", "retention_in_days", "RetentionInDays", "logRetention", "maxArchiveFiles",
    "maxArchiveDays", "maxSizeRollBackups", "retention_period",
  ],
  promising,
  documentation: {
    wrong: "A logger, a log group or a log store is set to throw logs away before 90 days are over.",
    why: "Break-ins are noticed weeks after they happen. Without logs nobody can tell what was read, by whom, and which customers have to be told. SuperOffice asks for three months.",
    fix: "Keep logs for 90 days: `maxFiles: \"90d\"`, `retainedFileCountLimit: 90` with a file a day, `retention_in_days = 90`.",
    suppress: "Where the logs are copied to a store that keeps them for longer.",
  },
  examples: retentionExamples,
  check,
});
