// Running commands and calls in turn and comparing them round by round, so that a machine that slows down
// moves both sides of a ratio.
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { performance } from "node:perf_hooks";

/** The middle of a list of numbers; the lower one of two. */
export function median(numbers) {
  return quantile(numbers, 0.5);
}

/** The number that a share of the others does not exceed. */
export function quantile(numbers, share) {
  const sorted = numbers.filter(Number.isFinite).sort((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

const timer = ["/usr/bin/time", "/opt/homebrew/bin/gtime"].find((file) => fs.existsSync(file));

/** Certificates for a proxy are read by every start of Node, and are nothing of ours. */
const environment = { ...process.env, NODE_EXTRA_CA_CERTS: undefined };

/**
 * Runs a command to its end. Wall and CPU in milliseconds, peak memory in MB; without GNU time the last two are
 * not known (NaN). Throws where the command cannot be started or ends with a status that `accept` refuses.
 */
export function runCommand([command, ...args], { output, accept = (status) => status === 0 } = {}) {
  const report = path.join(os.tmpdir(), `bench-time-${process.pid}`);
  const target = output === undefined ? "ignore" : fs.openSync(output, "w");
  const line = timer ? [timer, "-q", "-f", "%U %S %M", "-o", report, command, ...args] : [command, ...args];
  const started = performance.now();
  const { status, error, stderr } = spawnSync(line[0], line.slice(1), { stdio: ["ignore", target, "pipe"], env: environment, encoding: "utf8" });
  const wall = performance.now() - started;
  if (typeof target === "number") fs.closeSync(target);
  if (error) throw error;
  if (!accept(status)) throw new Error(`${command} ended with status ${status}: ${stderr.slice(0, 500)}`);
  if (!timer) return { wall, cpu: Number.NaN, memory: Number.NaN };
  const [user, system, memory] = fs.readFileSync(report, "utf8").trim().split(/\s+/).slice(-3).map(Number);
  fs.rmSync(report);
  return { wall, cpu: (user + system) * 1000, memory: memory / 1024 };
}

/** Runs every command once a round, in turn, after one round that is not counted. */
export function inTurn(commands, rounds) {
  const results = new Map(commands.map(({ name }) => [name, []]));
  for (let round = -1; round < rounds; round++) {
    for (const { name, run } of commands) {
      const result = run();
      if (round >= 0) results.get(name).push(result);
    }
  }
  return results;
}

/** The median over the rounds of one command's number divided by another's in the same round. */
export function ratio(own, base, of) {
  return median(own.map((result, round) => of(result) / of(base[round])));
}

/** A Markdown table. */
export function table(head, rows) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/** A number for people: three digits that count, and a dash for what is not known. */
export function shown(number) {
  if (!Number.isFinite(number)) return "–";
  return number >= 100 ? number.toFixed(0) : number.toPrecision(3);
}
