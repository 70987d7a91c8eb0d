import { marketplaceIds, type MarketplaceEvidence, type MarketplaceId } from "../core/requirement.ts";

/** A folder that is an app of its own, with the marketplaces that its files show. */
export interface DetectedApp {
  /** Path from the workspace folder, with forward slashes; `""` is the workspace folder itself. */
  readonly root: string;
  readonly marketplaces: readonly MarketplaceId[];
  readonly evidence: readonly MarketplaceEvidence[];
}

/** Files that lie in the topmost folder of a project. */
const markerName =
  /^(?:package\.json|atlassian-connect\.json|composer\.json|go\.mod|pyproject\.toml|pom\.xml|Cargo\.toml|Gemfile|Chart\.ya?ml|.+\.(?:csproj|sln))$/;

/** Recognised as Forge before it counts: other tools use the name too. */
const forgeManifestName = /^manifest\.ya?ml$/;

/**
 * The apps of a workspace, by folder. Evidence belongs to the nearest folder above it that holds a
 * project file, else to the workspace folder. `paths` are all files, from the workspace folder.
 */
export function appsOf(paths: Iterable<string>, evidence: readonly MarketplaceEvidence[]): DetectedApp[] {
  const projects = new Set<string>();
  for (const path of paths) if (markerName.test(nameOf(path))) projects.add(folderOf(path));
  for (const { marketplace, path } of evidence) {
    if (marketplace === "atlassian" && forgeManifestName.test(nameOf(path))) projects.add(folderOf(path));
  }

  const byRoot = new Map<string, MarketplaceEvidence[]>();
  for (const item of evidence) {
    const root = foldersAbove(item.path).find((folder) => projects.has(folder)) ?? "";
    const gathered = byRoot.get(root);
    if (gathered === undefined) byRoot.set(root, [item]);
    else gathered.push(item);
  }
  return Array.from(byRoot, ([root, items]) => ({
    root,
    marketplaces: inOrder(new Set(items.map((item) => item.marketplace))),
    evidence: items,
  })).sort((left, right) => (left.root < right.root ? -1 : 1));
}

/** The marketplaces that apply to a file: those of every app whose folder it lies in, however deep. */
export function marketplacesFor(path: string, apps: readonly DetectedApp[]): MarketplaceId[] {
  const applying = new Set<MarketplaceId>();
  for (const app of apps) {
    if (app.root !== "" && !path.startsWith(`${app.root}/`)) continue;
    for (const marketplace of app.marketplaces) applying.add(marketplace);
  }
  return inOrder(applying);
}

function inOrder(marketplaces: ReadonlySet<MarketplaceId>): MarketplaceId[] {
  return marketplaceIds.filter((marketplace) => marketplaces.has(marketplace));
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

/** The folders that a file lies in, nearest first, ending with the workspace folder. */
function foldersAbove(path: string): string[] {
  const folders: string[] = [];
  for (let folder = folderOf(path); folder !== ""; folder = folderOf(folder)) folders.push(folder);
  folders.push("");
  return folders;
}
