import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const cache = fileURLToPath(new URL("../../../../.cache/package-managers", import.meta.url));

/** What is installed for the tests, under which name, and its program. */
const managers = {
  pnpm: { package: "pnpm", version: "9.15.9", program: "bin/pnpm.cjs" },
  "yarn-classic": { package: "yarn", version: "1.22.22", program: "bin/yarn.js" },
  "yarn-berry": { package: "@yarnpkg/cli-dist", version: "4.18.1", program: "bin/yarn.js" },
} as const;

/** A package manager that has to be installed for the tests. */
export type TestedManager = keyof typeof managers;

/** A folder to put first on the search path, with this package manager in it. Undefined where it cannot be fetched; in CI that is an error. */
export function folderWith(manager: TestedManager): string | undefined {
  const { package: name, version, program } = managers[manager];
  const folder = path.join(cache, `${manager}-${version}`);
  const script = path.join(folder, "node_modules", name, program);
  if (!fs.existsSync(script)) {
    try {
      fs.mkdirSync(folder, { recursive: true });
      execFileSync("npm", ["install", "--prefix", folder, "--ignore-scripts", "--no-audit", "--no-fund", "--no-save", `${name}@${version}`], { stdio: "pipe" });
    } catch (error) {
      if (process.env["CI"] === "true") throw error;
      return undefined;
    }
  }
  const bin = path.join(folder, "bin");
  fs.mkdirSync(bin, { recursive: true });
  const link = path.join(bin, manager === "pnpm" ? "pnpm" : "yarn");
  if (!fs.existsSync(link)) fs.writeFileSync(link, `#!/bin/sh\nexec "${process.execPath}" "${script}" "$@"\n`, { mode: 0o755 });
  return bin;
}
