import assert from "node:assert/strict";

/** The processor's time that the shortest of some runs takes, in nanoseconds: what is more is the machine's doing. */
async function shortest(run: () => unknown): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 4; round++) {
    const start = process.cpuUsage();
    await run();
    const { user, system } = process.cpuUsage(start);
    best = Math.min(best, (user + system) * 1000);
  }
  return best;
}

/** Below this (nanoseconds) a run says more of the clock than of itself. */
const floor = 500_000;

/**
 * Asserts that eight times the input takes nothing like the square of it: a straight line gives 8, a square 64. A
 * ratio in one run, since the machine may be busy.
 */
export async function growsInStraightLine(what: string, run: (size: number) => unknown, size: number): Promise<void> {
  await run(size);
  const ratio = (await shortest(() => run(size * 8))) / Math.max(floor, await shortest(() => run(size)));
  assert.ok(ratio < 48, `${what}: eight times the input takes ${ratio.toFixed(1)} times as long`);
}
