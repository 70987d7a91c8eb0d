import assert from "node:assert/strict";
import type { RequirementResult } from "../../../server/reports/requirementMatrix.ts";
import type { Files } from "../workspace/folder.ts";
import { reportOn } from "./reportSamples.ts";

const manifest = "app:\n  id: ari:cloud:ecosystem::app/11111111-2222-3333-4444-555555555555\nmodules:\n  macro:\n    - key: m\n      function: f\n";

/** What is said of one requirement of these files. */
async function resultOn(id: string, files: Files): Promise<RequirementResult> {
  const { requirements } = await reportOn(files);
  const found = requirements.find(({ requirement }) => requirement.id === id);
  assert.ok(found, id);
  return found;
}

describe("the requirements matrix", () => {
  it("says what was looked at where a requirement is met", async () => {
    const { status, reason, files } = await resultOn("atlassian/secrets-not-in-source", { "manifest.yml": manifest, "src/a.ts": "export const a = 1;\n" });
    assert.equal(status, "met");
    assert.ok(files >= 2);
    assert.match(reason, /^\d+ rules? looked at \d+ files without a finding\.$/);
  });

  it("counts the findings of a breached one", async () => {
    const open = `${manifest}permissions:\n  external:\n    fetch:\n      backend:\n        - '*'\n`;
    const { status, reason, findings } = await resultOn("atlassian/egress-explicit", { "manifest.yml": open });
    assert.equal(status, "breached");
    assert.ok(findings >= 1);
    assert.match(reason, /reported \d+ finding/);
  });

  it("asks nothing of an app that is made otherwise", async () => {
    for (const id of ["atlassian/connect-jwt-verified", "atlassian/trello-token-lifetime", "atlassian/container-fixed-user", "atlassian/remote-token-validated"]) {
      const { status, reason } = await resultOn(id, { "manifest.yml": manifest });
      assert.equal(status, "not-applicable", id);
      assert.match(reason, /^It is asked of an? .*; none was detected\.$/);
    }
    const remote = await resultOn("atlassian/remote-token-validated", { "manifest.yml": `${manifest}remotes:\n  - key: r\n    baseUrl: https://a.example\n` });
    assert.notEqual(remote.status, "not-applicable");
  });

  it("asks everything where only the configuration says that the marketplace applies", async () => {
    const { status } = await resultOn("atlassian/connect-jwt-verified", { ".marketlint.yml": "marketplaces: [atlassian]\n", "a.ts": "export {};\n" });
    assert.notEqual(status, "not-applicable");
  });

  it("asks what a profile demands only under it", async () => {
    const id = "atlassian/government-forge-oauth";
    assert.match((await resultOn(id, { "manifest.yml": manifest })).reason, /profile atlassian-government, which is not set/);
    const under = await resultOn(id, { "manifest.yml": manifest, ".marketlint.yml": "profile: atlassian-government\n" });
    assert.equal(under.status, "needs-evidence");
  });

  it("takes a statement for an answer until it expires", async () => {
    const statement = (expires: string): string => `evidence: { atlassian/data-at-rest: { statement: x, by: the team, on: 2026-01-01, expires: ${expires} } }\n`;
    const holds = await resultOn("atlassian/data-at-rest", { "manifest.yml": manifest, ".marketlint.yml": statement("2026-12-31") });
    assert.equal(holds.status, "answered");
    assert.equal(holds.reason, "Answered in the configuration by the team, on 2026-01-01, until 2026-12-31.");
    const gone = await resultOn("atlassian/data-at-rest", { "manifest.yml": manifest, ".marketlint.yml": statement("2026-05-31") });
    assert.equal(gone.status, "needs-evidence");
    assert.match(gone.reason, /The statement expired on 2026-05-31\.$/);
  });

  it("does not call that met of which only a part can be seen", async () => {
    const { status, reason } = await resultOn("atlassian/tls", { "manifest.yml": manifest, "a.ts": "export {};\n" });
    assert.equal(status, "needs-evidence");
    assert.match(reason, /No tool can see it|they see a part of it/);
  });
});
