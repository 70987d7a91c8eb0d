import type { DataMember, DataNode } from "./dataNode.ts";

/** A member with the names that lead to it, its own one last. */
export interface PlacedMember {
  readonly path: readonly string[];
  readonly member: DataMember;
}

/**
 * All members of all objects below a value, each once however many aliases lead to it. A pair of `name` and
 * `value`, as containers declare their environment, counts as a member of that name too.
 */
export function* membersBelow(root: DataNode): Generator<PlacedMember> {
  const pending: { node: DataNode; path: readonly string[] }[] = [{ node: root, path: [] }];
  const seen = new Set<number>();
  for (let one = pending.pop(); one; one = pending.pop()) {
    const { node, path } = one;
    if (node.kind !== "object" && node.kind !== "array") continue;
    if (seen.has(node.range.start)) continue;
    seen.add(node.range.start);
    if (node.kind === "array") {
      for (const item of node.items) pending.push({ node: item, path });
      continue;
    }
    const named = namedPair(node.members);
    if (named) yield { path: [...path, named.name], member: named };
    for (const member of node.members) {
      const below = [...path, member.name];
      yield { path: below, member };
      pending.push({ node: member.value, path: below });
    }
  }
}

function namedPair(members: readonly DataMember[]): DataMember | undefined {
  const name = members.find((member) => member.name === "name")?.value;
  const value = members.find((member) => member.name === "value");
  return name?.kind === "string" && value ? { ...value, name: name.value, nameRange: name.range } : undefined;
}
