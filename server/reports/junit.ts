import { create } from "xmlbuilder";
import type { JudgedFinding } from "../core/finding.ts";
import { ruleUrl } from "../core/ruleUrl.ts";
import { clausesOf } from "./clauses.ts";
import { printable } from "./printable.ts";
import type { AuditReport } from "./report.ts";

/**
 * The report as JUnit's XML, which test reporters of every CI read: a suite for each file with findings, a failure for each
 * finding. Accepted findings are skipped tests, files that could not be analysed are errors.
 */
export function junitReport(report: AuditReport): string {
  const { findings, notAnalysed, summary } = report;
  const accepted = findings.filter(({ suppression }) => suppression).length;
  const failures = findings.length - accepted;
  const tests = findings.length + notAnalysed.length;
  const root = create("testsuites", { encoding: "UTF-8" });
  root.att({ name: "marketlint", tests: Math.max(1, tests), failures, errors: notAnalysed.length, skipped: accepted });
  if (tests === 0) {
    const suite = root.ele("testsuite", { name: "marketlint", tests: 1, failures: 0, errors: 0, skipped: 0 });
    suite.ele("testcase", { classname: "marketlint", name: `no findings in ${summary.files} files` });
  }
  for (const [path, own] of byPath(findings)) {
    const skipped = own.filter(({ suppression }) => suppression).length;
    const suite = root.ele("testsuite", { name: printable(path), tests: own.length, failures: own.length - skipped, errors: 0, skipped });
    for (const finding of own) {
      const { line, character } = finding.region.start;
      const place = `${printable(path)}:${line + 1}:${character + 1}`;
      const test = suite.ele("testcase", { classname: printable(path), name: `${finding.rule} at ${line + 1}:${character + 1}`, file: printable(path), line: line + 1 });
      if (finding.suppression) test.ele("skipped", { message: printable(finding.suppression.reason) });
      else test.ele("failure", { type: finding.severity, message: printable(finding.message) }).txt(detailsOf(finding, place));
    }
  }
  if (notAnalysed.length > 0) {
    const suite = root.ele("testsuite", { name: "not analysed", tests: notAnalysed.length, failures: 0, errors: notAnalysed.length, skipped: 0 });
    for (const { path, rule, reason } of notAnalysed) {
      const test = suite.ele("testcase", { classname: printable(path), name: rule ?? "file" });
      test.ele("error", { message: printable(reason) });
    }
  }
  return `${root.end({ pretty: true })}\n`;
}

function byPath(findings: readonly JudgedFinding[]): Map<string, JudgedFinding[]> {
  const groups = new Map<string, JudgedFinding[]>();
  for (const finding of findings) groups.set(finding.path, [...(groups.get(finding.path) ?? []), finding]);
  return groups;
}

function detailsOf(finding: JudgedFinding, place: string): string {
  return [`${place}: ${printable(finding.message)}`, ...clausesOf(finding), ruleUrl(finding.rule)].join("\n");
}
