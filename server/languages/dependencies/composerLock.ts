import type { LockedPackage, LockFile } from "./lockFile.ts";
import { isYes, objectOf, optional, textOf } from "./plainData.ts";

/** Reads `composer.lock`, parsed. A package that was given up counts as deprecated. */
export function composerLock(data: unknown): LockFile {
  const root = objectOf(data);
  const packages = new Map<string, LockedPackage>();
  for (const list of ["packages", "packages-dev"]) {
    for (const value of Array.isArray(root[list]) ? (root[list] as unknown[]) : []) {
      const entry = objectOf(value);
      const name = textOf(entry["name"]);
      const version = textOf(entry["version"]);
      if (name === undefined || version === undefined) continue;
      const licenses = Array.isArray(entry["license"]) ? entry["license"].filter((one) => typeof one === "string") : [];
      const dist = objectOf(entry["dist"]);
      packages.set(name, {
        id: name,
        name,
        version: version.replace(/^v(?=\d)/, ""),
        fromRegistry: textOf(dist["type"]) === "zip",
        needs: Object.keys(objectOf(entry["require"])),
        ...optional({ resolved: textOf(dist["url"]), deprecated: givenUp(entry["abandoned"]), license: licenses.length > 0 ? licenses.join(" OR ") : undefined }),
      });
    }
  }
  for (const [name, one] of packages) packages.set(name, { ...one, needs: one.needs.filter((needed) => packages.has(needed)) });
  return { writer: "composer", format: textOf(root["plugin-api-version"]) ?? "", packages, projects: [""], resolve: (_project, name) => (packages.has(name) ? name : undefined) };
}

function givenUp(value: unknown): string | undefined {
  const successor = textOf(value);
  if (successor !== undefined && successor !== "true") return `The package is abandoned; use ${successor}.`;
  return isYes(value) ? "The package is abandoned." : undefined;
}
