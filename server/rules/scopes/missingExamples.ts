import type { RuleMetadata } from "../../core/rule.ts";
import { missingInCode } from "./codeExamples.ts";
import { changesIssue, forgeCode, manifestWith, readsIssue, scopesWith } from "./forgeExample.ts";

const file = "manifest.yml";

/** The key of the list is where a missing scope is shown. */
function lacking(permissions: string, modules?: string): string {
  return manifestWith(permissions, modules).replace("scopes", "[|scopes|]");
}

/** Examples of scope-missing. */
export const missingExamples: RuleMetadata["examples"] = {
  bad: [
    {
      name: "write, where only read is asked for",
      file,
      code: lacking(scopesWith("- 'read:jira-work' # issues")),
      fixed: manifestWith(scopesWith("- 'read:jira-work' # issues", "- 'write:jira-work'")),
      files: { "src/index.ts": changesIssue },
    },
    {
      name: "an empty list",
      file,
      code: lacking("  scopes: []\n"),
      fixed: manifestWith("  scopes: [storage:app]\n"),
      files: { "src/index.ts": forgeCode("export const run = () => storage.set('a', 1);\n") },
    },
    {
      name: "no list at all",
      file,
      code: "[|app|]:\n  id: ari:cloud:ecosystem::app/00000000-0000-0000-0000-000000000000\nmodules:\n  function:\n    - key: main\n      handler: index.run\n",
      fixed: "permissions:\n  scopes:\n    - read:jira-work\napp:\n  id: ari:cloud:ecosystem::app/00000000-0000-0000-0000-000000000000\nmodules:\n  function:\n    - key: main\n      handler: index.run\n",
      files: { "src/index.ts": readsIssue },
    },
    {
      name: "a granular list with one name missing",
      file,
      code: lacking("  scopes: [read:comment:jira, read:comment.property:jira, read:group:jira, read:project:jira, read:project-role:jira, read:user:jira]\n"),
      fixed: manifestWith("  scopes: [read:comment:jira, read:comment.property:jira, read:group:jira, read:project:jira, read:project-role:jira, read:user:jira, read:avatar:jira]\n"),
      files: { "src/index.ts": forgeCode("export const run = (key) => api.asUser().requestJira(route`/rest/api/3/issue/${key}/comment`);\n") },
    },
    {
      name: "the method is set in a branch, the path in a variable",
      file,
      code: lacking(scopesWith("- read:jira-work")),
      fixed: manifestWith(scopesWith("- read:jira-work", "- write:jira-work")),
      files: {
        "src/index.ts": forgeCode("export async function run(key, isNew) {\n  const path = route`/rest/api/3/issue/${key}/comment`;\n  const response = await api.asUser().requestJira(path, { method: isNew ? 'POST' : 'GET' });\n  return response.json();\n}\n"),
      },
    },
    {
      name: "a front end and an event",
      file,
      code: lacking("  scopes:\n    storage:app: {}\n", "  trigger:\n    - key: t\n      function: main\n      events:\n        - avi:jira:created:issue\n"),
      fixed: manifestWith("  scopes:\n    storage:app: {}\n    read:jira-work: {}\n", "  trigger:\n    - key: t\n      function: main\n      events:\n        - avi:jira:created:issue\n"),
      files: {
        "src/index.ts": forgeCode("export const run = () => storage.get('a');\n"),
        "static/panel/src/App.jsx": `import { requestJira } from "@forge/bridge";\nexport const load = (key) => requestJira(\`/rest/api/2/issue/\${key}?fields=summary\`);\n`,
      },
    },
    {
      name: "a token for a remote",
      file,
      code: `${lacking(scopesWith("- read:jira-work"))}remotes:\n  - key: r\n    baseUrl: https://example.com\n    auth:\n      appSystemToken:\n        enabled: true\n`,
      fixed: `${manifestWith(scopesWith("- read:jira-work", "- read:app-system-token"))}remotes:\n  - key: r\n    baseUrl: https://example.com\n    auth:\n      appSystemToken:\n        enabled: true\n`,
      files: { "src/index.ts": readsIssue },
    },
    ...missingInCode.bad,
  ],
  good: [
    { name: "all are asked for", file, code: manifestWith(scopesWith("- read:jira-work", "- write:jira-work")), files: { "src/index.ts": changesIssue } },
    {
      name: "the complete granular list",
      file,
      code: manifestWith(scopesWith("- read:permission:jira")),
      files: { "src/index.ts": forgeCode("export const run = () => api.asUser().requestJira(route`/rest/api/3/mypermissions?permissions=BROWSE_PROJECTS`);\n") },
    },
    {
      name: "a POST that reads",
      file,
      code: manifestWith(scopesWith("- read:jira-work")),
      files: { "src/index.ts": forgeCode("export const run = (jql) => api.asUser().requestJira(route`/rest/api/3/search/jql`, { method: 'POST', body: jql });\n") },
    },
    {
      name: "commented out, and in a test",
      file,
      code: manifestWith("  scopes: []\n"),
      files: { "src/index.ts": "/* requestJira(route`/rest/api/3/myself`) */\nexport const run = () => 1;\n", "test/index.test.ts": readsIssue },
    },
    { name: "a placeholder in the list", file, code: manifestWith(scopesWith("- ${SCOPE}")), files: { "src/index.ts": readsIssue } },
    {
      name: "a path that is not known",
      file,
      code: manifestWith("  scopes: []\n"),
      files: { "src/index.ts": forgeCode("export const run = (request) => api.asUser().requestJira(route`${request.payload.path}`);\n") },
    },
    {
      name: "a call of another service under the same name",
      file,
      code: manifestWith("  scopes: []\n"),
      files: { "src/index.ts": "import { requestJira } from './own';\nexport const run = () => requestJira('/rest/api/3/myself');\n", "src/own.ts": "export const requestJira = (path) => fetch('https://jira.example.com' + path);\n" },
    },
    {
      name: "code above another manifest",
      file,
      code: manifestWith("  scopes: []\n"),
      files: { "src/index.ts": "export const run = () => 1;\n", "other/manifest.yml": manifestWith(scopesWith("- read:jira-work")), "other/src/index.ts": readsIssue },
    },
    ...missingInCode.good,
  ],
};
