import type { Document } from "../../core/document.ts";
import type { TextEdit } from "../../core/finding.ts";
import { optionsOf, type Constant, type TextPart } from "../../languages/typescript/constants.ts";
import { rangeOf, type Node } from "../../languages/typescript/nodes.ts";
import { flagInHeader, type AttributeName, type FlagName } from "./cookieAttributes.ts";
import { readSetCookie, type SetCookieText } from "./setCookieText.ts";
import type { AttributeReading, FlagFault, WrittenCookie } from "./writtenCookie.ts";

/** One text that a header may have. */
interface Written {
  readonly node: Node;
  readonly cookie: SetCookieText;
}

/** The cookie that a text in code sets, one of several texts included; undefined where it is none, or is being deleted. */
export function textCookie(document: Document, constant: Constant, byScript: boolean): WrittenCookie | undefined {
  const options = optionsOf(constant);
  const read = options.map(({ node }, index): Written | undefined => {
    const parts = partsOf(options[index] ?? constant);
    const cookie = parts && readSetCookie(parts);
    return cookie && !cookie.deletes ? { node, cookie } : undefined;
  });
  // Where one branch is no cookie, or is not known, somebody decides when it is needed.
  const texts = read.filter((one) => one !== undefined);
  const [first] = texts;
  if (!first || texts.length < read.length) return undefined;
  return {
    range: rangeOf(first.node),
    name: first.cookie.name,
    wording: document.text.slice(...first.node.range),
    isSession: false,
    byScript,
    refusesPlainConnections: false,
    defaultPath: undefined,
    faults: (flag) => faults(document, texts, flag),
    attribute: (name) => attribute(texts, name),
  };
}

function partsOf(constant: Constant): readonly TextPart[] | undefined {
  if (constant.kind === "string") return [{ text: constant.value, node: constant.node }];
  return constant.kind === "template" ? constant.parts : undefined;
}

function faults(document: Document, texts: readonly Written[], flag: FlagName): FlagFault[] {
  if (texts.some(({ cookie }) => cookie.open || cookie.attributes.has(flag.toLowerCase()))) return [];
  return texts.map(({ node }) => {
    const edit = appendText(document, node, flagInHeader[flag]);
    return { range: rangeOf(node), ...(edit && { repair: { title: `Add ${flagInHeader[flag]}`, edits: [edit] } }) };
  });
}

const inHeader: Readonly<Partial<Record<AttributeName, string>>> = { maxAge: "max-age" };

function attribute([only, ...others]: readonly Written[], name: AttributeName): AttributeReading {
  const attributes = only?.cookie.attributes;
  if (!only || !attributes || others.length > 0) return { kind: "unknown" };
  const key = inHeader[name] ?? name.toLowerCase();
  if (!attributes.has(key)) return only.cookie.open ? { kind: "unknown" } : { kind: "not-given", fallback: "left-out" };
  const written = attributes.get(key);
  if (written === undefined || name === "expires") return { kind: "unknown" };
  const value = name === "httpOnly" || name === "secure" ? true : name === "maxAge" ? Number(written) : written;
  return { kind: "given", values: [{ value, range: rangeOf(only.node) }] };
}

/** Adds an attribute at the end of a text: inside its last literal, else as one more summand. */
function appendText(document: Document, node: Node, added: string): TextEdit | undefined {
  const last = node.type === "BinaryExpression" ? node.right : node;
  const end = last.range[1] - 1;
  const isText = last.type === "TemplateLiteral" || (last.type === "Literal" && typeof last.value === "string");
  if (isText && last.range[1] - last.range[0] >= 2 && document.text[last.range[0]] === document.text[end]) {
    const before = document.text.slice(last.range[0] + 1, end);
    const lead = /;\s+$/.test(before) ? "" : before.trimEnd().endsWith(";") ? " " : "; ";
    return { range: { start: end, end }, newText: lead + added };
  }
  if (node.type !== "BinaryExpression") return undefined;
  return { range: { start: node.range[1], end: node.range[1] }, newText: ` + "; ${added}"` };
}
