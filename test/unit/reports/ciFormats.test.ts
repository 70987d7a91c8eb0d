import assert from "node:assert/strict";
import { SaxesParser } from "saxes";
import { csvReport, githubReport, gitlabReport, junitReport, type AuditReport } from "../../../server/reports/index.ts";
import { fullReport, reportOn } from "./reportSamples.ts";

describe("reports for CI", () => {
  let report: AuditReport;
  let clean: AuditReport;
  before(async () => {
    report = await fullReport();
    clean = await reportOn({ "a.ts": "export {};\n" });
  });
  const open = (): AuditReport["findings"] => report.findings.filter(({ suppression }) => !suppression);

  describe("JUnit", () => {
    function elements(xml: string): { name: string; attributes: Record<string, string> }[] {
      const found: { name: string; attributes: Record<string, string> }[] = [];
      const parser = new SaxesParser();
      parser.on("opentag", ({ name, attributes }) => found.push({ name, attributes: { ...attributes } }));
      parser.on("error", (error) => {
        throw error;
      });
      parser.write(xml).close();
      return found;
    }

    it("is well-formed, and counts what it holds", () => {
      const all = elements(junitReport(report));
      const count = (name: string): number => all.filter((one) => one.name === name).length;
      const [root] = all;
      assert.deepEqual(
        [root?.attributes.tests, root?.attributes.failures, root?.attributes.skipped, root?.attributes.errors],
        [count("testcase"), open().length, count("skipped"), report.notAnalysed.length].map(String),
      );
      assert.equal(count("failure"), open().length);
      assert.ok(count("skipped") > 0 && count("error") > 0);
    });

    it("has a passed test where there are no findings", () => {
      assert.deepEqual(elements(junitReport(clean)).map(({ name }) => name), ["testsuites", "testsuite", "testcase"]);
    });
  });

  describe("GitLab", () => {
    it("gives every open finding its own fingerprint, severity and lines", () => {
      const issues = JSON.parse(gitlabReport(report)) as { fingerprint: string; severity: string; location: { path: string; lines: { begin: number } } }[];
      assert.equal(issues.length, open().length);
      assert.equal(new Set(issues.map(({ fingerprint }) => fingerprint)).size, issues.length);
      for (const { severity, location } of issues) {
        assert.match(severity, /^(?:critical|major|info)$/);
        assert.ok(location.lines.begin >= 1);
      }
      assert.equal(gitlabReport(clean), "[]\n");
    });
  });

  describe("GitHub", () => {
    it("has a command a line, whatever the names of files hold", () => {
      const lines = githubReport(report).trimEnd().split("\n");
      assert.equal(lines.length, open().length + report.notAnalysed.length + 1);
      for (const line of lines.slice(0, -1)) assert.match(line, /^::(?:error|warning|notice) file=[^:,]+,[^:]*::/);
    });
  });

  describe("CSV", () => {
    it("has a row for each finding, accepted ones included", () => {
      const rows = csvReport(report).trimEnd().split("\r\n");
      assert.equal(rows.length, report.findings.length + 1);
      assert.match(rows[0] ?? "", /^severity,rule,/);
    });

    it("runs nothing in a spreadsheet", async () => {
      const odd = await reportOn({ "=1+1.ts": "// marketlint-disable-next-line no-such-rule -- x\n" });
      assert.ok(odd.findings.length > 0);
      assert.ok(csvReport(odd).includes(",'=1+1.ts,"));
    });
  });
});
