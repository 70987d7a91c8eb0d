import { execFile } from "node:child_process";

/** Options for every call: nothing that a repository's own configuration names is started. */
export const safeOptions: readonly string[] = ["--no-optional-locks", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null"];

/** Bytes. More is taken for a failure. */
const mostOutput = 256 * 1024 * 1024;

/** How one call of git differs from the usual one. */
export interface GitCall {
  readonly signal?: AbortSignal | undefined;
  /** What it reads on standard input. */
  readonly input?: string;
  /** The environment, where it is not the caller's. */
  readonly env?: NodeJS.ProcessEnv;
}

/**
 * Asks git about the repository of a folder, without a shell. Undefined where the folder is in none, git is not there, or
 * git refuses. Rejects with the signal's reason.
 */
export async function gitText(folder: string, parameters: readonly string[], call: GitCall = {}): Promise<string | undefined> {
  return (await gitBytes(folder, parameters, call))?.toString("utf8");
}

/** As {@link gitText}, for what need not be text. */
export function gitBytes(folder: string, parameters: readonly string[], { signal, input, env }: GitCall = {}): Promise<Buffer | undefined> {
  return new Promise((resolve, reject) => {
    const options = { cwd: folder, encoding: "buffer" as const, maxBuffer: mostOutput, ...(signal && { signal }), ...(env && { env }) };
    const child = execFile("git", [...safeOptions, ...parameters], options, (error, stdout) => {
      if (!error) resolve(stdout);
      else if (signal?.aborted) reject(signal.reason instanceof Error ? signal.reason : error);
      else resolve(undefined);
    });
    if (input === undefined) return;
    // Git may end before it has read everything; its status says why.
    child.stdin?.on("error", () => undefined);
    child.stdin?.end(input);
  });
}
