import type { LockedPackage, LockFile } from "./lockFile.ts";
import { objectOf, optional, textOf, textsOf } from "./plainData.ts";

const directLists = ["dependencies", "devDependencies", "optionalDependencies"] as const;
const neededLists = ["dependencies", "optionalDependencies"] as const;

/** Reads `pnpm-lock.yaml` in the formats 5 to 9, parsed with every scalar as a text. */
export function pnpmLock(data: unknown): LockFile {
  const root = objectOf(data);
  const facts = objectOf(root["packages"]);
  // Since format 9 what a package is stands apart from what it got, which differs with its peers.
  const uses = root["snapshots"] === undefined ? facts : objectOf(root["snapshots"]);
  const format = textOf(root["lockfileVersion"]) ?? "";
  const keyed = keyOf(uses, format.startsWith("5"));
  const packages = new Map<string, LockedPackage>();
  for (const [id, use] of Object.entries(uses)) {
    const about = objectOf(facts[id] ?? facts[withoutPeers(id)]);
    const one = packageOf(id, objectOf(use), about, keyed, format.startsWith("5"));
    if (one) packages.set(id, one);
  }
  const importers = root["importers"] === undefined ? { ".": root } : objectOf(root["importers"]);
  const projects = Object.keys(importers);
  return {
    writer: "pnpm",
    format,
    packages,
    projects: projects.map((folder) => (folder === "." ? "" : folder)),
    resolve: (project, name) => {
      const importer = objectOf(Object.hasOwn(importers, project || ".") ? importers[project || "."] : undefined);
      for (const list of directLists) {
        const given = objectOf(importer[list])[name];
        const version = textOf(given) ?? textOf(objectOf(given)["version"]);
        if (version !== undefined) return keyed(name, version);
      }
      return undefined;
    },
  };
}

type KeyOf = (name: string, version: string) => string | undefined;

/** How a dependency and its version lead to an entry; an alias has the whole key in place of the version. */
function keyOf(uses: Readonly<Record<string, unknown>>, isOld: boolean): KeyOf {
  return (name, version) => {
    const keys = isOld ? [`/${name}/${version}`, version] : [`${name}@${version}`, `/${name}@${version}`, version];
    return keys.find((key) => Object.hasOwn(uses, key));
  };
}

function packageOf(id: string, use: Readonly<Record<string, unknown>>, about: Readonly<Record<string, unknown>>, keyed: KeyOf, isOld: boolean): LockedPackage | undefined {
  const plain = withoutPeers(id).replace(/^\//, "");
  const at = plain.lastIndexOf(isOld ? "/" : "@");
  const name = textOf(about["name"]) ?? plain.slice(0, at);
  const written = isOld ? (plain.slice(at + 1).split("_")[0] ?? "") : plain.slice(at + 1);
  const version = textOf(about["version"]) ?? written;
  const resolution = objectOf(about["resolution"]);
  if (at <= 0 || textOf(resolution["type"]) === "directory") return undefined;
  return {
    id,
    name,
    version,
    fromRegistry: /^\d/.test(written) && textOf(resolution["repo"]) === undefined,
    needs: neededLists.flatMap((list) => textsOf(use[list]).flatMap(([needed, given]) => keyed(needed, given) ?? [])),
    ...optional({ resolved: textOf(resolution["tarball"]), integrity: textOf(resolution["integrity"]), deprecated: textOf(about["deprecated"]) }),
  };
}

/** A key without the peers that the package was given. */
function withoutPeers(key: string): string {
  const bracket = key.indexOf("(");
  return bracket < 0 ? key : key.slice(0, bracket);
}
