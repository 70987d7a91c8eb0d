import type { TextRange } from "../../core/text.ts";

/** An attribute with its decoded value and the range of the value as written, without quotes. */
export interface XmlAttribute {
  readonly name: string;
  readonly value: string;
  readonly valueRange: TextRange;
}

/** An attribute inside an opening tag: name, quote and value as written. */
const attributeSource = /([^\s=/<>"']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** The attributes of an opening tag's source, which starts at `start`; decoded where `values` has them decoded. */
export function attributesIn(
  source: string,
  start: number,
  values: Readonly<Record<string, string>> = {},
): XmlAttribute[] {
  const found: XmlAttribute[] = [];
  for (const match of source.matchAll(attributeSource)) {
    const [whole, name = ""] = match;
    const raw = match[2] ?? match[3] ?? "";
    const end = start + match.index + whole.length - 1;
    found.push({ name, value: values[name] ?? raw, valueRange: { start: end - raw.length, end } });
  }
  return found;
}

/** The attribute of a name. Configuration files are strict about letter case, and so is this. */
export function attributeNamed(attributes: readonly XmlAttribute[], name: string): XmlAttribute | undefined {
  return attributes.find((attribute) => attribute.name === name);
}
