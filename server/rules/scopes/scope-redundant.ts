import { defineWorkspaceRule } from "../../core/fact.ts";
import { redundantScopes } from "./comparison.ts";
import { redundantInCode } from "./codeExamples.ts";
import { scopeSources } from "./evidence.ts";
import { forgeCode, manifestWith, readsIssue, scopesWith } from "./forgeExample.ts";
import { checkApps, namesText, relatedNeeds, removalFixes, reportAsked, scopeRuleHead } from "./scopeProblems.ts";
import { needsOf } from "./comparison.ts";

const file = "manifest.yml";
const files = { "src/index.ts": readsIssue };
const connect = "connectModules: {}\n";

const checkWorkspace = checkApps((app, facts, report) => {
  const redundant = redundantScopes(app);
  const all = redundant.map(({ asked }) => asked);
  for (const { asked, by } of redundant) {
    const isIncluded = by.some((name) => app.system.includes(name).includes(asked.name));
    reportAsked(report, asked, {
      message: isIncluded
        ? `"${asked.name}" adds nothing: ${namesText(by)} includes it.`
        : `"${asked.name}" adds nothing: every call that it could serve is served by ${namesText(by)}.`,
      related: relatedNeeds(needsOf(asked.name, app), asked.place.path),
      fixes: removalFixes(app, facts, asked, all, "redundant"),
    });
  }
});

export default defineWorkspaceRule({
  ...scopeRuleHead,
  id: "scope-redundant",
  title: "Scope that others include",
  severity: "information",
  fix: "review",
  sources: scopeSources,
  documentation: {
    wrong:
      "The app asks for a scope beside others that grant the same: a lower rung beside a higher one where scopes form a ladder, or a granular scope whose calls are all served by the classic scope in the list.",
    why: "A long list hides what the app really may do, from customers who agree to it and from reviewers who compare it with the calls.",
    fix: "The quick fix removes the scope, another one all that are redundant. In a Forge manifest decide first whether you want classic or granular scopes: for the narrower ones, complete the granular list and remove the classic scope instead.",
    suppress: "While an app moves from one kind of scopes to the other, so that customers need to agree once only.",
  },
  examples: {
    bad: [
      { name: "a granular scope beside the classic one", file, code: manifestWith(scopesWith("- read:jira-work", "- [|read:issue:jira|]")), fixed: manifestWith(scopesWith("- read:jira-work")), files },
      {
        name: "two granular scopes",
        file,
        code: manifestWith(scopesWith("- [|read:issue:jira|]", "# details", "- [|read:status:jira|]", "- read:jira-work")),
        fixed: manifestWith(scopesWith("# details", "- read:jira-work")),
        files,
      },
      {
        name: "the ladder of Connect's scopes",
        file,
        code: connect + manifestWith(scopesWith("- [|read:connect-jira|]", "- write:connect-jira", "- read:jira-work")),
        fixed: connect + manifestWith(scopesWith("- write:connect-jira", "- read:jira-work")),
        files,
      },
      {
        name: "three rungs",
        file,
        code: connect + manifestWith("  scopes: [[|read:connect-jira|], [|write:connect-jira|], admin:connect-jira]\n"),
        fixed: connect + manifestWith("  scopes: [admin:connect-jira]\n"),
        files,
      },
      {
        name: "an event",
        file,
        code: manifestWith(scopesWith("- read:jira-work", "- [|read:project:jira|]"), "  trigger:\n    - key: t\n      function: main\n      events: [avi:jira:softdeleted:project]\n"),
        fixed: manifestWith(scopesWith("- read:jira-work"), "  trigger:\n    - key: t\n      function: main\n      events: [avi:jira:softdeleted:project]\n"),
        files,
      },
      {
        name: "Confluence",
        file,
        code: manifestWith("  scopes: [read:confluence-content.summary, [|read:content-details:confluence|]]\n"),
        files: { "src/index.ts": forgeCode("export const run = (id) => api.asUser().requestConfluence(route`/wiki/rest/api/content/${id}`);\nexport const page = (id) => api.asUser().requestConfluence(route`/wiki/rest/api/content/${id}/label`);\n") },
      },
      ...redundantInCode.bad,
    ],
    good: [
      { name: "read beside write: neither includes the other", file, code: manifestWith(scopesWith("- read:jira-work", "- write:jira-work")), files },
      { name: "granular scopes alone", file, code: manifestWith("  scopes: [read:issue:jira, read:status:jira]\n"), files },
      {
        name: "a call that only the granular scope serves",
        file,
        code: manifestWith("  scopes: [read:confluence-content.summary, read:page:confluence]\n"),
        files: { "src/index.ts": forgeCode("export const run = (id) => api.asUser().requestConfluence(route`/wiki/rest/api/content/${id}`);\nexport const page = (id) => api.asUser().requestConfluence(route`/wiki/api/v2/pages/${id}`);\n") },
      },
      { name: "one rung", file, code: connect + manifestWith("  scopes: [write:connect-jira]\n"), files },
      { name: "scopes of two products", file, code: connect + manifestWith("  scopes: [read:connect-confluence, write:connect-jira]\n"), files },
      {
        name: "a call that cannot be read",
        file,
        code: manifestWith(scopesWith("- read:jira-work", "- read:issue:jira")),
        files: { "src/index.ts": `${readsIssue}export const any = (request) => api.asUser().requestJira(route\`\${request.payload.path}\`);\n` },
      },
      { name: "the code is somewhere else", file, code: manifestWith(scopesWith("- read:jira-work", "- read:issue:jira")) },
      ...redundantInCode.good,
    ],
  },
  checkWorkspace,
});
