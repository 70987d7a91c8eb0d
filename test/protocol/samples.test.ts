import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { fileURLToPath } from "node:url";
import { ruleCatalogue } from "../../server/rules/catalogue.ts";
import { startSession } from "./serverClient.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const samples = ["forge", "connect", "trello", "akeneo", "superoffice", "openchannel"];

interface Reported {
  readonly rule: string;
  readonly path: string;
  readonly severity: string;
  readonly start: { readonly line: number; readonly column: number };
  readonly end: { readonly line: number; readonly column: number };
  readonly suppression?: unknown;
}

/** What the command line reports of a folder; suppressed findings are left out. */
function auditByCommandLine(folder: string): Reported[] {
  const { stdout, stderr, status } = spawnSync(process.execPath, ["dist/cli.js", "audit", folder, "--format", "json"], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
  assert.ok(status === 0 || status === 1, `status ${status}: ${stderr}`);
  const { findings, notAnalysed } = JSON.parse(stdout) as { findings: Reported[]; notAnalysed: unknown[] };
  assert.deepEqual(notAnalysed, []);
  return findings.filter((finding) => !finding.suppression);
}

/** Findings across files come once the whole folder is read. */
const indexMilliseconds = 15_000;

/** What the editor shows of every file of a folder once it is as much as `expected`, or after a while. */
async function auditByEditor(folder: string, files: readonly string[], expected: number): Promise<string[]> {
  const session = await startSession({ folder: path.join(root, folder) });
  const deadline = Date.now() + indexMilliseconds;
  try {
    for (const file of files) await session.open(file);
    for (;;) {
      const shown: string[] = [];
      for (const file of files) {
        for (const { code, severity, range } of await session.pull(file)) {
          const level = ["", "error", "warning", "information"][severity ?? 0];
          shown.push(`${file}:${range.start.line + 1}:${range.start.character + 1}-${range.end.line + 1}:${range.end.character + 1} ${level} ${String(code)}`);
        }
      }
      if (shown.length >= expected || Date.now() > deadline) return shown.sort();
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  } finally {
    await session.stop();
  }
}

function line({ path: file, start, end, severity, rule }: Reported): string {
  return `${file}:${start.line}:${start.column}-${end.line}:${end.column} ${severity} ${rule}`;
}

function filesBelow(folder: string): string[] {
  return fs
    .readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(path.join(root, folder), path.join(entry.parentPath, entry.name)).split(path.sep).join("/"))
    .sort();
}

describe("sample apps", () => {
  for (const sample of samples) {
    const app = `examples/${sample}/app`;

    it(`${sample}: the command line finds what is expected, no more and no less`, () => {
      const { findings } = JSON.parse(fs.readFileSync(path.join(root, `examples/${sample}/EXPECTED.json`), "utf8")) as {
        findings: { rule: string; file: string; line: number }[];
      };
      const expected = findings.map((one) => `${one.file}:${one.line} ${one.rule}`).sort();
      const found = auditByCommandLine(app).map((one) => `${one.path}:${one.start.line} ${one.rule}`).sort();
      assert.deepEqual(found, expected);
    });

    it(`${sample}: nothing is found once it is put right`, () => {
      assert.deepEqual(auditByCommandLine(`examples/${sample}/clean`).map(line), []);
    });

    it(`${sample}: the editor shows what the command line reports`, async () => {
      const reported = auditByCommandLine(app).map(line).sort();
      assert.ok(reported.length > 0);
      assert.deepEqual(await auditByEditor(app, filesBelow(app), reported.length), reported);
    });
  }

  it("all samples together have faults of most concerns, and the one fault that each marketplace asks of first", () => {
    const fired = new Set(auditByCommandLine("examples").map(({ rule }) => rule));
    const concerns = new Set(ruleCatalogue.filter(({ id }) => fired.has(id)).map(({ concern }) => concern));
    for (const concern of ["secrets", "cookies", "tokens", "scopes", "containers", "data"] as const) assert.ok(concerns.has(concern), concern);
    const first = ["connect-authentication-none", "forge-egress-wildcard", "trello-token-never-expires", "scope-unknown", "superoffice-application-token-in-code", "hardcoded-secret"];
    assert.deepEqual(first.filter((rule) => !fired.has(rule)), []);
  });
});
