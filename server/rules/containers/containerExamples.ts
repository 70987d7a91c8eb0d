import type { BadExample, GoodExample } from "../../core/rule.ts";

/** Name, code, and for a bad example what the fix makes of it. */
type Case = readonly [name: string, code: string, fixed?: string];

/** Examples that are Dockerfiles. */
export function dockerfiles(...cases: readonly Case[]): BadExample[] {
  return inFile("Dockerfile", cases);
}

/** Examples that are compose files. */
export function composeFiles(...cases: readonly Case[]): BadExample[] {
  return inFile("compose.yaml", cases);
}

/** Examples in a file of a name, which may say what the file is for. */
export function inFile(file: string, cases: readonly Case[]): BadExample[] {
  return cases.map(([name, code, fixed]) => ({ name, file, code, ...(fixed === undefined ? {} : { fixed }) }));
}

/** An example with other files beside it. */
export function beside(files: Readonly<Record<string, string>>, example: BadExample): BadExample & GoodExample {
  return { ...example, files };
}
