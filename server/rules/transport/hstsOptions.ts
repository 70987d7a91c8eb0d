import type { Document } from "../../core/document.ts";
import type { Report } from "../../core/rule.ts";
import { constantOf } from "../../languages/typescript/constants.ts";
import { replaceNode } from "../../languages/typescript/edits.ts";
import { isElsewhere } from "../../languages/typescript/images.ts";
import { rangeOf, unwrap, type Node } from "../../languages/typescript/nodes.ts";
import { typescriptSyntax, type TypeScriptSyntax } from "../../languages/typescript/syntax.ts";
import { headerWrites, knownTexts } from "./headerWrites.ts";
import { helmetOptions, isFalse, sureOption } from "./helmetOptions.ts";
import { leastSeconds, lifeIn, shortMessage } from "./hstsTexts.ts";
import { occasionOf } from "./occasions.ts";

const partNames = ["hsts", "strictTransportSecurity"] as const;
const headerName = "strict-transport-security";
/** Headers of pages: who sets two of them by hand decides on all. */
const otherHeaders: ReadonlySet<string> = new Set(["x-content-type-options", "x-frame-options", "content-security-policy", "referrer-policy"]);
const missing = "Other security headers are set here and Strict-Transport-Security is not, so browsers go on using http where a link says so.";

/** Reports options of helmet and hsts, header texts, and sets of headers that leave it out. */
export function checkHstsOptions(document: Document, report: Report): void {
  const syntax = document.syntax(typescriptSyntax);
  for (const { call, options, part } of helmetOptions(syntax)) {
    const isPart = partNames.some((name) => name === part);
    if (part !== undefined && !isPart) continue;
    const given = isPart ? undefined : sureOption(options, partNames, syntax, call);
    const value = isPart ? options : given?.given.value;
    const node = given?.given.node ?? call;
    if (!value || occasionOf(node, document, syntax) !== "always") continue;
    if (given && isFalse(value, syntax)) {
      const edits = isElsewhere(value) ? [] : [replaceNode(value, `{ maxAge: ${leastSeconds}, includeSubDomains: true }`)];
      report({ range: rangeOf(node), message: shortMessage(0), fixes: edits.length > 0 ? [{ title: "Switch it on for a year", safe: false, edits }] : [] });
      continue;
    }
    const life = sureOption(value, ["maxAge"], syntax, call)?.given;
    const seconds = life?.value && numberOf(life.value, syntax);
    if (!life?.value || seconds === undefined || seconds >= leastSeconds) continue;
    report({ range: rangeOf(life.node), message: shortMessage(seconds), fixes: [{ title: "Make it a year", safe: false, edits: [replaceNode(life.value, String(leastSeconds))] }] });
  }
  checkTexts(document, syntax, report);
  checkSets(document, syntax, report);
}

function checkTexts(document: Document, syntax: TypeScriptSyntax, report: Report): void {
  for (const { value } of headerWrites(syntax, new Set([headerName]))) {
    for (const { value: text, node } of knownTexts(value, syntax) ?? []) {
      const life = lifeIn(text);
      if (!life || life.seconds >= leastSeconds || occasionOf(node, document, syntax) !== "always") continue;
      const start = node.range[0] + 1 + life.start;
      const isWritten = !isElsewhere(node) && document.text.slice(start, start + life.end - life.start) === text.slice(life.start, life.end);
      const edits = isWritten ? [{ range: { start, end: start + life.end - life.start }, newText: String(leastSeconds) }] : [];
      report({ range: rangeOf(node), message: shortMessage(life.seconds), fixes: edits.length > 0 ? [{ title: "Make it a year", safe: false, edits }] : [] });
    }
  }
}

/** What ends encrypted connections may add the header, so that its absence here is a hint. */
function checkSets(document: Document, syntax: TypeScriptSyntax, report: Report): void {
  if (/strict-transport-security|\bhsts\b|\bhelmet\b/i.test(document.text)) return;
  const writes = headerWrites(syntax, otherHeaders);
  const [first] = writes;
  const isOfServer = /\b(?:res|response|reply|ctx|c|headers)\b|\bheaders\s*\(|NextResponse/.test(document.text);
  if (!first || new Set(writes.map(({ name }) => name)).size < 2 || !isOfServer) return;
  report({ range: rangeOf(first.node), message: missing, atMost: "information" });
}

/** A number that is written, also as a product: `60 * 60 * 24`. */
function numberOf(value: Node, syntax: TypeScriptSyntax): number | undefined {
  const node = unwrap(value);
  if (node.type === "BinaryExpression" && node.operator === "*") {
    const [left, right] = [numberOf(node.left, syntax), numberOf(node.right, syntax)];
    return left === undefined || right === undefined ? undefined : left * right;
  }
  const constant = constantOf(node, syntax);
  if (constant.kind === "number") return constant.value;
  return constant.kind === "unknown" && constant.node !== node && constant.node.type === "BinaryExpression" ? numberOf(constant.node, syntax) : undefined;
}
