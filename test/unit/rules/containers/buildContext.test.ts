import assert from "node:assert/strict";
import { Document } from "../../../../server/core/document.ts";
import { contextFilterOf } from "../../../../server/rules/containers/buildContext.ts";

/** Whether a `.dockerignore` leaves a path out. */
function leavesOut(text: string, path: string): boolean | undefined {
  const neighbours = { has: (name: string): boolean => name === ".dockerignore", read: (name: string): Document | undefined => (name === ".dockerignore" ? new Document(name, "text", text) : undefined) };
  return contextFilterOf(new Document("app/Dockerfile", "dockerfile", "FROM a\n", neighbours))?.leavesOut(path);
}

describe("what a .dockerignore leaves out", () => {
  const cases: [string, string, boolean][] = [
    [".env", ".env", true],
    [".env", "app/.env", false],
    ["**/.env", "app/.env", true],
    ["**/.env", ".env", true],
    ["*", ".env", true],
    ["*\n!.env", ".env", false],
    ["!.env\n*", ".env", true],
    [".git", ".git/config", true],
    ["/.git/", ".git/config", true],
    ["./.env", ".env", true],
    ["# .env", ".env", false],
    [".env.*", ".env", false],
    [".en?", ".env", true],
    ["*.pem", "keys/a.pem", false],
    ["a.b", "axb", false],
    ["[", "x", false],
  ];
  for (const [text, path, expected] of cases) it(`${JSON.stringify(text)}: ${path}`, () => assert.equal(leavesOut(text, path), expected));

  it("is not known where files cannot be seen", () => {
    assert.equal(contextFilterOf(new Document("Dockerfile", "dockerfile", "FROM a\n")), undefined);
  });
});
