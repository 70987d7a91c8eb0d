import type { RuleMetadata } from "../../core/rule.ts";
import { unusedInCode } from "./codeExamples.ts";
import { changesIssue, forgeCode, manifestWith, readsIssue, scopesWith } from "./forgeExample.ts";

const file = "manifest.yml";

/** Examples of scope-unused. */
export const unusedExamples: RuleMetadata["examples"] = {
  bad: [
    {
      name: "a scope to write, in an app that only reads",
      file,
      code: manifestWith(scopesWith("- read:jira-work", "- [|write:jira-work|] # for later", "# stays")),
      fixed: manifestWith(scopesWith("- read:jira-work", "# stays")),
      files: { "src/index.ts": readsIssue },
    },
    {
      name: "no call at all",
      file,
      code: manifestWith(scopesWith("- '[|storage:app|]'")),
      fixed: manifestWith("  scopes: []\n"),
      files: { "src/index.ts": "export const run = () => 1;\n" },
    },
    {
      name: "the call is commented out",
      file,
      code: manifestWith(scopesWith("- [|read:jira-user|]", "- read:jira-work")),
      fixed: manifestWith(scopesWith("- read:jira-work")),
      files: { "src/index.ts": `${readsIssue}// api.asUser().requestJira(route\`/rest/api/3/myself\`);\n` },
    },
    {
      name: "only a test calls",
      file,
      code: manifestWith(scopesWith("- read:jira-work", "- [|manage:jira-configuration|]")),
      fixed: manifestWith(scopesWith("- read:jira-work")),
      files: { "src/index.ts": readsIssue, "src/index.test.ts": forgeCode("api.asApp().requestJira(route`/rest/api/3/announcementBanner`);\n") },
    },
    {
      name: "a map, a flow list",
      file,
      code: manifestWith("  scopes: { read:jira-work: {}, [|write:jira-work|]: { allowImpersonation: true } }\n"),
      fixed: manifestWith("  scopes: { read:jira-work: {} }\n"),
      files: { "src/index.ts": readsIssue },
    },
    {
      name: "a granular scope beside the classic one that no call has in its list",
      file,
      code: manifestWith("  scopes: [read:jira-work, [|delete:issue:jira|]]\n"),
      fixed: manifestWith("  scopes: [read:jira-work]\n"),
      files: { "src/index.ts": readsIssue },
    },
    {
      name: "cannot be told: a path that comes from elsewhere",
      file,
      code: manifestWith(scopesWith("- read:jira-work", "- [|read:jira-user|]")),
      files: { "src/index.ts": `${readsIssue}export const any = (request) => api.asUser().requestJira(route\`\${request.payload.path}\`);\n` },
    },
    ...unusedInCode.bad,
  ],
  good: [
    { name: "each scope is needed", file, code: manifestWith(scopesWith("- read:jira-work", "- write:jira-work")), files: { "src/index.ts": changesIssue } },
    {
      name: "a wrapper in another file",
      file,
      code: manifestWith(scopesWith("- read:jira-user", "- write:jira-work")),
      files: {
        "src/jira.ts": forgeCode("export async function call(method, path, body) {\n  return api.asUser().requestJira(route`${path}`, { method, body });\n}\n"),
        "src/index.ts": `import { call } from "./jira";\nexport const run = () => call("GET", "/rest/api/3/myself");\nexport const add = (key, body) => call("POST", \`/rest/api/3/issue/\${key}/comment\`, body);\n`,
      },
    },
    {
      name: "a front end in a subfolder",
      file,
      code: manifestWith(scopesWith("- read:jira-work")),
      files: { "src/index.ts": "export const run = () => 1;\n", "static/panel/src/App.jsx": `import { requestJira } from "@forge/bridge";\nexport const load = () => requestJira("/rest/api/3/search?jql=project=A");\n` },
    },
    {
      name: "an event",
      file,
      code: manifestWith(scopesWith("- read:jira-work"), "  trigger:\n    - key: t\n      function: main\n      events: [avi:jira:updated:issue]\n"),
      files: { "src/index.ts": "export const run = () => 1;\n" },
    },
    { name: "storage", file, code: manifestWith(scopesWith("- storage:app")), files: { "src/index.ts": forgeCode("export const run = () => storage.get('a');\n") } },
    { name: "a scope whose use does not show", file, code: manifestWith(scopesWith("- read:component:compass", "- read:me")), files: { "src/index.ts": "export const run = () => 1;\n" } },
    { name: "the code is somewhere else", file, code: manifestWith(scopesWith("- read:jira-work")) },
    { name: "a placeholder", file, code: manifestWith(scopesWith("- ${SCOPE}")), files: { "src/index.ts": "export const run = () => 1;\n" } },
    ...unusedInCode.good,
  ],
};
