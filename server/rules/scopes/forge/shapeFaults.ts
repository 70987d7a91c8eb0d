import { distance } from "fastest-levenshtein";
import type { TextRange } from "../../../core/text.ts";
import type { DataNode } from "../../../languages/data/dataNode.ts";
import type { Shape } from "./manifestShape.ts";

/** Where a manifest is not as its schema wants it. */
export type ShapeFault =
  | { readonly kind: "key"; readonly range: TextRange; readonly where: string; readonly name: string; readonly nearest?: string }
  | { readonly kind: "type"; readonly range: TextRange; readonly where: string; readonly wanted: string; readonly empty: boolean; readonly behind: number };

/** All faults of a value below a place such as `permissions.external`. Placeholders may be anything. */
export function shapeFaults(node: DataNode, shape: Shape, where: string, name: TextRange): ShapeFault[] {
  if (node.kind === "string" && node.value.includes("${")) return [];
  if (node.kind === "other" && node.value === undefined) return [];
  const fitting = fittingShape(node, shape);
  if (!fitting) return [wrongType(node, shape, where, name)];
  if (fitting.kind === "list" && node.kind === "array") {
    // An item that is not written yet is no fault.
    return node.items.filter((item) => !isNothing(item)).flatMap((item) => shapeFaults(item, fitting.of, `${where}[]`, item.range));
  }
  if (node.kind !== "object") return [];
  if (fitting.kind === "names") return node.members.flatMap(({ name: own, value, nameRange }) => shapeFaults(value, fitting.of, `${where}.${own}`, nameRange));
  if (fitting.kind !== "keys") return [];
  return node.members.flatMap(({ name: own, nameRange, value }): ShapeFault[] => {
    const below = Object.hasOwn(fitting.keys, own) ? fitting.keys[own] : undefined;
    if (below) return shapeFaults(value, below, where === "" ? own : `${where}.${own}`, nameRange);
    const free = Object.keys(fitting.keys).filter((key) => !node.members.some((member) => member.name === key));
    const nearest = nearestKey(own, free);
    return [{ kind: "key", range: nameRange, where, name: own, ...(nearest !== undefined && { nearest }) }];
  });
}

function isNothing(node: DataNode): boolean {
  return node.kind === "other" && node.value === null;
}

/** The first of the shapes whose outside is that of the value. */
function fittingShape(node: DataNode, shape: Shape): Shape | undefined {
  switch (shape.kind) {
    case "any":
      return shape;
    case "either":
      return shape.shapes.map((one) => fittingShape(node, one)).find((one) => one !== undefined);
    case "text":
      // A number or a flag is written as it is, and read as a text at the other end.
      return node.kind === "string" || (node.kind === "other" && node.value !== null) ? shape : undefined;
    case "flag":
      return node.kind === "other" && typeof node.value === "boolean" ? shape : undefined;
    case "list":
      return node.kind === "array" ? shape : undefined;
    case "keys":
    case "names":
      return node.kind === "object" ? shape : undefined;
  }
}

function wrongType(node: DataNode, shape: Shape, where: string, name: TextRange): ShapeFault {
  const empty = isNothing(node);
  return { kind: "type", range: empty ? name : node.range, where, wanted: wantedOf(shape), empty, behind: node.range.start };
}

function wantedOf(shape: Shape): string {
  switch (shape.kind) {
    case "list":
      return "a list";
    case "keys":
    case "names":
      return "a map";
    case "flag":
      return "true or false";
    case "either":
      return [...new Set(shape.shapes.map(wantedOf))].join(" or ");
    default:
      return "a text";
  }
}

/** The key that was probably meant: two letters may differ in a long one, or the letter case. */
function nearestKey(name: string, keys: readonly string[]): string | undefined {
  const wanted = name.toLowerCase();
  const limit = wanted.length >= 6 ? 2 : 1;
  const near = keys.map((key) => ({ key, apart: distance(wanted, key.toLowerCase()) })).filter(({ apart }) => apart <= limit);
  return near.sort((left, right) => left.apart - right.apart)[0]?.key;
}
