import type { TextRange } from "../../core/text.ts";

/**
 * A value of a data file, whatever its notation: JSON, YAML and object literals in code are read the same
 * way. Made on demand, so that an alias bomb or a deep file costs only what is looked at.
 */
export type DataNode = DataString | DataObject | DataArray | DataOther;

/** A text. */
export interface DataString {
  readonly kind: "string";
  readonly value: string;
  /** The text without its quotes, as far as it is written here. */
  readonly range: TextRange;
  /** Whether the document has exactly `value` at `range`, so that offsets in one are offsets in the other. */
  readonly verbatim: boolean;
}

/** Named members, in the order of the text. */
export interface DataObject {
  readonly kind: "object";
  /** From the opening bracket to behind the closing one; in block YAML, all members. */
  readonly range: TextRange;
  readonly members: readonly DataMember[];
  /** Whether `members` are all there are: false where a spread or a computed name hides some. */
  readonly complete: boolean;
}

/** One member of an object. */
export interface DataMember {
  readonly name: string;
  /** The name without its quotes. */
  readonly nameRange: TextRange;
  readonly value: DataNode;
  /** From the start of the name to the end of the value, quotes included, as written at this place. */
  readonly range: TextRange;
}

/** Items, in the order of the text. */
export interface DataArray {
  readonly kind: "array";
  readonly range: TextRange;
  readonly items: readonly DataNode[];
  /** Whether `items` are all there are. */
  readonly complete: boolean;
}

/** A number, a boolean, `null`, or a value that cannot be read. */
export interface DataOther {
  readonly kind: "other";
  readonly range: TextRange;
  /** `undefined` where the value is unknown. */
  readonly value: number | boolean | null | undefined;
}

/** The member of a name; the last one where the name occurs twice. Names are compared exactly. */
export function memberNamed(node: DataNode | undefined, name: string): DataMember | undefined {
  if (node?.kind !== "object") return undefined;
  return node.members.findLast((member) => member.name === name);
}

/** The value at the end of a path of member names. */
export function valueAt(node: DataNode | undefined, ...names: readonly string[]): DataNode | undefined {
  return names.reduce<DataNode | undefined>((value, name) => memberNamed(value, name)?.value, node);
}
