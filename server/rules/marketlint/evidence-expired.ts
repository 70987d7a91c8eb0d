import { configurationFileName } from "../../core/configuration.ts";
import type { Document } from "../../core/document.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import { today } from "../../core/today.ts";
import { valueAt } from "../../languages/data/dataNode.ts";
import { yamlData } from "../../languages/yaml/dataOf.ts";

const file = configurationFileName;
const statement = (expires: string): string => `evidence:\n  superoffice/log-retention:\n    statement: logs are kept 180 days\n${expires}`;

export default defineRule({
  id: "evidence-expired",
  title: "Evidence that has expired",
  concern: "marketlint",
  languages: ["yaml"],
  fileNames: [configurationFileName],
  triggers: [],
  requirements: [],
  severity: "warning",
  cwe: [],
  fix: "none",
  documentation: {
    wrong: "A statement below `evidence` in `.marketlint.yml` has a date of expiry that has passed.",
    why: "The statement answers its requirement no longer: the report lists the requirement as one that needs evidence. A reviewer asks for evidence of today.",
    fix: "Look whether what the statement says still holds. Then set a new date, or write what holds today.",
    suppress: "Not at all: a statement that needs no date goes without `expires`.",
  },
  examples: {
    bad: [
      { name: "a past day", file, code: statement("    expires: [|2020-01-31|]\n") },
      { name: "in quotes", file, code: statement('    expires: "[|2020-01-31|]"\n') },
      { name: "beside other keys", file, code: statement("    by: the team\n    on: 2019-01-31\n    expires: [|2020-01-31|] # one year\n") },
      { name: "flow style", file, code: "evidence: { superoffice/log-retention: { statement: kept, expires: [|2020-01-31|] } }\n" },
      { name: "in a nested configuration", file: "apps/a/.marketlint.yml", code: statement("    expires: [|2021-12-31|]\n") },
      { name: "one of two", file, code: `${statement("    expires: 2999-01-01\n")}  superoffice/cookies-secure:\n    statement: set by the proxy\n    expires: [|2020-02-29|]\n` },
    ],
    good: [
      { name: "a day to come", file, code: statement("    expires: 2999-01-01\n") },
      { name: "no expiry", file, code: statement("    on: 2020-01-31\n") },
      { name: "a day that does not exist: the configuration is invalid", file, code: statement("    expires: soon\n") },
      { name: "no value", file, code: statement("    expires:\n") },
      { name: "another file", file: "evidence.yml", code: statement("    expires: 2020-01-31\n") },
      { name: "another key", file, code: "scopes:\n  - scope: read:jira-work\n    reason: expires 2020-01-31\n" },
    ],
  },
  check,
});

const day = /^\d{4}-\d{2}-\d{2}$/;

function check(document: Document, report: Report): void {
  const evidence = valueAt(yamlData(document)[0], "evidence");
  if (evidence?.kind !== "object") return;
  for (const { name, value } of evidence.members) {
    const expires = valueAt(value, "expires");
    if (expires?.kind !== "string" || !day.test(expires.value) || expires.value >= today()) continue;
    report({ range: expires.range, message: `The evidence for ${name} expired on ${expires.value}, so it answers the requirement no longer.` });
  }
}
