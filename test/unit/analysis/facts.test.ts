import assert from "node:assert/strict";
import { createAcrossChecks } from "../../../server/analysis/acrossChecks.ts";
import { createAnalyser } from "../../../server/analysis/analyse.ts";
import { createFactIndex } from "../../../server/analysis/factIndex.ts";
import { wordSearch } from "../../../server/analysis/learntWords.ts";
import { createNeighbours } from "../../../server/analysis/notedNeighbours.ts";
import { Document } from "../../../server/core/document.ts";
import { defineFactSource, type Fact, type FactSource, type WorkspaceRule } from "../../../server/core/fact.ts";
import { languageOf } from "../../../server/languages/languageOf.ts";
import { ruleLike, wordRule } from "./madeRules.ts";
import { analyseWorkspace, type Texts } from "../rules/exampleWorkspace.ts";

/** Where names are given: `give NAME`. Learns `use NAME` in other files by the name. */
const gifts = defineFactSource<string>({
  id: "gifts",
  languages: ["text"],
  triggers: ["give "],
  tier: "text",
  learns: (facts) => facts.map(({ value }) => value),
  collect(document, add) {
    for (const match of document.text.matchAll(/(?:give|takes) (\w+)/g)) add({ start: match.index, end: match.index + match[0].length }, match[1] ?? "");
  },
});

function acrossRule(sources: readonly FactSource[], parts: Partial<WorkspaceRule> = {}): WorkspaceRule {
  const { check: _check, triggers: _triggers, tier: _tier, ...head } = ruleLike({ id: "made-across", languages: ["text"] });
  return { ...head, sources, checkWorkspace: () => undefined, ...parts };
}

/** Says of the first file how often each name is given. */
const counting = acrossRule([gifts], {
  checkWorkspace(facts, report) {
    const all = facts.of(gifts);
    const [first] = all;
    if (first) report(first.path, { range: first.range, message: all.map(({ path, value }) => `${path}:${value}`).join(" ") });
  },
});

/** Says of each file what it gives. */
const eachGift = acrossRule([gifts], {
  id: "made-each",
  checkWorkspace(facts, report) {
    for (const { path, range, value } of facts.of(gifts)) report(path, { range, message: value });
  },
});

async function messages(files: Texts): Promise<string[]> {
  const analyses = await analyseWorkspace(files, createAnalyser([], [counting]), [counting]);
  return analyses.flatMap(({ findings }) => findings.map(({ path, message }) => `${path}: ${message}`));
}

function textOf(path: string, text: string): Document {
  return new Document(path, languageOf(path), text);
}

function fact(path: string, value: string, start = 0): Fact {
  return { source: "gifts", path, range: { start, end: start + 1 }, region: { start: { line: 0, character: start }, end: { line: 0, character: start + 1 } }, value };
}

describe("facts", () => {
  it("are collected beside findings, located, in order", async () => {
    const { facts, findings } = await createAnalyser([wordRule("one", "bad")], [counting]).analyse(textOf("a.txt", "bad\ngive b give a"));
    assert.deepEqual(findings.map(({ rule }) => rule), ["one"]);
    assert.deepEqual(facts.map(({ value, region }) => [value, region.start]), [["b", { line: 1, character: 0 }], ["a", { line: 1, character: 7 }]]);
  });

  it("cost nothing where no rule asks for them", async () => {
    const options = { rules: new Set(["one"]) };
    assert.deepEqual((await createAnalyser([wordRule("one", "bad")], [counting]).analyse(textOf("a.txt", "give a"), options)).facts, []);
  });

  it("of a source that throws are listed as missing, and cost nothing else", async () => {
    const broken = defineFactSource({ ...gifts, id: "broken", collect: () => assert.fail("broken") });
    const analyser = createAnalyser([wordRule("one", "bad")], [acrossRule([broken, gifts])]);
    const { facts, findings, notAnalysed } = await analyser.analyse(textOf("a.txt", "bad give a"));
    assert.deepEqual([facts.length, findings.length], [1, 1]);
    assert.deepEqual(notAnalysed.map(({ rule }) => rule), ["broken"]);
  });

  it("are gates of their own", () => {
    const analyser = createAnalyser([wordRule("one", "bad")], [counting]);
    const has = (text: string): boolean[] => [analyser.mayMatter("a.txt", Buffer.from(text)), analyser.mayHoldFacts("a.txt", Buffer.from(text))];
    assert.deepEqual([has("bad"), has("give a"), has("nothing")], [[true, false], [true, true], [false, false]]);
  });
});

