import assert from "node:assert/strict";
import { fingerprintOf } from "../../../server/analysis/fingerprint.ts";
import { Document } from "../../../server/core/document.ts";
import { growsInStraightLine } from "../growth.ts";

/** The fingerprint of a finding on the marked part of a text. */
function fingerprint(marked: string, parts: { rule?: string; path?: string; isSecret?: boolean } = {}): string {
  const start = marked.indexOf("[|");
  const end = marked.indexOf("|]") - 2;
  const document = new Document(parts.path ?? "a.ts", "typescript", marked.replace("[|", "").replace("|]", ""));
  const range = { start, end };
  return fingerprintOf(document, {
    rule: parts.rule ?? "a-rule",
    path: document.path,
    message: "",
    range,
    ...(parts.isSecret ? { secret: range } : {}),
  });
}

const original = fingerprint("a();\n  call([|bad|]);\n");

describe("a finding's fingerprint", () => {
  it("is 16 hex digits", () => assert.match(original, /^[0-9a-f]{16}$/));

  it("stays when lines are added, indentation and line breaks change", () => {
    assert.equal(fingerprint("\n\n\nb();\na();\n  call([|bad|]);\n"), original);
    assert.equal(fingerprint("a();\n\t\tcall([|bad|]);\n"), original);
    assert.equal(fingerprint("a();\r\n  call([|bad|]);\r\n"), original);
    assert.equal(fingerprint("a();\n  call([|bad|]);  \n"), original);
  });

  it("changes with the rule, the path and the line's text", () => {
    const others = [
      fingerprint("  call([|bad|]);\n", { rule: "other" }),
      fingerprint("  call([|bad|]);\n", { path: "b.ts" }),
      fingerprint("  call([|worse|]);\n"),
      fingerprint("  call2([|bad|]);\n"),
    ];
    assert.equal(new Set([original, ...others]).size, 5);
  });

  it("does not depend on a secret's value", () => {
    const one = fingerprint('const key = "[|first value|]"; use(key);\n', { isSecret: true });
    assert.equal(fingerprint('const key = "[|2nd|]"; use(key);\n', { isSecret: true }), one);
    assert.notEqual(fingerprint('const key = "[|first value|]"; use(other);\n', { isSecret: true }), one);
  });

  it("does not depend on the value of a secret of several lines", () => {
    const one = fingerprint("const key = `[|a\nb\nc|]`;\n", { isSecret: true });
    assert.equal(fingerprint("const key = `[|d\ne|]`;\n", { isSecret: true }), one);
  });

  it("takes time in proportion on a long line", () =>
    growsInStraightLine("a fingerprint", (size) => fingerprint(`[|bad|] ${"x".repeat(size)}`), 20_000));
});
