import assert from "node:assert/strict";
import { findingsOf, findsExactly } from "../markedCases.ts";

const id = "connect-authentication-none";
const file = "atlassian-connect.json";

describe(id, () => {
  findsExactly(id, {
    "a signed install without a type": [file, `{"[|key|]":"a","baseUrl":"https://x","apiMigrations":{"signed-install":true},"lifecycle":{"installed":"/i"}}`],
    "a type in another letter case": [file, `{"key":"a","baseUrl":"https://x","authentication":{"type":"[|None|]"},"scopes":["read"]}`],
    "a workflow function": [file, `{"key":"a","baseUrl":"https://x","authentication":{"type":"[|none|]"},"modules":{"jiraWorkflowPostFunctions":[{"key":"f","triggered":{"url":"/t"}}]}}`],
    "a descriptor that is cut off": [file, `{"key":"a","baseUrl":"https://x","scopes":["READ"],"authentication":{"type":"[|none|]"`],
    "not pages with context in their address": [file, `{"key":"a","baseUrl":"https://x","authentication":{"type":"none"},"modules":{"jiraIssueGlances":[{"key":"x","target":{"url":"/g?issue={issue.key}"}}]}}`],
    "not an empty list of scopes": [file, `{"key":"a","baseUrl":"https://x","authentication":{"type":"none"},"scopes":[],"lifecycle":{}}`],
    "not a remote of a Forge manifest in code": ["a.ts", `const remote = { key: "r", baseUrl: url, operations: ["storage"], auth: { appUserToken: { enabled: true } } };`],
    "not where a spread may bring it": ["a.ts", `const d = { key: "a", baseUrl: url, ...security, lifecycle: { installed: "/i" }, scopes: ["READ"] };`],
  });

  it("names what makes the app more than static pages", async () => {
    const [finding] = await findingsOf(id, file, `{"key":"a","baseUrl":"https://x","authentication":{"type":"none"},"modules":{"webhooks":[{}]}}`);
    assert.match(finding?.message ?? "", /has webhooks/);
  });
});
