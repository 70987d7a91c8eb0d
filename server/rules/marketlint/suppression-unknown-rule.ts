import type { RuleMetadata } from "../../core/rule.ts";

const rule: RuleMetadata = {
  id: "suppression-unknown-rule",
  title: "Suppression of a rule that does not exist",
  concern: "marketlint",
  languages: ["typescript", "dockerfile", "yaml", "json", "dotenv", "xml", "html", "csharp", "text"],
  requirements: [],
  severity: "warning",
  cwe: [],
  fix: "review",
  documentation: {
    wrong: "A `marketlint-disable` comment names a rule that does not exist, so it accepts nothing.",
    why: "A misspelt exception lets the finding through, or leaves a comment behind that nobody can explain.",
    fix: "The quick fix writes the nearest rule id; look whether it is the one you meant.",
    suppress: "Not at all: correct the id or remove it.",
  },
  examples: {
    bad: [
      { name: "misspelt", code: "// marketlint-disable-next-line [|cookie-mising-secure|] -- local only\nconst a = 1;\n", fixed: "// marketlint-disable-next-line cookie-missing-secure -- local only\nconst a = 1;\n" },
      { name: "one of two", code: "// marketlint-disable [|hardcoded-secrets|] -- a fixture\nconst a = 1;\n", fixed: "// marketlint-disable hardcoded-secret -- a fixture\nconst a = 1;\n" },
      { name: "on the line", code: "const a = 1; // marketlint-disable-line [|scope-unknow|] -- renamed\n", fixed: "const a = 1; // marketlint-disable-line scope-unknown -- renamed\n" },
      { name: "in a Dockerfile", file: "Dockerfile", code: "# marketlint-disable-next-line [|container-run-as-root|] -- build image\nFROM scratch\n", fixed: "# marketlint-disable-next-line container-runs-as-root -- build image\nFROM scratch\n" },
      { name: "in YAML", file: "manifest.yml", code: "a: 1 # marketlint-disable-line [|forge-egress-wildcards|] -- popups\n", fixed: "a: 1 # marketlint-disable-line forge-egress-wildcard -- popups\n" },
      { name: "a block comment", code: "/* marketlint-disable [|cookie-missing-http-onl|] -- read by a script */\nconst a = 1;\n", fixed: "/* marketlint-disable cookie-missing-http-only -- read by a script */\nconst a = 1;\n" },
    ],
    good: [
      { name: "the words in a string", code: 'const text = "// marketlint-disable-next-line nothing -- x";\n' },
      { name: "rule names after the separator", file: "a.txt", code: "no comment, no rule\n" },
      { name: "another tool's comment", code: "// eslint-disable-next-line no-rule -- reason\n" },
      { name: "a longer word", code: "// marketlint-disabled no-rule -- reason\n" },
      { name: "nothing at all", code: "const a = 1;\n" },
      { name: "a template string", code: "const text = `// marketlint-disable-line nothing -- x`;\n" },
    ],
  },
};
export default rule;
