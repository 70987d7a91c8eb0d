import { marketplaceTitles, type Requirement } from "../core/requirement.ts";
import type { BadExample, BenchmarkNumbers, Concern, GoodExample, PeerIds, RuleHead, RuleMetadata } from "../core/rule.ts";
import { requirementById } from "../marketplaces/index.ts";
import { shownExample } from "./shownExample.ts";

/** How many examples of a kind a page shows; the tests hold all. */
const mostExamples = 6;

const fenceLanguages: Readonly<Record<string, string>> = {
  ts: "ts", tsx: "tsx", mts: "ts", cts: "ts", js: "js", jsx: "jsx", mjs: "js", cjs: "js",
  yml: "yaml", yaml: "yaml", json: "json", jsonc: "jsonc", html: "html", htm: "html",
  xml: "xml", config: "xml", csproj: "xml", cs: "csharp", env: "sh", dockerfile: "dockerfile",
};

const fixKinds: Readonly<Record<RuleMetadata["fix"], string>> = {
  safe: "safe: may be applied with others and on save",
  review: "to be reviewed: one at a time",
  none: "none",
};

const benchmarkTitles: readonly (readonly [keyof BenchmarkNumbers, string])[] = [
  ["cisDocker", "CIS Docker Benchmark 1.6"],
  ["cisKubernetes", "CIS Kubernetes Benchmark 1.12"],
];

const peerTitles: readonly (readonly [keyof PeerIds, string])[] = [
  ["hadolint", "hadolint"],
  ["trivy", "Trivy"],
  ["checkov", "Checkov"],
  ["kics", "KICS"],
];

/** The page of a rule in Markdown, made from the rule alone. */
export function rulePage(rule: RuleMetadata): string {
  const { documentation, examples } = rule;
  const requirements = rule.requirements.flatMap((id) => {
    const requirement = requirementById(id);
    return requirement ? [requirementItem(requirement)] : [];
  });
  const sections = [
    `# ${rule.id}`,
    `${rule.title}.`,
    facts(rule),
    `## What is wrong\n\n${documentation.wrong}`,
    `## Why a review rejects it\n\n${documentation.why}`,
    ...(requirements.length > 0 ? [`## Who asks for it\n\n${requirements.join("\n")}`] : []),
    ...knownAs(rule),
    `## Found\n\n${examples.bad.slice(0, mostExamples).map(badExample).join("\n\n")}`,
    `## Not found\n\n${examples.good.slice(0, mostExamples).map(goodExample).join("\n\n")}`,
    `## How to fix it\n\n${documentation.fix}`,
    `## When to accept it\n\n${documentation.suppress}${suppressionSample(rule)}`,
  ];
  return `${sections.join("\n\n")}\n`;
}

function facts(rule: RuleMetadata): string {
  const cwe = rule.cwe.map((number) => `[CWE-${number}](https://cwe.mitre.org/data/definitions/${number}.html)`);
  const rows = [
    ["Severity", `at most ${rule.severity}`],
    ["Concern", rule.concern],
    ["Languages", rule.languages.join(", ")],
    ["Fix", fixKinds[rule.fix]],
    ...(cwe.length > 0 ? [["Weakness", cwe.join(", ")]] : []),
    ...(rule.marketplaces ? [["Only for", rule.marketplaces.map((id) => marketplaceTitles[id]).join(", ")]] : []),
  ];
  return `| | |\n|---|---|\n${rows.map(([name, value]) => `| ${name} | ${value} |`).join("\n")}`;
}

/** Where benchmarks and other checkers speak of the same fault, as a table; nothing where none is named. */
function knownAs({ benchmarks, alsoKnownAs }: RuleMetadata): string[] {
  const rows = [
    ...benchmarkTitles.map(([key, title]) => [title, benchmarks?.[key] ?? []] as const),
    ...peerTitles.map(([key, title]) => [title, alsoKnownAs?.[key] ?? []] as const),
  ].filter(([, ids]) => ids.length > 0);
  if (rows.length === 0) return [];
  return [`## Known elsewhere as\n\n| | |\n|---|---|\n${rows.map(([title, ids]) => `| ${title} | ${ids.join(", ")} |`).join("\n")}`];
}