describe("rules across files", () => {
  it("see the facts of all files, by path and place", async () => {
    assert.deepEqual(await messages({ "b.txt": "give x", "a.txt": "give z give y" }), ["a.txt: a.txt:z a.txt:y b.txt:x"]);
  });

  it("see the files with a learnt word too, until none is new", async () => {
    assert.deepEqual(await messages({ "a.txt": "give one", "b.txt": "one takes two", "c.txt": "two takes three", "d.txt": "two2 takes four" }), [
      "a.txt: a.txt:one b.txt:two c.txt:three",
    ]);
  });

  it("learn within an app only", async () => {
    const app = (name: string): Texts => ({ [`${name}/manifest.yml`]: "app:\n  id: ari:cloud:ecosystem::app/1\nmodules: {}\n" });
    const files = { ...app("one"), ...app("two"), "one/a.txt": "give word", "one/b.txt": "word takes b", "two/c.txt": "word takes c" };
    assert.deepEqual(await messages(files), ["one/a.txt: one/a.txt:word one/b.txt:b"]);
  });

  const oneGift = { factsOf: () => [fact("a.txt", "x")], missingIn: () => new Set<string>() };

  it("say nothing of an app with a file that a source could not look at", async () => {
    const missing = createFactIndex([gifts], ["one", "two"]);
    for (const path of ["one/a.txt", "two/a.txt"]) missing.put({ path, facts: [fact(path, "x")], reads: [] });
    missing.put({ path: "one/b.txt", facts: [], factsMissing: ["gifts"], reads: [] });
    const { findings, notAnalysed, ran } = await createAcrossChecks([eachGift]).run(missing, (path) => textOf(path, "give x"));
    assert.deepEqual([findings.map(({ path }) => path), notAnalysed.map(({ rule }) => rule), ran], [["two/a.txt"], ["made-each"], []]);
  });

  it("that fail are listed, and the others run", async () => {
    const broken = acrossRule([gifts], { id: "made-broken", checkWorkspace: () => assert.fail("broken") });
    const checks = createAcrossChecks([broken, counting]);
    const { findings, notAnalysed, ran } = await checks.run(oneGift, (path) => textOf(path, "give x"));
    assert.deepEqual([findings.length, notAnalysed.map(({ path, rule }) => [path, rule]), ran], [1, [[".", "made-broken"]], ["made-across"]]);
  });

  it("run again only for what they looked at", async () => {
    let runs = 0;
    const rule = acrossRule([gifts], { checkWorkspace: (facts, report) => (runs++, counting.checkWorkspace(facts, report)) });
    const checks = createAcrossChecks([rule]);
    const run = (): Promise<unknown> => checks.run(oneGift, (path) => textOf(path, "give x"));
    await run();
    checks.changed(["other"], "b.txt");
    await run();
    assert.equal(runs, 1);
    checks.changed(["gifts"], "b.txt");
    await run();
    checks.changed([], "a.txt");
    await run();
    assert.equal(runs, 3, "for facts of its source, and for a text that it places findings in");
  });
});

describe("the index of facts", () => {
  it("says which sources say something else", () => {
    const index = createFactIndex([gifts], []);
    assert.deepEqual([...index.put({ path: "a.txt", facts: [fact("a.txt", "x")], reads: [] })], ["gifts"]);
    assert.deepEqual([...index.put({ path: "a.txt", facts: [fact("a.txt", "x")], reads: [] })], []);
    assert.deepEqual([...index.put({ path: "a.txt", facts: [], reads: [] })], ["gifts"]);
    assert.deepEqual(index.factsOf("gifts"), []);
  });

  it("knows who depends on a file", () => {
    const index = createFactIndex([gifts], []);
    index.put({ path: "a.txt", facts: [], reads: ["b.txt"] });
    assert.deepEqual(index.dependants("b.txt"), ["a.txt"]);
    index.put({ path: "a.txt", facts: [], reads: [] });
    assert.deepEqual(index.dependants("b.txt"), []);
  });
});

describe("learnt words", () => {
  const found = (words: readonly string[], text: string): string[] => [...wordSearch(words)(Buffer.from(text))].sort();

  it("are found whole and as they are spelt", () => {
    assert.deepEqual(found(["call", "get$"], "call(); x.get$()"), ["call", "get$"]);
    assert.deepEqual(found(["call"], "recall callee Call call2 _call $call"), []);
  });

  it("may be of any script", () => {
    assert.deepEqual(found(["appelé", "call"], "appelé()"), ["appelé"]);
  });
});

describe("neighbours", () => {
  const texts: Record<string, string> = { "a.ts": "a", "b.ts": "b" };
  const load = (loads: string[]) =>
    createNeighbours((path, own) => {
      loads.push(path);
      return texts[path] === undefined ? undefined : new Document(path, "typescript", texts[path], own);
    });

  it("are noted, whether they exist or not, and through one another", () => {
    const neighbours = load([]);
    neighbours.forOne().read("a.ts")?.neighbours?.read("none.ts");
    assert.deepEqual(neighbours.noted(), ["a.ts", "none.ts"]);
    neighbours.forOne().read("a.ts");
    assert.deepEqual(neighbours.noted(), ["a.ts", "none.ts"], "what follows from a document may be kept with it");
    neighbours.forOne();
    assert.deepEqual(neighbours.noted(), []);
  });

  it("are kept until they, or what they read, change", () => {
    const loads: string[] = [];
    const neighbours = load(loads);
    neighbours.forOne().read("a.ts")?.neighbours?.read("b.ts");
    neighbours.forOne().read("a.ts");
    assert.deepEqual(loads, ["a.ts", "b.ts"]);
    neighbours.forget("b.ts");
    neighbours.forOne().read("a.ts");
    assert.deepEqual(loads, ["a.ts", "b.ts", "a.ts"]);
  });
});
