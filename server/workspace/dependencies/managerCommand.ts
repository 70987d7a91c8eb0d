import { execFile } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";

/** A package manager that can be started. */
export interface ManagerCommand {
  readonly file: string;
  /** Parameters before all others: the script, where the program is Node.js. */
  readonly before: readonly string[];
}

/** What a package manager said. */
export interface ManagerAnswer {
  readonly output: string;
  readonly complaint: string;
  /** Its exit status; audits end with others than 0 where they found something. */
  readonly status: number;
  /** Why it gave no answer; absent where it did, whatever its exit status. */
  readonly fault?: string;
}

/** Milliseconds that one question may take. */
export const longestQuestion = 60_000;
/** Bytes. */
const mostOutput = 64 * 1024 * 1024;

/** On Windows the managers are batch files, which cannot be started without a shell: their scripts, from beside them. */
const windowsScripts: Readonly<Record<string, string>> = { npm: "node_modules/npm/bin/npm-cli.js", pnpm: "node_modules/pnpm/bin/pnpm.cjs", yarn: "node_modules/yarn/bin/yarn.js" };

/** The folders of the search path from which a program may be started: absolute ones, and none of the audited project. */
export function safePath(root: string, searched: string | undefined = process.env["PATH"]): string[] {
  const inside = realPath(root);
  return (searched ?? "").split(path.delimiter).filter((folder) => {
    if (folder === "" || !path.isAbsolute(folder)) return false;
    const relative = path.relative(inside, realPath(folder));
    return relative.startsWith("..") || path.isAbsolute(relative);
  });
}

/** Finds a package manager on the search path; undefined where there is none, or only one inside the audited project. */
export function findManager(name: string, root: string, searched?: string): ManagerCommand | undefined {
  const inside = realPath(root);
  for (const folder of safePath(root, searched)) {
    if (process.platform === "win32") {
      const script = path.join(folder, windowsScripts[name] ?? "");
      if (windowsScripts[name] !== undefined && fs.existsSync(script)) return { file: "node", before: [script] };
      continue;
    }
    const file = path.join(folder, name);
    if (!isProgram(file)) continue;
    const relative = path.relative(inside, realPath(file));
    if (relative.startsWith("..") || path.isAbsolute(relative)) return { file, before: [] };
  }
  return undefined;
}

function isProgram(file: string): boolean {
  try {
    fs.accessSync(file, fs.constants.X_OK);
    return fs.statSync(file).isFile();
  } catch {
    return false;
  }
}

function realPath(file: string): string {
  try {
    return fs.realpathSync.native(file);
  } catch {
    return path.resolve(file);
  }
}

/** How a package manager is started so that it runs nothing of a project and asks nobody twice. */
function hardened(root: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    PATH: safePath(root).join(path.delimiter),
    npm_config_ignore_scripts: "true",
    npm_config_update_notifier: "false",
    npm_config_fund: "false",
    npm_config_fetch_retries: "0",
    npm_config_fetch_timeout: "20000",
    // Corepack and pnpm would fetch and start the version that a manifest names.
    COREPACK_ENABLE_PROJECT_SPEC: "0",
    COREPACK_ENABLE_DOWNLOAD_PROMPT: "0",
    npm_config_manage_package_manager_versions: "false",
    // Yarn would start the program that a settings file names, and load its plug-ins.
    YARN_IGNORE_PATH: "1",
    YARN_RC_FILENAME: ".marketlint-reads-none.yml",
    YARN_ENABLE_SCRIPTS: "0",
    YARN_ENABLE_TELEMETRY: "0",
    YARN_HTTP_RETRY: "0",
    YARN_HTTP_TIMEOUT: "20000",
    NO_COLOR: "1",
    FORCE_COLOR: "0",
  };
}

/** Asks a package manager in a folder, without a shell. `root` is the audited project. Rejects with the signal's reason. */
export function askManager({ file, before }: ManagerCommand, parameters: readonly string[], folder: string, root: string, signal?: AbortSignal): Promise<ManagerAnswer> {
  const options = { cwd: folder, env: hardened(root), encoding: "utf8" as const, timeout: longestQuestion, killSignal: "SIGKILL" as const, maxBuffer: mostOutput, windowsHide: true, ...(signal && { signal }) };
  return new Promise((resolve, reject) => {
    const child = execFile(file, [...before, ...parameters], options, (error: (Error & { code?: unknown; killed?: boolean }) | null, output, complaint) => {
      if (signal?.aborted) reject(signal.reason instanceof Error ? signal.reason : new Error("ended early"));
      else if (error && typeof error.code !== "number") resolve({ output, complaint, status: -1, fault: error.killed ? `it took longer than ${longestQuestion / 1000} seconds` : "it could not be started" });
      else resolve({ output, complaint, status: typeof error?.code === "number" ? error.code : 0 });
    });
    child.stdin?.on("error", () => undefined);
    child.stdin?.end();
  });
}
