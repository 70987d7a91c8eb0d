// A second editor: headless Neovim with the language server as `marketlint lsp --stdio`, on a copied sample app.
// Prints "ok" and "FAIL" lines and the totals; exit status 0 or 1. NVIM names another Neovim than that on the path.
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const cli = path.join(root, "dist/cli.js");
const nvim = process.env.NVIM ?? "nvim";
const examples = path.join(root, "examples");

/** The file that is worked on, and one whose finding hangs on what other files of its app show. */
const files = [
  { sample: "connect", file: "routes/index.js" },
  { sample: "superoffice", file: "sync/appsettings.json" },
];

/** Ends a Neovim that waits for something which never comes. */
const timeout = 120_000;

function end(output, status) {
  const count = (mark) => output.split("\n").filter((line) => line.startsWith(mark)).length;
  const passed = count("ok   ");
  let failed = count("FAIL ");
  if (status !== 0 && failed === 0) {
    console.log("FAIL Neovim ended before the checks did");
    failed = 1;
  }
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed === 0 && passed > 0 ? 0 : 1);
}

const version = spawnSync(nvim, ["--version"], { encoding: "utf8" });
if (version.status !== 0) {
  console.log(`FAIL ${nvim} --version does not run: install Neovim 0.7 or newer`);
  end("FAIL ", 1);
}
console.log(`host: Neovim ${/^NVIM v(\S+)/m.exec(version.stdout)?.[1] ?? "of unknown version"}`);
if (!fs.existsSync(cli)) {
  console.log("FAIL there is no dist/cli.js: run npm run build");
  end("FAIL ", 1);
}

function expectedIn({ sample, file }) {
  const { findings } = JSON.parse(fs.readFileSync(path.join(examples, sample, "EXPECTED.json"), "utf8"));
  return findings.filter((finding) => finding.file === file).map(({ rule, line }) => `${line} ${rule}`);
}

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "marketlint-neovim-"));
try {
  for (const { sample } of files) fs.cpSync(path.join(examples, sample, "app"), path.join(folder, sample), { recursive: true });
  const { status, stdout, stderr, error } = spawnSync(nvim, ["--headless", "--clean", "-n", "-c", `luafile ${path.join(root, "test/neovim/lsp.lua")}`], {
    cwd: folder,
    encoding: "utf8",
    timeout,
    env: {
      ...process.env,
      // Neither the log nor the data of the person who runs the test is touched.
      XDG_STATE_HOME: path.join(folder, ".state"),
      XDG_CACHE_HOME: path.join(folder, ".state"),
      XDG_DATA_HOME: path.join(folder, ".state"),
      MARKETLINT_COMMAND: JSON.stringify([process.execPath, cli, "lsp", "--stdio"]),
      MARKETLINT_FILES: JSON.stringify(
        files.map((one) => ({ path: path.join(folder, one.sample, one.file), expected: expectedIn(one) })),
      ),
    },
  });
  const output = stdout.replaceAll("\r", "");
  console.log(output.trimEnd());
  if (status !== 0 && stderr.trim() !== "") console.log(stderr.trim());
  if (error) console.log(`FAIL ${error.code === "ETIMEDOUT" ? `not done after ${timeout / 1000} seconds` : error.message}`);
  end(error ? `${output}\nFAIL ` : output, status ?? 1);
} finally {
  fs.rmSync(folder, { recursive: true, force: true });
}
