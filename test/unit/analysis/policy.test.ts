import assert from "node:assert/strict";
import { verdictOn, type Policy } from "../../../server/analysis/policy.ts";
import type { MarketplaceId } from "../../../server/core/requirement.ts";
import type { RuleMetadata } from "../../../server/core/rule.ts";
import type { Severity } from "../../../server/core/severity.ts";
import { ruleLike } from "./madeRules.ts";

const must = "superoffice/cookies-http-only";
const should = "superoffice/cookies-secure";
const advice = "superoffice/owasp-top-ten";

function policy(marketplaces: readonly MarketplaceId[] = [], more: Partial<Policy> = {}): Policy {
  return { marketplaces, levels: {}, ...more };
}

function severity(rule: RuleMetadata, under: Policy): Severity | undefined {
  return verdictOn(rule, under)?.severity;
}

describe("a rule's severity", () => {
  it("follows from the strongest word of its requirements", () => {
    assert.equal(severity(ruleLike({ requirements: [must] }), policy(["superoffice"])), "error");
    assert.equal(severity(ruleLike({ requirements: [should] }), policy(["superoffice"])), "warning");
    assert.equal(severity(ruleLike({ requirements: [advice] }), policy(["superoffice"])), "information");
    assert.equal(severity(ruleLike({ requirements: [advice, should] }), policy(["superoffice"])), "warning");
  });

  it("is never worse than the rule's own weight", () => {
    assert.equal(severity(ruleLike({ requirements: [must], severity: "warning" }), policy(["superoffice"])), "warning");
  });

  it("asks all marketplaces where none is known", () => {
    const verdict = verdictOn(ruleLike({ requirements: [must, "akeneo/hardened-images"] }), policy());
    assert.equal(verdict?.severity, "error");
    assert.deepEqual(verdict.requirements.map(({ id }) => id), [must, "akeneo/hardened-images"]);
  });

  it("is at most a warning where only other marketplaces ask", () => {
    const verdict = verdictOn(ruleLike({ requirements: [must] }), policy(["akeneo"]));
    assert.equal(verdict?.severity, "warning");
    assert.deepEqual(verdict.requirements, []);
    assert.equal(severity(ruleLike({ requirements: [advice] }), policy(["akeneo"])), "information");
  });

  it("is the rule's own where no marketplace asks", () => {
    assert.equal(severity(ruleLike({ severity: "error" }), policy(["akeneo"])), "error");
    assert.equal(severity(ruleLike({ severity: "warning" }), policy()), "warning");
  });

  it("is what the configuration says, also where that is worse", () => {
    const rule = ruleLike({ requirements: [advice] });
    const verdict = verdictOn(rule, policy(["superoffice"], { levels: { [rule.id]: "error" } }));
    assert.equal(verdict?.severity, "error");
    assert.ok(verdict.fixed);
  });

  it("takes a profile's requirements as a MUST under that profile only", () => {
    const rule = ruleLike({ requirements: ["atlassian/government-no-wildcard-egress"] });
    assert.equal(severity(rule, policy(["atlassian"])), "information");
    assert.equal(severity(rule, policy(["atlassian"], { profile: "atlassian-government" })), "error");
    assert.equal(severity(rule, policy(["akeneo"], { profile: "atlassian-government" })), "warning");
  });

  it("ignores requirements that nobody knows", () => {
    assert.equal(severity(ruleLike({ requirements: ["superoffice/no-such-thing"], severity: "warning" }), policy()), "warning");
  });
});

describe("a rule does not apply", () => {
  it("where it is switched off", () => {
    const rule = ruleLike({ requirements: [must] });
    assert.equal(verdictOn(rule, policy([], { levels: { [rule.id]: "off" } })), undefined);
  });

  it("where it is another marketplace's own, even when the configuration sets a level", () => {
    const rule = ruleLike({ requirements: [must], marketplaces: ["superoffice"] });
    assert.equal(verdictOn(rule, policy()), undefined);
    assert.equal(verdictOn(rule, policy(["akeneo"], { levels: { [rule.id]: "error" } })), undefined);
    assert.equal(severity(rule, policy(["akeneo", "superoffice"])), "error");
  });

  it("where only other rules were asked for", () => {
    const rule = ruleLike({});
    assert.equal(verdictOn(rule, policy([], { only: new Set(["other"]) })), undefined);
    assert.ok(verdictOn(rule, policy([], { only: new Set([rule.id]) })));
  });
});
