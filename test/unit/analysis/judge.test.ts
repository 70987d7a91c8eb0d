import assert from "node:assert/strict";
import type { JudgedFinding } from "../../../server/core/finding.ts";
import { ruleCatalogue } from "../../../server/rules/catalogue.ts";
import { judged as judgedBy, ruleLike, wordRule } from "./madeRules.ts";

/** The product's own rules on suppressions, which the judge reports under. */
const onSuppressions = ruleCatalogue
  .filter((rule) => rule.id.startsWith("suppression-"))
  .map((rule) => ruleLike({ ...rule, triggers: [] }));

const bad = wordRule("poor-word", "bad");
const rules = [bad, ...onSuppressions];

async function judged(text: string, levels: Record<string, "off" | "error" | "warning" | "information"> = {}): Promise<JudgedFinding[]> {
  return judgedBy(rules, "a.ts", text, { marketplaces: [], levels });
}

/** `rule line`, with the reason where it was accepted. */
function short(findings: readonly JudgedFinding[]): string[] {
  return findings.map(({ rule, region, suppression }) => `${rule} ${region.start.line}${suppression ? ` (${suppression.reason})` : ""}`);
}

describe("judging findings", () => {
  it("keeps an accepted finding, with its reason", async () => {
    assert.deepEqual(short(await judged("// marketlint-disable-next-line poor-word -- why\nbad\nbad\n")), ["poor-word 1 (why)", "poor-word 2"]);
  });

  it("accepts on the line, on the next line, and in the file", async () => {
    assert.deepEqual(short(await judged("bad // marketlint-disable-line poor-word -- a\n")), ["poor-word 0 (a)"]);
    assert.deepEqual(short(await judged("bad\n/* marketlint-disable poor-word -- b */\nbad\n")), ["poor-word 0 (b)", "poor-word 2 (b)"]);
  });

  it("accepts nothing without a reason, and says so", async () => {
    assert.deepEqual(short(await judged("bad // marketlint-disable-line poor-word\n")), ["poor-word 0", "suppression-incomplete 0"]);
    assert.deepEqual(short(await judged("bad // marketlint-disable-line -- why\n")), ["poor-word 0", "suppression-incomplete 0"]);
  });

  it("names the nearest rule for one that does not exist", async () => {
    const [finding] = await judged("// marketlint-disable poor-wort -- why\n");
    assert.equal(finding?.rule, "suppression-unknown-rule");
    assert.match(finding.message, /poor-word/);
    assert.equal(finding.fixes[0]?.edits[0]?.newText, "poor-word");
  });

  it("reports a suppression that accepts nothing", async () => {
    assert.deepEqual(short(await judged("good // marketlint-disable-line poor-word -- why\n")), ["suppression-unused 0"]);
  });

  it("reports the second of two that accept the same", async () => {
    const text = "// marketlint-disable poor-word -- a\nbad // marketlint-disable-line poor-word -- b\n";
    assert.deepEqual(short(await judged(text)), ["poor-word 1 (a)", "suppression-unused 1"]);
  });

  it("does not call a suppression unused whose rule is off, or does not look at such files", async () => {
    const text = "good // marketlint-disable-line poor-word -- why\n";
    assert.deepEqual(short(await judged(text, { "poor-word": "off" })), []);
    assert.deepEqual(short(await judgedBy(rules, "a.css", "/* marketlint-disable poor-word -- why */", { marketplaces: [], levels: {} })), ["suppression-unused 0"]);
    assert.deepEqual(short(await judgedBy(rules, "a.cs", "// marketlint-disable poor-word -- why\n")), []);
  });

  it("drops findings of a rule that is off", async () => {
    assert.deepEqual(short(await judged("bad\n", { "poor-word": "off" })), []);
  });

  it("limits a severity by its certainty, unless the configuration sets it", async () => {
    const unsure = wordRule("poor-word", "bad", { atMost: "information" });
    const [derived] = await judgedBy([unsure], "a.ts", "bad");
    assert.equal(derived?.severity, "information");
    const [set] = await judgedBy([unsure], "a.ts", "bad", { marketplaces: [], levels: { "poor-word": "error" } });
    assert.equal(set?.severity, "error");
  });

  it("names the requirements of the app's marketplaces only", async () => {
    const rule = wordRule("poor-word", "bad");
    const asked = { ...rule, requirements: ["superoffice/cookies-http-only", "akeneo/hardened-images"] };
    const [finding] = await judgedBy([asked], "a.ts", "bad", { marketplaces: ["akeneo"], levels: {} });
    assert.deepEqual(finding?.requirements, ["akeneo/hardened-images"]);
  });

  it("orders findings by their place", async () => {
    const text = "good // marketlint-disable-line poor-word -- why\nbad\n";
    assert.deepEqual(short(await judged(text)), ["suppression-unused 0", "poor-word 1"]);
  });

  it("holds to a certainty's limit, unless the profile is stricter", async () => {
    const tolerated = wordRule("poor-word", "bad", { atMost: "information", strictUnder: "atlassian-government" });
    const severities = async (profile?: "atlassian-government"): Promise<string[]> =>
      (await judgedBy([tolerated], "a.ts", "bad\n", { marketplaces: [], levels: {}, ...(profile && { profile }) })).map(({ severity }) => severity);
    assert.deepEqual(await severities(), ["information"]);
    assert.notDeepEqual(await severities("atlassian-government"), ["information"]);
  });
});
