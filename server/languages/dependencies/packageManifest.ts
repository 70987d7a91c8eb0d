import type { Document } from "../../core/document.ts";
import type { TextRange } from "../../core/text.ts";
import { memberNamed, valueAt, type DataMember, type DataNode, type DataObject } from "../data/dataNode.ts";
import { jsonData } from "../json/dataOf.ts";

/** What a dependency is needed for. */
export type DependencyKind = "runtime" | "development" | "optional" | "peer";

/** One dependency that a manifest asks for. */
export interface Dependency {
  readonly name: string;
  /** What is written behind the name: a range, a tag, an address. */
  readonly specifier: string;
  readonly kind: DependencyKind;
  /** The specifier without its quotes. */
  readonly range: TextRange;
  /** Whether the text has the specifier exactly so at `range`. */
  readonly verbatim: boolean;
  readonly member: DataMember;
}

/** A `package.json`. */
export interface PackageManifest {
  readonly root: DataObject;
  readonly dependencies: readonly Dependency[];
}

const lists: readonly (readonly [name: string, kind: DependencyKind])[] = [
  ["dependencies", "runtime"],
  ["optionalDependencies", "optional"],
  ["devDependencies", "development"],
  ["peerDependencies", "peer"],
];

/** The manifest that a `package.json` is; undefined where it holds no object. */
export function packageManifest(document: Document): PackageManifest | undefined {
  const root = jsonData(document);
  if (root?.kind !== "object") return undefined;
  return { root, dependencies: lists.flatMap(([list, kind]) => dependenciesOf(valueAt(root, list), kind)) };
}

function dependenciesOf(list: DataNode | undefined, kind: DependencyKind): Dependency[] {
  if (list?.kind !== "object") return [];
  return list.members.flatMap((member): Dependency[] => {
    const { name, value } = member;
    return value.kind === "string" ? [{ name, specifier: value.value.trim(), kind, range: value.range, verbatim: value.verbatim, member }] : [];
  });
}

/** The text of a member of the manifest. */
export function manifestText({ root }: Pick<PackageManifest, "root">, ...names: readonly string[]): string | undefined {
  const value = valueAt(root, ...names);
  return value?.kind === "string" ? value.value : undefined;
}

/** Whether the manifest has a member of this name, whatever its value. */
export function hasMember({ root }: Pick<PackageManifest, "root">, name: string): boolean {
  return memberNamed(root, name) !== undefined;
}

const range = /^(?:npm:(?:@[^/\s]+\/)?[^@\s]+@)?[v=<>^~*xX\d][^:/]*$/;
const tag = /^[a-z][\w.-]*$/i;

/** Whether a specifier asks a registry: a range or a tag, not an address, a folder or a workspace. */
export function asksRegistry(specifier: string): boolean {
  return specifier === "" || range.test(specifier) || tag.test(specifier);
}
