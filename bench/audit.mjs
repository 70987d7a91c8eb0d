// The whole audit beside ripgrep, which counts the same words in the same folder.
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { require as requireTypeScript } from "tsx/cjs/api";
import { inTurn, median, ratio, runCommand, shown, table } from "./timing.mjs";

/** Every word that makes the audit look at a file more closely. */
function triggerWords() {
  const { rules } = requireTypeScript("../server/rules/catalogue.ts", import.meta.url);
  const { detectionTriggers } = requireTypeScript("../server/marketplaces/index.ts", import.meta.url);
  const words = [...rules.flatMap((rule) => rule.triggers), ...detectionTriggers];
  // A word may start behind a line break; ripgrep searches lines, and an empty word would find every one of them.
  return [...new Set(words.flatMap((word) => word.toLowerCase().split("\n")).filter((word) => word !== ""))];
}

function hasRipgrep() {
  return spawnSync("rg", ["--version"]).status === 0;
}

/** Compares and gives the table. Throws where two rounds find a different number of findings. */
export async function benchAudit({ root, folder, rounds, scratch }) {
  const words = path.join(scratch, "words.txt");
  fs.writeFileSync(words, `${triggerWords().join("\n")}\n`);
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
  const search = () =>
    runCommand(["rg", "--count", "--ignore-case", "--fixed-strings", "--file", words, "--hidden", "--glob", "!.git", folder], { accept: (status) => status === 0 || status === 1 });
  const commands = [audit("marketlint audit"), audit("the same, secrets only", "--rule", "hardcoded-secret")];
  if (hasRipgrep()) commands.unshift({ name: "rg", run: search });
  else console.log("ripgrep is not on the path, so there is nothing to compare the audit with (apt-get install ripgrep)\n");
  const results = inTurn(commands, rounds);
  const base = results.get("rg");
  const rows = [...results].map(([name, own]) => [
    name,
    `${shown(median(own.map(({ wall }) => wall)))} ms`,
    `${shown(median(own.map(({ cpu }) => cpu)))} ms`,
    `${shown(Math.max(...own.map(({ memory }) => memory)))} MB`,
    base ? shown(ratio(own, base, ({ wall }) => wall)) : "–",
    base ? shown(ratio(own, base, ({ cpu }) => cpu)) : "–",
  ]);
  const found = [...counts].map(([name, count]) => `${name}: ${count}`).join("\n");
  return `${found}\n\n${table(["command", "wall", "CPU", "peak memory", "wall ÷ rg", "CPU ÷ rg"], rows)}`;
}
