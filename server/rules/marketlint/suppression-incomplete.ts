import type { RuleMetadata } from "../../core/rule.ts";

const rule: RuleMetadata = {
  id: "suppression-incomplete",
  title: "Suppression without rule or reason",
  concern: "marketlint",
  languages: ["typescript", "dockerfile", "yaml", "json", "dotenv", "xml", "html", "csharp", "php", "text"],
  requirements: [],
  severity: "warning",
  cwe: [],
  fix: "none",
  documentation: {
    wrong: "A `marketlint-disable` comment names no rule, or gives no reason after `--`. It accepts nothing.",
    why: "A reviewer accepts an exception only with its reason; a comment without one hides a finding and says nothing.",
    fix: "Write the rule's id and the reason: `marketlint-disable-next-line RULE -- reason`.",
    suppress: "Not at all: complete the comment or remove it.",
  },
  examples: {
    bad: [
      { name: "no reason", code: "[|// marketlint-disable-next-line cookie-missing-secure|]\nconst a = 1;\n" },
      { name: "no rule", code: "[|// marketlint-disable-next-line -- it is fine|]\nconst a = 1;\n" },
      { name: "an empty reason", code: "[|/* marketlint-disable cookie-missing-secure -- */|]\nconst a = 1;\n" },
      { name: "on the line itself", code: "const a = 1; [|// marketlint-disable-line cookie-missing-secure|]\n" },
      { name: "in a Dockerfile", file: "Dockerfile", code: "[|# marketlint-disable-next-line container-runs-as-root|]\nFROM scratch\n" },
      { name: "in YAML", file: "values.yaml", code: "a: 1 [|# marketlint-disable-line hardcoded-secret|]\n" },
    ],
    good: [
      { name: "the words in a string", code: 'const text = "// marketlint-disable-next-line";\n' },
      { name: "the words without a comment", file: "notes.txt", code: "marketlint-disable-next-line is a comment\n" },
      { name: "a longer word", code: "// marketlint-disabled for now\n" },
      { name: "another tool's comment", code: "// eslint-disable-next-line no-console\n" },
      { name: "a template string", code: "const text = `# marketlint-disable-line`;\n" },
      { name: "nothing at all", code: "const a = 1;\n" },
    ],
  },
};
export default rule;
