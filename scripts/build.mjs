/**
 * `npm run build`: bundles the client, the server, the command line, the engine and the parsers of TypeScript and PHP into
 * `dist`. The server is two bundles, so that the analysis thread starts before the protocol is loaded.
 * The engine (all rules) and each parser are bundles of their own, shared by the others and loaded only when a file needs it.
 */
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { noticesOf } from "./notices.mjs";
import { ruleBundles, ruleTextsJson, textsFile } from "./ruleBundles.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const dist = path.join(root, "dist");

/** The style of the report view, beside its script. */
const viewStyle = "reportView.css";

/** Node 22 and later keep compiled code between runs; the call is missing in older ones and in some editors. */
const compileCache = 'try{require("node:module").enableCompileCache?.()}catch{}';

const bundles = [
  { name: "client", entry: "client/extension.ts", external: ["vscode"] },
  { name: "reportView", entry: "client/report/view/main.ts", browser: true },
  { name: "server", entry: "server/main.ts", banner: compileCache },
  { name: "languageServer", entry: "server/lsp/start.ts" },
  { name: "worker", entry: "server/worker.ts", banner: compileCache },
  { name: "engine", entry: "server/workspace/engineBundle.ts", analyses: true },
  { name: "mcp", entry: "server/mcp/start.ts" },
  { name: "sbom", entry: "server/reports/sbom/start.ts" },
  { name: "cli", entry: "server/cli.ts", banner: `#!/usr/bin/env node\n${compileCache}` },
  { name: "parser", entry: "server/languages/typescript/parser.ts", analyses: true },
  { name: "phpParser", entry: "server/languages/php/parser.ts", analyses: true },
  { name: "typescript", entry: "node_modules/typescript/lib/typescript.js", alone: true, analyses: true },
];

/**
 * Says that TypeScript is a module: else each of thirty modules that import it, compiled before, copies its two thousand
 * names at start.
 */
const typescriptIsModule = "Object.defineProperties(module.exports,{__esModule:{value:true},default:{value:module.exports}});";

/** Modules that are bundles of their own: imported from elsewhere, they stay imports of the bundle beside. */
const own = new Map([
  [path.join(root, "server/languages/typescript/parser.ts"), "./parser.js"],
  [path.join(root, "server/languages/php/parser.ts"), "./phpParser.js"],
  [path.join(root, "server/workspace/engineBundle.ts"), "./engine.js"],
  [path.join(root, "server/main.ts"), "./server.js"],
  [path.join(root, "server/lsp/start.ts"), "./languageServer.js"],
  [path.join(root, "server/mcp/start.ts"), "./mcp.js"],
  [path.join(root, "server/reports/sbom/start.ts"), "./sbom.js"],
]);

const bundlesBeside = {
  name: "bundles-beside",
  setup({ onResolve }) {
    onResolve({ filter: /\/(?:parser|engineBundle|main|start)\.ts$/ }, ({ path: wanted, resolveDir, kind }) => {
      const bundle = own.get(path.resolve(resolveDir, wanted));
      return kind === "dynamic-import" && bundle ? { path: bundle, external: true } : undefined;
    });
    // Optional parts of a library that writes JSON here: it asks whether they are there, and need not be told yes.
    onResolve({ filter: /^(?:xmlbuilder2|libxmljs2)$/ }, ({ path: name }) => ({ path: name, external: true }));
    // Inside a bundle it would be a function, which is parsed once more when it is called: a third of the loading.
    onResolve({ filter: /^typescript(?:\/lib\/tsserverlibrary)?$/ }, () => ({ path: "./typescript.js", external: true }));
  },
};

/** Builds all bundles. Throws where one cannot be built. */
export async function buildAll() {
  fs.mkdirSync(path.join(root, ".cache"), { recursive: true });
  fs.mkdirSync(dist, { recursive: true });
  // Whoever runs a bundle meanwhile keeps it; only what no bundle is named after goes.
  const kept = new Set(["THIRD-PARTY-NOTICES.txt", textsFile, viewStyle, ...bundles.map(({ name }) => `${name}.js`)]);
  for (const file of fs.readdirSync(dist)) if (!kept.has(file)) fs.rmSync(path.join(dist, file), { recursive: true });
  const analysing = await Promise.all(bundles.filter(({ analyses }) => analyses).map((bundle) => buildOne(bundle)));
  const define = { MARKETLINT_ENGINE: JSON.stringify(engineOf(analysing)) };
  const others = await Promise.all(bundles.filter(({ analyses }) => !analyses).map((bundle) => buildOne(bundle, define)));
  const results = [...analysing, ...others];
  for (const { path: file, contents } of results.flatMap(({ outputFiles }) => outputFiles)) fs.writeFileSync(file, contents);
  fs.writeFileSync(path.join(dist, textsFile), ruleTextsJson());
  fs.copyFileSync(path.join(root, "client/report/view/view.css"), path.join(dist, viewStyle));
  fs.writeFileSync(path.join(dist, "THIRD-PARTY-NOTICES.txt"), noticesOf(root, results.map(({ metafile }) => metafile)));
  fs.chmodSync(path.join(dist, "cli.js"), 0o755);
}

/** Says which engine the bundles hold: what the cache keeps is of no use to another. */
function engineOf(results) {
  const hash = createHash("sha256");
  for (const { contents } of results.flatMap(({ outputFiles }) => outputFiles)) hash.update(contents);
  // Which files are looked at, and what is kept of them, is decided outside those bundles.
  const workspace = path.join(root, "server/workspace");
  for (const file of fs.readdirSync(workspace, { recursive: true }).sort()) {
    if (file.endsWith(".ts")) hash.update(fs.readFileSync(path.join(workspace, file)));
  }
  return hash.digest("hex").slice(0, 16);
}

async function buildOne({ name, entry, alone, banner, browser, external = [] }, define = {}) {
  const result = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: path.join(dist, `${name}.js`),
    bundle: !alone,
    platform: browser ? "browser" : "node",
    format: browser ? "iife" : "cjs",
    target: browser ? "es2022" : "node20",
    minify: true,
    legalComments: "none",
    // The UMD builds of some packages call require in ways that no bundler can follow.
    mainFields: ["module", "main"],
    // Importing a bundle beside would read it for its exports first, which takes a second for the parser; requiring does not.
    supported: { "dynamic-import": false },
    ...(alone ? { footer: { js: typescriptIsModule } } : { external, plugins: [bundlesBeside, ruleBundles] }),
    metafile: true,
    define,
    // Written when all are made, so that bundles which belong together come together.
    write: false,
    logLevel: "warning",
    ...(banner && { banner: { js: banner } }),
  });
  fs.writeFileSync(path.join(root, ".cache", `meta-${name}.json`), JSON.stringify(result.metafile));
  return result;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  await buildAll();
  for (const file of fs.readdirSync(dist)) {
    console.log(`dist/${file}: ${(fs.statSync(path.join(dist, file)).size / 1024).toFixed(0)} kB`);
  }
}
