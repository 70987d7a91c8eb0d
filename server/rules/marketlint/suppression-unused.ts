import type { RuleMetadata } from "../../core/rule.ts";

const rule: RuleMetadata = {
  id: "suppression-unused",
  title: "Suppression without a finding",
  concern: "marketlint",
  languages: ["typescript", "dockerfile", "yaml", "json", "dotenv", "xml", "html", "csharp", "php", "text"],
  requirements: [],
  severity: "warning",
  cwe: [],
  fix: "safe",
  documentation: {
    wrong: "A `marketlint-disable` comment names a rule that finds nothing at that place.",
    why: "A comment that outlives its finding would silently accept the next one.",
    fix: "The quick fix removes the comment. Where it names several rules, remove the one that is not needed.",
    suppress: "Not at all: remove the comment.",
  },
  examples: {
    bad: [
      { name: "nothing on the next line", code: "// marketlint-disable-next-line [|cookie-missing-secure|] -- local only\nconst a = 1;\n", fixed: "const a = 1;\n" },
      { name: "nothing on the line", code: "const a = 1; // marketlint-disable-line [|hardcoded-secret|] -- sample\n", fixed: "const a = 1;\n" },
      { name: "nothing in the file", code: "/* marketlint-disable [|cookie-missing-http-only|] -- read by a script */\nconst a = 1;\n", fixed: "const a = 1;\n" },
      { name: "in a Dockerfile", file: "Dockerfile", code: "# marketlint-disable-next-line [|container-runs-as-root|] -- build image\nFROM scratch\nUSER 1000\n", fixed: "FROM scratch\nUSER 1000\n" },
      { name: "in YAML", file: "values.yaml", code: "a: 1 # marketlint-disable-line [|hardcoded-secret|] -- sample\n", fixed: "a: 1\n" },
      { name: "indented", code: "function f() {\n  // marketlint-disable-next-line [|cookie-missing-secure|] -- old\n  return 1;\n}\n", fixed: "function f() {\n  return 1;\n}\n" },
    ],
    good: [
      { name: "it accepts a finding", code: 'import express from "express";\nconst app = express();\napp.get("/", (req, res) => {\n  // marketlint-disable-next-line cookie-missing-secure -- served on loopback only\n  res.cookie("sid", "1", { httpOnly: true });\n});\n' },
      { name: "a rule that does not look at this language", file: "values.yaml", code: "a: 1 # marketlint-disable-line cookie-missing-secure -- another file\n" },
      { name: "the words in a string", code: 'const text = "// marketlint-disable-line hardcoded-secret -- x";\n' },
      { name: "a longer word", code: "// marketlint-disabled hardcoded-secret -- x\n" },
      { name: "nothing at all", code: "const a = 1;\n" },
      { name: "another tool's comment", code: "// eslint-disable-next-line no-console -- x\n" },
    ],
  },
};
export default rule;
