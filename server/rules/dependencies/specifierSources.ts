import type { Dependency } from "../../languages/dependencies/packageManifest.ts";

/** Where a dependency comes from that no registry gives. */
export interface ForeignSource {
  readonly kind: "git" | "archive" | "folder";
  /** Whether the way there is neither encrypted nor authenticated. */
  readonly isPlain: boolean;
  /** Whether a full commit is named, so that it stays what it is. */
  readonly isFixed: boolean;
  /** The address, without the name and the password that may stand in it. */
  readonly shown: string;
}

const repository = /^(?:[\w.-]+\/[\w.-]+|(?:github|gitlab|bitbucket|gist):\S+)(?:#\S*)?$/i;
const git = /^(?:git(?:\+(?:ssh|https?|file))?:|git@|ssh:)|^https?:\S+\.git(?:#|$)/i;
const archive = /^https?:\/\//i;
const folder = /^(?:file:|link:|portal:)?(\.{0,2}\/.*|\.{1,2}$|~\/.*)/i;
const commit = /#(?:commit=)?[0-9a-f]{40}$/i;
const plain = /^(?:git:|git\+http:|http:)/i;
const credentials = /\/\/[^/@\s]*@/;

/** Where a dependency comes from, where that is no registry and no part of the workspace folder; `manifestFolder` ends with a slash. */
export function foreignSource({ specifier }: Pick<Dependency, "specifier">, manifestFolder: string): ForeignSource | undefined {
  const shown = specifier.replace(credentials, "//");
  if (git.test(specifier) || repository.test(specifier)) return { kind: "git", isPlain: plain.test(specifier), isFixed: commit.test(specifier), shown };
  if (archive.test(specifier)) return { kind: "archive", isPlain: plain.test(specifier), isFixed: false, shown };
  const place = /^(?:file|link|portal):/i.test(specifier) ? specifier.slice(specifier.indexOf(":") + 1) : folder.exec(specifier)?.[1];
  if (place === undefined || !leavesFolder(place.replace(/^\/\//, ""), manifestFolder)) return undefined;
  return { kind: "folder", isPlain: false, isFixed: false, shown };
}

/** Whether a place, from a folder below the workspace folder, is outside of the latter. */
function leavesFolder(place: string, from: string): boolean {
  if (place.startsWith("/") || place.startsWith("~") || /^[A-Za-z]:[\\/]/.test(place)) return true;
  let depth = from.split("/").length - 1;
  for (const part of place.split(/[\\/]/)) {
    if (part === "..") depth--;
    else if (part !== "" && part !== ".") depth++;
    if (depth < 0) return true;
  }
  return false;
}
