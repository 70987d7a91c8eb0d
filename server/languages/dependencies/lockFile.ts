/** Who wrote a lock file. */
export type LockWriter = "npm" | "pnpm" | "yarn-classic" | "yarn-berry" | "composer";

/** One package in one version, as a lock file has it. */
export interface LockedPackage {
  /** Says which one it is within its lock file. */
  readonly id: string;
  readonly name: string;
  readonly version: string;
  /** Whether it comes from a registry: neither from git, an address or a folder. */
  readonly fromRegistry: boolean;
  /** Where it was fetched from, where the lock says so. */
  readonly resolved?: string;
  /** Checksums of the archive as in Subresource Integrity, `sha512-…`, or `sha1-…` of old ones. */
  readonly integrity?: string;
  /** What its authors say to whoever still installs it. */
  readonly deprecated?: string;
  readonly license?: string;
  /** Where it is installed, from the lock file's folder, where the lock says so. */
  readonly folder?: string;
  /** Ids of what it needs, as far as they are in the lock. */
  readonly needs: readonly string[];
}

/** A lock file, read: which version of each package is installed. */
export interface LockFile {
  readonly writer: LockWriter;
  /** The version of its format, as it says itself. */
  readonly format: string;
  readonly packages: ReadonlyMap<string, LockedPackage>;
  /** Folders of the projects that it locks, from its own folder, `""` for that one; undefined where it does not say. */
  readonly projects: readonly string[] | undefined;
  /** The id of the package that a project gets for a dependency; undefined where it is not locked, or is a project itself. */
  resolve(project: string, name: string, specifier: string): string | undefined;
}

/** Lock files by name, the one that wins first. Bun's are known by name alone. */
export const lockFileNames: readonly string[] = ["npm-shrinkwrap.json", "package-lock.json", "pnpm-lock.yaml", "yarn.lock", "bun.lock", "bun.lockb"];

/** Everything that is needed for one of these packages. */
export function neededBy(lock: LockFile, ids: Iterable<string>): Set<string> {
  const found = new Set(ids);
  // A set's iteration comes to what is added meanwhile.
  for (const id of found) for (const next of lock.packages.get(id)?.needs ?? []) found.add(next);
  return found;
}
