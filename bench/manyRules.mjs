// What ten times as many rules cost: the same rules, and made ones with as many words of the same lengths.
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { require as requireTypeScript } from "tsx/cjs/api";
import { randomNumbers } from "./sourceText.mjs";
import { median, shown, table } from "./timing.mjs";

const { createAnalyser } = requireTypeScript("../server/analysis/analyse.ts", import.meta.url);
const { rules } = requireTypeScript("../server/rules/catalogue.ts", import.meta.url);

const letters = "abcdefghijklmnopqrstuvwxyz_-.";

/** Real rules, then `times - 1` made ones for each, whose words are as long and stand for nothing. */
function multiplied(times) {
  const random = randomNumbers(times);
  const word = (like) => Array.from({ length: Math.max(5, like.length) }, () => letters[random(letters.length)]).join("");
  const made = Array.from({ length: times - 1 }, (_, round) =>
    rules.map((rule) => ({ ...rule, id: `${rule.id}-${round}`, triggers: rule.triggers.map(word), check: () => undefined })),
  );
  return [...rules, ...made.flat()];
}

function filesIn(folder) {
  const listed = spawnSync("rg", ["--files", "--hidden", "--glob", "!.git", "--null", folder], { encoding: "utf8", maxBuffer: 1 << 28 });
  if (listed.status !== 0) throw new Error("ripgrep could not list the folder");
  return listed.stdout.split("\0").filter(Boolean);
}

/** Milliseconds of one call. */
function timed(run) {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Compares and gives the table: the sizes, what making the automaton costs, and what looking at every byte of the folder costs. */
export async function benchManyRules({ folder, rounds }) {
  const texts = filesIn(folder).map((file) => [path.relative(folder, file), fs.readFileSync(file)]);
  const bytes = texts.reduce((sum, [, text]) => sum + text.length, 0);
  const sets = [1, 10].map((times) => ({ times, rules: multiplied(times), makes: [], looks: [], pass: 0 }));
  for (let round = -1; round < rounds; round++) {
    for (const set of sets) {
      let analyser;
      const make = timed(() => (analyser = createAnalyser(set.rules)));
      const look = timed(() => (set.pass = texts.filter(([file, text]) => analyser.mayMatter(file, text)).length));
      if (round < 0) continue;
      set.makes.push(make);
      set.looks.push(look);
    }
  }
  const rows = sets.map(({ times, rules: all, makes, looks, pass }) => [
    `${times} ×`,
    String(all.length),
    String(new Set(all.flatMap(({ triggers }) => triggers)).size),
    `${shown(median(makes))} ms`,
    `${shown(median(looks))} ms`,
    shown(median(looks.map((look, round) => look / sets[0].looks[round]))),
    String(pass),
  ]);
  return `${texts.length} files, ${shown(bytes / 1e6)} MB\n\n${table(["rules", "count", "words", "making the automaton, CPU", "looking at all bytes, CPU", "÷ 1 ×", "files that pass"], rows)}`;
}
