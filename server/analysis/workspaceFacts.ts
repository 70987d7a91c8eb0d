import type { Document } from "../core/document.ts";
import type { Fact, FactSource, WorkspaceFacts } from "../core/fact.ts";

/** What checks across files ask, as long as nothing changes: each source's facts are sorted once. */
export function workspaceFactsOf(factsOf: (source: string) => Fact[], documentAt: (path: string) => Document | undefined): WorkspaceFacts {
  const sorted = new Map<string, readonly Fact[]>();
  return {
    of<Value>({ id }: FactSource<Value>): readonly Fact<Value>[] {
      const facts = sorted.get(id) ?? factsOf(id).sort(byPlace);
      sorted.set(id, facts);
      // What a source put in comes out: its id says of which kind the values are.
      return facts as readonly Fact<Value>[];
    },
    document: documentAt,
  };
}

function byPlace(left: Fact, right: Fact): number {
  return left.path === right.path ? left.range.start - right.range.start : left.path < right.path ? -1 : 1;
}
