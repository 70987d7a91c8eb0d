/** Entry point inside VS Code's extension host: runs the compiled suites beside it and writes the report. */
import { appendFileSync, readdirSync } from "node:fs";
import * as path from "node:path";
import Mocha from "mocha";

/** Called by VS Code. Rejects when a test fails, which VS Code turns into a non-zero status. */
export function run(): Promise<void> {
  const mocha = new Mocha({ ui: "bdd", timeout: 60_000, color: false });
  const suites = readdirSync(__dirname).filter((file) => file.endsWith(".test.js")).sort();
  for (const file of suites) mocha.addFile(path.join(__dirname, file));

  let passed = 0;
  return new Promise((resolve, reject) => {
    const runner = mocha.run((failed) => {
      say(`editor: ${passed} passed, ${failed} failed`);
      if (failed > 0) reject(new Error(`${failed} failed`));
      else resolve();
    });
    runner.on("pass", (test) => {
      passed++;
      say(`  ok   ${test.fullTitle()} (${test.duration ?? 0} ms)`);
    });
    runner.on("fail", (test, error: Error) => say(`  FAIL ${test.fullTitle()}\n${error.stack ?? error.message}`));
  });
}

function say(line: string): void {
  const report = process.env["MARKETLINT_TEST_REPORT"];
  if (report) appendFileSync(report, `${line}\n`);
}
