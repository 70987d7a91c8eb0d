import { configurationFileName } from "../../core/configuration.ts";
import { defineRule } from "../../core/rule.ts";
import { configurationIn } from "./configurationFile.ts";

const file = configurationFileName;

export default defineRule({
  id: "configuration-invalid",
  title: "Configuration that cannot be followed",
  concern: "marketlint",
  languages: ["yaml"],
  fileNames: [configurationFileName],
  triggers: [],
  requirements: [],
  severity: "error",
  cwe: [],
  fix: "review",
  documentation: {
    wrong:
      "`.marketlint.yml` holds a key, a rule, a marketplace, a profile, a requirement or a value that does not exist, or is not valid YAML. That part is not followed.",
    why: "A misspelt rule stays on, a misspelt `ignore` keeps a folder in the audit: the report then answers another question than the one that was asked. The command line ends with status 2.",
    fix: "The quick fix writes the nearest valid name; look whether it is the one you meant. `schemas/marketlint.schema.json` gives an editor completion for the whole file.",
    suppress: "Not at all: correct the entry or remove it.",
  },
  examples: {
    bad: [
      { name: "an unknown rule", file, code: "rules:\n  [|cookie-mising-secure|]: warning\n", fixed: "rules:\n  cookie-missing-secure: warning\n" },
      { name: "an unknown key", file, code: "[|marketplace|]: [atlassian]\n", fixed: "marketplaces: [atlassian]\n" },
      { name: "an unknown marketplace", file, code: "marketplaces: [[|atlasian|], superoffice]\n", fixed: "marketplaces: [atlassian, superoffice]\n" },
      { name: "an unknown profile", file, code: "profile: [|atlassian-goverment|]\n", fixed: "profile: atlassian-government\n" },
      { name: "profiles as a list", file, code: "profile: [|[atlassian-government]|]\n" },
      { name: "an unknown level", file, code: "rules:\n  cookie-missing-secure: [|warn|]\n", fixed: "rules:\n  cookie-missing-secure: warning\n" },
      { name: "a level that is a number", file, code: "rules:\n  cookie-missing-secure: [|2|]\n" },
      { name: "patterns that are not a list", file, code: "ignore: [|legacy/**|]\n" },
      { name: "a scope without a reason", file, code: "scopes:\n  - [|scope|]: read:jira-user\n" },
      { name: "evidence for an unknown requirement", file, code: "evidence:\n  [|superoffice/cookies-http-onli|]:\n    statement: set by the proxy\n", fixed: "evidence:\n  superoffice/cookies-http-only:\n    statement: set by the proxy\n" },
      { name: "evidence on a day that does not exist", file, code: "evidence:\n  superoffice/cookies-http-only:\n    statement: set by the proxy\n    on: [|May 2026|]\n" },
      { name: "a rule set twice", file, code: "rules:\n  cookie-missing-secure: off\n  [|cookie-missing-secure|]: error\n" },
      { name: "text instead of keys", file, code: "[|atlassian|]\n" },
      { name: "malformed YAML", file, code: "rules:\n[|\t|]cookie-missing-secure: off\n" },
    ],
    good: [
      { name: "every key", file, code: "marketplaces: [atlassian, superoffice]\nprofile: atlassian-government\nrules:\n  cookie-missing-secure: warning\n  hardcoded-secret: off\nignore:\n  - \"legacy/**\"\nscopes:\n  - scope: read:jira-user\n    reason: used by the hosted service\nevidence:\n  superoffice/cookies-http-only:\n    statement: set by the proxy\n    link: https://example.com/runbook\n    by: security team\n    on: 2026-05-01\n    expires: 2027-05-01\n" },
      { name: "an empty file", file, code: "" },
      { name: "comments only", file, code: "# nothing set yet\n" },
      { name: "keys without values", file, code: "marketplaces:\nprofile:\nrules:\nignore:\n" },
      { name: "levels in quotes", file, code: "rules:\n  cookie-missing-secure: \"off\"\n" },
      { name: "a level of YAML 1.1", file, code: "rules:\n  cookie-missing-secure: false\n" },
      { name: "a list through an alias", file, code: "ignore: &patterns [a/**]\nmarketplaces: []\n" },
      { name: "the configuration of another tool", file: "marketlint.yml", code: "ruels: 1\n" },
      { name: "another file of a similar name", file: "config/app.yml", code: "marketplace: [x]\n" },
      { name: "flow style", file, code: "{ rules: { cookie-missing-secure: error }, ignore: [] }\n" },
      { name: "Windows line ends", file, code: "rules:\r\n  cookie-missing-secure: error\r\n" },
      { name: "a profile in quotes", file, code: "profile: 'atlassian-government'\n" },
      { name: "a profile taken back", file, code: "profile: null\n" },
      { name: "a document start", file, code: "---\nignore: [a]\n" },
    ],
  },
  check(document, report) {
    for (const problem of configurationIn(document).problems) report(problem);
  },
});
