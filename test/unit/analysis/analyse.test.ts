import assert from "node:assert/strict";
import { createAnalyser } from "../../../server/analysis/analyse.ts";
import { limits } from "../../../server/analysis/limits.ts";
import { Document, NotAnalysable } from "../../../server/core/document.ts";
import { typescriptSyntax } from "../../../server/languages/typescript/syntax.ts";
import { analysed, ruleLike, wordRule } from "./madeRules.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe("analysing a document", () => {
  it("gives a rule its triggers, in the order of the text", async () => {
    const seen: string[] = [];
    const rule = ruleLike({
      triggers: ["beta", "Alpha"],
      check: (_document, _report, hits) => seen.push(...hits.map(({ trigger, offset }) => `${trigger}@${offset}`)),
    });
    await analysed([rule], "a.ts", "ALPHA beta alpha");
    assert.deepEqual(seen, ["Alpha@0", "beta@6", "Alpha@11"]);
  });

  it("asks no rule without a trigger in the text, or of another language", async () => {
    const asked: string[] = [];
    const rule = (id: string, parts: object): ReturnType<typeof ruleLike> => ruleLike({ id, check: () => void asked.push(id), ...parts });
    const rules = [rule("absent", { triggers: ["nowhere"] }), rule("other-language", { languages: ["dockerfile"] }), rule("present", {})];
    const { ran } = await analysed(rules, "a.ts", "bad");
    assert.deepEqual(asked, ["present"]);
    assert.deepEqual(ran, ["absent", "present"]);
  });

  it("asks a rule of certain file names there only, whatever words they hold", async () => {
    const named = ruleLike({ fileNames: ["special.yaml"], check: (_document, report) => report({ range: { start: 0, end: 1 }, message: "" }) });
    assert.equal((await analysed([named], "x/special.yaml", "good")).findings.length, 1);
    assert.equal((await analysed([named], "x/other.yaml", "bad")).findings.length, 0);
    assert.ok(createAnalyser([named]).mayMatter("x/special.yaml", bytes("good")));
  });

  it("asks only the rules that were named", async () => {
    const analyser = createAnalyser([wordRule("one", "bad"), wordRule("two", "bad")]);
    const { findings, ran } = await analyser.analyse(new Document("a.ts", "typescript", "bad"), { rules: new Set(["two"]) });
    assert.deepEqual(findings.map(({ rule }) => rule), ["two"]);
    assert.deepEqual(ran, ["two"]);
  });

  it("loses one rule in one file where a rule throws", async () => {
    const broken = ruleLike({
      id: "broken",
      check: () => {
        throw new TypeError("token=abc is undefined");
      },
    });
    const analyser = createAnalyser([broken, wordRule("working", "bad")]);
    for (const path of ["a.ts", "b.ts"]) {
      const { findings, notAnalysed } = await analyser.analyse(new Document(path, "typescript", "bad"));
      assert.deepEqual(findings.map(({ rule }) => rule), ["working"]);
      assert.deepEqual(notAnalysed, [{ path, rule: "broken", reason: "TypeError in the rule" }]);
    }
  });

  it("survives what is thrown without being an error, and a stack that overflows", async () => {
    const odd = ruleLike({
      id: "odd",
      check: () => {
        throw null as unknown as Error;
      },
    });
    const endless = (): number => endless() + 1;
    const deep = ruleLike({ id: "deep", check: () => void endless() });
    const { notAnalysed } = await analysed([odd, deep], "a.ts", "bad");
    assert.deepEqual(notAnalysed.map(({ rule, reason }) => `${rule ?? ""}: ${reason}`), ["odd: the rule failed", "deep: nested too deeply for this rule"]);
  });

  it("lists a text that a parser refuses once, not for every rule", async () => {
    const refused = (id: string): ReturnType<typeof ruleLike> =>
      ruleLike({
        id,
        check: () => {
          throw new NotAnalysable("too odd");
        },
      });
    const { notAnalysed, truncated } = await analysed([refused("one"), refused("two")], "a.ts", "bad");
    assert.deepEqual(notAnalysed, [{ path: "a.ts", reason: "too odd" }]);
    assert.ok(truncated);
  });

  it("parses nothing that no rule asked for", async () => {
    const document = new Document("a.ts", "typescript", "bad");
    await createAnalyser([ruleLike({ tier: "syntax" })]).analyse(document);
    assert.equal(document.syntaxMade(typescriptSyntax), undefined);
  });

  it("says that the parser lost the end of a file", async () => {
    const rule = ruleLike({ tier: "syntax", check: (document) => void document.syntax(typescriptSyntax) });
    assert.ok((await analysed([rule], "a.ts", "bad(`unclosed")).truncated);
    assert.ok(!(await analysed([rule], "a.ts", "bad(`closed`)")).truncated);
  });

  it("drops problems without width and orders the others", async () => {
    const rule = ruleLike({
      check: (_document, report) => {
        for (const [start, end] of [[2, 3], [1, 1], [0, 2]] as const) report({ range: { start, end }, message: "" });
      },
    });
    const { findings } = await analysed([rule], "a.ts", "bad");
    assert.deepEqual(findings.map(({ range }) => range), [{ start: 0, end: 2 }, { start: 2, end: 3 }]);
  });

  it("stops between rules when it is aborted", async () => {
    const controller = new AbortController();
    const first = ruleLike({ id: "first", check: () => controller.abort(new Error("closed")) });
    let reached = false;
    const second = ruleLike({ id: "second", check: () => void (reached = true) });
    const analyser = createAnalyser([first, second]);
    await assert.rejects(analyser.analyse(new Document("a.ts", "typescript", "bad"), { signal: controller.signal }), /closed/);
    assert.ok(!reached);
  });
});

