// Made-up source text: the same for the same seed, and shaped like code that people write.

/** A sequence of pseudo-random numbers: `random(n)` is a whole number from 0 to n - 1. */
export function randomNumbers(seed) {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const nouns = "account order product category price stock channel locale asset family attribute media export import job queue event listener report invoice customer address session template panel widget board card member issue comment page space search filter cursor batch".split(" ");
const verbs = "load save find create update remove merge validate render format parse convert count group collect resolve notify schedule retry cancel".split(" ");

function pick(random, list) {
  return list[random(list.length)];
}

function camel(...words) {
  return words.map((word, at) => (at === 0 ? word : word[0].toUpperCase() + word.slice(1))).join("");
}

const statements = [
  (random, n) => `  const ${camel(n, "list")} = await this.store.${pick(random, verbs)}All({ limit: ${random(500)}, offset: ${random(50)} * page });`,
  (random, n) => `  if (!${n} || ${n}.${pick(random, nouns)}.length === ${random(9)}) {\n    throw new Error(\`no ${n} for \${options.${pick(random, nouns)}}\`);\n  }`,
  (random, n) => `  for (const item of ${n}.items) {\n    total += item.${pick(random, nouns)} * ${random(100)};\n    if (total > limit) break;\n  }`,
  (random, n) => `  const ${camel("by", n)} = new Map(items.map((item) => [item.id, { ...item, ${pick(random, nouns)}: item.${pick(random, nouns)} ?? null }]));`,
  (random, n) => `  logger.debug("${pick(random, verbs)} ${n}", { count: items.length, took: Date.now() - started });`,
  (random, n) => `  return items.filter((item) => item.${n} !== undefined).map(({ id, ${n} }) => ({ id, ${n}, at: clock.now() }));`,
  (random, n) => `  // ${pick(random, verbs)}s the ${n} before its ${pick(random, nouns)} is known, because the ${pick(random, nouns)} may come late\n  await queue.push({ kind: "${n}.${pick(random, verbs)}", attempts: ${random(5)} });`,
  (random, n) => `  switch (options.${n}) {\n    case "${pick(random, nouns)}":\n      result.push(${random(10)});\n      break;\n    default:\n      result.push(...defaults);\n  }`,
];

function makeFunction(random) {
  const noun = pick(random, nouns);
  const name = camel(pick(random, verbs), noun, pick(random, nouns));
  const body = Array.from({ length: 2 + random(6) }, () => pick(random, statements)(random, pick(random, nouns)));
  return `/** ${camel(pick(random, verbs))}s one ${noun}; rejects where the ${pick(random, nouns)} is gone. */\nexport async function ${name}(${noun}: ${camel("x", noun).slice(1)}, options: Options = {}): Promise<Result[]> {\n  const started = Date.now();\n${body.join("\n")}\n}\n`;
}

/** What the rules look for, so that they have work to do: about one in `every` functions. */
function makeHandler(random) {
  const noun = pick(random, nouns);
  const options = random(2) === 0 ? "{ httpOnly: true, secure: true }" : `{ maxAge: ${random(9999)} }`;
  return `router.get("/${noun}/:id", async (request, response) => {\n  const value = await ${pick(random, verbs)}(request.params.id);\n  response.cookie("${noun}", value, ${options});\n  response.json(value);\n});\n`;
}

/** A TypeScript module of about `lines` lines. With `every`, one of that many functions is a handler with a cookie. */
export function makeModule(random, lines, every = 0) {
  const parts = [`import { clock, logger, queue, type Options, type Result } from "./${pick(random, nouns)}.ts";\n`];
  if (every > 0) parts.push('import express from "express";\n\nconst router = express.Router();\n');
  let count = parts.join("").split("\n").length;
  while (count < lines) {
    const part = every > 0 && random(every) === 0 ? makeHandler(random) : makeFunction(random);
    parts.push(part);
    count += part.split("\n").length;
  }
  return parts.join("\n");
}

/** A JSON document of about `entries` entries. */
export function makeJson(random, entries) {
  const entry = () => ({ id: random(1e6), [pick(random, nouns)]: pick(random, nouns), labels: { [pick(random, nouns)]: random(9) } });
  return `${JSON.stringify({ version: 1, items: Array.from({ length: entries }, entry) }, undefined, 2)}\n`;
}

/** A YAML document of about `entries` entries. */
export function makeYaml(random, entries) {
  return Array.from({ length: entries }, () => `${camel(pick(random, nouns), pick(random, nouns))}:\n  ${pick(random, nouns)}: ${random(1000)}\n  ${pick(random, verbs)}: [${pick(random, nouns)}, ${pick(random, nouns)}]\n`).join("");
}

/** Prose in Markdown of about `lines` lines. */
export function makeProse(random, lines) {
  const sentence = () => `The ${pick(random, nouns)} ${pick(random, verbs)}s every ${pick(random, nouns)} of its ${pick(random, nouns)}.`;
  return Array.from({ length: lines }, (_, at) => (at % 8 === 0 ? `\n## ${pick(random, nouns)}\n` : `${sentence()} ${sentence()}`)).join("\n");
}
