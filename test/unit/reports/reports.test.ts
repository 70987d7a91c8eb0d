import assert from "node:assert/strict";
import { parse } from "parse5";
import { parse as parseYaml } from "yaml";
import { hasFindingAtLeast, htmlReport, jsonReport, markdownReport, prettyReport, sarifReport, type AuditReport } from "../../../server/reports/index.ts";
import { rulePage } from "../../../server/reports/rulePage.ts";
import { shownExample } from "../../../server/reports/shownExample.ts";
import { ruleCatalogue } from "../../../server/rules/catalogue.ts";
import { configurationIn } from "../../../server/rules/marketlint/configurationFile.ts";
import { exampleSecrets } from "../../../server/rules/secrets/exampleTokens.ts";
import { Document } from "../../../server/core/document.ts";
import configurationInvalid from "../../../server/rules/marketlint/configuration-invalid.ts";
import { fullReport, reportOn } from "./reportSamples.ts";
import { ownSchema } from "./schemas.ts";

const plain = { colour: false, quiet: false };

describe("reports", () => {
  let report: AuditReport;
  before(async () => {
    report = await fullReport();
  });

  it("JSON is valid against its published schema, an empty report too", async () => {
    const validate = ownSchema("report");
    for (const one of [report, await reportOn({})]) {
      assert.ok(validate(JSON.parse(jsonReport(one))), JSON.stringify(validate.errors, undefined, 1));
    }
  });

  it("JSON holds each requirement of the marketplaces with what is known of it", () => {
    const { requirements, summary } = JSON.parse(jsonReport(report)) as { requirements: { id: string; status: string; evidence?: { statement: string } }[]; summary: object };
    const statusOf = (id: string): string | undefined => requirements.find((one) => one.id === id)?.status;
    assert.equal(statusOf("atlassian/container-fixed-user"), "breached");
    assert.equal(statusOf("atlassian/data-at-rest"), "answered");
    assert.ok(requirements.every(({ id }) => id.startsWith("atlassian/")));
    assert.deepEqual(summary, report.summary);
  });

  it("a statement that has expired answers nothing", async () => {
    const expired = await reportOn({
      ".marketlint.yml": "marketplaces: [atlassian]\nevidence: { atlassian/data-at-rest: { statement: x, expires: 2026-05-31 } }\n",
    });
    assert.equal(expired.requirements.find(({ requirement }) => requirement.id === "atlassian/data-at-rest")?.status, "needs-evidence");
  });

  it("the terminal's report shows places from 1, clauses, files not analysed, and nothing a terminal obeys", () => {
    const text = prettyReport(report, plain);
    assert.match(text, /^manifest\.yml\n {4}11:12 {2}\S+ +\S.*\n {24}\S.* · forge-egress-wildcard/m);
    assert.ok(text.includes("binary.ts: binary data, not text"));
    assert.ok(text.includes("Marketplaces: Atlassian."));
    assert.ok(text.includes("esc\\u001b[31m|`@you`.ts"));
    assert.ok(!text.includes("\u001b"));
    assert.ok(!text.includes("accepted/Dockerfile"), "accepted findings are counted only");
    assert.ok(prettyReport(report, { ...plain, colour: true }).includes("\u001b[31m"));
  });

  it("a quiet report has errors only, and nothing where there are none", async () => {
    const text = prettyReport(report, { ...plain, quiet: true });
    assert.ok(!text.includes("warning   "));
    assert.ok(text.includes("binary.ts"));
    assert.equal(prettyReport(await reportOn({}), { ...plain, quiet: true }), "");
  });

  it("Markdown shows every text letter by letter, and fits a comment", () => {
    const text = markdownReport(report);
    assert.ok(text.includes("\\<img src=x onerror=alert\\(1\\)\\>.ts"));
    assert.ok(text.includes("&#64;you") && !text.includes("@you"));
    const [finding] = report.findings;
    assert.ok(finding);
    const long = markdownReport({ ...report, findings: Array.from({ length: 5000 }, () => finding) });
    assert.ok(long.length < 65_536);
    assert.match(long, /and \d+ more, which do not fit here/);
  });

  it("HTML is one page that loads and runs nothing, with every text as text", () => {
    const html = htmlReport(report);
    const names = new Set<string>();
    const visit = (node: unknown): void => {
      if (typeof node !== "object" || node === null) return;
      if ("nodeName" in node && typeof node.nodeName === "string") names.add(node.nodeName);
      if ("childNodes" in node && Array.isArray(node.childNodes)) node.childNodes.forEach(visit);
    };
    visit(parse(html));
    for (const name of ["img", "script", "link", "iframe", "b"]) assert.ok(!names.has(name), name);
    assert.match(html, /Content-Security-Policy" content="default-src &#39;none&#39;; style-src &#39;sha256-/);
    assert.ok(html.includes("&lt;img src=x onerror=alert(1)&gt;.ts"));
  });

  it("knows whether a finding is as bad as a severity", () => {
    assert.deepEqual([hasFindingAtLeast(report.findings, "error"), hasFindingAtLeast([], "information")], [true, false]);
    const warnings = report.findings.filter(({ severity }) => severity === "warning");
    assert.deepEqual([hasFindingAtLeast(warnings, "error"), hasFindingAtLeast(warnings, "warning")], [false, true]);
  });
});

describe("secrets", () => {
  it("are in no report, whatever the format", async () => {
    const files = Object.fromEntries([...exampleSecrets.keys()].map((token, at) => [`${at}.ts`, `const secret = ${JSON.stringify(token)};\nconst password = \`${token}\`;\n`]));
    const report = await reportOn(files);
    assert.ok(report.findings.length > 20, `${report.findings.length} findings`);
    const texts = [jsonReport(report), sarifReport(report), htmlReport(report), markdownReport(report), prettyReport(report, plain)];
    for (const [token, name] of exampleSecrets) {
      for (const text of texts) {
        for (const written of [token, JSON.stringify(token).slice(1, -1)]) assert.ok(!text.includes(written), name);
      }
    }
  });
});

describe("rule pages", () => {
  for (const rule of ruleCatalogue) {
    it(`${rule.id} has its sections, and no secret`, () => {
      const page = rulePage(rule);
      for (const heading of ["What is wrong", "Why a review rejects it", "Found", "Not found", "How to fix it", "When to accept it"]) {
        assert.ok(page.includes(`\n## ${heading}\n`), heading);
      }
      for (const token of exampleSecrets.keys()) assert.ok(!page.includes(token));
      assert.doesNotMatch(page, /PRIVATE KEY-----(?:\\[rn]|\s|["'+])*[A-Za-z0-9+/]{24}/);
    });
  }

  it("show a secret as its description, in other notations too", () => {
    const multiline = [...exampleSecrets].filter(([token]) => token.includes("\n"));
    assert.ok(multiline.length > 0);
    for (const [token, shown] of exampleSecrets) {
      for (const written of [token, JSON.stringify(token), token.replaceAll("\n", "\n    "), token.split("\n").join('" +\n  "')]) {
        assert.ok(shownExample(`a = ${written};`).includes(shown), shown);
      }
    }
  });
});

describe("the configuration's schema", () => {
  it("agrees with what the tool itself says of the rule's examples", () => {
    const validate = ownSchema("marketlint");
    const { bad, good } = configurationInvalid.examples;
    for (const { name, code, file } of [...bad, ...good]) {
      if (file !== ".marketlint.yml") continue;
      const text = code.replace(/\[\|(.*?)\|\]/gs, "$1");
      const { problems } = configurationIn(new Document(file, "yaml", text));
      // What only the reader knows: YAML itself, a level of YAML 1.1.
      if (/YAML|twice/.test(name)) continue;
      assert.equal(validate(parseYaml(text) ?? null), problems.length === 0, name);
    }
  });
});
