import type { Document } from "../../core/document.ts";
import type { Fix } from "../../core/finding.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import { rangeOf, type Node } from "../../languages/typescript/nodes.ts";
import { typescriptSyntax } from "../../languages/typescript/syntax.ts";
import { forgeAppOf, type ForgeApp } from "./forge/forgeApp.ts";
import { forgeManifestExample } from "./forge/forgeExamples.ts";
import { appRequests, isWrite, reachOf, type AppRequest } from "./forge/reach.ts";
import { resolverFunctions } from "./forge/resolvers.ts";
import { isProductCode } from "./productCode.ts";

/** Signs that the user's permission is asked for, by the products' addresses, by Forge's function or by one's own. */
const evidence = /mypermissions|permissions?\/check|permission|authoriz|isAdmin|canUser|hasAccess|checkAccess|asUser\(\)[^;]{0,400}\bok\b/i;
/** What all users of a site see alike, and what belongs to the app itself. */
const harmless = /\/(?:properties|serverInfo|field|status|statuses|statuscategory|priority|issuetype|issuetypescheme|resolution|label|configuration|instance|license|avatar|myself|atlassian-connect|webhook|mypermissions|permissions|events|notify|app)\b/i;
/** What users see by their rights. */
const content = /\/(?:issue|issues|search|jql|project|board|sprint|epic|content|pages|page|spaces|space|blogposts|attachment|attachments|comment|comments|worklog|filter|dashboard|request|servicedesk|organization|group|user|users)\b/i;
/** Modules that administrators alone see. */
const forAdministrators = /admin|globalSettings|projectSettings|spaceSettings|configure/i;

function check(document: Document, report: Report): void {
  if (!isProductCode(document)) return;
  const syntax = document.syntax(typescriptSyntax);
  const functions = resolverFunctions(syntax);
  if (functions.length === 0 || isForAdministrators(forgeAppOf(document))) return;
  const reported = new Set<number>();
  for (const { place, made } of functions) {
    const reach = reachOf(made, syntax);
    if (!reach.complete || evidence.test(reach.text)) continue;
    for (const request of appRequests(reach.calls, syntax)) {
      const kind = kindOf(request);
      const at = request.document.path === document.path ? request.place : place;
      const range = rangeOf(at);
      if (!kind || reported.has(range.start)) continue;
      reported.add(range.start);
      report({
        range,
        message: `A user sets this off, and the app ${kind === "write" ? "changes" : "reads"} ${request.path.slice(0, 80)} by its own rights without asking for the user's permission.`,
        ...(kind === "read" && { atMost: "warning" as const }),
        fixes: at === request.place ? fixesOf(at) : [],
      });
    }
  }
}

/** All front ends of the app are for administrators. */
function isForAdministrators(app: ForgeApp | undefined): boolean {
  const resolvers = app?.modules.filter(({ resolver }) => resolver) ?? [];
  return resolvers.length > 0 && resolvers.every(({ type }) => forAdministrators.test(type));
}

function kindOf(request: AppRequest): "write" | "read" | undefined {
  if (harmless.test(request.path) || request.method === undefined) return undefined;
  if (isWrite(request)) return "write";
  return content.test(request.path) ? "read" : undefined;
}

/** A name that is imported by itself would need another import. */
function fixesOf(place: Node): Fix[] {
  if (place.parent?.type !== "MemberExpression") return [];
  return [{ title: "Do it as the user: asUser()", safe: false, edits: [{ range: rangeOf(place), newText: "asUser" }] }];
}

const imports = 'import api, { route } from "@forge/api";\nimport Resolver from "@forge/resolver";\nconst resolver = new Resolver();\n';
const end = "export const handler = resolver.getDefinitions();\n";
const adminManifest = forgeManifestExample("  jira:adminPage:\n    - key: admin\n      resolver:\n        function: resolver\n  function:\n    - key: resolver\n      handler: index.handler\n");

