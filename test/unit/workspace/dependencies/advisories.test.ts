import assert from "node:assert/strict";
import { fixedVersion, readAudit } from "../../../../server/workspace/dependencies/advisories.ts";

const url = "https://github.com/advisories/GHSA-35jh-r3h4-6jhm";
const wanted = { name: "lodash", range: "<4.17.21", severity: "high", title: "Command Injection in lodash", id: "GHSA-35jh-r3h4-6jhm", url };

describe("what package managers print of an audit", () => {
  it("yarn 1 prints an advisory a line, and a summary", () => {
    const advisory = { module_name: "lodash", vulnerable_versions: "<4.17.21", patched_versions: ">=4.17.21", severity: "high", title: wanted.title, url, github_advisory_id: wanted.id };
    const lines = [{ type: "auditAdvisory", data: { resolution: { id: 1, path: "a>lodash" }, advisory } }, { type: "auditAdvisory", data: { resolution: { id: 1, path: "lodash" }, advisory } }, { type: "auditSummary", data: {} }];
    assert.deepEqual(readAudit(lines.map((line) => JSON.stringify(line)).join("\n"))?.advisories, [{ ...wanted, patched: ">=4.17.21" }]);
  });

  it("yarn 4 prints a package a line; what is only given up is no hole", () => {
    const line = (id: string | number, issue: string): string => JSON.stringify({ value: "lodash", children: { ID: id, Issue: issue, URL: url, Severity: "high", "Vulnerable Versions": "<4.17.21", "Tree Versions": ["4.17.15"], Dependents: ["shop@workspace:."] } });
    assert.deepEqual(readAudit(`${line(1106913, wanted.title)}\n${line("lodash (deprecation)", "gone")}\n`)?.advisories, [wanted]);
  });

  it("npm names the versions that it would take", () => {
    const output = { auditReportVersion: 2, vulnerabilities: { lodash: { via: [{ source: 1, name: "lodash", title: wanted.title, url, severity: "high", range: "<4.17.21" }], fixAvailable: { name: "grunt", version: "1.6.1", isSemVerMajor: true } }, grunt: { via: ["lodash"], fixAvailable: true } } };
    const read = readAudit(JSON.stringify(output));
    assert.ok(read);
    assert.deepEqual(read.advisories, [wanted]);
    assert.deepEqual([...read.fixes], [["grunt", "1.6.1"]]);
  });

  it("what is no audit is none", () => {
    for (const text of ['{"error":{"code":"ENOAUDIT"}}', "Usage Error: unknown", '{"type":"error","data":"405"}', "{", "null", "[]"]) assert.equal(readAudit(text), undefined, text);
  });

  it("the first version without a hole is known from its end, or from what is patched", () => {
    const cases: [string, string | undefined, string, string | undefined][] = [
      ["<4.17.21", undefined, "4.17.15", "4.17.21"],
      [">=1.0.0 <1.2.3 || >=2.0.0 <2.0.5", undefined, "2.0.1", "2.0.5"],
      ["<=1.2.2", ">=1.2.3", "1.0.0", "1.2.3"],
      ["<=1.2.2", undefined, "1.0.0", undefined],
      ["*", "<0.0.0", "1.0.0", undefined],
      [">=0.0.0", undefined, "1.0.0", undefined],
    ];
    for (const [range, patched, version, fixed] of cases) assert.equal(fixedVersion({ range, ...(patched !== undefined && { patched }) }, version), fixed, range);
  });
});
