import assert from "node:assert/strict";
import { marketplaceIds } from "../../../server/core/requirement.ts";
import { requirementById, requirementCatalogue } from "../../../server/marketplaces/index.ts";

const catalogue = requirementCatalogue();

/** Every row of the requirement tables; a row may be asked by several requirements. */
const rows: Readonly<Record<string, readonly string[]>> = {
  atlassian: [
    ...["1", "2", "3", "4", "5", "6.1", "6.2", "6.3", "7.1", "7.2", "7.3", "7.4", "8", "9", "10", "11", "16"],
    ...["connect-1.1", "connect-1.2", "connect-1.3", "connect-1.4", "connect-end"],
    ...["2026-a", "2026-b", "2026-c", "2026-d", "2026-e", "2026-f", "2026-oauth", "2026-csp", "2026-supply"],
    ...["questionnaire", "responsibility", "containers", "government", "trello"],
  ].map((row) => `AT-${row}`),
  akeneo: ["1", "2", "2b", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "publication"].map((row) => `AK-${row}`),
  superoffice: [
    ...Array.from({ length: 34 }, (_, row) => `SO-${row}`),
    ...["SO-5b", "SO-7b", "SO-15b", "SO-16b", "SO-16c", "SO-16d", "SO-2.2"],
  ],
  openchannel: Array.from({ length: 19 }, (_, row) => `OC-${row + 1}`),
};

/** Rules name these, so they never change. */
const promisedIds = [
  "superoffice/cookies-http-only",
  "superoffice/cookies-secure",
  "superoffice/application-token-not-in-code",
  "superoffice/secret-leak-notice",
  "superoffice/secrets-stored-securely",
  "superoffice/cis-controls",
  "atlassian/cookie-attributes",
  "atlassian/connect-authentication-jwt",
  "atlassian/least-privilege",
  "atlassian/secrets-not-in-source",
  "atlassian/trello-token-lifetime",
  "atlassian/egress-explicit",
  "atlassian/container-fixed-user",
  "akeneo/least-privilege",
  "akeneo/scope-exists",
  "akeneo/credentials-stored-securely",
  "akeneo/no-vulnerabilities",
  "akeneo/hardened-images",
  "akeneo/cis-benchmarks",
  "openchannel/api-secrets",
  "openchannel/encrypted-traffic",
  "openchannel/container-scan",
  "openchannel/web-integration-tested",
];

describe("the catalogue of requirements", () => {
  it("has ids that are unique, well formed and start with their marketplace", () => {
    const ids = catalogue.map((requirement) => requirement.id);
    assert.equal(new Set(ids).size, ids.length);
    for (const requirement of catalogue) {
      assert.match(requirement.id, /^[a-z]+\/[a-z0-9]+(?:-[a-z0-9]+)*$/);
      assert.equal(requirement.id.split("/")[0], requirement.marketplace);
    }
  });

  it("holds every row of every table and no row that no table has", () => {
    for (const marketplace of marketplaceIds) {
      const own = catalogue.filter((requirement) => requirement.marketplace === marketplace);
      const refs = new Set(own.map((requirement) => requirement.ref));
      assert.deepEqual([...refs].sort(), [...(rows[marketplace] ?? [])].sort());
    }
  });

  it("says of each what is asked, how to prove it, and where it stands with the day it was read", () => {
    for (const { id, clause, text, evidence, source } of catalogue) {
      for (const field of [clause, text, evidence, source]) assert.equal(field.trim() !== "" && field === field.trim(), true, id);
      assert.match(text, /\.$/, id);
      assert.match(evidence, /\.$/, id);
      assert.match(source, /\b20\d\d-\d\d-\d\d$/, id);
    }
  });

  it("says each demand once", () => {
    const texts = catalogue.map((requirement) => `${requirement.marketplace} ${requirement.text}`);
    assert.equal(new Set(texts).size, texts.length);
  });

  it("has the ids that rules name", () => {
    for (const id of promisedIds) assert.equal(requirementById(id)?.id, id);
  });

  it("keeps the marketplaces' own words", () => {
    const word = (id: string) => requirementById(id)?.word;
    assert.equal(word("superoffice/cookies-http-only"), "must");
    assert.equal(word("superoffice/cookies-secure"), "should");
    assert.equal(word("superoffice/application-token-not-in-code"), "must");
    assert.equal(word("superoffice/cis-controls"), "advice");
    assert.equal(word("akeneo/hardened-images"), "must");
    assert.equal(word("atlassian/egress-explicit"), "should");
    assert.equal(word("atlassian/container-fixed-user"), "must");
    assert.equal(catalogue.some((item) => item.marketplace === "openchannel" && item.word === "must"), false);
    assert.equal(catalogue.every((item) => item.ref !== "AT-government" || item.word === "advice"), true);
  });

  it("knows no other id", () => {
    assert.equal(requirementById("superoffice/nothing"), undefined);
    assert.equal(requirementById("constructor"), undefined);
  });
});
