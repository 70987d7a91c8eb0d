import { defineWorkspaceRule, type WorkspaceFacts } from "../../core/fact.ts";
import type { Fix } from "../../core/finding.ts";
import { askedNames, broadScopes, firstAsked, narrowerFor, needsOf } from "./comparison.ts";
import { broadInCode } from "./codeExamples.ts";
import { scopeSources } from "./evidence.ts";
import { forgeCode, manifestWith } from "./forgeExample.ts";
import { checkApps, editFix, namesText, relatedNeeds, removalFixes, reportAsked, scopeRuleHead } from "./scopeProblems.ts";
import type { Asked, ScopeApp } from "./system.ts";

const checkWorkspace = checkApps((app, facts, report) => {
  const broad = broadScopes(app);
  for (const { asked, by } of broad) {
    reportAsked(report, asked, {
      message: `"${asked.name}" is broader than needed: ${namesText(by)}, which the app asks for too, ${by.length === 1 ? "serves" : "serve"} every call.`,
      related: relatedNeeds(needsOf(asked.name, app), asked.place.path),
      fixes: removalFixes(app, facts, asked, [asked], "broad"),
    });
  }
  for (const asked of firstAsked(app)) {
    const narrower = narrowerFor(asked.name, app);
    if (narrower === undefined || broad.some((one) => one.asked === asked)) continue;
    reportAsked(report, asked, {
      message: `"${asked.name}" is broader than needed: "${narrower}" is enough for every call.`,
      related: relatedNeeds(needsOf(asked.name, app), asked.place.path),
      fixes: narrowingFix(app, facts, asked, narrower),
    });
  }
});

function narrowingFix(app: ScopeApp, facts: WorkspaceFacts, asked: Asked, narrower: string): Fix[] {
  const document = facts.document(asked.place.path);
  if (!document) return [];
  if (askedNames(app).includes(narrower)) return removalFixes(app, facts, asked, [asked], "broad");
  return editFix(`Replace by ${narrower}`, app.system.edit.replace(document, asked, narrower));
}

const file = "manifest.yml";
const readsPermissions = { "src/index.ts": forgeCode("export const run = () => api.asUser().requestJira(route`/rest/api/3/mypermissions`);\n") };
const readsContent = { "src/index.ts": forgeCode("export const run = (id) => api.asUser().requestConfluence(route`/wiki/rest/api/content/${id}`);\n") };
const setsProperty = { "src/index.ts": forgeCode("export const run = (key, body) => api.asApp().requestJira(route`/rest/api/3/issue/${key}/properties/state`, { method: 'PUT', body });\n") };

export default defineWorkspaceRule({
  ...scopeRuleHead,
  id: "scope-too-broad",
  title: "Scope that is broader than needed",
  severity: "warning",
  fix: "review",
  sources: scopeSources,
  documentation: {
    wrong:
      "The app asks for a scope, and a narrower one covers every call it makes: a lower rung where scopes form a ladder, or granular scopes that the app asks for as well.",
    why: "The scope is what a leaked token opens. Reviewers look at scopes that write and administer first, and ask for the call that needs them.",
    fix: "The quick fix writes the narrower scope in place of the broad one, or removes the broad one where the narrower ones are in the list. In a Forge manifest no scope includes another, so nothing is replaced there.",
    suppress: "Where code in another repository needs the rest: put the scope under `scopes` in `.marketlint.yml` with the reason.",
  },
  examples: {
    bad: [
      {
        name: "a classic scope beside the granular one that is enough",
        file,
        code: manifestWith("  scopes: [[|read:jira-work|], read:permission:jira]\n"),
        fixed: manifestWith("  scopes: [read:permission:jira]\n"),
        files: readsPermissions,
      },
      {
        name: "with comments",
        file,
        code: manifestWith("  scopes:\n    # the user's permissions\n    - read:permission:jira\n    - [|read:jira-work|] # all issues\n"),
        fixed: manifestWith("  scopes:\n    # the user's permissions\n    - read:permission:jira\n"),
        files: readsPermissions,
      },
      {
        name: "Confluence",
        file,
        code: manifestWith("  scopes:\n    - [|read:confluence-content.summary|]\n    - read:content-details:confluence\n"),
        fixed: manifestWith("  scopes:\n    - read:content-details:confluence\n"),
        files: readsContent,
      },
      {
        name: "a scope to write",
        file,
        code: manifestWith("  scopes:\n    - [|write:jira-work|]\n    - write:issue.property:jira\n"),
        fixed: manifestWith("  scopes:\n    - write:issue.property:jira\n"),
        files: setsProperty,
      },
      {
        name: "a map",
        file,
        code: manifestWith("  scopes:\n    write:issue.property:jira: {}\n    [|write:jira-work|]:\n      allowImpersonation: true\n"),
        files: setsProperty,
      },
      {
        name: "in quotes",
        file,
        code: manifestWith(`  scopes: ["[|write:jira-work|]", "write:issue.property:jira"]\n`),
        fixed: manifestWith(`  scopes: ["write:issue.property:jira"]\n`),
        files: setsProperty,
      },
      ...broadInCode.bad,
    ],
    good: [
      { name: "the classic scope alone", file, code: manifestWith("  scopes: [read:jira-work]\n"), files: readsPermissions },
      { name: "the granular scope alone", file, code: manifestWith("  scopes: [read:permission:jira]\n"), files: readsPermissions },
      {
        name: "another call needs the classic one",
        file,
        code: manifestWith("  scopes: [read:jira-work, read:permission:jira]\n"),
        files: { ...readsPermissions, "src/more.ts": forgeCode("export const more = (key) => api.asUser().requestJira(route`/rest/api/3/issue/${key}`);\n") },
      },
      {
        name: "a call that cannot be read",
        file,
        code: manifestWith("  scopes: [read:jira-work, read:permission:jira]\n"),
        files: { ...readsPermissions, "src/more.ts": forgeCode("export const more = (request) => api.asUser().requestJira(route`${request.payload.path}`);\n") },
      },
      { name: "the granular list is not complete", file, code: manifestWith("  scopes: [read:jira-work, read:avatar:jira]\n"), files: { "src/index.ts": forgeCode("export const run = (key) => api.asUser().requestJira(route`/rest/api/3/issue/${key}`);\n") } },
      { name: "the code is somewhere else", file, code: manifestWith("  scopes: [read:jira-work, read:permission:jira]\n") },
      ...broadInCode.good,
    ],
  },
  checkWorkspace,
});
