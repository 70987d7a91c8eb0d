import { parse, type ParseOptions } from "jsonc-parser";
import type { Document } from "../../core/document.ts";
import { folderOf, joinPath } from "./workspacePaths.ts";

type Read = (path: string) => Document | undefined;

/** Where the compiler's configuration of a folder stands. */
const compilerFiles = ["tsconfig.json", "jsconfig.json"];
/** Configurations extend others; more than this is a circle. */
const maximumExtends = 5;
const tolerant: ParseOptions = { allowTrailingComma: true, disallowComments: false };

/** The names of Node's own modules and of most packages have one part: only those of several may be aliases. */
const plainPackage = /^(?:@[\w.-]+\/)?[\w.-]+$/;
/** Starts of names that no package has. */
const aliasStart = /^(?:[~#$]|@\/)/;

/** Paths, without extension, that a specifier may mean by `paths`, `baseUrl` or a package's `imports`. */
export function aliasTargets(specifier: string, from: string, read: Read): string[] {
  if (specifier.startsWith("/") || specifier.includes(":")) return [];
  if (specifier.startsWith("#")) {
    const found = [...packageTargets(specifier, from, read)];
    if (found.length > 0) return found;
  }
  const mayBeAlias = aliasStart.test(specifier) || specifier.startsWith("@") || !plainPackage.test(specifier);
  if (!mayBeAlias) return [];
  const path = nearest(compilerFiles, from, read);
  return path === undefined ? [] : compilerTargets(specifier, compilerOptions(path, read, maximumExtends));
}

function nearest(names: readonly string[], from: string, read: Read): string | undefined {
  for (let folder = folderOf(from); ; folder = folderOf(folder)) {
    const found = names.map((name) => (folder === "" ? name : `${folder}/${name}`)).find((path) => read(path) !== undefined);
    if (found !== undefined || folder === "") return found;
  }
}

type Data = Readonly<Record<string, unknown>>;

function isData(value: unknown): value is Data {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const parsed = new WeakMap<Document, Data>();

function dataAt(path: string, read: Read): Data {
  const document = read(path);
  if (!document) return {};
  let data = parsed.get(document);
  if (!data) {
    const value: unknown = parse(document.text, [], tolerant);
    parsed.set(document, (data = isData(value) ? value : {}));
  }
  return data;
}

/** What of a compiler's configuration says where modules are. Paths are those of the workspace. */
interface CompilerOptions {
  readonly base?: string;
  readonly paths?: ReadonlyMap<string, readonly string[]>;
}

function compilerOptions(path: string, read: Read, steps: number): CompilerOptions {
  if (steps === 0) return {};
  const data = dataAt(path, read);
  const folder = folderOf(path);
  const inherited = extended(data["extends"], folder, read, steps);
  const own = isData(data["compilerOptions"]) ? data["compilerOptions"] : {};
  const written = typeof own["baseUrl"] === "string" ? joinPath(folder, own["baseUrl"]) : undefined;
  const base = written ?? inherited.base;
  const paths = isData(own["paths"]) ? pathsIn(own["paths"], written ?? folder) : inherited.paths;
  return { ...(base === undefined ? {} : { base }), ...(paths ? { paths } : {}) };
}

function extended(value: unknown, folder: string, read: Read, steps: number): CompilerOptions {
  const names = (Array.isArray(value) ? (value as unknown[]) : [value]).filter((one) => typeof one === "string" && one.startsWith("."));
  return names.reduce<CompilerOptions>((options, name) => {
    const target = joinPath(folder, String(name));
    if (target === undefined) return options;
    return { ...options, ...compilerOptions(target.endsWith(".json") ? target : `${target}.json`, read, steps - 1) };
  }, {});
}

function pathsIn(paths: Data, folder: string): Map<string, readonly string[]> {
  return new Map(Object.entries(paths).map(([pattern, targets]) => {
    const list = Array.isArray(targets) ? (targets as unknown[]) : [];
    return [pattern, list.flatMap((target) => (typeof target === "string" ? (joinPath(folder, target) ?? []) : []))];
  }));
}

function compilerTargets(specifier: string, { base, paths }: CompilerOptions): string[] {
  // The pattern with the longest beginning holds.
  const patterns = [...(paths ?? [])].sort(([left], [right]) => right.indexOf("*") - left.indexOf("*"));
  for (const [pattern, targets] of patterns) {
    const star = starIn(specifier, pattern);
    if (star !== undefined) return targets.map((target) => target.replace("*", () => star));
  }
  const below = base === undefined ? undefined : joinPath(base, specifier);
  return below === undefined ? [] : [below];
}

/** What the star of a pattern stands for, empty for a pattern without one; undefined where it does not match. */
function starIn(specifier: string, pattern: string): string | undefined {
  const at = pattern.indexOf("*");
  if (at < 0) return pattern === specifier ? "" : undefined;
  const end = pattern.slice(at + 1);
  const matches = specifier.startsWith(pattern.slice(0, at)) && specifier.endsWith(end) && specifier.length >= pattern.length - 1;
  return matches ? specifier.slice(at, specifier.length - end.length) : undefined;
}

/** `imports` of the nearest package. */
function* packageTargets(specifier: string, from: string, read: Read): Generator<string> {
  const path = nearest(["package.json"], from, read);
  const imports = path === undefined ? undefined : dataAt(path, read)["imports"];
  if (path === undefined || !isData(imports)) return;
  for (const [pattern, value] of Object.entries(imports)) {
    const star = starIn(specifier, pattern);
    const target = star === undefined ? undefined : conditioned(value);
    const joined = target?.startsWith(".") ? joinPath(folderOf(path), target.replace("*", () => star ?? "")) : undefined;
    if (joined !== undefined) yield joined;
  }
}

/** Conditions such as `import` and `node` in the order in which they count for a server. */
const conditions = ["source", "node", "import", "require", "default"];

function conditioned(value: unknown, depth = 4): string | undefined {
  if (typeof value === "string") return value;
  if (!isData(value) || depth === 0) return undefined;
  for (const name of conditions) {
    const found = conditioned(value[name], depth - 1);
    if (found !== undefined) return found;
  }
  return undefined;
}