function requirementItem({ id, marketplace, clause, word, text, source }: Requirement): string {
  return `- **${marketplaceTitles[marketplace]}, ${clause}** (${word.toUpperCase()}, \`${id}\`): ${text} Source: ${source}.`;
}

function fenced(file: string | undefined, code: string): string {
  const name = file ?? "example.ts";
  const extension = name.slice(name.lastIndexOf(".") + 1).toLowerCase();
  const language = /(?:^|\/)(?:Dockerfile|Containerfile)/i.test(name) ? "dockerfile" : (fenceLanguages[extension] ?? "text");
  const text = shownExample(code).replace(/\r\n?/g, "\n").replace(/\n+$/, "");
  // A fence inside the code must not close this one.
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${language}\n${text}\n${fence}`;
}

function titleOf({ name, file }: GoodExample): string {
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}${file === undefined ? "" : ` (\`${file}\`)`}:`;
}

function badExample(example: BadExample): string {
  const code = example.code.replace(/\[\||\|\]/g, "");
  const fixed = example.fixed === undefined ? "" : `\n\nafter the fix:\n\n${fenced(example.file, example.fixed)}`;
  return `${titleOf(example)}\n\n${fenced(example.file, code)}${fixed}`;
}

function goodExample(example: GoodExample): string {
  return `${titleOf(example)}\n\n${fenced(example.file, example.code)}`;
}

function suppressionSample(rule: RuleMetadata): string {
  if (rule.concern === "marketlint") return "";
  return `\n\nThe comment stands on the line above, in the comment syntax of the language, with the reason behind \`--\`:\n\n\`\`\`text\nmarketlint-disable-next-line ${rule.id} -- why it is right here\n\`\`\``;
}

/** What each concern is about, for people. */
const concernTitles: Readonly<Record<Concern, string>> = {
  secrets: "Secrets in source, configuration, addresses, logs and history",
  scopes: "Scopes and egress: what an app asks for beside what its code needs",
  cookies: "Cookies and sessions",
  tokens: "Tokens, sign-in, and the calls of marketplaces",
  transport: "Transport encryption and headers",
  data: "Data and code",
  containers: "Images and compose files",
  kubernetes: "Kubernetes and Helm",
  pipelines: "Build pipelines",
  dependencies: "Dependencies and runtimes",
  marketlint: "Marketlint's own comments and configuration",
};

const concerns = Object.keys(concernTitles) as Concern[];

/** Every rule, a table for each concern. `folder` is the way from the page to the rules' pages. */
export function ruleTables(rules: readonly RuleHead[], folder: string): string {
  return concerns
    .map((concern) => ({ concern, own: rules.filter((rule) => rule.concern === concern) }))
    .filter(({ own }) => own.length > 0)
    .map(({ concern, own }) => `## ${concern}\n\n${concernTitles[concern]}.\n\n${ruleTable(own, folder)}`)
    .join("\n\n");
}

/** How many rules there are of what. `page` is the way to the page of {@link ruleTables}. */
export function concernTable(rules: readonly RuleHead[], page: string): string {
  const rows = concerns.flatMap((concern) => {
    const own = rules.filter((rule) => rule.concern === concern);
    const fixes = own.filter(({ fix }) => fix !== "none").length;
    return own.length > 0 ? [`| [${concern}](${page}#${concern}) | ${concernTitles[concern]} | ${own.length} | ${fixes} |`] : [];
  });
  return `| Concern | What it is about | Rules | With a fix |\n|---|---|---|---|\n${rows.join("\n")}`;
}

function ruleTable(rules: readonly RuleHead[], folder: string): string {
  const rows = rules.map(({ id, title, severity, fix, marketplaces }) => {
    const only = marketplaces ? ` (${marketplaces.map((one) => marketplaceTitles[one]).join(", ")})` : "";
    return `| [${id}](${folder}${id}.md) | ${title}${only} | ${severity} | ${fix === "none" ? "" : fix} |`;
  });
  return `| Rule | What is wrong | At most | Fix |\n|---|---|---|---|\n${rows.join("\n")}`;
}
