import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";

const root = process.cwd();
const cruiser = path.join(root, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
const guard = path.join(root, ".dependency-cruiser.cjs");

interface Violation {
  readonly from: string;
  readonly to: string;
  readonly rule: { readonly name: string };
}

/** What the guard finds under a folder, as "rule: from -> to". */
function violationsIn(folder: string, ...parts: string[]): string[] {
  const run = spawnSync(process.execPath, [cruiser, "--config", guard, "--output-type", "json", ...parts], {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  const { summary } = JSON.parse(run.stdout) as { summary: { violations: Violation[] } };
  return summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`).sort();
}

/** Writes files into a new folder, gives it to `use` and removes it. */
function withFiles<Result>(files: Readonly<Record<string, string>>, use: (folder: string) => Result): Result {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "architecture-"));
  try {
    for (const [name, text] of Object.entries(files)) {
      fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      fs.writeFileSync(path.join(folder, name), text);
    }
    return use(folder);
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

function sourcesIn(folder: string): string[] {
  return fs
    .readdirSync(path.join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(?:ts|mjs|cjs)$/.test(entry.name))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll("\\", "/"));
}

const sources = ["server", "client", "scripts", "test", "bench"].filter((folder) => fs.existsSync(path.join(root, folder))).flatMap(sourcesIn);

/** Tables and lists of facts may be as long as the facts are. */
const isData = (file: string): boolean =>
  /(?:^|\/)(?:tables|formats|clauses)\/|\/(?:requirements|baseImages|requirementIds|ruleIds|catalogue)\.ts$/.test(file);

describe("architecture", () => {
  it("keeps the arrows between the folders", function () {
    this.timeout(60_000);
    assert.deepEqual(violationsIn(root, "server", "client"), []);
  });

  it("has a guard that fails", function () {
    this.timeout(60_000);
    const value = "export const value = 1;\n";
    const uses = (...from: string[]): string => from.map((name, index) => `import { value as v${index} } from "${name}";\n`).join("") + "export const other = 1;\n";
    const files = {
      "tsconfig.json": "{}",
      "node_modules/vscode-languageserver/package.json": '{ "name": "vscode-languageserver", "main": "main.js" }',
      "node_modules/vscode-languageserver/main.js": "exports.value = 1;\n",
      "server/lsp/protocol.ts": 'import { value } from "../core/value.ts";\nexport const name = value;\n',
      "server/lsp/value.ts": value,
      "server/reports/up.ts": uses("../lsp/value.ts"),
      "server/core/value.ts": value,
      "server/core/up.ts": uses("../languages/value.ts"),
      "server/languages/value.ts": value,
      "server/languages/disk.ts": 'import { readFileSync } from "node:fs";\nexport const other = readFileSync;\n',
      "server/rules/cookies/one.ts": uses("../tokens/one.ts", "../../marketplaces/value.ts"),
      "server/rules/tokens/one.ts": value,
      "server/rules/tokens/typed.ts": 'import type { Connection } from "vscode-languageserver";\nexport type Other = Connection;\n',
      "server/marketplaces/value.ts": value,
      "server/analysis/up.ts": uses("../workspace/one.ts", "../cli.ts"),
      "server/workspace/one.ts": 'import { value as other } from "./two.ts";\nexport const value = other;\n',
      "server/workspace/two.ts": 'import type { value as other } from "./one.ts";\nexport const value: typeof other = 1;\n',
      "server/cli.ts": value,
      "client/up.ts": uses("../server/lsp/value.ts", "../server/lsp/protocol.ts", "../server/nowhere.ts"),
    };
    assert.deepEqual(withFiles(files, (folder) => violationsIn(folder, "server", "client")), [
      "analysis-knows-no-disk: server/languages/disk.ts -> fs",
      "analysis-knows-no-editor: server/rules/tokens/typed.ts -> node_modules/vscode-languageserver/main.js",
      "arrow-of-analysis: server/analysis/up.ts -> server/cli.ts",
      "arrow-of-analysis: server/analysis/up.ts -> server/workspace/one.ts",
      "arrow-of-core: server/core/up.ts -> server/languages/value.ts",
      "arrow-of-reports: server/reports/up.ts -> server/lsp/value.ts",
      "arrow-of-rules: server/rules/cookies/one.ts -> server/marketplaces/value.ts",
      "client-shares-one-file: client/up.ts -> server/lsp/value.ts",
      "concerns-stand-alone: server/rules/cookies/one.ts -> server/rules/tokens/one.ts",
      "entry-points-stand-on-top: server/analysis/up.ts -> server/cli.ts",
      "no-cycles: server/workspace/one.ts -> server/workspace/two.ts",
      "nothing-unresolved: client/up.ts -> ../server/nowhere.ts",
      "shared-file-holds-names: server/lsp/protocol.ts -> server/core/value.ts",
    ]);
  });

  it("has no file over 400 lines but data", () => {
    const long = sources.filter((file) => !isData(file) && fs.readFileSync(path.join(root, file), "utf8").split("\n").length > 401);
    assert.deepEqual(long, []);
  });

  it("has short files on the whole: half of the server's are under 80 lines", () => {
    const lengths = sources
      .filter((file) => file.startsWith("server/") && !isData(file))
      .map((file) => fs.readFileSync(path.join(root, file), "utf8").split("\n").length - 1)
      .sort((left, right) => left - right);
    assert.ok((lengths[lengths.length >> 1] ?? 0) <= 80, `median ${lengths[lengths.length >> 1]}`);
  });

  it("names files by their subject", () => {
    const forbidden = /(?:^|\/)(?:utils?\d*|helpers?|misc|common|shared|stuff)(?:\.[a-z]+)*(?:\/|\.[mc]?[jt]s$)/i;
    assert.deepEqual(sources.filter((file) => forbidden.test(file)), []);
  });

  it("turns no check off", () => {
    const off = /@ts-(?:ignore|nocheck|expect-error)|eslint-disable/;
    const files = sources.filter((file) => !file.startsWith("test/") && off.test(fs.readFileSync(path.join(root, file), "utf8")));
    // The word may stand in the examples of a rule on suppressions, which quote other tools' comments.
    assert.deepEqual(files.filter((file) => !file.startsWith("server/rules/marketlint/")), []);
  });
});
