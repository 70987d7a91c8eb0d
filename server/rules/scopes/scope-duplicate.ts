import { defineWorkspaceRule } from "../../core/fact.ts";
import { duplicateInCode } from "./codeExamples.ts";
import { scopeSources } from "./evidence.ts";
import { manifestWith, readsIssue, scopesWith } from "./forgeExample.ts";
import { checkApps, relatedPlace, removalFixes, reportAsked, scopeRuleHead } from "./scopeProblems.ts";
import type { Asked } from "./system.ts";

const file = "manifest.yml";
const files = { "src/index.ts": readsIssue };
const clean = manifestWith(scopesWith("- read:jira-work"));

const checkWorkspace = checkApps((app, facts, report) => {
  const first = new Map<string, Asked>();
  const repeated = app.asked.filter((asked) => {
    const isRepeated = first.has(asked.name);
    if (!isRepeated) first.set(asked.name, asked);
    return isRepeated;
  });
  for (const asked of repeated) {
    const before = first.get(asked.name);
    if (!before) continue;
    reportAsked(report, asked, {
      message: `"${asked.name}" is asked for twice.`,
      related: [relatedPlace(before.place, asked.place.path, "Asked for here first")],
      fixes: removalFixes(app, facts, asked, repeated, "repeated"),
    });
  }
});

export default defineWorkspaceRule({
  ...scopeRuleHead,
  cwe: [],
  id: "scope-duplicate",
  title: "Scope that is asked for twice",
  severity: "information",
  fix: "review",
  sources: scopeSources,
  documentation: {
    wrong: "A list of scopes has the same name more than once.",
    why: "Who removes the scope later removes one of the two and believes that the app no longer asks for it. Reviewers compare the list with the calls name by name.",
    fix: "The quick fix removes the repetition, another one all repetitions of the list; the first place stays.",
    suppress: "There is hardly a reason: the list means the same without the repetition.",
  },
  examples: {
    bad: [
      { name: "next to each other", file, code: manifestWith(scopesWith("- read:jira-work", "- [|read:jira-work|]")), fixed: clean, files },
      { name: "with a comment behind", file, code: manifestWith(scopesWith("- read:jira-work", "- [|read:jira-work|] # again")), fixed: clean, files },
      { name: "three times", file, code: manifestWith(scopesWith("- read:jira-work", "- [|read:jira-work|]", "- [|read:jira-work|]")), fixed: clean, files },
      { name: "in quotes", file, code: manifestWith(scopesWith("- read:jira-work", `- "[|read:jira-work|]"`)), fixed: clean, files },
      { name: "a flow list", file, code: manifestWith("  scopes: [read:jira-work, storage:app, [|read:jira-work|]]\n"), fixed: manifestWith("  scopes: [read:jira-work, storage:app]\n"), files },
      { name: "a map", file, code: manifestWith("  scopes:\n    read:jira-work: {}\n    [|read:jira-work|]: {}\n"), fixed: manifestWith("  scopes:\n    read:jira-work: {}\n"), files },
      { name: "a scope that nothing needs", file, code: manifestWith(scopesWith("- read:me", "- read:jira-work", "- [|read:me|]")), fixed: manifestWith(scopesWith("- read:me", "- read:jira-work")), files },
      ...duplicateInCode.bad,
    ],
    good: [
      { name: "different names", file, code: manifestWith(scopesWith("- read:jira-work", "- write:jira-work")), files },
      { name: "classic and granular", file, code: manifestWith(scopesWith("- read:jira-work", "- read:issue:jira")), files },
      { name: "in a comment", file, code: manifestWith(scopesWith("- read:jira-work", "# - read:jira-work")), files },
      { name: "two manifests", file, code: clean, files: { ...files, "other/manifest.yml": clean } },
      { name: "no list", file, code: manifestWith("  scopes:\n"), files },
      { name: "another letter case is another name", file, code: manifestWith(scopesWith("- read:jira-work", "- READ:jira-work")), files },
      { name: "a placeholder twice", file, code: manifestWith(scopesWith("- ${SCOPE}", "- ${SCOPE}")), files },
      ...duplicateInCode.good,
    ],
  },
  checkWorkspace,
});
