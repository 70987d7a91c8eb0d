import assert from "node:assert/strict";
import { ruleCatalogue } from "../../../server/rules/catalogue.ts";
import type { JudgedFinding } from "../../../server/core/finding.ts";
import type { RuleMetadata } from "../../../server/core/rule.ts";
import { findingsIn, unmark } from "./ruleBench.ts";

/** A rule by its id. Throws where there is none. */
export function ruleNamed(id: string): RuleMetadata {
  const rule = ruleCatalogue.find((one) => one.id === id);
  if (!rule) throw new Error(`no rule ${id}`);
  return rule;
}

/** The findings of one rule in a marked text. */
export async function findingsOf(id: string, file: string, code: string): Promise<JudgedFinding[]> {
  return (await findingsIn(file, unmark(code).text, ruleNamed(id))).filter((finding) => finding.rule === id);
}

/** Declares one test a case: the rule finds exactly what is marked. Each case is a file and a marked text. */
export function findsExactly(id: string, cases: Readonly<Record<string, readonly [string, string]>>): void {
  for (const [name, [file, code]] of Object.entries(cases)) {
    it(name, async () => {
      const { text, ranges } = unmark(code);
      const found = await findingsOf(id, file, code);
      assert.deepEqual(found.map(({ range }) => text.slice(range.start, range.end)), ranges.map(({ start, end }) => text.slice(start, end)));
      assert.deepEqual(found.map(({ range }) => ({ ...range })), ranges);
    });
  }
}
