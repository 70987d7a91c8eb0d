// Scaffolds a rule: npm run new-rule -- CONCERN RULE-ID
// The new rule runs from the start; its tests fail until every FILL_IN is replaced.
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { ruleSource, testSource } from "./rule-template.mjs";

/** `thing-fault`: at least two words, so that an id says what is wrong with what. */
const ruleIdShape = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)+$/;

/** A request that cannot be followed; the message is for the person who made it. */
export class Refusal extends Error {}

/** The concerns, as the type in core names them; `marketlint` are findings on our own comments and configuration. */
export function concernsOf(root) {
  const source = fs.readFileSync(path.join(root, "server/core/rule.ts"), "utf8");
  const union = /^export type Concern =([^;]+);/m.exec(source)?.[1] ?? "";
  return [...union.matchAll(/"([a-z]+)"/g)].map((match) => match[1]).filter((concern) => concern !== "marketlint");
}

function fileOfRule(root, id) {
  const rules = path.join(root, "server/rules");
  const folders = fs.readdirSync(rules, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const folder = folders.find(({ name }) => fs.existsSync(path.join(rules, name, `${id}.ts`)));
  return folder && `server/rules/${folder.name}/${id}.ts`;
}

/** Writes a rule and its test below `root` and returns their paths from there. Throws {@link Refusal}. */
export function newRule(root, concern, id) {
  const concerns = concernsOf(root);
  if (!concerns.includes(concern)) {
    throw new Refusal(`There is no concern "${concern}". The concerns are ${concerns.join(", ")} (server/core/rule.ts).`);
  }
  if (!ruleIdShape.test(id)) {
    throw new Refusal(`"${id}" is no rule id. An id is thing-fault in lower case with hyphens, such as cookie-missing-secure.`);
  }
  if (id.startsWith("suppression-")) throw new Refusal('Ids that start with "suppression-" are for findings on suppression comments.');
  const existing = fileOfRule(root, id);
  if (existing) throw new Refusal(`There is a rule "${id}" already: ${existing}.`);

  const written = [
    { file: `server/rules/${concern}/${id}.ts`, text: ruleSource(concern, id) },
    { file: `test/unit/rules/${concern}/${id}.test.ts`, text: testSource(concern, id) },
  ];
  const inTheWay = written.find(({ file }) => fs.existsSync(path.join(root, file)));
  if (inTheWay) throw new Refusal(`${inTheWay.file} is there already.`);
  for (const { file, text } of written) {
    fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    fs.writeFileSync(path.join(root, file), text);
  }
  return written.map(({ file }) => file);
}

function main([concern, id, ...rest]) {
  if (concern === undefined || id === undefined || rest.length > 0) {
    console.error("Usage: npm run new-rule -- CONCERN RULE-ID, such as npm run new-rule -- cookies cookie-missing-secure");
    return 2;
  }
  const root = fileURLToPath(new URL("..", import.meta.url));
  try {
    for (const file of newRule(root, concern, id)) console.log(`wrote ${file}`);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    console.error(error.message);
    return 2;
  }
  const generated = spawnSync(process.execPath, [path.join(root, "scripts/generate.mjs")], { stdio: "inherit" });
  if (generated.status !== 0) return 1;
  console.log(`Now run: npx mocha test/unit/rules/examples.test.ts test/unit/rules/${concern}/${id}.test.ts --grep ${id}
It fails for each FILL_IN that is left. CONTRIBUTING.md goes through the steps.`);
  return 0;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) process.exitCode = main(process.argv.slice(2));
