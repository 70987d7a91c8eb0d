import type { Document, SyntaxProvider } from "../../core/document.ts";
import type { TextRange } from "../../core/text.ts";
import { memberNamed, valueAt, type DataNode, type DataObject } from "../data/dataNode.ts";
import { manifestsOf, textOf, type Manifest } from "./manifests.ts";

/** An object that starts pods. */
export interface Workload {
  readonly manifest: Manifest;
  /** The pod's specification. */
  readonly pod: DataObject;
  readonly containers: readonly Container[];
  /** Whether a field that its pod does not have says something. */
  readonly isWhole: boolean;
  /** Where the workload is named. */
  readonly place: TextRange;
}

/** One container of a pod. */
export interface Container {
  readonly role: "container" | "init" | "ephemeral";
  readonly object: DataObject;
  readonly workload: Workload;
  /** Whether a field that it does not have says something. */
  readonly isWhole: boolean;
  /** Where the container is named. */
  readonly place: TextRange;
  /** Its name in quotes, for messages, or "the container". */
  readonly label: string;
}

interface WorkloadKind {
  readonly groups: readonly string[];
  readonly pod: readonly string[];
  /** What the API demands besides the pod: an object without it is a part of one. */
  readonly demands?: readonly string[];
}

const apps: WorkloadKind = { groups: ["apps", "extensions"], pod: ["spec", "template", "spec"], demands: ["spec", "selector"] };
const kinds: Readonly<Record<string, WorkloadKind>> = {
  Pod: { groups: [""], pod: ["spec"] },
  PodTemplate: { groups: [""], pod: ["template", "spec"] },
  ReplicationController: { groups: [""], pod: ["spec", "template", "spec"] },
  Deployment: apps,
  StatefulSet: apps,
  DaemonSet: apps,
  ReplicaSet: apps,
  Job: { groups: ["batch"], pod: ["spec", "template", "spec"] },
  CronJob: { groups: ["batch"], pod: ["spec", "jobTemplate", "spec", "template", "spec"], demands: ["spec", "schedule"] },
};

const lists = [["containers", "container"], ["initContainers", "init"], ["ephemeralContainers", "ephemeral"]] as const;

const workloadsSyntax: SyntaxProvider<readonly Workload[]> = {
  name: "kubernetes workloads",
  parse: (document) => manifestsOf(document).flatMap(workloadOf),
};

/** The workloads of a file; those of other people's resource types are left alone. */
export function workloadsOf(document: Document): readonly Workload[] {
  return document.syntax(workloadsSyntax);
}

/** The containers of all workloads of a file. */
export function containersOf(document: Document): readonly Container[] {
  return workloadsOf(document).flatMap((workload) => workload.containers);
}

function workloadOf(manifest: Manifest): Workload[] {
  const kind = Object.hasOwn(kinds, manifest.kind) ? kinds[manifest.kind] : undefined;
  if (!kind?.groups.includes(manifest.group)) return [];
  const pod = valueAt(manifest.object, ...kind.pod);
  if (pod?.kind !== "object") return [];
  // The first version of the API made the selector up from the labels.
  const demands = manifest.group === "extensions" ? undefined : kind.demands;
  const isWhole = manifest.isWhole && (!demands || valueAt(manifest.object, ...demands) !== undefined) && hasWholeContainers(pod) && !isWindows(pod);
  const name = valueAt(manifest.object, "metadata", "name") ?? valueAt(manifest.object, "metadata", "generateName");
  const place = name?.kind === "string" ? name.range : (memberNamed(manifest.object, "kind")?.value.range ?? manifest.object.range);
  const containers: Container[] = [];
  const workload: Workload = { manifest, pod, containers, isWhole, place };
  for (const [list, role] of lists) {
    for (const object of objectsAt(pod, list)) containers.push(containerOf(object, role, workload));
  }
  return [workload];
}

function containerOf(object: DataObject, role: Container["role"], workload: Workload): Container {
  const name = valueAt(object, "name");
  const place = name?.kind === "string" ? name.range : firstLine(object);
  const label = textOf(name) === undefined ? "the container" : `"${textOf(name) ?? ""}"`;
  return { role, object, workload, isWhole: workload.isWhole, place, label };
}

function hasWholeContainers(pod: DataObject): boolean {
  const containers = objectsAt(pod, "containers");
  return containers.length > 0 && containers.every((container) => memberNamed(container, "image") !== undefined);
}

/** Linux's fields mean nothing there. */
function isWindows(pod: DataObject): boolean {
  const system = valueAt(pod, "os", "name") ?? valueAt(pod, "nodeSelector", "kubernetes.io/os");
  return system?.kind === "string" && system.value === "windows";
}

function firstLine(object: DataObject): TextRange {
  return object.members[0]?.range ?? object.range;
}

/** The objects in a list that an object has under a name. */
export function objectsAt(object: DataNode | undefined, ...path: readonly string[]): readonly DataObject[] {
  const list = valueAt(object, ...path);
  return list?.kind === "array" ? list.items.filter((item) => item.kind === "object") : [];
}
