import assert from "node:assert/strict";
import type { Log, Run } from "sarif";
import { sarifReport, type AuditReport } from "../../../server/reports/index.ts";
import { fullReport, reportOn } from "./reportSamples.ts";
import { sarifSchema } from "./schemas.ts";

function runOf(report: AuditReport): Run {
  const [run] = (JSON.parse(sarifReport(report)) as Log).runs;
  assert.ok(run);
  return run;
}

describe("sarifReport", () => {
  let report: AuditReport;
  let run: Run;
  before(async () => {
    report = await fullReport();
    run = runOf(report);
  });

  it("is valid against the OASIS schema, an empty report too", async () => {
    const validate = sarifSchema();
    for (const text of [sarifReport(report), sarifReport(await reportOn({}))]) {
      assert.ok(validate(JSON.parse(text)), JSON.stringify(validate.errors, undefined, 1));
    }
    assert.equal(validate({ version: "2.1.0", runs: [{ results: [] }] }), false, "the schema is one that refuses");
  });

  it("counts lines and columns from 1 and gives paths from the audited folder", () => {
    const found = run.results?.find(({ ruleId }) => ruleId === "forge-egress-wildcard");
    const place = found?.locations?.[0]?.physicalLocation;
    assert.deepEqual(place?.artifactLocation, { uri: "manifest.yml", uriBaseId: "SRCROOT" });
    const { start, end } = report.findings.find(({ rule }) => rule === "forge-egress-wildcard")?.region ?? assert.fail();
    assert.deepEqual(place.region, { startLine: start.line + 1, startColumn: start.character + 1, endLine: end.line + 1, endColumn: end.character + 1 });
    assert.match(run.originalUriBaseIds?.SRCROOT?.uri ?? "", /^file:\/\/\/.*\/$/);
    assert.ok(run.results?.some(({ locations }) => locations?.[0]?.physicalLocation?.artifactLocation?.uri === "tw%20ice/%C3%BC%23%3F%25.ts"));
  });

  it("has the level of each severity", () => {
    const levels = new Map([["error", "error"], ["warning", "warning"], ["information", "note"]]);
    assert.deepEqual(run.results?.map(({ level }) => level), report.findings.map(({ severity }) => levels.get(severity)));
  });

  it("gives every result a rule, and equal lines different hashes", () => {
    const rules = run.tool.driver.rules ?? [];
    for (const { ruleId, ruleIndex } of run.results ?? []) assert.equal(rules[ruleIndex ?? -1]?.id, ruleId);
    const hashes = run.results?.map(({ ruleId, locations, partialFingerprints }) => `${ruleId} ${locations?.[0]?.physicalLocation?.artifactLocation?.uri} ${partialFingerprints?.primaryLocationLineHash}`);
    assert.equal(new Set(hashes).size, run.results?.length);
  });

  it("describes each rule: page, weaknesses, concern, requirements", () => {
    const rule = run.tool.driver.rules?.find(({ id }) => id === "container-runs-as-root");
    assert.match(rule?.helpUri ?? "", /\/docs\/rules\/container-runs-as-root\.md$/);
    assert.deepEqual(rule?.properties?.tags, ["security", "containers", "CWE-250"]);
    for (const relationship of run.tool.driver.rules?.flatMap(({ relationships = [] }) => relationships) ?? []) {
      const { id, index, toolComponent } = relationship.target;
      const taxonomy = run.taxonomies?.[toolComponent?.index ?? -1];
      assert.equal(taxonomy?.name, toolComponent?.name);
      assert.equal(taxonomy?.taxa?.[index ?? -1]?.id, id);
    }
  });

  it("has a taxonomy of weaknesses, and one for each marketplace that applies", () => {
    assert.deepEqual(run.taxonomies?.map(({ name }) => name), ["CWE", "Atlassian"]);
    assert.ok(run.results?.find(({ ruleId }) => ruleId === "container-runs-as-root")?.taxa?.some(({ id }) => id === "atlassian/container-fixed-user"));
  });

  it("carries fixes, suppressions with their reason, and properties", () => {
    const accepted = run.results?.filter(({ suppressions = [] }) => suppressions.length > 0) ?? [];
    assert.deepEqual(accepted.map(({ suppressions }) => suppressions?.[0]), [
      { kind: "inSource", status: "accepted", justification: "a <b>build</b> image" },
      { kind: "external", status: "accepted", justification: "in the baseline since 2026-05-01" },
    ]);
    const unused = run.results?.find(({ ruleId }) => ruleId === "suppression-unused");
    assert.deepEqual(unused?.fixes?.[0]?.artifactChanges[0]?.replacements, [
      { deletedRegion: { startLine: 1, startColumn: 1, endLine: 2, endColumn: 1 } },
    ]);
    const withProperties = { ...report, findings: report.findings.map((finding) => ({ ...finding, properties: { scope: "read:x" } })) };
    assert.equal(runOf(withProperties).results?.[0]?.properties?.scope, "read:x");
  });

  it("says what was not analysed, and whether the audit came to its end", () => {
    const invocation = run.invocations?.[0];
    assert.equal(invocation?.executionSuccessful, true);
    const notification = invocation.toolExecutionNotifications?.[0];
    assert.equal(notification?.message.text, "binary data, not text");
    assert.equal(notification.locations?.[0]?.physicalLocation?.artifactLocation?.uri, "binary.ts");
    assert.equal(runOf({ ...report, summary: { ...report.summary, cancelled: true } }).invocations?.[0]?.executionSuccessful, false);
  });
});
