/**
 * `npm run package`: builds, packs the extension into `.cache/marketlint.vsix`, and fails when the package is larger
 * than it may be or holds a file that is not meant to be in it. `--no-build` packs what is in `dist` already.
 */
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const mostBytes = 3 * 1024 * 1024;

/** Where the packed extension is. */
export const vsixPath = path.join(root, ".cache", "marketlint.vsix");

/** What may be in the package: the second guard behind `.vscodeignore`, which a careless `!` could open. */
const allowed = [
  /^\[Content_Types\]\.xml$/,
  /^extension\.vsixmanifest$/,
  /^extension\/(package|package\.nls(\.[\w-]+)?)\.json$/,
  /^extension\/(readme|changelog)\.md$/i,
  /^extension\/LICENSE(\.txt|\.md)?$/i,
  /^extension\/dist\/[\w-]+\.js$/,
  /^extension\/dist\/[\w.-]+\.txt$/,
  /^extension\/dist\/(ruleTexts\.json|reportView\.css)$/,
  /^extension\/images\/(icon\.png|activity\.svg)$/,
  /^extension\/l10n\/bundle\.l10n(\.[\w-]+)?\.json$/,
  /^extension\/(schemas|syntaxes)\/[\w.-]+\.json$/,
];
const demanded = ["extension/package.json", "extension/package.nls.json", "extension/dist/client.js",
  "extension/dist/server.js", "extension/dist/engine.js", "extension/dist/ruleTexts.json", "extension/dist/reportView.js", "extension/dist/reportView.css", "extension/images/icon.png", "extension/schemas/marketlint.schema.json"];

/** Packs the extension and checks the package. Throws with the reason when something is wrong. Returns its size in bytes. */
export function packageExtension({ build = true } = {}) {
  if (build) run("npm", ["run", "--silent", "build"]);
  fs.mkdirSync(path.dirname(vsixPath), { recursive: true });
  run(process.execPath, [path.join(root, "node_modules/@vscode/vsce/vsce"), "package", "--no-dependencies",
    "--allow-missing-repository", "--no-rewrite-relative-links", "--skip-license", "--out", vsixPath]);
  const faults = packageFaults(fs.readFileSync(vsixPath));
  if (faults.length > 0) throw new Error(`the package is not fit to ship:\n  ${faults.join("\n  ")}`);
  return fs.statSync(vsixPath).size;
}

/** What is wrong with a package, a sentence each. */
export function packageFaults(vsix) {
  const names = zipNames(vsix);
  return [
    ...(vsix.length > mostBytes ? [`it has ${vsix.length} bytes, at most ${mostBytes} are allowed`] : []),
    ...names.filter((name) => !allowed.some((pattern) => pattern.test(name))).map((name) => `${name} slipped in`),
    ...demanded.filter((name) => !names.includes(name)).map((name) => `${name} is missing`),
  ];
}

/** The names in a zip archive, from its central directory (APPNOTE 4.3.12 and 4.3.16). */
function zipNames(zip) {
  const end = zip.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"));
  if (end === -1) throw new Error("the package is no zip archive");
  let entry = zip.readUInt32LE(end + 16);
  return Array.from({ length: zip.readUInt16LE(end + 10) }, () => {
    const nameLength = zip.readUInt16LE(entry + 28);
    const name = zip.toString("utf8", entry + 46, entry + 46 + nameLength);
    entry += 46 + nameLength + zip.readUInt16LE(entry + 30) + zip.readUInt16LE(entry + 32);
    return name;
  });
}

function run(command, parameters) {
  const result = spawnSync(command, parameters, { cwd: root, encoding: "utf8", shell: process.platform === "win32" && command === "npm" });
  if (result.status === 0) return;
  throw new Error(`${path.basename(command)} ${parameters.slice(0, 3).join(" ")} failed:\n${result.stdout}${result.stderr}${result.error ?? ""}`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  try {
    const bytes = packageExtension({ build: !process.argv.includes("--no-build") });
    console.log(`${path.relative(root, vsixPath)}: ${(bytes / 1024 / 1024).toFixed(2)} MB, at most ${mostBytes / 1024 / 1024} MB`);
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
