// Runs every suite and prints the totals. Each suite says how many checks passed and failed; one that cannot
// run here is left out with the reason, except in CI, where leaving out is a failure.
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const inCi = process.env.CI === "true";
const only = process.argv.slice(2);
/** A suite that hangs must not hang the run. */
const suiteMilliseconds = 10 * 60_000;
const totals = { passed: 0, failed: 0 };
const hosts = [];

function onPath(name) {
  return (process.env.PATH ?? "").split(path.delimiter).some((folder) => fs.existsSync(path.join(folder, name)));
}

function run(command, args, options = {}) {
  const result = spawnSync(command, args, { cwd: root, encoding: "utf8", maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "pipe"], timeout: suiteMilliseconds, killSignal: "SIGKILL", ...options });
  if (result.error) return { status: 1, output: `${result.stdout ?? ""}${result.stderr ?? ""}\n${result.error.message}` };
  return { status: result.status ?? 1, output: `${result.stdout ?? ""}${result.stderr ?? ""}` };
}

function record(name, passed, failed, seconds) {
  totals.passed += passed;
  totals.failed += failed;
  console.log(`${failed === 0 ? "ok  " : "FAIL"} ${name}: ${passed} passed, ${failed} failed (${seconds.toFixed(0)} s)`);
}

/** A check that passes or fails as a whole. */
function step(name, command, args) {
  return suite(name, () => {
    const { status, output } = run(command, args);
    if (status !== 0) console.log(output);
    return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  });
}

/** A mocha run; its own counts are added. */
function mocha(name, args) {
  return suite(name, () => {
    const report = path.join(root, ".cache", `mocha-${name.replace(/\W+/g, "-")}.json`);
    fs.mkdirSync(path.dirname(report), { recursive: true });
    fs.rmSync(report, { force: true });
    const { status, output } = run("npx", ["mocha", "--reporter", "json", "--reporter-option", `output=${report}`, ...args]);
    if (!fs.existsSync(report)) {
      console.log(output);
      return { passed: 0, failed: 1 };
    }
    const { stats, failures } = JSON.parse(fs.readFileSync(report, "utf8"));
    for (const failure of failures) console.log(`  FAIL ${failure.fullTitle}\n${failure.err.stack ?? failure.err.message}`);
    // A pending test is one that was switched off: that is no pass.
    const failed = stats.failures + (inCi ? stats.pending : 0);
    if (stats.pending > 0) console.log(`  ${stats.pending} tests of ${name} are switched off`);
    return { passed: stats.passes, failed: failed === 0 && status !== 0 ? 1 : failed };
  });
}

/** A mocha run that needs something which may be missing. */
function mochaWhere(name, args, missing) {
  const whole = mocha(name, args);
  if (!missing) return whole;
  return suite(name, () => {
    console.log(`  ${name}: not run here, ${missing}`);
    return { passed: 0, failed: inCi ? 1 : 0 };
  });
}

/** A script that prints "N passed, N failed" on its last line that has it. */
function counted(name, command, args, missing) {
  return suite(name, () => {
    if (missing) {
      console.log(`  ${name}: not run here, ${missing}`);
      return { passed: 0, failed: inCi ? 1 : 0 };
    }
    const { status, output } = run(command, args);
    const counts = [...output.matchAll(/(\d+) passed, (\d+) failed/g)].at(-1);
    if (status !== 0 || !counts) console.log(output);
    const host = /^host: (.+)$/m.exec(output)?.[1];
    if (host) hosts.push(`${name}: ${host}`);
    if (!counts) return { passed: 0, failed: 1 };
    const failed = Number(counts[2]);
    return { passed: Number(counts[1]), failed: failed === 0 && status !== 0 ? 1 : failed };
  });
}

function suite(name, body) {
  return { name, body };
}

const chromium = process.env.CHROMIUM ?? (onPath("chromium") ? "chromium" : undefined);
const suites = [
  step("type check", "npm", ["run", "--silent", "typecheck"]),
  step("lint", "npm", ["run", "--silent", "lint"]),
  step("generated files", "node", ["scripts/generate.mjs", "--check"]),
  step("build", "npm", ["run", "--silent", "build"]),
  mocha("unit", ["--spec", "test/{unit,fuzz}/**/*.test.ts"]),
  mocha("protocol", ["--spec", "test/protocol/**/*.test.ts", "--timeout", "60000", "--exit"]),
  mochaWhere("view", ["--spec", "test/view/**/*.test.ts", "--timeout", "60000", "--exit"], chromium ? undefined : "there is no chromium on the path (apt-get install chromium)"),
  step("package", "npm", ["run", "--silent", "package"]),
  counted("editor", "node", ["scripts/test-host.mjs"], chromium ? undefined : "there is no chromium on the path (apt-get install chromium)"),
  counted("neovim", "node", ["test/neovim/run.mjs"], onPath("nvim") ? undefined : "there is no nvim on the path (apt-get install neovim)"),
];

for (const { name, body } of suites) {
  if (only.length > 0 && !only.includes(name)) continue;
  const started = Date.now();
  const { passed, failed } = body();
  record(name, passed, failed, (Date.now() - started) / 1000);
}
if (hosts.length > 0) console.log(`hosts: ${hosts.join("; ")}`);
console.log(`${totals.passed} passed, ${totals.failed} failed`);
process.exit(totals.failed === 0 ? 0 : 1);
