import { defineWorkspaceRule } from "../../core/fact.ts";
import { scopeSources } from "./evidence.ts";
import { manifestWith, readsIssue } from "./forgeExample.ts";
import { checkApps, reportAsked, scopeRuleHead } from "./scopeProblems.ts";

const checkWorkspace = checkApps((app, _facts, report) => {
  for (const asked of app.asked) {
    if (!asked.impersonation || !app.system.isPowerful(asked.name)) continue;
    reportAsked(report, asked, {
      message: `With "${asked.name}" and allowImpersonation the app may change things in the name of users who are not there.`,
    });
  }
});

const file = "manifest.yml";
const files = { "src/index.ts": readsIssue };

export default defineWorkspaceRule({
  ...scopeRuleHead,
  marketplaces: ["atlassian"],
  requirements: ["atlassian/least-privilege"],
  id: "scope-impersonation",
  title: "App may write as an absent user",
  severity: "warning",
  cwe: [250, 269],
  fix: "none",
  sources: scopeSources,
  documentation: {
    wrong: "A scope that lets the app write, delete, manage or administer has `allowImpersonation: true` in the Forge manifest: the app may use it as any user, also when nobody is there.",
    why: "What the app does then looks like the user's own deed, with the user's rights. An error or a leak reaches as far as the most powerful user of the site.",
    fix: "There is no automatic fix. Take `allowImpersonation` away where the call can be made as the app (`asApp()`) or while the user is there (`asUser()` in a function that the user calls), and keep it for scopes that only read.",
    suppress: "Where the task is to act later for a user who asked for it, such as sending a comment at a set time: say so in the reason.",
  },
  examples: {
    bad: [
      { name: "a scope to write", file, code: manifestWith("  scopes:\n    [|write:jira-work|]:\n      allowImpersonation: true\n"), files },
      { name: "one of several", file, code: manifestWith("  scopes:\n    read:jira-work: {}\n    [|manage:jira-project|]: { allowImpersonation: true }\n"), files },
      { name: "a scope to delete", file, code: manifestWith(`  scopes:\n    "[|delete:issue:jira|]":\n      allowImpersonation: true # clean up\n`), files },
      { name: "a flow map", file, code: manifestWith("  scopes: { [|write:confluence-content|]: { allowImpersonation: true } }\n"), files },
      { name: "a granular scope", file, code: manifestWith("  scopes:\n    [|write:comment:jira|]:\n      allowImpersonation: true\n"), files },
      { name: "an administrator's", file, code: manifestWith("  scopes:\n    [|admin:repository:bitbucket|]:\n      allowImpersonation: true\n"), files },
    ],
    good: [
      { name: "a scope to read", file, code: manifestWith("  scopes:\n    read:jira-work:\n      allowImpersonation: true\n"), files },
      { name: "not allowed", file, code: manifestWith("  scopes:\n    write:jira-work:\n      allowImpersonation: false\n"), files },
      { name: "nothing said", file, code: manifestWith("  scopes:\n    write:jira-work: {}\n"), files },
      { name: "a list", file, code: manifestWith("  scopes:\n    - write:jira-work\n"), files },
      { name: "a placeholder", file, code: manifestWith("  scopes:\n    write:jira-work:\n      allowImpersonation: ${IMPERSONATE}\n"), files },
      { name: "another manifest", file: "deploy.yml", code: "permissions:\n  scopes:\n    write:jira-work:\n      allowImpersonation: true\n" },
    ],
  },
  checkWorkspace,
});
