import { isAlias, isMap, isNode, isScalar, isSeq, visit, type Alias, type Document as YamlDocument, type Node, type Pair, type Scalar } from "yaml";
import type { Document } from "../../core/document.ts";
import type { TextRange } from "../../core/text.ts";
import type { DataMember, DataNode, DataString } from "../data/dataNode.ts";
import { yamlSyntax } from "./syntax.ts";

/** What reading one YAML document needs. */
interface Reading {
  readonly text: string;
  /** The node that an alias stands for. */
  readonly target: (alias: Alias) => Node | undefined;
}

/** Merge keys may name each other in a circle. */
const deepestMerge = 16;

/** The values of the documents of a YAML stream, aliases and merge keys followed on demand. */
export function yamlData(document: Document): readonly DataNode[] {
  return document.syntax(yamlSyntax).documents.flatMap((one) => {
    const { contents } = one;
    return contents ? [dataOf(contents, { text: document.text, target: targetsIn(one) })] : [];
  });
}

function targetsIn(document: YamlDocument<Node, boolean>): (alias: Alias) => Node | undefined {
  let anchors: Map<string, Node[]> | undefined;
  return (alias) => {
    anchors ??= anchorsOf(document);
    // An anchor may be set again: an alias means the last one before it.
    return anchors.get(alias.source)?.findLast((node) => (node.range?.[0] ?? 0) < (alias.range?.[0] ?? 0));
  };
}

function anchorsOf(document: YamlDocument<Node, boolean>): Map<string, Node[]> {
  const anchors = new Map<string, Node[]>();
  visit(document, {
    Node(_key, node) {
      if (isAlias(node) || !node.anchor) return;
      const same = anchors.get(node.anchor);
      if (same) same.push(node);
      else anchors.set(node.anchor, [node]);
    },
  });
  return anchors;
}

function resolved(node: Node, reading: Reading): Node | undefined {
  return isAlias(node) ? reading.target(node) : node;
}

function rangeOf(node: Node): TextRange {
  const [start = 0, end = start] = node.range ?? [];
  return { start, end };
}

function dataOf(written: Node, reading: Reading): DataNode {
  const node = resolved(written, reading);
  if (isAlias(written) && !node) return forgottenQuotes(written, reading.text);
  let members: readonly DataMember[] | undefined;
  let items: readonly DataNode[] | undefined;
  if (isMap(node)) {
    return { kind: "object", range: rangeOf(node), complete: true, get members() {
      return (members ??= membersOf(node.items, reading, 0));
    } };
  }
  if (isSeq(node)) {
    return { kind: "array", range: rangeOf(node), complete: true, get items() {
      return (items ??= itemsOf(node.items, reading));
    } };
  }
  if (!isScalar(node)) return { kind: "other", range: rangeOf(written), value: undefined };
  if (typeof node.value === "string") return stringOf(node, node.value, reading.text);
  const { value } = node;
  const known = typeof value === "number" || typeof value === "boolean" || value === null;
  return { kind: "other", range: rangeOf(node), value: known ? value : undefined };
}

/** An alias of no anchor is a text whose quotes were forgotten, such as `*.example.com`. */
function forgottenQuotes(alias: Alias, text: string): DataString {
  const range = rangeOf(alias);
  return { kind: "string", value: text.slice(range.start, range.end), range, verbatim: true };
}

function itemsOf(items: readonly unknown[], reading: Reading): DataNode[] {
  return items.flatMap((item) => (isNode(item) ? [dataOf(item, reading)] : []));
}

function membersOf(pairs: readonly Pair[], reading: Reading, depth: number): DataMember[] {
  const own: DataMember[] = [];
  const merged: DataMember[] = [];
  for (const { key, value } of pairs) {
    if (!isScalar(key)) continue;
    if (key.source === "<<") merged.push(...mergedMembers(value, reading, depth));
    else {
      const name = stringOf(key, String(key.source ?? key.value), reading.text);
      const empty: DataNode = { kind: "other", range: { start: name.range.end, end: name.range.end }, value: null };
      const start = rangeOf(key).start;
      const end = isNode(value) ? rangeOf(value).end : rangeOf(key).end;
      const range = { start, end };
      own.push({ name: name.value, nameRange: name.range, value: isNode(value) ? dataOf(value, reading) : empty, range });
    }
  }
  const names = new Set(own.map((member) => member.name));
  return [...merged.filter((member) => !names.has(member.name)), ...own];
}

function mergedMembers(value: unknown, reading: Reading, depth: number): DataMember[] {
  if (depth > deepestMerge || !isNode(value)) return [];
  const node = resolved(value, reading);
  if (isSeq(node)) return node.items.flatMap((item) => mergedMembers(item, reading, depth + 1));
  return isMap(node) ? membersOf(node.items, reading, depth + 1) : [];
}

/** The text of a scalar without quotes, or without the header and indentation of a block. */
function stringOf(node: Scalar, value: string, text: string): DataString {
  let { start, end } = rangeOf(node);
  if (node.type === "QUOTE_DOUBLE" || node.type === "QUOTE_SINGLE") {
    const quote = text[start];
    start++;
    if (end > start && text[end - 1] === quote) end--;
  } else if (node.type === "BLOCK_FOLDED" || node.type === "BLOCK_LITERAL") {
    const content = value.trim();
    const at = content === "" ? -1 : text.indexOf(content, start);
    if (at >= 0 && at + content.length <= end) {
      return { kind: "string", value: content, range: { start: at, end: at + content.length }, verbatim: true };
    }
  }
  return { kind: "string", value, range: { start, end }, verbatim: text.slice(start, end) === value };
}
