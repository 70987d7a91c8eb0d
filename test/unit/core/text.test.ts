import assert from "node:assert/strict";
import { isDocumentationPath, isTestPath } from "../../../server/core/filePurpose.ts";
import { milder, severityRank, worse } from "../../../server/core/severity.ts";
import { contains, overlaps } from "../../../server/core/text.ts";

const range = (start: number, end: number): { start: number; end: number } => ({ start, end });

describe("ranges", () => {
  it("overlap where they share a character", () => {
    assert.ok(overlaps(range(0, 3), range(2, 5)));
    assert.ok(!overlaps(range(0, 3), range(3, 5)));
    assert.ok(overlaps(range(0, 5), range(2, 2)), "an empty one inside");
    assert.ok(!overlaps(range(0, 5), range(5, 5)), "an empty one at the end");
    assert.ok(!overlaps(range(2, 2), range(2, 2)));
  });

  it("contain what ends with them", () => {
    assert.ok(contains(range(0, 3), range(1, 3)));
    assert.ok(!contains(range(0, 3), range(1, 4)));
  });
});

describe("severities", () => {
  it("are ordered", () => {
    assert.equal(milder("error", "information"), "information");
    assert.equal(worse("warning", "information"), "warning");
    assert.equal(milder("warning", "warning"), "warning");
    assert.ok(severityRank("error") < severityRank("warning"));
  });
});

describe("a file's purpose", () => {
  for (const path of ["test/a.ts", "src/__tests__/a.ts", "src/a.test.tsx", "a.spec.js", "fixtures/keys.json", "src/Button.stories.tsx", "e2e/login.ts", "mocks/a.ts", "integration-tests/api/a.ts", "packages/shop/integration_test/a.ts", "e2e-tests/a.ts", "test-utils/a.ts", "cypress/support/commands.ts", "playwright/login.ts"]) {
    it(`is a test: ${path}`, () => assert.ok(isTestPath(path)));
  }
  for (const path of ["src/latest/a.ts", "src/contest.ts", "src/attestation.ts", "src/testament/a.ts", "specification.yml", "src/testimonials/a.ts", "src/playwrights.ts", "src/a.ts"]) {
    it(`is no test: ${path}`, () => assert.ok(!isTestPath(path)));
  }
  it("is documentation", () => {
    assert.ok(["docs/a.ts", "README.md", "guide.mdx"].every(isDocumentationPath));
    assert.ok(!["src/docsify.ts", "src/a.ts"].some(isDocumentationPath));
  });
});
