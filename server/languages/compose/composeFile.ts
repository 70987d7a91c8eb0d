import type { Document, SyntaxProvider } from "../../core/document.ts";
import { memberNamed, valueAt, type DataMember, type DataNode, type DataObject } from "../data/dataNode.ts";
import { dotenvSyntax } from "../dotenv/syntax.ts";
import { isKnown, type VariableLookup } from "../dockerfile/variables.ts";
import { yamlData } from "../yaml/dataOf.ts";
import { interpolate } from "./interpolation.ts";

/** A service of a compose file, with what it takes over by `extends`. */
export interface ComposeService {
  readonly name: string;
  /** The member of `services`. */
  readonly member: DataMember;
  readonly object: DataObject;
  /** What is written in this file for this service, anchors and merge keys followed. */
  own(key: string): DataMember | undefined;
  /** The same, or what an extended service has, in this file or another one. */
  value(key: string): DataNode | undefined;
  /** The values of a key along the chain of `extends`, the service's own first: lists are joined. */
  values(key: string): readonly DataNode[];
  /** Whether an extended service could not be read, so that nothing can be said to be missing. */
  readonly isOpen: boolean;
  /** Whether it is a service of its own: with an image or a build, and not only a change to one in another file. */
  readonly isWhole: boolean;
}

/** A compose file, resolved. */
export interface ComposeFile {
  readonly services: readonly ComposeService[];
  readonly root: DataObject;
  /** A scalar as text with variables replaced by `.env` and defaults; undefined where it is no scalar or not known. */
  text(node: DataNode | undefined): string | undefined;
}

/** Every compose file has it at the start of a line. */
const servicesKey = /^(?:["']?services["']?[ \t]*:|\{[\s\S]{0,200}?"services")/m;
const composeName = /(?:^|[.-])(?:compose|stack)(?:[.-]|$)/i;
const otherTools = ["apiVersion", "kind", "jobs", "stages", "openapi", "swagger", "pipelines", "app"];
const deepestExtends = 8;

/** The compose file that a document holds, by its name and shape; undefined where it holds none. */
export const composeSyntax: SyntaxProvider<ComposeFile | undefined> = {
  name: "compose",
  parse(document: Document): ComposeFile | undefined {
    if (!servicesKey.test(document.text)) return undefined;
    const root = yamlData(document)[0];
    if (root?.kind !== "object" || otherTools.some((key) => memberNamed(root, key))) return undefined;
    const services = valueAt(root, "services");
    if (services?.kind !== "object") return undefined;
    const members = services.members.filter(({ value }) => value.kind === "object");
    const looksSo = members.some(({ value }) => isContainer(value));
    if (!looksSo && !composeName.test(document.fileName)) return undefined;
    const lookup = environmentOf(document);
    const byName = new Map(members.map((member) => [member.name, member.value]));
    const made = members.flatMap((member) => serviceOf(document, byName, member));
    return { services: made, root, text: (node) => textOf(node, lookup) };
  },
};

function isContainer(service: DataNode): boolean {
  const image = memberNamed(service, "image")?.value.kind;
  const build = memberNamed(service, "build")?.value.kind;
  return image === "string" || build === "string" || build === "object";
}

type ServicesByName = ReadonlyMap<string, DataNode>;

function serviceOf(document: Document, services: ServicesByName, member: DataMember): ComposeService[] {
  const object = member.value;
  if (object.kind !== "object") return [];
  const { chain, isOpen } = chainOf(document, services, object);
  const values = (key: string): DataNode[] => chain.flatMap((one) => memberNamed(one, key)?.value ?? []);
  return [
    {
      name: member.name,
      member,
      object,
      own: (key) => memberNamed(object, key),
      value: (key) => values(key)[0],
      values,
      isOpen,
      isWhole: values("image").length > 0 || values("build").length > 0,
    },
  ];
}

/** A service and those it extends, nearest first. */
function chainOf(document: Document, services: ServicesByName, service: DataObject): { chain: DataObject[]; isOpen: boolean } {
  const chain: DataObject[] = [];
  let [file, all, one]: [Document, ServicesByName, DataObject] = [document, services, service];
  for (let depth = 0; depth < deepestExtends; depth++) {
    chain.push(one);
    const base = memberNamed(one, "extends")?.value;
    if (!base) return { chain, isOpen: false };
    const name = base.kind === "string" ? base : valueAt(base, "service");
    const path = valueAt(base, "file");
    if (name?.kind !== "string" || (path && path.kind !== "string")) break;
    if (path?.kind === "string") {
      const other = file.neighbours?.read(pathFrom(file, path.value));
      const root = other && valueAt(yamlData(other)[0], "services");
      if (!other || root?.kind !== "object") break;
      [file, all] = [other, new Map(root.members.map((member) => [member.name, member.value]))];
    }
    const next = all.get(name.value);
    if (next?.kind !== "object" || chain.includes(next)) break;
    one = next;
  }
  return { chain, isOpen: true };
}

/** A path that a file names, from the workspace folder. */
function pathFrom(document: Document, path: string): string {
  const parts = document.path.split("/").slice(0, -1);
  for (const part of path.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  return parts.join("/");
}

/** The variables of the `.env` beside the file. */
function environmentOf(document: Document): VariableLookup {
  let values: Map<string, string> | undefined;
  return (name) => {
    if (!values) {
      const file = document.neighbours?.read(pathFrom(document, ".env"));
      values = new Map(file ? file.syntax(dotenvSyntax).map((entry) => [entry.name, entry.value]) : []);
    }
    return values.get(name);
  };
}

function textOf(node: DataNode | undefined, lookup: VariableLookup): string | undefined {
  if (node?.kind === "string") {
    const text = interpolate(node.value, lookup);
    return isKnown(text) ? text : undefined;
  }
  return node?.kind === "other" && node.value !== undefined && node.value !== null ? String(node.value) : undefined;
}