describe("limits", () => {
  it("leave out a file with a very long line, and say so", async () => {
    const { findings, notAnalysed } = await analysed([wordRule("one", "bad")], "a.js", `bad\n${"x".repeat(limits.lineLength + 1)}\n`);
    assert.deepEqual(findings, []);
    assert.match(notAnalysed[0]?.reason ?? "", /longer than 50000/);
    assert.equal((await analysed([wordRule("one", "bad")], "a.js", `bad\n${"x".repeat(limits.lineLength)}`)).findings.length, 1);
  });

  it("keep the text rules of a file that is too long to parse", async () => {
    const text = `bad\n${"x\n".repeat(limits.syntaxLength / 2)}`;
    const parsing = { ...wordRule("parsing", "bad"), tier: "syntax" as const };
    const { findings, notAnalysed } = await analysed([wordRule("reading", "bad"), parsing], "a.js", text);
    assert.deepEqual(findings.map(({ rule }) => rule), ["reading"]);
    assert.equal(notAnalysed.length, 1);
    assert.deepEqual((await analysed([wordRule("reading", "bad")], "a.js", text)).notAnalysed, [], "no rule was left out");
  });
});

describe("the gate before reading a file as text", () => {
  const analyser = createAnalyser([ruleLike({ languages: ["dockerfile"], triggers: ["from"] }), ruleLike({ triggers: ["bad"] })]);

  it("opens for a word that matters in the file's language", () => {
    assert.ok(analyser.mayMatter("Dockerfile", bytes("FROM node")));
    assert.ok(!analyser.mayMatter("a.ts", bytes('import a from "a"')));
    assert.ok(analyser.mayMatter("a.ts", bytes("BAD")));
    assert.ok(!analyser.mayMatter("Dockerfile", bytes("bad")));
  });

  it("opens for suppressions and for what tells a marketplace", () => {
    assert.ok(analyser.mayMatter("a.css", bytes("/* marketlint-disable x */")));
    assert.ok(analyser.mayMatter("package.json", bytes("{}")));
    assert.ok(!analyser.mayMatter("a.css", bytes("a { color: red }")));
  });
});
