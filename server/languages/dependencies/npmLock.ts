import type { LockedPackage, LockFile } from "./lockFile.ts";
import { isYes, objectOf, optional, textOf } from "./plainData.ts";

/** An entry of `packages`: a folder, with what is in it. */
type Entry = Readonly<Record<string, unknown>>;

const modules = "node_modules/";
const dependencyLists = ["dependencies", "optionalDependencies", "peerDependencies"] as const;

/** Reads `package-lock.json` and `npm-shrinkwrap.json` in the formats 1 to 3, parsed. */
export function npmLock(data: unknown): LockFile {
  const root = objectOf(data);
  const entries = new Map(Object.entries(objectOf(root["packages"])).map(([folder, entry]) => [folder, objectOf(entry)] as const));
  if (entries.size === 0) addNested(entries, "", root["dependencies"]);
  const packages = new Map<string, LockedPackage>();
  for (const [folder, entry] of entries) {
    const one = packageOf(entries, folder, entry);
    if (one) packages.set(folder, one);
  }
  return {
    writer: "npm",
    format: typeof root["lockfileVersion"] === "number" ? `${root["lockfileVersion"]}` : "1",
    packages,
    projects: ["", ...[...entries.keys()].filter((folder) => folder !== "" && !folder.includes(modules))],
    resolve: (project, name) => installed(entries, project, name),
  };
}

/** Format 1 nests what the later ones list by folder. */
function addNested(entries: Map<string, Entry>, folder: string, dependencies: unknown): void {
  for (const [name, value] of Object.entries(objectOf(dependencies))) {
    const entry = objectOf(value);
    const place = `${folder === "" ? "" : `${folder}/`}${modules}${name}`;
    const { requires, dependencies: inner, ...rest } = entry;
    const version = textOf(entry["version"]) ?? "";
    // What comes from elsewhere has its address in place of its version.
    entries.set(place, { ...rest, ...(/^\d/.test(version) ? {} : { resolved: version }), dependencies: requires });
    addNested(entries, place, inner);
  }
}

function packageOf(entries: ReadonlyMap<string, Entry>, folder: string, entry: Entry): LockedPackage | undefined {
  const at = folder.lastIndexOf(modules);
  if (at < 0 || isYes(entry["link"])) return undefined;
  const version = textOf(entry["version"]) ?? "";
  const resolved = textOf(entry["resolved"]);
  const names = dependencyLists.flatMap((list) => Object.keys(objectOf(entry[list])));
  return {
    id: folder,
    name: textOf(entry["name"]) ?? folder.slice(at + modules.length),
    version,
    // A mirror's address ends as the registry's does; some leave it out.
    fromRegistry: version !== "" && (resolved === undefined || /^https?:\/\/[^?#]*\/-\/[^?#]*\.tgz/.test(resolved)),
    folder,
    needs: [...new Set(names)].flatMap((name) => installed(entries, folder, name) ?? []),
    ...optional({ resolved, integrity: textOf(entry["integrity"]), deprecated: textOf(entry["deprecated"]), license: textOf(entry["license"]) }),
  };
}

/** Node's way of finding a package: in the folder's own modules, then in those of the folders around it. */
function installed(entries: ReadonlyMap<string, Entry>, from: string, name: string): string | undefined {
  for (let folder = from; ; folder = outside(folder)) {
    const place = `${folder === "" ? "" : `${folder}/`}${modules}${name}`;
    const entry = entries.get(place);
    if (entry) return isYes(entry["link"]) ? undefined : place;
    if (folder === "") return undefined;
  }
}

function outside(folder: string): string {
  const inner = folder.lastIndexOf(`/${modules}`);
  if (inner >= 0) return folder.slice(0, inner);
  return folder.startsWith(modules) ? "" : folder.slice(0, Math.max(0, folder.lastIndexOf("/")));
}
