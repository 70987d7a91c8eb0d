import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import * as ts from "typescript";
import { createAnalyser } from "../../../server/analysis/analyse.ts";
import { Document } from "../../../server/core/document.ts";
import { languageOf } from "../../../server/languages/languageOf.ts";
import { focused, loadTypeScriptParser, typescriptSyntax } from "../../../server/languages/typescript/syntax.ts";
import { rules } from "../../../server/rules/catalogue.ts";
import { unmark } from "../rules/ruleBench.ts";

const reduced = createAnalyser(rules);
const whole = createAnalyser(
  rules.map((rule) => {
    const { anchors, ...others } = rule;
    return anchors ? others : rule;
  }),
);

/** Lines of code that has nothing to do with any rule. `seed` keeps the names apart. */
function unrelated(lines: number, seed: string): string {
  const one = (at: number): string =>
    `export async function keep${seed}${at}(list: string[]): Promise<number> {\n  const sum = list.map((item) => item.length);\n  for (const each of sum) log(each + ${at});\n  return sum.length;\n}\n`;
  return Array.from({ length: Math.ceil(lines / 5) }, (_, at) => one(at)).join("");
}

/** A text with unrelated code before, behind and between its top-level statements. */
function amidOthers(file: string, text: string): string {
  const { statements } = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, false);
  const pieces = statements.map((statement) => text.slice(statement.pos, statement.end));
  const rest = text.slice(statements.at(-1)?.end ?? 0);
  const between = pieces.map((piece, at) => (at === 0 ? piece : `\n${unrelated(300 / pieces.length, `Between${at}x`)}${piece}`));
  return `${unrelated(300, "Before")}${between.join("")}\n${unrelated(300, "After")}${rest}`;
}

/** Both analyses must say the same; gives how many findings that are, and whether a part of the tree was left out. */
async function compare(file: string, text: string): Promise<{ findings: number; isPart: boolean }> {
  const document = new Document(file, languageOf(file), text);
  const part = await reduced.analyse(document);
  const all = new Document(file, languageOf(file), text);
  assert.deepEqual(part, await whole.analyse(all));
  const [less, more] = [document, all].map((one) => one.syntaxMade(typescriptSyntax)?.program.body.length);
  return { findings: part.findings.length, isPart: less !== undefined && more !== undefined && less < more };
}

function isCode(file: string): boolean {
  return languageOf(file) === "typescript";
}

/** Dependencies on other statements, each of which changes what is found or how it is repaired. */
const cases: Readonly<Record<string, string>> = {
  "a change in another function": 'const options = { path: "/" };\nfunction harden() {\n  options.httpOnly = true;\n}\nrouter.get("/", (req, res) => res.cookie("a", b, options));\n',
  "a change over an alias": 'const options = { path: "/" };\nconst same = options;\nObject.assign(same, { secure: true });\napp.get("/", (req, res) => res.cookie("a", b, options));\n',
  "a second use": 'const options = { path: "/" };\napp.get("/", (req, res) => res.cookie("a", b, options));\nsend(options);\n',
  "an export": 'const options = { path: "/" };\napp.get("/", (req, res) => res.cookie("a", b, options));\nexport { options };\n',
  "a function of the file that only reads": 'const options = { path: "/" };\nshow(options);\nfunction show(given) {\n  print(given.path);\n}\napp.get("/", (req, res) => res.cookie("a", b, options));\n',
  "a function of the file that changes": 'const options = { path: "/" };\nshow(options);\nfunction show(given) {\n  given.secure = true;\n}\napp.get("/", (req, res) => res.cookie("a", b, options));\n',
  "a function called elsewhere too": 'function options() {\n  return { path: "/" };\n}\napp.get("/", (req, res) => res.cookie("a", b, options()));\nother(options());\n',
  "a handler registered elsewhere": 'import express from "express";\nconst router = express.Router();\nfunction signIn(first, second) {\n  second.cookie("a", b);\n}\nrouter.get("/", signIn);\n',
  "a package under another name": 'const web = require("express-session");\nconst again = web;\napp.use(again({ secret }));\napp.use(web.default({ secret }));\n',
  "a header's name in a constant": 'const names = { first: "Set-Cookie" };\nconst { first } = names;\nresponse.setHeader(first, `a=${b}`);\n',
  "a field that another class writes": 'class Sender {\n  options = { path: "/" };\n  send(res) {\n    res.cookie("a", b, this.options);\n  }\n}\nclass Other {\n  constructor(held) {\n    held["options"] = {};\n  }\n}\n',
  "a static field": 'class Defaults {\n  static cookies = { path: "/" };\n}\napp.get("/", (req, res) => res.cookie("a", b, Defaults.cookies));\n',
  "a session that is put right later": 'import session from "express-session";\napp.use(session({ secret }));\nfunction after(request) {\n  request.session.cookie.secure = true;\n}\n',
  "a variable declared in a block": 'if (isProduction) {\n  var options = { secure: true };\n}\napp.get("/", (req, res) => res.cookie("a", b, options));\n',
  "a global that is none": 'const Object = other;\nconst options = { path: "/" };\nObject.assign(options, { secure: true });\napp.get("/", (req, res) => res.cookie("a", b, options));\n',
  "a module named deep inside": 'function load() {\n  return import("@adonisjs/core");\n}\napp.get("/", (req, res) => res.cookie("a", b));\n',
  "an address in pieces": 'const host = "https://trello.com";\nconst start = host + "/1/authorize";\nconst query = new URLSearchParams({ key });\nquery.set("expiration", "never");\nopen(`${start}?${query}`);\n',
  "a secret in a statement of its own": `app.get("/", (req, res) => res.cookie("a", b));\nconst client = new Client({ token: "${"ghp" + "_"}${"aZ3kQ9xW7vB2nM5tR8yU1cE4gH6jL0pS3dFq"}" });\n`,
  "an unclosed template": 'app.get("/", (req, res) => res.cookie("a", b));\nconst text = `never closed\n',
  "half-typed code": 'const options = { path: "/" };\napp.get("/", (req, res) => res.cookie("a", b, options.));\noptions.\n',
};

