import assert from "node:assert/strict";
import { yamlCursor } from "../../../../server/languages/yaml/cursor.ts";

/** The cursor at `|`, with the word it is in. */
function at(marked: string): string {
  const offset = marked.indexOf("|");
  const text = marked.slice(0, offset) + marked.slice(offset + 1);
  const cursor = yamlCursor(text, offset);
  if (!cursor) return "nowhere";
  const { path, kind, inList, flow, range, others } = cursor;
  return `${path.join("/")} ${kind}${inList ? " in list" : ""}${flow ? " flow" : ""} <${text.slice(range.start, range.end)}> [${others.join(" ")}]`;
}

const head = "app:\n  id: x\npermissions:\n";

describe("the place of the cursor in a YAML text", () => {
  const cases: [string, string, string][] = [
    ["an empty item", `${head}  scopes:\n    - read:jira-work\n    - |\n`, "permissions/scopes entry in list <> [read:jira-work]"],
    ["a half-typed item", `${head}  scopes:\n    - read:ji|\n    - storage:app\n`, "permissions/scopes entry in list <read:ji> [storage:app]"],
    ["the middle of a name", `${head}  scopes:\n    - read:|jira-work # why\n`, "permissions/scopes entry in list <read:jira-work> []"],
    ["a colon at the end", `${head}  scopes:\n    - read:|\n`, "permissions/scopes entry in list <read:> []"],
    ["quotes", `${head}  scopes:\n    - "read:|"\n    - 'storage:app'\n`, "permissions/scopes entry in list <read:> [storage:app]"],
    ["a list at the column of its key", `permissions:\n  scopes:\n  - a:b\n  - |\nmodules: {}\n`, "permissions/scopes entry in list <> [a:b]"],
    ["a map of names", `${head}  scopes:\n    read:jira-work: {}\n    sto|\n`, "permissions/scopes entry <sto> [read:jira-work]"],
    ["the name of a map's entry", `${head}  scopes:\n    read:ji|ra-work: {}\n`, "permissions/scopes entry <read:jira-work> []"],
    ["brackets", `${head}  scopes: [ 'a:b', |, c:d ]\n`, "permissions/scopes entry in list flow <> [a:b c:d]"],
    ["brackets that are still open", `${head}  scopes: [a:b, wri|\nmodules:\n`, "permissions/scopes entry in list flow <wri> [a:b]"],
    ["brackets over lines", `${head}  scopes: [\n    a:b,\n    re|,\n  ]\n`, "permissions/scopes entry in list flow <re> [a:b]"],
    ["brackets in braces", "permissions: { scopes: [ | ] }\n", "permissions/scopes entry in list flow <> []"],
    ["a value in braces", "app: { runtime: { name: node| } }\n", "app/runtime/name value flow <node> []"],
    ["a value", "app:\n  runtime:\n    name: node|js22.x\n", "app/runtime/name value <nodejs22.x> []"],
    ["an empty value", "app:\n  runtime:\n    name: |\n", "app/runtime/name value <> []"],
    ["a value of an item's key", "permissions:\n  external:\n    fetch:\n      backend:\n        - address: api|\n", "permissions/external/fetch/backend/address value <api> []"],
    ["a second key of an item", "modules:\n  trigger:\n    - key: a\n      events:\n        - |\n", "modules/trigger/events entry in list <> []"],
    ["keys beside each other", "modules:\n  macro:\n    - key: a\n  |\n", "modules entry <> [macro]"],
    ["Windows line ends", "permissions:\r\n  scopes:\r\n    - a:b\r\n    - c|\r\n", "permissions/scopes entry in list <c> [a:b]"],
    ["a comment", `${head}  scopes:\n    - a # re|\n`, "nowhere"],
    ["a dash alone", `${head}  scopes:\n    -|\n`, "nowhere"],
    ["a second word", `${head}  description: two wo|\n`, "nowhere"],
    ["the top", "app:\n  id: x\nper|\n", " entry <per> [app]"],
  ];
  for (const [name, marked, wanted] of cases) it(name, () => assert.equal(at(marked), wanted));

  it("is nowhere bad", () => {
    for (const text of ["", "|", "[", "{", "- - -", "a: [b, {c: ", ": :", '"', "- [\n\n\n]"]) {
      for (let offset = 0; offset <= text.length; offset++) yamlCursor(text, offset);
    }
  });
});
