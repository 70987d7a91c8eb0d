import type { BadExample, GoodExample } from "../../core/rule.ts";

/** What an example's workflow has besides what every one has. */
export interface WorkflowParts {
  /** The event, as it stands behind `on:`. */
  readonly on?: string;
  /** Lines of the workflow. */
  readonly top?: string;
  /** Lines of the job. */
  readonly job?: string;
}

function indented(text: string | undefined, by: number): string {
  return (text ?? "").split("\n").filter((line) => line !== "").map((line) => `${" ".repeat(by)}${line}\n`).join("");
}

/** A workflow of one job; the lines of its steps are given. */
export function workflow(steps: string, { on = "push", top, job }: WorkflowParts = {}): string {
  return `on: ${on}\n${indented(top, 0)}jobs:\n  build:\n    runs-on: ubuntu-24.04\n${indented(job, 4)}    steps:\n${indented(steps, 6)}`;
}

/** An example with findings in a workflow of GitHub, if no other file is named. */
export function bad(name: string, code: string, fixed?: string, file = ".github/workflows/ci.yml"): BadExample {
  return { name, file, code, ...(fixed === undefined ? {} : { fixed }) };
}

/** An example without findings in a workflow of GitHub, if no other file is named. */
export function good(name: string, code: string, file = ".github/workflows/ci.yml"): GoodExample {
  return { name, file, code };
}
