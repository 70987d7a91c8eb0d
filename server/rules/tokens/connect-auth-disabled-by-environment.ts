import type { Document } from "../../core/document.ts";
import type { TextRange } from "../../core/text.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import { isProductCode } from "./productCode.ts";

/** Words by which atlassian-connect-express switches its checks off; the package spells the second one so. */
const word = /\bno-(?:auth|token-ver(?:i)?fication)\b/g;
/** The variable with its value, in the notation of a shell, Docker, a compose file, JSON or code. */
const given = /\bAC_OPTS\b["'\]]{0,2}[ \t]{0,4}(?:=|:|,|[ \t])[ \t]{0,4}(["'`]?)([^"'`\r\n]{0,200})/g;
/** Kubernetes' notation: the value is on the next line. */
const named = /\bname:[ \t]{0,4}["']?AC_OPTS["']?[ \t]{0,4}\r?\n[ \t]{0,40}value:[ \t]{0,4}(["']?)([^"'\r\n]{0,200})/g;
const commentLine = /^[ \t]*(?:#|\/\/|\/?\*|<!--|--|;|REM\b)/i;
/** Files and scripts for the developer's own machine. */
const development = /\bdev(?:elopment|elop)?\b|\blocal\b|\bdebug\b|\bexample\b|\bsample\b/i;

function check(document: Document, report: Report): void {
  const { text } = document;
  if (!isProductCode(document)) return;
  const reported = new Set<number>();
  for (const pattern of [given, named]) for (const match of text.matchAll(pattern)) {
    const value = match[2] ?? "";
    const start = match.index + match[0].length - value.length;
    const line = lineAt(document, match.index);
    if (commentLine.test(line)) continue;
    // Without quotes the value ends with the word: another command follows.
    const whole = match[1] ? value : (/^[\w,.-]*/.exec(value)?.[0] ?? "");
    for (const found of whole.matchAll(word)) {
      const range = { start: start + found.index, end: start + found.index + found[0].length };
      if (reported.has(range.start)) continue;
      reported.add(range.start);
      report({
        range,
        message: `AC_OPTS holds "${found[0]}", which makes atlassian-connect-express take requests without verifying their tokens.`,
        ...((development.test(document.path) || development.test(line.slice(0, match.index - lineStart(document, match.index)))) && { atMost: "information" as const }),
        fixes: [{ title: `Take "${found[0]}" away`, safe: false, edits: [{ range: withComma(text, range), newText: "" }] }],
      });
    }
  }
}

function lineStart(document: Document, offset: number): number {
  return document.lines[document.lineOf(offset)] ?? 0;
}

function lineAt(document: Document, offset: number): string {
  return document.text.slice(lineStart(document, offset), document.lineEnd(document.lineOf(offset)));
}

/** The word with the comma that parts it from the next one. */
function withComma(text: string, { start, end }: TextRange): TextRange {
  if (text.charAt(end) === ",") return { start, end: end + 1 };
  return text.charAt(start - 1) === "," ? { start: start - 1, end } : { start, end };
}

export default defineRule({
  id: "connect-auth-disabled-by-environment",
  title: "Authentication of a Connect app switched off",
  concern: "tokens",
  languages: ["typescript", "json", "yaml", "dotenv", "dockerfile", "text"],
  marketplaces: ["atlassian"],
  requirements: ["atlassian/connect-jwt-verified", "atlassian/authenticate-every-request"],
  severity: "error",
  cwe: [306, 1188],
  fix: "review",
  triggers: ["AC_OPTS"],
  tier: "text",
  documentation: {
    wrong: "The environment variable `AC_OPTS` is given `no-auth` or `no-token-verfication` (spelt so): in code, in an image, in a compose file, in a script or in an environment file.",
    why: "atlassian-connect-express reads the variable and then lets every request pass, whoever sends it, for every customer. It is meant for a developer's first steps. In an image or a deployment it opens the app to everybody.",
    fix: "The quick fix takes the word away and leaves other options, such as `force-reg`, as they are.",
    suppress: "Where a file is surely for a developer's own machine. Files and scripts that are named so (dev, local, example) are an information only.",
  },
  examples: {
    bad: [
      { name: "an image", file: "Dockerfile", code: "FROM node:22\nENV AC_OPTS=[|no-auth|]\n", fixed: "FROM node:22\nENV AC_OPTS=\n" },
      { name: "a compose file", file: "docker-compose.yml", code: "services:\n  app:\n    environment:\n      - AC_OPTS=force-reg,[|no-auth|]\n", fixed: "services:\n  app:\n    environment:\n      - AC_OPTS=force-reg\n" },
      { name: "a script", file: "package.json", code: `{ "scripts": { "start": "AC_OPTS=[|no-auth|] node app.js" } }\n`, fixed: `{ "scripts": { "start": "AC_OPTS= node app.js" } }\n` },
      { name: "code", code: `process.env.AC_OPTS = "[|no-auth|],force-reg";\n`, fixed: `process.env.AC_OPTS = "force-reg";\n` },
      { name: "code with an index", code: `process.env["AC_OPTS"] = '[|no-token-verfication|]';\n`, fixed: `process.env["AC_OPTS"] = '';\n` },
      { name: "an environment file", file: ".env", code: "AC_OPTS=[|no-auth|]\n", fixed: "AC_OPTS=\n" },
      { name: "Kubernetes", file: "deployment.yaml", code: "env:\n  - name: AC_OPTS\n    value: [|no-auth|]\n", fixed: "env:\n  - name: AC_OPTS\n    value: \n" },
      { name: "a shell script", file: "start.sh", code: `export AC_OPTS="[|no-auth|]"\nnode app.js\n`, fixed: `export AC_OPTS=""\nnode app.js\n` },
    ],
    good: [
      { name: "another option", file: "Dockerfile", code: "FROM node:22\nENV AC_OPTS=force-reg\n" },
      { name: "the word elsewhere", file: "start.sh", code: "AC_OPTS=force-reg node app.js --no-auth\n" },
      { name: "a comment", file: ".env", code: "# AC_OPTS=no-auth\nAC_OPTS=force-reg\n" },
      { name: "another variable", file: "docker-compose.yml", code: "environment:\n  - OTHER_OPTS=no-auth\n" },
      { name: "reading it", code: `if (process.env.AC_OPTS) console.log("options are set");\n` },
      { name: "a longer word", file: ".env", code: "AC_OPTS=no-authority\n" },
      { name: "documentation", file: "docs/start.md", code: "AC_OPTS=no-auth npm start\n" },
      { name: "a test", file: "test/start.test.ts", code: `process.env.AC_OPTS = "no-auth";\n` },
    ],
  },
  check,
});
