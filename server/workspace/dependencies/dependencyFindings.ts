import type { NotAnalysed } from "../../analysis/analyse.ts";
import type { LocatedFinding } from "../../core/finding.ts";
import { asksRegistry } from "../../languages/dependencies/packageManifest.ts";
import { answerPath, type RegistryAnswer } from "../../languages/dependencies/registryAnswer.ts";
import { sharedAnalyser } from "../engine.ts";
import { neighboursBelow } from "../neighbourFiles.ts";
import { askForAdvisories, askForNames } from "./askRegistry.ts";
import { knownHoles } from "./knownHoles.ts";
import { lockedTrees, type LockedProject, type LockedTree } from "./lockedProjects.ts";

/** Whose dependencies to ask about. */
export interface DependenciesRequest {
  /** Absolute. */
  readonly root: string;
  /** Paths of the audited files, from the root. */
  readonly files: readonly string[];
  /** Ids of the rules that were asked for; all, if absent. */
  readonly only?: ReadonlySet<string>;
  readonly signal?: AbortSignal;
}

/** What a registry knows of the dependencies. */
export interface DependencyFindings {
  readonly findings: readonly LocatedFinding[];
  /** Lock files that nobody could be asked about, and why. */
  readonly notAnalysed: readonly NotAnalysed[];
}

/** The rules that look at what a registry answered. */
const asking = ["dependency-vulnerable", "dependency-not-on-registry"] as const;

/** Asks the registries about the dependencies of all manifests, each lock file once. Rejects with the signal's reason. */
export async function dependencyFindings({ root, files, only, signal }: DependenciesRequest): Promise<DependencyFindings> {
  const rules = new Set<string>(asking.filter((id) => only?.has(id) ?? true));
  if (rules.size === 0) return { findings: [], notAnalysed: [] };
  const trees = lockedTrees(root, files);
  const answers = new Map<string, RegistryAnswer>();
  const notAnalysed: NotAnalysed[] = [];
  let offline = false;
  const note = (path: string, reason: string): void => void notAnalysed.push({ path, reason: `${reason}, so nobody looked for known holes in these dependencies` });
  for (const tree of trees) {
    if (!rules.has("dependency-vulnerable") || tree.name === undefined) continue;
    const path = tree.folder + tree.name;
    if (!tree.lock) note(path, tree.fault ?? "the lock file is broken");
    else if (offline) note(path, "the registry could not be reached");
    else {
      const asked = await askForAdvisories(root, tree, signal);
      if ("answer" in asked) for (const project of tree.projects) answers.set(project.path, { holes: knownHoles(tree.lock, project, asked.answer), unknown: [] });
      else {
        offline = asked.offline;
        note(path, asked.reason);
      }
    }
  }
  if (rules.has("dependency-not-on-registry") && !offline) {
    const names = namesToAsk(trees);
    const asked = await askForNames(root, [...new Set([...names.values()].flat())], signal);
    const unknown = "answer" in asked ? new Set(asked.answer) : new Set<string>();
    for (const [path, own] of names) answers.set(path, { holes: answers.get(path)?.holes ?? [], unknown: own.filter((name) => unknown.has(name)) });
    if (!("answer" in asked)) for (const path of names.keys()) note(path, asked.reason);
  }
  return { findings: await findingsOf(root, trees, answers, rules), notAnalysed };
}

/** By manifest: dependencies that anybody could register. What a lock file holds was there, and a scope belongs to somebody. */
function namesToAsk(trees: readonly LockedTree[]): Map<string, string[]> {
  const own = new Set(trees.flatMap(({ projects }) => projects.flatMap(({ document }) => /"name"\s*:\s*"([^"]+)"/.exec(document.text)?.[1] ?? [])));
  const isFree = ({ lock, name: lockName }: LockedTree, folder: string, { name, specifier, kind }: LockedProject["dependencies"][number]): boolean =>
    kind !== "peer" && /^[a-z0-9][\w.-]*$/.test(name) && !own.has(name) && !specifier.startsWith("npm:") && asksRegistry(specifier) && (lockName === undefined || (lock !== undefined && lock.resolve(folder, name, specifier) === undefined));
  const found = new Map<string, string[]>();
  for (const tree of trees) {
    for (const { path, folder, dependencies } of tree.projects) {
      const names = dependencies.filter((one) => isFree(tree, folder, one)).map(({ name }) => name);
      if (names.length > 0) found.set(path, [...new Set(names)]);
    }
  }
  return found;
}

/** The rules find the answers among the neighbours of the manifests, where no file can be. */
async function findingsOf(root: string, trees: readonly LockedTree[], answers: ReadonlyMap<string, RegistryAnswer>, rules: ReadonlySet<string>): Promise<LocatedFinding[]> {
  const texts = new Map([...answers].map(([path, answer]) => [answerPath(path), JSON.stringify(answer, undefined, 1)]));
  const neighbours = neighboursBelow(root, (path) => texts.get(path));
  const findings: LocatedFinding[] = [];
  for (const { path, document } of trees.flatMap(({ projects }) => projects)) {
    if (answers.has(path)) findings.push(...(await sharedAnalyser().analyse(document, { rules, neighbours })).findings);
  }
  return findings;
}
