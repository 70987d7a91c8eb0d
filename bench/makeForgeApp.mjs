// Makes a Forge app of any size to measure on.
// usage: node bench/makeForgeApp.mjs FOLDER [FILES]
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { makeModule, randomNumbers } from "./sourceText.mjs";

const manifest = `app:
  id: ari:cloud:ecosystem::app/11111111-2222-3333-4444-555555555555
  runtime:
    name: nodejs22.x
modules:
  jira:issuePanel:
    - key: panel
      resource: main
      title: Panel
      function: run
  function:
    - key: run
      handler: index.run
permissions:
  scopes:
    - read:jira-user
    - read:jira-work
`;

/** The calls of an app: its own wrappers, texts and paths that are put together. */
const calls = [
  (at) => `export const whoAmI${at} = () => api.asUser().requestJira(route\`/rest/api/3/myself\`);\n`,
  (at) => `export const issue${at} = (key: string) => api.asApp().requestJira(route\`/rest/api/3/issue/\${key}\`);\n`,
  (at) => `const path${at} = route\`/rest/api/3/project/search\`;\nexport const search${at} = () => api.asUser().requestJira(path${at}, { headers: { Accept: "application/json" } });\n`,
];

/** A module in the middle of which a call may be typed. */
export function makeForgeModule(random, at, lines) {
  const call = calls[at % calls.length];
  return `import api, { route } from "@forge/api";\n${makeModule(random, lines)}\n${call(at)}`;
}

/** Writes an app of `files` files below `folder`, which is made; one module of five calls an API. The same numbers give the same files. */
export function makeForgeApp(folder, files) {
  const random = randomNumbers(files);
  const write = (name, text) => {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), text);
  };
  write("manifest.yml", manifest);
  write("package.json", '{ "dependencies": { "@forge/api": "4.0.0" } }\n');
  write("src/index.ts", makeForgeModule(random, 0, 60));
  for (let at = 3; at < files; at++) {
    const lines = 20 + random(220);
    write(`src/part${at % 40}/module${at}.ts`, at % 5 === 0 ? makeForgeModule(random, at, lines) : makeModule(random, lines));
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder, files = "5000"] = process.argv.slice(2);
  if (folder === undefined || !/^\d+$/.test(files)) {
    console.error("usage: node bench/makeForgeApp.mjs FOLDER [FILES]");
    process.exit(2);
  }
  makeForgeApp(folder, Number(files));
}
