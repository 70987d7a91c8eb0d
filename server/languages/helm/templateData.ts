import { Document, type SyntaxProvider } from "../../core/document.ts";
import type { TextRange } from "../../core/text.ts";
import type { DataMember, DataNode } from "../data/dataNode.ts";
import { yamlData } from "../yaml/dataOf.ts";
import { yamlSyntax } from "../yaml/syntax.ts";
import { chartOfTemplate } from "./chart.ts";
import { readTemplate, valueMark, type Insertion, type ReadTemplate } from "./template.ts";

/** Several marks in a row stand for one action each; where one ends the next action's offset says. */
const marks = new RegExp(`${valueMark}+`, "g");

/** What a template of Kubernetes objects gives with its chart's own values. What that leaves open is unknown. */
export const templateData: SyntaxProvider<readonly DataNode[]> = {
  name: "helm template",
  parse(document: Document): readonly DataNode[] {
    const chart = chartOfTemplate(document);
    const template = readTemplate(document.text, { values: chart?.values, chart: chart?.about, dot: "root" });
    const read = new Document(document.path, "yaml", template.text);
    const whole = read.syntax(yamlSyntax).documents;
    // A part that does not hold together as YAML was put together otherwise than it is read here.
    const broken = whole.filter((one) => one.errors.length > 0).map((one) => one.range);
    return yamlData(read)
      .filter(({ range }) => !broken.some((part) => part && part[0] <= range.start && range.end <= part[2]))
      .map((node) => filled(node, template));
  },
};

/** Whether a YAML file is written as a template. */
export function isTemplate({ text }: Document): boolean {
  return text.includes("{{");
}

function filled(node: DataNode, template: ReadTemplate): DataNode {
  if (node.kind === "object") {
    let members: readonly DataMember[] | undefined;
    return { kind: "object", range: node.range, complete: false, get members() {
      return (members ??= node.members.flatMap((member) => filledMember(member, template)));
    } };
  }
  if (node.kind === "array") {
    let items: readonly DataNode[] | undefined;
    return { kind: "array", range: node.range, complete: false, get items() {
      return (items ??= node.items.map((item) => filled(item, template)));
    } };
  }
  return node.kind === "string" && node.value.includes(valueMark) ? filledText(node, template) : node;
}

function filledMember(member: DataMember, template: ReadTemplate): DataMember[] {
  if (member.name.includes(valueMark)) return [];
  const { value } = member;
  if (value.kind !== "other" || value.value !== null || value.range.end > value.range.start) return [{ ...member, value: filled(value, template) }];
  const below = blockBelow(member, template);
  return [below ? { ...member, value: below } : member];
}

/** What an action on the lines below a name without a value gives. */
function blockBelow({ range }: DataMember, { text, insertions }: ReadTemplate): DataNode | undefined {
  const next = insertions[firstFrom(insertions, range.end)];
  if (!next || !/^:?\s*$/.test(text.slice(range.end, next.offset))) return undefined;
  return next.value ? placed(next.value, range) : { kind: "other", range, value: undefined };
}

function filledText(node: Extract<DataNode, { kind: "string" }>, { insertions }: ReadTemplate): DataNode {
  const { range, value } = node;
  const inside = insertions.slice(firstFrom(insertions, range.start), firstFrom(insertions, range.end)).map((one) => one.value);
  const given = inside[0];
  if (inside.length === 1 && given && value.replace(marks, "") === "") return placed(given, range);
  const texts = inside.map(textOf);
  const runs = value.match(marks) ?? [];
  if (runs.length !== inside.length || texts.includes(undefined)) return { kind: "other", range, value: undefined };
  let next = 0;
  return { kind: "string", value: value.replace(marks, () => texts[next++] ?? ""), range, verbatim: false };
}

function textOf(node: DataNode | undefined): string | undefined {
  if (node?.kind === "string") return node.value;
  return node?.kind === "other" && node.value !== null && node.value !== undefined ? String(node.value) : undefined;
}

/** The index of the first insertion that does not stand before an offset. */
function firstFrom(insertions: readonly Insertion[], offset: number): number {
  let low = 0;
  let high = insertions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((insertions[middle]?.offset ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A value of values.yaml, at the place of the template that puts it in. Made on demand: aliases may multiply. */
function placed(node: DataNode, range: TextRange): DataNode {
  if (node.kind === "object") {
    return { kind: "object", range, complete: false, get members() {
      return node.members.map(({ name, value }) => ({ name, nameRange: range, value: placed(value, range), range }));
    } };
  }
  if (node.kind === "array") {
    return { kind: "array", range, complete: false, get items() {
      return node.items.map((item) => placed(item, range));
    } };
  }
  return node.kind === "string" ? { ...node, range, verbatim: false } : { ...node, range };
}
