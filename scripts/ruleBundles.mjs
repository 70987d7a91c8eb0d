/**
 * What the bundles hold of the rules. Those that analyse need no texts: a rule's documentation and examples are cut out
 * of its module. Those that show findings need no rule to run: the tables of heads and texts become data, and so do the
 * words by which marketplaces are noticed.
 */
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import "tsx";

const load = createRequire(import.meta.url);
const rulesFolder = path.join(fileURLToPath(new URL("..", import.meta.url)), "server/rules") + path.sep;

/** The file beside the bundles that holds the texts. */
export const textsFile = "ruleTexts.json";

const definers = new Set(["defineRule", "defineWorkspaceRule"]);
const textual = new Set(["documentation", "examples"]);

/** The texts of all rules in JSON. Secrets of examples stand there as they do on the rules' pages. */
export function ruleTextsJson() {
  const { texts } = load("../server/rules/ruleTables.ts");
  const { shownExample } = load("../server/reports/shownExample.ts");
  const shown = (_key, value) => (typeof value === "string" ? shownExample(value) : value);
  return JSON.stringify(texts(), shown);
}

/** The plugin of all bundles. */
export const ruleBundles = {
  name: "rule-bundles",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: new RegExp(`/${textsFile.replace(".", "\\.")}$`) }, () => ({ path: `./${textsFile}`, external: true }));
    onLoad({ filter: /[\\/]server[\\/]rules[\\/]ruleTables\.ts$/ }, () => ({ contents: tablesModule(), loader: "js", resolveDir: rulesFolder }));
    onLoad({ filter: /[\\/]server[\\/]marketplaces[\\/]detectionWords\.ts$/ }, () => ({ contents: wordsModule(), loader: "js" }));
    onLoad({ filter: /[\\/]server[\\/]rules[\\/][^\\/]+[\\/].*\.ts$/ }, ({ path: file }) => {
      const source = fs.readFileSync(file, "utf8");
      return /\bdefine(?:Workspace)?Rule\(/.test(source) ? { contents: withoutTexts(file, source), loader: "ts" } : undefined;
    });
  },
};

/** Parsing a string of JSON is faster than parsing the same as code. */
function tablesModule() {
  const { heads } = load("../server/rules/ruleTables.ts");
  return `export const heads = JSON.parse(${JSON.stringify(JSON.stringify(heads))});
export function texts() { return require("./${textsFile}"); }
`;
}

function wordsModule() {
  const words = load("../server/marketplaces/detectionWords.ts");
  return Object.entries(words).map(([name, list]) => `export const ${name} = ${JSON.stringify(list)};\n`).join("");
}

/** A rule's module without the documentation and the examples of the rule; what only they use is dropped by the bundler. */
export function withoutTexts(file, source) {
  const cuts = [];
  const visit = (node) => {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && definers.has(node.expression.text)) {
      for (const property of node.arguments.flatMap((argument) => (ts.isObjectLiteralExpression(argument) ? argument.properties : []))) {
        if (property.name && textual.has(property.name.getText())) cuts.push(property);
      }
    } else ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true));
  let text = source;
  for (const { pos, end } of cuts.reverse()) {
    const comma = /^\s*,/.exec(text.slice(end));
    text = text.slice(0, pos) + text.slice(end + (comma?.[0].length ?? 0));
  }
  return text;
}
