import type { Document } from "../../core/document.ts";
import { aliasTargets } from "./moduleAliases.ts";
import { folderOf, joinPath } from "./workspacePaths.ts";

/** What may stand for nothing at a specifier's end, most usual first. */
const extensions = [".ts", ".tsx", ".js", ".jsx", ".mjs", ".cjs", ".mts", ".cts", ".json"];
/** The names under which TypeScript files are imported as what they are compiled to. */
const compiledFrom: Readonly<Record<string, readonly string[]>> = {
  ".js": [".ts", ".tsx"],
  ".jsx": [".tsx"],
  ".mjs": [".mts"],
  ".cjs": [".cts"],
};
const extension = /\.[cm]?[jt]sx?$|\.json$/;

type Answers = Map<string, Document | undefined>;
const known = new WeakMap<Document, Answers>();

/**
 * The file of this workspace that a module specifier in `from` means; undefined for packages and for what is not
 * there. Asked for the analysis of `root`, through whose neighbours every file is read.
 */
export function moduleDocument(specifier: string, from: Document, root: Document): Document | undefined {
  if (!root.neighbours || specifier === "" || specifier.length > 300) return undefined;
  const answers: Answers = known.get(root) ?? new Map<string, Document | undefined>();
  known.set(root, answers);
  const key = `${folderOf(from.path)}\n${specifier}`;
  if (!answers.has(key)) answers.set(key, find(specifier, from, root));
  return answers.get(key);
}

function find(specifier: string, from: Document, root: Document): Document | undefined {
  if (!specifier.startsWith(".")) {
    return firstOf(aliasTargets(specifier, from.path, (path) => root.neighbours?.read(path)), (target) => fileAt(target, root));
  }
  const target = joinPath(folderOf(from.path), specifier);
  return target === undefined ? undefined : fileAt(target, root);
}

function firstOf<Item>(items: readonly Item[], find: (item: Item) => Document | undefined): Document | undefined {
  for (const item of items) {
    const found = find(item);
    if (found) return found;
  }
  return undefined;
}

function fileAt(target: string, root: Document): Document | undefined {
  return firstOf(candidates(target), (path) => root.neighbours?.read(path));
}

function candidates(target: string): string[] {
  const [written] = extension.exec(target) ?? [];
  const base = target.slice(0, target.length - (written?.length ?? 0));
  const exact = written ? [...(compiledFrom[written] ?? []).map((one) => base + one), target] : [];
  const folder = target === "" ? "" : `${target}/`;
  return [...exact, ...(target === "" ? [] : extensions.map((one) => target + one)), ...extensions.map((one) => `${folder}index${one}`)];
}
