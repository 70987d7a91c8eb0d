import assert from "node:assert/strict";
import { createAnalyser } from "../../../../server/analysis/analyse.ts";
import { judge } from "../../../../server/analysis/judge.ts";
import type { RuleMetadata } from "../../../../server/core/rule.ts";
import scopeMissing from "../../../../server/rules/scopes/scope-missing.ts";
import scopeUnused from "../../../../server/rules/scopes/scope-unused.ts";
import { analyseWorkspace } from "../exampleWorkspace.ts";
import { list, manifest } from "./groundTruth/app.ts";

const rules = [scopeUnused, scopeMissing];
const files = {
  "manifest.yml": manifest(list("read:jira-user", "write:jira-work")),
  "src/index.ts": `import { requestJira } from "@forge/bridge";\nexport const run = () => requestJira("/rest/api/3/field");\n`,
};

describe("scopes that the configuration allows", () => {
  it("are accepted with their reason where nothing needs them, and missing ones are not", async () => {
    const analyses = await analyseWorkspace(files, createAnalyser([], rules), rules);
    const scopes = ["read:jira-user", "read:jira-work"].map((scope) => ({ scope, reason: "the hosted service reads it" }));
    const byId = new Map<string, RuleMetadata>(rules.map((rule) => [rule.id, rule]));
    const findings = analyses.flatMap((analysis) => judge(analysis, { marketplaces: ["atlassian"], levels: {}, scopes }, byId));
    assert.deepEqual(
      findings.map(({ rule, properties, suppression }) => `${rule} ${properties?.["scope"]} ${suppression ? `${suppression.kind}: ${suppression.reason}` : "open"}`),
      [
        "scope-missing read:jira-work open",
        "scope-unused read:jira-user configuration: the hosted service reads it",
        "scope-unused write:jira-work open",
      ],
    );
    assert.deepEqual(findings.map(({ requirements }) => requirements), [["atlassian/least-privilege"], ["atlassian/least-privilege"], ["atlassian/least-privilege"]]);
  });
});
