import type { Document } from "../../../core/document.ts";
import type { TextEdit } from "../../../core/finding.ts";
import type { TextRange } from "../../../core/text.ts";
import { memberNamed, type DataNode } from "../../../languages/data/dataNode.ts";
import { forgeManifest } from "../../../languages/yaml/forgeManifest.ts";
import { addEntries, addListBelow, quoteAt, removeEntries, writtenList } from "../../../languages/yaml/listEdits.ts";

function pathOf(list: string): string[] {
  return ["permissions", "external", ...list.split(".")];
}

/** Adds a host to a list such as `fetch.backend`, in the form that the last entry has; makes the list where it is absent. */
export function addAddress(document: Document, list: string, host: string): readonly TextEdit[] | undefined {
  let node: DataNode | undefined = forgeManifest(document);
  const path = pathOf(list);
  for (const [index, name] of path.entries()) {
    const member = memberNamed(node, name);
    const isLast = index === path.length - 1;
    // A key without a value has nowhere to put a member.
    if (!member) return node && addListBelow(document, node, path.slice(index), [`address: ${host}`]);
    if (isLast) {
      const written = writtenList(document, member);
      const last = written?.entries.at(-1);
      const quote = last ? quoteAt(document, last) : "";
      const item = member.value.kind === "array" ? member.value.items.at(-1) : undefined;
      const text = last && item?.kind === "string" ? `${quote}${host}${quote}` : written?.flow ? `{ address: ${host} }` : `address: ${host}`;
      return written && addEntries(document, written, [text]);
    }
    node = member.value;
  }
  return undefined;
}

/** Takes an entry out of its list. Not the last one: whether a list may be empty is not said anywhere. */
export function removeAddress(document: Document, list: string, place: TextRange): readonly TextEdit[] | undefined {
  const path = pathOf(list);
  const name = path.pop() ?? "";
  const parent = path.reduce<DataNode | undefined>((node, key) => memberNamed(node, key)?.value, forgeManifest(document));
  const member = memberNamed(parent, name);
  const written = member && writtenList(document, member);
  const entry = written?.entries.find(({ start, end }) => start <= place.start && place.end <= end);
  return written && entry && written.entries.length > 1 ? removeEntries(document, written, [entry]) : undefined;
}
