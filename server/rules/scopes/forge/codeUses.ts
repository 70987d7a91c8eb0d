import { calledOrigin } from "../../../languages/typescript/calls.ts";
import { variableOf } from "../../../languages/typescript/bindings.ts";
import { originOf } from "../../../languages/typescript/imports.ts";
import { rangeOf, type Node } from "../../../languages/typescript/nodes.ts";
import type { TypeScriptSyntax } from "../../../languages/typescript/syntax.ts";
import { isForgeModule } from "./requests.ts";

/** What code may use besides requests. */
export type CodeUse = "storage" | "content property" | "space property" | "issue property" | "notification" | "privacy" | "realtime" | "authorize" | "entity properties" | "graph" | "people";

interface Row {
  readonly use: CodeUse;
  /** Of which packages of Forge's; absent for all. */
  readonly modules?: readonly string[];
  /** The export, or what it starts with; absent for everything a package has. */
  readonly exported?: RegExp;
  /** A call surely needs what the use needs. */
  readonly certain: boolean;
}

/** Exports of Forge's packages that need scopes (lint of the Forge command line, 2026-10; documentation of 2026-08). */
const rows: readonly Row[] = [
  { use: "storage", modules: ["@forge/kvs", "@forge/storage"], certain: true },
  { use: "storage", modules: ["@forge/api"], exported: /^(?:storage|store)(?:\.|$)/, certain: true },
  { use: "storage", modules: ["@forge/object-store", "@forge/sql", "@forge/cache"], certain: false },
  { use: "content property", exported: /^useContentProperty$/, certain: true },
  { use: "space property", exported: /^useSpaceProperty$/, certain: true },
  { use: "issue property", exported: /^useIssueProperty$/, certain: true },
  { use: "entity properties", modules: ["@forge/api"], exported: /^properties(?:\.|$)/, certain: false },
  { use: "privacy", modules: ["@forge/api"], exported: /^privacy(?:\.|$)/, certain: false },
  { use: "authorize", exported: /^authorize(?:\.|$)/, certain: false },
  { use: "realtime", exported: /^realtime(?:\.|$)|Global$/, certain: false },
  { use: "realtime", modules: ["@forge/realtime"], certain: false },
  { use: "notification", exported: /notification/i, certain: false },
  { use: "notification", modules: ["@forge/notifications"], certain: false },
  { use: "graph", exported: /(?:^|\.)request(?:Graph|TeamworkGraph|ConnectedData|Atlassian)$/, certain: false },
  { use: "people", exported: /^(?:User|UserGroup|UserPicker|Avatar|AvatarStack)$/, certain: false },
];

/** One place that uses something of Forge's. */
export interface PlacedUse {
  readonly node: Node;
  readonly use: CodeUse;
  readonly certain: boolean;
}

function rowFor(module: string, name: string): Row | undefined {
  return rows.find(({ modules, exported }) => (modules?.includes(module) ?? isForgeModule(module)) && (exported?.test(name) ?? true));
}

/** What a file uses: calls, and imports that something else is done with. */
export function usesIn(syntax: TypeScriptSyntax): readonly PlacedUse[] {
  const found: PlacedUse[] = [];
  for (const call of syntax.all("CallExpression")) {
    const origin = calledOrigin(call, syntax);
    const row = origin && rowFor(origin.module, origin.name);
    if (row) found.push({ node: call.callee, use: row.use, certain: row.certain });
    else if (/(?:^|\.)request(?:Graph|TeamworkGraph)$/.test(nameOfCallee(call.callee))) found.push({ node: call.callee, use: "graph", certain: false });
  }
  const known = new Set(found.map(({ use }) => use));
  for (const specifier of [...syntax.all("ImportSpecifier"), ...syntax.all("ImportDefaultSpecifier"), ...syntax.all("ImportNamespaceSpecifier")]) {
    const origin = originOf(specifier.local, syntax);
    const row = origin && rowFor(origin.module, origin.name);
    const isUsed = row && !known.has(row.use) && variableOf(specifier.local, syntax)?.references.some((reference) => !reference.isTypeReference);
    if (row && isUsed) found.push({ node: specifier, use: row.use, certain: false });
  }
  return found.sort((left, right) => rangeOf(left.node).start - rangeOf(right.node).start);
}

function nameOfCallee(callee: Node): string {
  return callee.type === "MemberExpression" && callee.property.type === "Identifier" ? callee.property.name : "";
}
