import type { RuleMetadata } from "../../core/rule.ts";

const rule: RuleMetadata = {
  id: "suppression-unknown-rule",
  title: "Suppression of a rule that does not exist",
  concern: "marketlint",
  languages: ["typescript", "dockerfile", "yaml", "json", "dotenv", "xml", "html", "csharp", "php", "text"],
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
      {
        name: "misspelt",
        code: "app.get(\"/\", (req, res) => {\n  // marketlint-disable-next-line [|cookie-mising-secure|] -- served on loopback only\n  res.cookie(\"sid\", \"1\", { httpOnly: true });\n});\n",
        fixed: "app.get(\"/\", (req, res) => {\n  // marketlint-disable-next-line cookie-missing-secure -- served on loopback only\n  res.cookie(\"sid\", \"1\", { httpOnly: true });\n});\n",
      },
      {
        name: "for the whole file",
        code: "// marketlint-disable [|cookies-missing-secure|] -- served on loopback only\napp.get(\"/\", (req, res) => {\n  res.cookie(\"sid\", \"1\", { httpOnly: true });\n});\n",
        fixed: "// marketlint-disable cookie-missing-secure -- served on loopback only\napp.get(\"/\", (req, res) => {\n  res.cookie(\"sid\", \"1\", { httpOnly: true });\n});\n",
      },
      {
        name: "on the line",
        code: "app.get(\"/\", (req, res) => res.cookie(\"sid\", \"1\", { httpOnly: true })); // marketlint-disable-line [|cookie-missing-secur|] -- loopback\n",
        fixed: "app.get(\"/\", (req, res) => res.cookie(\"sid\", \"1\", { httpOnly: true })); // marketlint-disable-line cookie-missing-secure -- loopback\n",
      },
      {
        name: "in a Dockerfile", file: "Dockerfile",
        code: "# marketlint-disable-next-line [|container-run-as-root|] -- builds, and never runs\nFROM scratch\n",
        fixed: "# marketlint-disable-next-line container-runs-as-root -- builds, and never runs\nFROM scratch\n",
      },
      {
        name: "in YAML", file: "manifest.yml",
        code: "client: ['*'] # marketlint-disable-line [|forge-egress-wildcards|] -- opens popups\n",
        fixed: "client: ['*'] # marketlint-disable-line forge-egress-wildcard -- opens popups\n",
      },
      {
        name: "a block comment",
        code: "/* marketlint-disable [|cookie-missing-http-onl|] -- the page shows it */\napp.get(\"/\", (req, res) => {\n  res.cookie(\"sid\", \"1\", { secure: true });\n});\n",
        fixed: "/* marketlint-disable cookie-missing-http-only -- the page shows it */\napp.get(\"/\", (req, res) => {\n  res.cookie(\"sid\", \"1\", { secure: true });\n});\n",
      },
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
