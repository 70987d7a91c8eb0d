import type { LockWriter } from "../../languages/dependencies/lockFile.ts";
import { readAudit, type AuditOutput } from "./advisories.ts";
import type { LockedTree } from "./lockedProjects.ts";
import { askManager, findManager, type ManagerAnswer, type ManagerCommand } from "./managerCommand.ts";
import { copyTree, inScratchFolder, writeAsNpm } from "./scratchProject.ts";

/** What came of a question, or why nothing did. */
export type Asked<Answer> = { readonly answer: Answer } | { readonly reason: string; readonly offline: boolean };

/** The manager of each lock file, which versions of it read that file, and how it is asked. */
const managers: Readonly<Record<Exclude<LockWriter, "composer">, { readonly name: string; readonly versions?: RegExp; readonly parameters: readonly string[] }>> = {
  npm: { name: "npm", parameters: ["audit", "--json", "--package-lock-only", "--ignore-scripts"] },
  pnpm: { name: "pnpm", parameters: ["audit", "--json"] },
  "yarn-classic": { name: "yarn", versions: /^1\./, parameters: ["audit", "--json", "--no-default-rc", "--network-timeout", "20000"] },
  "yarn-berry": { name: "yarn", versions: /^(?:[2-9]|\d\d)\./, parameters: ["npm", "audit", "--json", "--recursive", "--all"] },
};

const unreachable = /ENOTFOUND|ECONNREFUSED|ECONNRESET|EAI_AGAIN|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET|network timeout|Network connection|tunneling socket/i;

/** Asks the registry for the advisories on what a lock file holds: by its own manager, or by npm where that one cannot. */
export async function askForAdvisories(root: string, tree: LockedTree, signal?: AbortSignal): Promise<Asked<AuditOutput>> {
  const writer = tree.lock?.writer;
  if (!tree.lock || writer === undefined || writer === "composer") return { reason: "nobody knows whom to ask", offline: false };
  const { name, versions, parameters } = managers[writer];
  const own = await inScratchFolder(async (folder) => {
    copyTree(root, tree, folder);
    const command = findManager(name, root);
    if (!command || !(await fits(command, versions, folder, root, signal))) return undefined;
    return askManager(command, parameters, folder, root, signal);
  });
  const answer = own && answerOf(own);
  if (answer) return { answer };
  // Without a network npm would not get further.
  if (own && isOffline(own)) return { reason: "the registry could not be reached", offline: true };
  return askNpm(root, tree, own, signal);
}

async function askNpm(root: string, { lock }: LockedTree, before: ManagerAnswer | undefined, signal: AbortSignal | undefined): Promise<Asked<AuditOutput>> {
  const npm = findManager("npm", root);
  if (!lock || !npm) return { reason: before ? `the package manager gave no answer${before.fault === undefined ? "" : `: ${before.fault}`}` : "neither its package manager nor npm was found", offline: false };
  const said = await inScratchFolder((folder) => {
    writeAsNpm(lock, folder);
    return askManager(npm, managers.npm.parameters, folder, root, signal);
  });
  const answer = answerOf(said);
  // What npm would take instead is said of names that only the copy has.
  if (answer) return { answer: { ...answer, fixes: new Map() } };
  if (isOffline(said)) return { reason: "the registry could not be reached", offline: true };
  return { reason: `the registry gave no answer that can be read${said.fault === undefined ? "" : `: ${said.fault}`}`, offline: false };
}

async function fits(command: ManagerCommand, versions: RegExp | undefined, folder: string, root: string, signal: AbortSignal | undefined): Promise<boolean> {
  return versions === undefined || versions.test((await askManager(command, ["--version"], folder, root, signal)).output.trim());
}

function answerOf({ output, status, fault }: ManagerAnswer): AuditOutput | undefined {
  if (fault !== undefined || (output.trim() === "" && status !== 0)) return undefined;
  return readAudit(output);
}

function isOffline({ output, complaint }: ManagerAnswer): boolean {
  return unreachable.test(complaint) || unreachable.test(output);
}

/** More names than this are not asked for, one question each. */
const mostNames = 60;
const atOnce = 4;

/** Which names npm's registry does not know. */
export async function askForNames(root: string, names: readonly string[], signal?: AbortSignal): Promise<Asked<readonly string[]>> {
  const npm = findManager("npm", root);
  if (names.length === 0) return { answer: [] };
  if (!npm) return { reason: "npm was not found", offline: false };
  return inScratchFolder(async (folder) => {
    const unknown: string[] = [];
    const pending = names.slice(0, mostNames);
    const out = new AbortController();
    const ask = async (): Promise<void> => {
      for (let name = pending.shift(); name !== undefined && !out.signal.aborted; name = pending.shift()) {
        const said = await askManager(npm, ["view", "--json", "--", name, "name"], folder, root, signal);
        if (/\bE404\b/.test(said.output + said.complaint)) unknown.push(name);
        else if (isOffline(said)) out.abort();
      }
    };
    await Promise.all(Array.from({ length: atOnce }, ask));
    return out.signal.aborted ? { reason: "the registry could not be reached", offline: true } : { answer: unknown.sort() };
  });
}