export default defineRule({
  id: "forge-as-app-without-permission-check",
  title: "asApp() for a user without asking for permission",
  concern: "tokens",
  languages: ["typescript"],
  marketplaces: ["atlassian"],
  requirements: ["atlassian/as-app-permission-checked", "atlassian/as-user-preferred", "atlassian/government-permission-check"],
  severity: "error",
  cwe: [862, 863, 269],
  fix: "review",
  triggers: ["@forge/resolver"],
  documentation: {
    wrong: "A function of a Forge resolver, which a user's front end calls, changes something or reads content in the product with `asApp()`, and nothing on the way asks for the user's permission.",
    why: "`asApp()` works by the app's rights, which are those of all users together. The front end may be called by hand with any key, so a user reads and changes what is hidden from them. In Atlassian's security questionnaire this fails the app: before `asApp()` on a user's behalf the permission API has to be asked.",
    fix: "The quick fix writes `asUser()`, with which the product itself checks. Where the app has to do more than the user may, ask first: `/rest/api/3/mypermissions`, `/rest/api/3/permissions/check`, or `authorize()` of @forge/api.",
    suppress: "Where the permission is checked in a way that cannot be seen here, or all users of the site may see and do this. Data that is the same for all users, the app's own properties, and apps whose front ends are all for administrators are not reported.",
  },
  examples: {
    bad: [
      { name: "changes an issue", code: `${imports}resolver.define("close", async ({ payload }) => {\n  await api.[|asApp|]().requestJira(route\`/rest/api/3/issue/\${payload.key}/transitions\`, { method: "POST", body });\n});\n${end}`, fixed: `${imports}resolver.define("close", async ({ payload }) => {\n  await api.asUser().requestJira(route\`/rest/api/3/issue/\${payload.key}/transitions\`, { method: "POST", body });\n});\n${end}` },
      { name: "reads issues", code: `${imports}resolver.define("list", async ({ payload }) => {\n  const response = await api.[|asApp|]().requestJira(route\`/rest/api/3/issue/\${payload.key}\`);\n  return response.json();\n});\n${end}`, fixed: `${imports}resolver.define("list", async ({ payload }) => {\n  const response = await api.asUser().requestJira(route\`/rest/api/3/issue/\${payload.key}\`);\n  return response.json();\n});\n${end}` },
      { name: "through a function", code: `${imports}const remove = (id) => api.[|asApp|]().requestConfluence(route\`/wiki/api/v2/pages/\${id}\`, { method: "DELETE" });\nresolver.define("remove", ({ payload }) => remove(payload.id));\n${end}`, fixed: `${imports}const remove = (id) => api.asUser().requestConfluence(route\`/wiki/api/v2/pages/\${id}\`, { method: "DELETE" });\nresolver.define("remove", ({ payload }) => remove(payload.id));\n${end}` },
      { name: "a name that is imported", code: `import { asApp, route } from "@forge/api";\nimport Resolver from "@forge/resolver";\nconst resolver = new Resolver();\nresolver.define("add", ({ payload }) => [|asApp|]().requestJira(route\`/rest/api/3/issue\`, { method: "POST", body: payload.body }));\n` },
      { name: "in another file", files: { "move.ts": 'import api, { route } from "@forge/api";\nexport const move = (key) => api.asApp().requestJira(route`/rest/api/3/issue/${key}`, { method: "PUT" });\n' }, code: `import Resolver from "@forge/resolver";\nimport { move } from "./move";\nconst resolver = new Resolver();\nresolver.define([|"move"|], ({ payload }) => move(payload.key));\n` },
      { name: "a chain", code: `import Resolver from "@forge/resolver";\nimport api, { route } from "@forge/api";\nconst resolver = new Resolver();\nresolver\n  .define("a", () => 1)\n  .define("b", async () => (await api.[|asApp|]().requestJira(route\`/rest/api/3/search/jql?jql=project=A\`)).json());\n`, fixed: `import Resolver from "@forge/resolver";\nimport api, { route } from "@forge/api";\nconst resolver = new Resolver();\nresolver\n  .define("a", () => 1)\n  .define("b", async () => (await api.asUser().requestJira(route\`/rest/api/3/search/jql?jql=project=A\`)).json());\n` },
    ],
    good: [
      { name: "as the user", code: `${imports}resolver.define("close", ({ payload }) => api.asUser().requestJira(route\`/rest/api/3/issue/\${payload.key}\`, { method: "PUT" }));\n${end}` },
      { name: "the permission is asked for", code: `${imports}async function mayEdit(key) {\n  const response = await api.asUser().requestJira(route\`/rest/api/3/mypermissions?permissions=EDIT_ISSUES&issueKey=\${key}\`);\n  return (await response.json()).permissions.EDIT_ISSUES.havePermission;\n}\nresolver.define("close", async ({ payload }) => {\n  if (await mayEdit(payload.key)) await api.asApp().requestJira(route\`/rest/api/3/issue/\${payload.key}\`, { method: "PUT" });\n});\n${end}` },
      { name: "what all users see", code: `${imports}resolver.define("fields", async () => (await api.asApp().requestJira(route\`/rest/api/3/field\`)).json());\n${end}` },
      { name: "the app's own properties", code: `${imports}resolver.define("save", ({ payload }) => api.asApp().requestJira(route\`/rest/api/3/issue/\${payload.key}/properties/app\`, { method: "PUT" }));\n${end}` },
      { name: "no user: a scheduled trigger", code: `import api, { route } from "@forge/api";\nimport "@forge/resolver";\nexport const nightly = () => api.asApp().requestJira(route\`/rest/api/3/issue/A-1\`, { method: "PUT" });\n` },
      { name: "an address that cannot be read", code: `${imports}resolver.define("call", ({ payload }) => api.asApp().requestJira(addressOf(payload), { method: "PUT" }));\n${end}` },
      { name: "administrators alone", file: "src/index.ts", files: { "manifest.yml": adminManifest }, code: `${imports}resolver.define("projects", async () => (await api.asApp().requestJira(route\`/rest/api/3/project/search\`)).json());\n${end}` },
    ],
  },
  check,
});
