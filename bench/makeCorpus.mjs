// Makes a folder of made-up apps to measure on.
// usage: node bench/makeCorpus.mjs FOLDER [FILES]
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { makeJson, makeModule, makeProse, makeYaml, randomNumbers } from "./sourceText.mjs";

/** Of 100 files, which kinds: shares as in real apps, and 3 of 100 modules have something that a rule looks for. */
function makeFile(random, at) {
  const share = random(100);
  if (share < 60) return [`src/part${at % 40}/module${at}.ts`, makeModule(random, 20 + random(220), share < 2 ? 8 : 0)];
  if (share < 72) return [`src/part${at % 40}/View${at}.jsx`, makeModule(random, 20 + random(160)).replace(/: [A-Z]\w*(?:<[^>]*>|\[\])?/g, "")];
  if (share < 84) return [`data/part${at % 20}/list${at}.json`, makeJson(random, 5 + random(60))];
  if (share < 91) return [`config/part${at}.yaml`, makeYaml(random, 5 + random(40))];
  if (share < 97) return [`docs/page${at}.md`, makeProse(random, 10 + random(80))];
  if (share < 98) return [`services/s${at}/Dockerfile`, `FROM node:22-alpine\nWORKDIR /app\nCOPY . .\nRUN npm ci\n${at % 2 ? "USER node\n" : ""}CMD ["node", "."]\n`];
  return [`services/s${at}/.env.example`, `PORT=${random(9999)}\nLOG_LEVEL=debug\nSTORE_URL=\n`];
}

/** Writes `files` files below `folder`, which is made. The same numbers give the same files. */
export function makeCorpus(folder, files) {
  const random = randomNumbers(files);
  for (let at = 0; at < files; at++) {
    const [name, text] = makeFile(random, at);
    const target = path.join(folder, name);
    fs.mkdirSync(path.dirname(target), { recursive: true });
    fs.writeFileSync(target, text);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder, files = "2000"] = process.argv.slice(2);
  if (folder === undefined || !/^\d+$/.test(files)) {
    console.error("usage: node bench/makeCorpus.mjs FOLDER [FILES]");
    process.exit(2);
  }
  makeCorpus(folder, Number(files));
}
