import { spawn, type ChildProcess, type ChildProcessByStdio } from "node:child_process";
import type { Readable, Writable } from "node:stream";
import { safeOptions } from "../gitCommand.ts";

/** Besides the usual: no signature is checked, and what a partial clone has not got is not fetched. */
const readingOptions: readonly string[] = ["--no-pager", "--no-replace-objects", "-c", "log.showSignature=false", "-c", "protocol.allow=never", "-c", "core.quotePath=false"];

/** The caller's environment without what would lead git elsewhere; nothing asks for a password. */
export function gitEnvironment(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith("GIT_"));
  return { ...Object.fromEntries(own), GIT_NO_LAZY_FETCH: "1", GIT_TERMINAL_PROMPT: "0", GIT_OPTIONAL_LOCKS: "0" };
}

/** Git did not do what it was asked for. */
export class GitFailed extends Error {
  override readonly name = "GitFailed";
}

type Reading = ChildProcessByStdio<Writable, Readable, null>;

function start(folder: string, parameters: readonly string[]): Reading {
  return spawn("git", [...safeOptions, ...readingOptions, ...parameters], { cwd: folder, env: gitEnvironment(), stdio: ["pipe", "pipe", "ignore"] });
}

/** Resolves when a process has ended well. */
function ended(child: ChildProcess, what: string): Promise<void> {
  return new Promise((resolve, reject) => {
    child.on("error", () => {
      reject(new GitFailed(`git ${what}: git cannot be started`));
    });
    child.on("close", (code) => {
      if (code === 0) resolve();
      else reject(new GitFailed(`git ${what}: ended with ${code ?? "a signal"}`));
    });
  });
}

/**
 * The parts between zero bytes of what the last of some git commands writes, each reading what the one before writes. They
 * come as they are taken, so that nothing piles up. Throws {@link GitFailed}, and the signal's reason; either way, and when
 * nobody takes more, the processes end.
 */
export async function* zeroSeparated(folder: string, commands: readonly (readonly string[])[], signal?: AbortSignal): AsyncGenerator<string> {
  const children = commands.map((parameters) => start(folder, parameters));
  const ends = Promise.all(children.map((child, index) => ended(child, commands[index]?.[0] ?? "")));
  // Who is waited for last says what went wrong.
  ends.catch(() => undefined);
  children.forEach((child, index) => {
    // A process that ends early is told by its status.
    child.stdin.on("error", () => undefined);
    const next = children[index + 1];
    if (next) child.stdout.pipe(next.stdin);
    if (index === 0) child.stdin.end();
  });
  const stop = (): void => {
    for (const child of children) child.kill();
  };
  signal?.addEventListener("abort", stop, { once: true });
  try {
    signal?.throwIfAborted();
    const last = children.at(-1);
    if (!last) return;
    let rest = "";
    last.stdout.setEncoding("utf8");
    for await (const chunk of last.stdout as AsyncIterable<string>) {
      const parts = (rest + chunk).split("\0");
      rest = parts.pop() ?? "";
      yield* parts;
    }
    signal?.throwIfAborted();
    await ends;
    if (rest !== "") yield rest;
  } finally {
    signal?.removeEventListener("abort", stop);
    stop();
  }
}
