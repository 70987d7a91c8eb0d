import assert from "node:assert/strict";
import { createAnalyser, type FileAnalysis } from "../../server/analysis/analyse.ts";
import { applyEdits } from "../../server/analysis/applyFixes.ts";
import { judge } from "../../server/analysis/judge.ts";
import { suppressFile, suppressLine } from "../../server/analysis/suppressionComments.ts";
import { Document } from "../../server/core/document.ts";
import type { LocatedFinding, Region, TextEdit } from "../../server/core/finding.ts";
import type { TextRange } from "../../server/core/text.ts";
import { languageOf } from "../../server/languages/languageOf.ts";
import { ruleCatalogue, rules } from "../../server/rules/catalogue.ts";
import { unmark } from "../unit/rules/ruleBench.ts";
import { mutated, randomNumbers } from "./mutations.ts";

const analyser = createAnalyser(rules);
const byId = new Map(ruleCatalogue.map((rule) => [rule.id, rule]));
const everywhere = { marketplaces: ["atlassian", "akeneo", "superoffice", "openchannel"], levels: {} } as const;

/** The examples of all rules: every language, and what every rule looks for. */
const samples = ruleCatalogue.flatMap((rule) =>
  [...rule.examples.bad, ...rule.examples.good].map(({ file = "example.ts", code }) => ({ file, text: code.includes("[|") ? unmark(code).text : code })),
);

function assertInside(range: TextRange, region: Region, document: Document, what: string): void {
  assert.ok(range.start >= 0 && range.start <= range.end && range.end <= document.text.length, `${what}: ${range.start} to ${range.end} of ${document.text.length}`);
  assert.deepEqual(region, { start: document.positionAt(range.start), end: document.positionAt(range.end) }, what);
}

function assertEdits(edits: readonly TextEdit[], document: Document, what: string): void {
  const sorted = [...edits].sort((left, right) => left.range.start - right.range.start);
  sorted.reduce((done, { range }) => {
    assert.ok(range.start >= done, `${what}: edits overlap`);
    return range.end;
  }, 0);
  applyEdits(document.text, edits);
}

function assertSound(finding: LocatedFinding, document: Document): void {
  const what = `${finding.rule}: ${finding.message}`;
  assert.ok(finding.range.end > finding.range.start, `${what}: no width`);
  assertInside(finding.range, finding.region, document, what);
  assert.ok(finding.message.trim() !== "" && !finding.message.includes("undefined"), what);
  for (const place of finding.related) assertInside(place.range, place.region, document, what);
  for (const fix of finding.fixes) {
    for (const edit of fix.edits) assertInside(edit.range, edit.region, document, `${what}: ${fix.title}`);
    assertEdits(fix.edits, document, what);
  }
  if (!finding.secret) return;
  const value = document.text.slice(finding.secret.start, finding.secret.end);
  const said = JSON.stringify([finding.message, finding.related, finding.properties]);
  assert.ok(value.length < 12 || !said.includes(value), `${finding.rule} shows the secret`);
}

async function assertSurvives(file: string, text: string): Promise<FileAnalysis> {
  const document = new Document(file, languageOf(file), text);
  const analysis = await analyser.analyse(document);
  // A parser may refuse a text; a rule may not fail on one.
  assert.deepEqual(analysis.notAnalysed.filter(({ rule }) => rule !== undefined), []);
  for (const finding of analysis.findings) assertSound(finding, document);
  for (const finding of judge(analysis, everywhere, byId)) {
    assertSound(finding, document);
    suppressLine(document, finding.rule, finding.range);
    suppressFile(document, finding.rule);
  }
  return analysis;
}

/** Fails with the text itself, so that a failure can be made into a test. */
async function survives(file: string, text: string): Promise<void> {
  try {
    await assertSurvives(file, text);
  } catch (error) {
    throw new Error(`${file}: ${JSON.stringify(text)}\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`, { cause: error });
  }
}

describe("broken input", function () {
  this.timeout(60_000);

  it("that is cut off anywhere is analysed", async () => {
    const random = randomNumbers(1);
    for (const { file, text } of samples) {
      for (let cut = 0; cut < 4; cut++) await survives(file, text.slice(0, random(text.length)));
    }
  });

  it("that is changed at random is analysed", async () => {
    const random = randomNumbers(2);
    for (const { file, text } of samples) {
      for (let round = 0; round < 6; round++) await survives(file, mutated(text, random));
    }
  });

  it("of one language under another's name is analysed", async () => {
    const names = ["a.ts", "a.jsx", "Dockerfile", "manifest.yml", "atlassian-connect.json", ".env", "web.config", "a.html", "A.cs", "notes.txt"];
    for (const [at, { text }] of samples.entries()) await survives(names[at % names.length] ?? "a.ts", text);
  });

  it("that is deep, long or empty is analysed or refused with a reason", async () => {
    const texts = ["", " ", "\u0000", "(".repeat(5_000), "[".repeat(20_000), "{a:".repeat(5_000), "<a>".repeat(5_000), "- ".repeat(5_000), "a.".repeat(5_000) + "cookie('a')", "`${".repeat(3_000), "cookie".repeat(8_000), "FROM a\n".repeat(3_000), "&a [*a]\n".repeat(500), "\n".repeat(40_000), "/*".repeat(10_000), "'".repeat(20_000)];
    for (const file of ["a.ts", "Dockerfile", "manifest.yml", "atlassian-connect.json", ".env", "web.config", "a.html", "A.cs", "notes.txt"]) {
      for (const text of texts) await survives(file, `response.cookie("a");\nFROM node\n${text}`);
    }
  });
});