describe("a tree of a part of the file", () => {
  before(loadTypeScriptParser);

  for (const rule of rules) {
    const examples = [...rule.examples.bad, ...rule.examples.good].map(({ name, code, file = "example.ts" }) => ({ name, file, text: unmark(code).text }));
    for (const { name, file, text } of examples.filter((one) => isCode(one.file))) {
      it(`gives the same findings for ${rule.id}: ${name}`, async () => {
        await compare(file, amidOthers(file, text));
      });
    }

    it(`gives the same findings for all examples of ${rule.id} in one file`, async () => {
      const all = examples.filter((one) => isCode(one.file)).map(({ file, text }) => amidOthers(file, text));
      await compare("example.tsx", all.join("\n"));
    });
  }

  for (const [name, text] of Object.entries(cases)) {
    it(`follows ${name}`, async () => {
      assert.ok((await compare("example.ts", amidOthers("example.ts", text))).isPart);
    });
  }

  it("gives the same findings for the examples of apps", async () => {
    let compared = 0;
    for (const file of fs.readdirSync("examples", { recursive: true, encoding: "utf8" })) {
      if (!/\.[cm]?[jt]sx?$/.test(file)) continue;
      const text = fs.readFileSync(path.join("examples", file), "utf8");
      await compare(file, text);
      await compare(file, amidOthers(file, text));
      compared++;
    }
    assert.ok(compared > 0);
  }).timeout(60_000);

  it("has what the rules look at and what that depends on, and nothing else", async () => {
    const text = amidOthers("example.ts", 'const options = { path: "/" };\nrouter.get("/", (req, res) => res.cookie("a", b, options));\nrouter.get("/", other);\n');
    const document = new Document("example.ts", "typescript", text);
    await reduced.analyse(document);
    const { program } = document.syntax(typescriptSyntax);
    assert.deepEqual(program.body.map(({ type }) => type), ["VariableDeclaration", "ExpressionStatement"]);
    assert.deepEqual(program.range, [0, text.length]);
  });

  it("is made anew for rules that look elsewhere", async () => {
    const text = amidOthers("example.ts", 'const options = { path: "/" };\nrouter.get("/", (req, res) => res.cookie("a", b, options));\n');
    const document = focused(new Document("example.ts", "typescript", text), [text.indexOf("keepAfter3(")]);
    assert.equal(document.syntax(typescriptSyntax).program.body.length, 1);
    assert.equal(focused(document, [text.indexOf("keepAfter3(")]), document);
    assert.deepEqual((await reduced.analyse(document)).findings, (await whole.analyse(new Document("example.ts", "typescript", text))).findings);
  });

  it("has any other statement on demand", () => {
    const text = amidOthers("example.ts", "const text = `\n  a\n`;\n");
    const document = focused(new Document("example.ts", "typescript", text), []);
    const syntax = document.syntax(typescriptSyntax);
    assert.deepEqual(syntax.all("TemplateElement"), []);
    const { range } = syntax.at(text.indexOf("`")).all("TemplateElement")[0] ?? {};
    assert.equal(text.slice(...(range ?? [])), "`\n  a\n`");
  });
});
