// The whole audit beside ripgrep, which counts the same words in the same folder.
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { require as requireTypeScript } from "tsx/cjs/api";
import { inTurn, median, ratio, runCommand, shown, table } from "./timing.mjs";

/** The rules that look for secrets by what they are, where they stand and what is done with them. */
const secretRules = ["hardcoded-secret", "hardcoded-credential", "hardcoded-credential-argument"];

const { rules } = requireTypeScript("../server/rules/catalogue.ts", import.meta.url);
const { detectionTriggers } = requireTypeScript("../server/marketplaces/index.ts", import.meta.url);

/** Words as ripgrep takes them: it searches lines, a word may start behind a line break, and an empty one is in every line. */
function searchable(words) {
  return [...new Set(words.flatMap((word) => word.toLowerCase().split(/[\r\n]/)).filter((word) => word !== ""))];
}

/** Every word that makes the audit look at a file more closely, and those of the secret rules. */
function triggerWords() {
  const own = rules.filter(({ id }) => secretRules.includes(id));
  return { all: searchable([...rules.flatMap((rule) => rule.triggers), ...detectionTriggers]), secrets: searchable(own.flatMap((rule) => rule.triggers)) };
}

function hasRipgrep() {
  return spawnSync("rg", ["--version"]).status === 0;
}

/** Compares and gives the table. Throws where two rounds find a different number of findings. */
export async function benchAudit({ root, folder, rounds, scratch }) {
  const lists = Object.fromEntries(Object.entries(triggerWords()).map(([name, words]) => {
    const file = path.join(scratch, `${name}.txt`);
    fs.writeFileSync(file, `${words.join("\n")}\n`);
    return [name, file];
  }));
  const report = path.join(scratch, "report.json");
  const cli = path.join(root, "dist/cli.js");
  const noCache = spawnSync(process.execPath, [cli, "audit", "--help"], { encoding: "utf8" }).stdout.includes("--no-cache") ? ["--no-cache"] : [];
  const counts = new Map();
  const audit = (name, ...options) => ({
    name,
    run: () => {
      const result = runCommand([process.execPath, cli, "audit", folder, ...noCache, ...options, "--format", "json", "--fail-on", "never"], { output: report });
      const { findings, notAnalysed } = JSON.parse(fs.readFileSync(report, "utf8"));
      const count = `${findings.length} findings, ${notAnalysed.length} files not analysed`;
      if ((counts.get(name) ?? count) !== count) throw new Error(`the rounds of ${name} differ: ${counts.get(name)}; ${count}`);
      counts.set(name, count);
      return result;
    },
  });
  const search = (name, words) => ({
    name,
    run: () => runCommand(["rg", "--count", "--ignore-case", "--fixed-strings", "--file", words, "--hidden", "--glob", "!.git", folder], { accept: (status) => status === 0 || status === 1 }),
  });
  const secretsOnly = "the same, secrets only";
  const commands = [audit("marketlint audit"), audit(secretsOnly, ...secretRules.flatMap((id) => ["--rule", id]))];
  if (hasRipgrep()) commands.unshift(search("rg", lists.all), search("rg, words of the secret rules", lists.secrets));
  else console.log("ripgrep is not on the path, so there is nothing to compare the audit with (apt-get install ripgrep)\n");
  const results = inTurn(commands, rounds);
  const rows = [...results].map(([name, own]) => {
    // Each beside the search for its own words.
    const base = results.get(name.includes("secret") ? "rg, words of the secret rules" : "rg");
    return [
      name,
      `${shown(median(own.map(({ wall }) => wall)))} ms`,
      `${shown(median(own.map(({ cpu }) => cpu)))} ms`,
      `${shown(Math.max(...own.map(({ memory }) => memory)))} MB`,
      base ? shown(ratio(own, base, ({ wall }) => wall)) : "–",
      base ? shown(ratio(own, base, ({ cpu }) => cpu)) : "–",
    ];
  });
  const found = [...counts].map(([name, count]) => `${name}: ${count}`).join("\n");
  return `${found}\n\n${table(["command", "wall", "CPU", "peak memory", "wall ÷ rg", "CPU ÷ rg"], rows)}`;
}
