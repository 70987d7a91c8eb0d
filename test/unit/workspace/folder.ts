import fs from "node:fs";
import os from "node:os";
import path from "node:path";

/** Files by their path from a folder; a string is written as UTF-8. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** Writes files into a folder. */
export function writeFiles(folder: string, files: Files): void {
  for (const [name, content] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), content);
  }
}

/** Makes a new folder with files, gives its real path to `use`, and removes it. */
export async function withFolder<Result>(files: Files, use: (folder: string) => Result | Promise<Result>): Promise<Result> {
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), "marketlint-")));
  try {
    writeFiles(folder, files);
    return await use(folder);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** A Dockerfile with exactly one finding: container-runs-as-root, an error. */
export const rootDockerfile = `FROM debian:13@sha256:${"a".repeat(64)}\nCOPY run .\nHEALTHCHECK CMD ["./run", "--check"]\nCMD ["./run"]\n`;

/** A module with exactly one finding, which has a safe fix: suppression-unused, a warning. */
export const unusedSuppression = "// marketlint-disable-next-line hardcoded-secret -- long gone\nconst a = 1;\n";
