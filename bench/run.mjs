// How fast the built product is, as ratios of one run on one machine. Absolute times are shown, not compared.
// usage: npm run bench -- [PATH] [--rounds N] [--files N] [--only audit|trees|rules|keystroke|start|yaml|index]
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { benchAudit } from "./audit.mjs";
import { benchIndex } from "./folderIndex.mjs";
import { benchKeystrokes } from "./keystroke.mjs";
import { makeCorpus } from "./makeCorpus.mjs";
import { benchManyRules } from "./manyRules.mjs";
import { benchStart } from "./start.mjs";
import { benchTrees } from "./trees.mjs";
import { benchYaml } from "./yaml.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const fewestRounds = 5;

const benches = {
  audit: { title: "Whole audit", run: benchAudit },
  trees: { title: "Files that are decoded and parsed", run: benchTrees },
  rules: { title: "Ten times as many rules", run: benchManyRules },
  keystroke: { title: "Keystroke to diagnostics", run: benchKeystrokes },
  start: { title: "Start to first diagnostics", run: benchStart },
  index: { title: "Workspace index", run: benchIndex },
  yaml: { title: "YAML beside its parser", run: benchYaml },
};

/** The benches of a folder; the others make their own text. */
const onFolder = new Set(["audit", "trees", "rules"]);

function options() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { rounds: { type: "string", default: "5" }, files: { type: "string" }, only: { type: "string" } },
  });
  const rounds = Number(values.rounds);
  const files = Number(values.files ?? 2000);
  if (!Number.isInteger(rounds) || rounds < fewestRounds) throw new Error(`--rounds is a number of at least ${fewestRounds}`);
  if (!Number.isInteger(files) || files < 1) throw new Error("--files is a number of at least 1");
  if (values.only !== undefined && !Object.hasOwn(benches, values.only)) throw new Error(`--only is one of ${Object.keys(benches).join(", ")}`);
  if (positionals.length > 1) throw new Error("one PATH at most");
  return { rounds, files, named: values.files === undefined ? undefined : files, only: values.only, given: positionals[0] };
}

/** The folder to audit: the one that was named, or a made one that is kept for the next run. */
function corpus(given, files) {
  if (given !== undefined) return path.resolve(given);
  const folder = path.join(root, ".cache/bench", `corpus-${files}`);
  if (!fs.existsSync(folder)) {
    const part = `${folder}.part`;
    fs.rmSync(part, { recursive: true, force: true });
    makeCorpus(part, files);
    fs.renameSync(part, folder);
  }
  return folder;
}

async function main() {
  const { rounds, files, named, only, given } = options();
  for (const file of ["cli.js", "server.js"]) {
    if (!fs.existsSync(path.join(root, "dist", file))) throw new Error(`dist/${file} is missing: npm run build`);
  }
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), "marketlint-bench-"));
  try {
    console.log(`Node ${process.version}, ${os.cpus().length} × ${os.cpus()[0]?.model.trim() ?? "CPU"}, ${rounds} rounds, medians`);
    for (const [name, { title, run }] of Object.entries(benches)) {
      if (only !== undefined && only !== name) continue;
      const folder = onFolder.has(name) ? corpus(given, files) : scratch;
      const shownFolder = onFolder.has(name) ? `: ${path.relative(process.cwd(), folder) || "."}` : "";
      console.log(`\n## ${title}${shownFolder}\n\n${await run({ root, folder, rounds, scratch, files: named })}`);
    }
  } finally {
    fs.rmSync(scratch, { recursive: true, force: true });
  }
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
