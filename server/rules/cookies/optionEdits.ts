import type { Document } from "../../core/document.ts";
import type { TextEdit } from "../../core/finding.ts";
import { addArgument, insertProperty, replaceNode } from "../../languages/typescript/edits.ts";
import type { Call } from "../../languages/typescript/calls.ts";
import type { Node } from "../../languages/typescript/nodes.ts";
import type { ObjectAlternative, PropertyValue } from "../../languages/typescript/objects.ts";

function textOf(document: Document, node: Node): string {
  return document.text.slice(...node.range);
}

/**
 * Adds a property to options: to their literals where those have no other use, else to a copy of what is
 * handed over, so that no other cookie changes.
 */
export function addOption(
  document: Document,
  options: Node,
  missing: readonly ObjectAlternative[],
  source: string,
): readonly TextEdit[] | undefined {
  const edits = missing.map(({ literal }) => literal && insertProperty(document, literal, source));
  const sure = edits.filter((edit) => edit !== undefined);
  if (sure.length === edits.length && sure.length > 0) return sure;
  const text = textOf(document, options);
  if (/^(?:undefined|null)$/.test(text)) return [replaceNode(options, `{ ${source} }`)];
  const isSimple = /^(?:Identifier|MemberExpression|CallExpression)$/.test(options.type);
  return options.type === "ObjectExpression" ? undefined : [replaceNode(options, `{ ...${isSimple ? text : `(${text})`}, ${source} }`)];
}

/** Adds options to a call that has none. */
export function addOptions(document: Document, call: Call, source: string): readonly TextEdit[] | undefined {
  const edit = addArgument(document, call, `{ ${source} }`);
  return edit && [edit];
}

/** Gives a property another value. Undefined where that is not the value's own place. */
export function switchOn({ node, value }: PropertyValue, name: string, right: string): readonly TextEdit[] | undefined {
  if (node.type === "Property") {
    if (node.shorthand) return [replaceNode(node, `${name}: ${right}`)];
    return value && node.value === value ? [replaceNode(value, right)] : undefined;
  }
  return node.type === "AssignmentExpression" ? [replaceNode(node.right, right)] : undefined;
}

/** A text in the quotes that the file uses most. */
export function quoted({ text }: Document, value: string): string {
  const quote = text.split("'").length > text.split('"').length ? "'" : '"';
  return quote + value + quote;
}
