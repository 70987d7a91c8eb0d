import type { LockedPackage, LockFile } from "./lockFile.ts";
import { objectOf, optional, textOf, textsOf } from "./plainData.ts";

/** Reads the `yarn.lock` of yarn 1, whose notation is its own: entries of names, and below each an indented list. */
export function yarnClassicLock(text: string): LockFile {
  const packages = new Map<string, LockedPackage>();
  const byDescriptor = new Map<string, string>();
  const wanted: { readonly id: string; readonly descriptor: string }[] = [];
  for (const { descriptors, fields, needs } of classicEntries(text)) {
    const [first = ""] = descriptors;
    const id = first;
    const resolved = fields.get("resolved");
    const version = fields.get("version") ?? "";
    for (const descriptor of descriptors) byDescriptor.set(descriptor, id);
    for (const [name, range] of needs) wanted.push({ id, descriptor: `${name}@${range}` });
    const name = aliasOf(first) ?? first.slice(0, first.indexOf("@", 1));
    const fromRegistry = resolved !== undefined && /^https?:\/\/[^?#]*\/-\/[^?#]*\.tgz/.test(resolved);
    packages.set(id, { id, name, version, fromRegistry, needs: [], ...optional({ resolved, integrity: fields.get("integrity") }) });
  }
  link(packages, wanted, byDescriptor);
  return { writer: "yarn-classic", format: "1", packages, projects: undefined, resolve: (_project, name, specifier) => byDescriptor.get(`${name}@${specifier}`) };
}

interface ClassicEntry {
  readonly descriptors: readonly string[];
  readonly fields: Map<string, string>;
  readonly needs: (readonly [name: string, range: string])[];
}

const word = /"(?:[^"\\]|\\.)*"|[^\s,:"][^\s,"]*(?<!:)/g;

function* classicEntries(text: string): Generator<ClassicEntry> {
  let entry: ClassicEntry | undefined;
  for (const line of text.split(/\r?\n/)) {
    const body = line.trimStart();
    if (body === "" || body.startsWith("#")) continue;
    const words = (body.match(word) ?? []).map((one) => (one.startsWith('"') ? one.slice(1, -1) : one));
    const indent = line.length - body.length;
    if (indent === 0) {
      if (entry) yield entry;
      entry = { descriptors: words, fields: new Map(), needs: [] };
    } else if (indent === 2 && words[0] !== undefined && words[1] !== undefined) entry?.fields.set(words[0], words[1]);
    else if (indent > 2 && words[0] !== undefined && words[1] !== undefined) entry?.needs.push([words[0], words[1]]);
  }
  if (entry) yield entry;
}

/** Reads the `yarn.lock` of yarn 2 and later, parsed with every scalar as a text. */
export function yarnBerryLock(data: unknown): LockFile {
  const packages = new Map<string, LockedPackage>();
  const byDescriptor = new Map<string, string>();
  const wanted: { readonly id: string; readonly descriptor: string }[] = [];
  const projects: string[] = [];
  for (const [key, value] of Object.entries(objectOf(data))) {
    const entry = objectOf(value);
    const resolution = textOf(entry["resolution"]);
    if (resolution === undefined) continue;
    const at = resolution.indexOf("@", 1);
    const source = resolution.slice(at + 1);
    if (source.startsWith("workspace:")) {
      const folder = source.slice("workspace:".length);
      projects.push(folder === "." ? "" : folder);
      continue;
    }
    for (const descriptor of key.split(/,\s*/)) byDescriptor.set(descriptor, resolution);
    for (const [name, range] of textsOf(entry["dependencies"])) wanted.push({ id: resolution, descriptor: `${name}@${range}` });
    packages.set(resolution, {
      id: resolution,
      name: resolution.slice(0, at),
      version: textOf(entry["version"]) ?? "",
      fromRegistry: /^npm:\d/.test(source) || source.startsWith("patch:"),
      needs: [],
    });
  }
  const found = (descriptor: string): string | undefined => byDescriptor.get(descriptor) ?? byDescriptor.get(descriptor.replace(/^(.[^@]*)@/, "$1@npm:"));
  link(packages, wanted, { get: found });
  const format = textOf(objectOf(objectOf(data)["__metadata"])["version"]) ?? "";
  return { writer: "yarn-berry", format, packages, projects, resolve: (_project, name, specifier) => found(`${name}@${specifier}`) };
}

function link(packages: Map<string, LockedPackage>, wanted: readonly { readonly id: string; readonly descriptor: string }[], byDescriptor: { get(descriptor: string): string | undefined }): void {
  const needs = new Map<string, string[]>();
  for (const { id, descriptor } of wanted) {
    const target = byDescriptor.get(descriptor);
    if (target === undefined) continue;
    const list = needs.get(id);
    if (list) list.push(target);
    else needs.set(id, [target]);
  }
  for (const [id, list] of needs) {
    const one = packages.get(id);
    if (one) packages.set(id, { ...one, needs: list });
  }
}

/** The package behind another name: `lodash` of `old-lodash@npm:lodash@^3`. */
function aliasOf(descriptor: string): string | undefined {
  const alias = /^.[^@]*@npm:(.[^@]*)@/.exec(descriptor);
  return alias?.[1];
}
