import type { Document } from "../../core/document.ts";
import type { Fix } from "../../core/finding.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import { allCalls } from "../../languages/typescript/calls.ts";
import { isElsewhere } from "../../languages/typescript/images.ts";
import { rangeOf, type Node } from "../../languages/typescript/nodes.ts";
import { typescriptSyntax } from "../../languages/typescript/syntax.ts";
import { guardOf } from "./connect/addon.ts";
import { isConstant, nodeAt } from "./jwt/jwtCalls.ts";
import { isProductCode } from "./productCode.ts";

/** The middleware that takes "skip" as its first argument. */
const skipping: ReadonlySet<string> = new Set(["authenticate", "authenticateAsymmetric"]);

function check(document: Document, report: Report): void {
  if (!isProductCode(document)) return;
  const syntax = document.syntax(typescriptSyntax);
  for (const call of allCalls(syntax)) {
    if (!skipping.has(guardOf(call, syntax) ?? "")) continue;
    const skip = nodeAt(call, 0);
    if (!skip || !isConstant(skip, true, syntax)) continue;
    report({
      range: rangeOf(skip),
      message: "The token's query string hash is not checked, so a token of any page of the app opens this address too.",
      fixes: fixOf(document, skip, call.arguments.length),
    });
  }
}

function fixOf(document: Document, skip: Node, count: number): Fix[] {
  if (isElsewhere(skip)) return [];
  const range = rangeOf(skip);
  const isAlone = count === 1 && document.text.charAt(range.end) === ")" && document.text.charAt(range.start - 1) === "(";
  return [{ title: "Check the query string hash", safe: false, edits: [{ range, newText: isAlone ? "" : "false" }] }];
}

const handed = (body: string): string => `export function routes(app, addon) {\n${body}}\n`;
const app = 'import ace from "atlassian-connect-express";\nimport express from "express";\nconst app = express();\nconst addon = ace(app);\n';

export default defineRule({
  id: "connect-skip-qsh",
  title: "Query string hash of Connect's tokens not checked",
  concern: "tokens",
  languages: ["typescript"],
  marketplaces: ["atlassian"],
  requirements: ["atlassian/connect-query-string-hash"],
  severity: "error",
  cwe: [345],
  fix: "review",
  triggers: ["authenticate(", "authenticateAsymmetric("],
  anchors: ["authenticate"],
  documentation: {
    wrong: "A route of an app with atlassian-connect-express is guarded by `addon.authenticate(true)`. The `true` leaves the check of the query string hash (qsh) out.",
    why: "The hash ties a token to one address with its parameters. Without it a token that a page got for its own scripts (a context token) is as good as one that Atlassian made for this address: whoever sees a page may call the rest with other parameters. Atlassian's requirements ask that a context token is not taken where another one belongs.",
    fix: "The quick fix takes the argument away. Addresses that are called by the app's own pages use `addon.checkValidToken()`.",
    suppress: "Never for addresses that are named in the descriptor.",
  },
  examples: {
    bad: [
      { name: "a page", code: handed(`  app.get("/panel", addon.authenticate([|true|]), show);\n`), fixed: handed(`  app.get("/panel", addon.authenticate(), show);\n`) },
      { name: "a webhook", code: handed(`  app.post("/hook", addon.authenticate([|true|]), take);\n`), fixed: handed(`  app.post("/hook", addon.authenticate(), take);\n`) },
      { name: "a constant", code: `const SKIP = true;\n${handed(`  app.get("/panel", addon.authenticate([|SKIP|]), show);\n`)}`, fixed: `const SKIP = true;\n${handed(`  app.get("/panel", addon.authenticate(), show);\n`)}` },
      { name: "for all routes", code: `${app}app.use(addon.authenticate([|true|]));\n`, fixed: `${app}app.use(addon.authenticate());\n` },
      { name: "written with space", code: `${app}app.get("/panel", addon.authenticate( [|true|] ), show);\n`, fixed: `${app}app.get("/panel", addon.authenticate( false ), show);\n` },
      { name: "two of them", code: handed(`  app.get("/a", addon.authenticate([|true|]), show);\n  app.get("/b", addon.authenticate([|!0|]), show);\n`), fixed: handed(`  app.get("/a", addon.authenticate(), show);\n  app.get("/b", addon.authenticate(), show);\n`) },
    ],
    good: [
      { name: "checked", code: handed(`  app.get("/panel", addon.authenticate(), show);\n  app.get("/other", addon.authenticate(false), show);\n`) },
      { name: "for the app's own pages", code: handed(`  app.get("/api/issues", addon.checkValidToken(), list);\n`) },
      { name: "a value that cannot be known", code: handed(`  app.get("/panel", addon.authenticate(settings.skip), show);\n`) },
      { name: "another library", code: `passport.authenticate(true);\nclient.authenticate(true);\n` },
      { name: "commented out", code: handed(`  // app.get("/panel", addon.authenticate(true), show);\n  app.get("/panel", addon.authenticate(), show);\n`) },
      { name: "a test", file: "test/routes.test.ts", code: handed(`  app.get("/panel", addon.authenticate(true), show);\n`) },
    ],
  },
  check,
});
