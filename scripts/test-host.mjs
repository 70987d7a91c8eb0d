/**
 * The editor tests in a real VS Code: desktop VS Code through @vscode/test-electron where its download is in reach and
 * a display is, else the code-server host. `--electron` and `--code-server` choose. `--only NAME,NAME` runs these suites,
 * `--extension FOLDER` tests an unpacked extension. Exit status 0 or 1.
 */
import fs from "node:fs";
import path from "node:path";
import * as esbuild from "esbuild";
import { codeServerHost, electronHost, electronObstacle } from "./editor-hosts.mjs";
import { root } from "./host.mjs";

const compiled = path.join(root, ".cache", "editor-tests");
const out = path.join(root, ".cache", "editor");
const report = path.join(out, "report.txt");
const options = process.argv.slice(2);
const extension = path.resolve(optionValue("--extension") ?? root);
const only = optionValue("--only");

fs.rmSync(out, { recursive: true, force: true });
fs.mkdirSync(out, { recursive: true });
await compileTests();
const host = await chooseHost();
console.log(`host: ${host.name}`);
let failure = "";
try {
  failure = await host.run({ extension, suites: path.join(compiled, "index.js"), report, out });
} catch (error) {
  failure = error.message;
}
console.log(fs.existsSync(report) ? fs.readFileSync(report, "utf8").trimEnd() : "editor: 0 passed, 1 failed (the suite never started)");
if (failure) console.log(`${failure}; see ${path.relative(root, out)}`);
process.exit(failure ? 1 : 0);

function optionValue(name) {
  const at = options.indexOf(name);
  return at === -1 ? undefined : options[at + 1];
}

async function compileTests() {
  fs.rmSync(compiled, { recursive: true, force: true });
  const tests = fs.readdirSync(path.join(root, "test/editor")).filter((file) => /^index\.ts$|\.test\.ts$/.test(file))
    .filter((file) => file === "index.ts" || only === undefined || only.split(",").includes(file.replace(".test.ts", "")));
  await esbuild.build({
    entryPoints: tests.map((file) => path.join(root, "test/editor", file)),
    outdir: compiled, bundle: true, platform: "node", target: "node20", format: "cjs",
    external: ["vscode", "mocha"], sourcemap: "inline", logLevel: "warning",
  });
}

async function chooseHost() {
  if (options.includes("--code-server")) return codeServerHost;
  const obstacle = options.includes("--electron") ? "" : await electronObstacle();
  if (obstacle === "") return electronHost;
  console.log(`desktop VS Code is not used: ${obstacle}`);
  return codeServerHost;
}
