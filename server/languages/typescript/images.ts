import type { TSESTree } from "@typescript-eslint/types";
import type { TextRange } from "../../core/text.ts";

type Node = TSESTree.Node;

/** A node of another file, and the node of this file that stands for it. */
interface Image {
  readonly real: Node;
  readonly place: Node;
}

const images = new WeakMap<object, Image>();
/** By place and real node, so that the same thing seen from the same place is one object. */
const made = new WeakMap<Node, WeakMap<object, object>>();
const standIns = new WeakSet<TextRange>();

/**
 * A node of another file as it is seen from `place`: all in it is as written there, but it stands where `place` stands.
 * So whoever reports a node that was followed into another file reports a place of the file under analysis.
 */
export function imageOf<Seen extends Node>(real: Seen, place: Node): Seen {
  return seen(real, place);
}

function seen<Seen extends object>(real: Seen, place: Node): Seen {
  let known = made.get(place);
  if (!known) made.set(place, (known = new WeakMap()));
  const before = known.get(real);
  if (before) return before as Seen;
  const image = new Proxy(real, {
    get(target, key) {
      if (key === "range" || key === "loc") return place[key];
      const value: unknown = Reflect.get(target, key);
      return typeof value === "object" && value !== null && (isNode(value) || Array.isArray(value)) ? seen(value, place) : value;
    },
  });
  known.set(real, image);
  if (isNode(real)) images.set(image, { real, place });
  return image;
}

function isNode(value: object): value is Node {
  return "type" in value && "range" in value;
}

/** Whether a node was followed into another file: it may be read, and its range is where it is used. No edit fits it. */
export function isElsewhere(node: Node): boolean {
  return images.has(node);
}

/** The node itself, in whatever file. */
export function realOf(node: Node): Node {
  return images.get(node)?.real ?? node;
}

/** The node of this file that stands for a node of another one; undefined for nodes of this file. */
export function placeOf(node: Node): Node | undefined {
  return images.get(node)?.place;
}

/** Marks a range as the place at which something of another file is used. */
export function standIn(range: TextRange): TextRange {
  standIns.add(range);
  return range;
}

/** Whether a range only stands for something of another file: an edit of it would replace the name, not what it names. */
export function isStandIn(range: TextRange): boolean {
  return standIns.has(range);
}
