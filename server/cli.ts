import { today } from "./core/today.ts";
import { runProgram } from "./cli/program.ts";

const interrupt = new AbortController();
let interrupts = 0;
process.on("SIGINT", () => {
  interrupt.abort();
  // The first one ends the audit and still writes the report; who presses again has no patience for that.
  if (++interrupts > 1) process.exit(130);
});
// A reader such as `head` that left early is no fault of ours.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 3));

const terminal = {
  cwd: process.cwd(),
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  today: today(),
};
void runProgram(process.argv.slice(2), terminal, interrupt.signal).then((status) => {
  process.exitCode = status;
});
