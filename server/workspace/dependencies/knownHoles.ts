import { satisfies } from "semver";
import type { LockFile } from "../../languages/dependencies/lockFile.ts";
import type { KnownHole } from "../../languages/dependencies/registryAnswer.ts";
import { fixedVersion, type Advisory, type AuditOutput } from "./advisories.ts";
import type { LockedProject } from "./lockedProjects.ts";

/** What the advisories mean for one project: which of its dependencies brings which hole in. */
export function knownHoles(lock: LockFile, { folder, dependencies }: LockedProject, { advisories, fixes }: AuditOutput): KnownHole[] {
  const affected = affectedPackages(lock, advisories);
  if (affected.size === 0) return [];
  const holes: KnownHole[] = [];
  const told = new Set<string>();
  for (const { name, specifier, kind } of dependencies) {
    const start = kind === "peer" || told.has(name) ? undefined : lock.resolve(folder, name, specifier);
    if (start === undefined) continue;
    told.add(name);
    for (const [id, chain] of chainsFrom(lock, start, affected)) {
      const one = lock.packages.get(id);
      for (const advisory of one ? (affected.get(id) ?? []) : []) {
        const fixedIn = fixedVersion(advisory, one?.version ?? "");
        const replacement = fixes.get(name);
        const isReplaced = replacement !== undefined && lock.packages.get(start)?.version !== replacement;
        holes.push({
          dependency: name,
          // An alias is shown by the name in the manifest.
          chain: [name, ...chain.slice(1)],
          version: one?.version ?? "",
          severity: advisory.severity,
          title: advisory.title,
          ...(advisory.id !== undefined && { id: advisory.id }),
          ...(advisory.url !== undefined && { url: advisory.url }),
          ...(fixedIn !== undefined && { fixedIn }),
          ...(chain.length > 1 && isReplaced && { dependencyFixedIn: replacement }),
        });
      }
    }
  }
  return holes;
}

function affectedPackages({ packages }: LockFile, advisories: readonly Advisory[]): Map<string, Advisory[]> {
  const byName = new Map<string, Advisory[]>();
  for (const one of advisories) byName.set(one.name, [...(byName.get(one.name) ?? []), one]);
  const affected = new Map<string, Advisory[]>();
  for (const { id, name, version } of packages.values()) {
    const own = (byName.get(name) ?? []).filter(({ range }) => satisfies(version, range, { includePrerelease: true }));
    if (own.length > 0) affected.set(id, own);
  }
  return affected;
}

/** The affected packages below one, each with the names on the shortest way to it. */
function chainsFrom({ packages }: LockFile, start: string, affected: ReadonlyMap<string, unknown>): Map<string, string[]> {
  const ways = new Map<string, string[]>([[start, [packages.get(start)?.name ?? ""]]]);
  // A map's iteration comes to what is added meanwhile.
  for (const [id, way] of ways) {
    for (const next of packages.get(id)?.needs ?? []) if (!ways.has(next)) ways.set(next, [...way, packages.get(next)?.name ?? ""]);
  }
  return new Map([...ways].filter(([id]) => affected.has(id)));
}
