import { expressionOf, type Conversion } from "./convert.ts";
import type { PhpDeclaration, PhpNode, PhpPlace, PhpSyntax } from "./nodes.ts";
import { childOf, childrenOf, isRawNode, nameOf, rawRange, type RawNode } from "./raw.ts";

const classKinds: ReadonlySet<string> = new Set(["class", "trait", "interface", "enum"]);
const bodyKinds: ReadonlySet<string> = new Set(["function", "method", "closure"]);
const expressionKinds: ReadonlySet<string> = new Set([
  "string", "nowdoc", "encapsed", "bin", "number", "array", "call", "new", "assign", "assignref", "retif", "match",
  "propertylookup", "nullsafepropertylookup", "staticlookup", "offsetlookup", "variable",
]);

/** Reads a whole tree once, without recursion: what is declared, what is imported, and every expression. */
export function collect(program: unknown, text: string): PhpSyntax {
  const places = new Map<RawNode, PhpPlace>();
  const conversion: Conversion = { text, placeOf: (node) => places.get(node) ?? {}, made: new Map() };
  const nodes = isRawNode(program) ? walk(program, places) : [];
  const imports = new Map<string, string>();
  const declarations: PhpDeclaration[] = [];
  const expressions: PhpNode[] = [];
  for (const node of nodes) {
    if (expressionKinds.has(node.kind)) expressions.push(expressionOf(node, conversion));
    const declaration = declarationOf(node, conversion, places);
    if (declaration) declarations.push(declaration);
    if (node.kind === "usegroup") for (const [alias, name] of importsOf(node)) imports.set(alias, name);
  }
  expressions.sort((left, right) => left.range.start - right.range.start || right.range.end - left.range.end);
  const errors = isRawNode(program) ? program["errors"] : undefined;
  return {
    declarations,
    imports,
    syntaxErrors: Array.isArray(errors) ? errors.length : 0,
    all: <Kind extends PhpNode["kind"]>(kind: Kind) => expressions.filter((one): one is Extract<PhpNode, { kind: Kind }> => one.kind === kind),
  };
}

/** All nodes, each with its place. */
function walk(program: RawNode, places: Map<RawNode, PhpPlace>): RawNode[] {
  const nodes: RawNode[] = [];
  const pending: { node: RawNode; place: PhpPlace }[] = [{ node: program, place: {} }];
  for (let one = pending.pop(); one; one = pending.pop()) {
    const { node } = one;
    if (places.has(node)) continue;
    places.set(node, one.place);
    nodes.push(node);
    const place = innerPlace(node, one.place);
    for (const [key, value] of Object.entries(node)) {
      if (key === "loc") continue;
      for (const child of Array.isArray(value) ? (value as unknown[]) : [value]) if (isRawNode(child)) pending.push({ node: child, place });
    }
  }
  return nodes;
}

function innerPlace(node: RawNode, place: PhpPlace): PhpPlace {
  if (classKinds.has(node.kind)) {
    const className = nameOf(node["name"]);
    return className === undefined ? {} : { className };
  }
  return bodyKinds.has(node.kind) ? { ...place, body: node } : place;
}

const declarationKinds: Readonly<Record<string, PhpDeclaration["kind"]>> = {
  constant: "constant",
  property: "property",
  parameter: "parameter",
  enumcase: "case",
};

function declarationOf(node: RawNode, conversion: Conversion, places: Map<RawNode, PhpPlace>): PhpDeclaration | undefined {
  const place = places.get(node) ?? {};
  if (node.kind === "call") return defined(node, conversion, place);
  const kind = Object.hasOwn(declarationKinds, node.kind) ? declarationKinds[node.kind] : undefined;
  const name = nameOf(node["name"]);
  const value = childOf(node, "value");
  if (!kind || name === undefined || !value) return undefined;
  return { kind, name, value: expressionOf(value, conversion), range: rawRange(node, conversion.text), place };
}

/** `define("NAME", value)`. */
function defined(node: RawNode, conversion: Conversion, place: PhpPlace): PhpDeclaration | undefined {
  const callee = childOf(node, "what");
  if (callee?.kind !== "name" || nameOf(callee)?.replace(/^\\/, "").toLowerCase() !== "define") return undefined;
  const [name, value] = childrenOf(node, "arguments");
  const text = name?.kind === "string" ? name["value"] : undefined;
  if (typeof text !== "string" || !value) return undefined;
  return { kind: "constant", name: text, value: expressionOf(value, conversion), range: rawRange(node, conversion.text), place: { ...(place.body && { body: place.body }) } };
}

/** The names that `use` brings in, each with the full name of what it stands for. */
function importsOf(group: RawNode): [string, string][] {
  const prefix = nameOf(group["name"]);
  return childrenOf(group, "items").flatMap((item): [string, string][] => {
    const name = nameOf(item["name"]);
    if (name === undefined) return [];
    const full = (prefix === undefined ? name : `${prefix}\\${name}`).replace(/^\\/, "");
    const alias = nameOf(item["alias"]) ?? full.slice(full.lastIndexOf("\\") + 1);
    return [[alias, full]];
  });
}
