import { variableOf } from "../../languages/typescript/bindings.ts";
import { calleePath, methodCall, type Call } from "../../languages/typescript/calls.ts";
import { isElsewhere } from "../../languages/typescript/images.ts";
import { memberName } from "../../languages/typescript/keys.ts";
import { isWithin, unwrap, type Node } from "../../languages/typescript/nodes.ts";
import { flowsFrom } from "../../languages/typescript/provenance.ts";
import type { TypeScriptSyntax } from "../../languages/typescript/syntax.ts";
import type { HtmlSink } from "./htmlSinks.ts";
import { textPieces } from "./textPieces.ts";

/** Names of functions that take markup out of a text, or make it harmless: `DOMPurify.sanitize`, `escapeHtml`, `he.encode`. */
const sanitising = /sanit|purif|escap|encode|^esc|esc$|safe|clean|xss|strip|entit|plaintext|translate|^i18n|^_?t$|^gettext|^tr$|^\$t$/i;
/** Names of texts that were looked at, that are markup by intent, or that hold no text of anybody's. */
const harmlessName =
  /html|markup|svg|icon|style|css|class|colou?r|width|height|size|count|index|idx|length|total|num|percent|date|time|year|month|version|safe|sanit|clean|escaped|encoded|translat|i18n|locale|lang|template|tag$|^id$|Id$|^(?:i|j|k|n|x|y|w|h|cls|src|url|href)$|url$|children|views?$|timing|duration|bookmarks|votes|likes|score|amount|price|points|day$|hour|minute|timestr/i;
/** The same of a member that is all of the text: there `html` is data. */
const harmlessWhole = /safe|sanit|clean|svg|icon|template|style|css|translat|i18n|count|total|length|num|views?$|timing|bookmarks|votes|likes|score|price|points|day$|month$|year$/i;
/** What is given as HTML by the page itself. */
const copied: ReadonlySet<string> = new Set(["innerHTML", "outerHTML", "innerText"]);
const markup = /<[a-z!/\u0000]/i;
/** What follows is the name of a tag. */
const tagStart = /<\/?$/;

/** Data that reaches a sink as HTML. */
export interface HtmlData {
  /** Where to show it: the data itself where the sink holds it, else what the sink is given. */
  readonly node: Node;
  /** Where it is inserted, in the same file, where that is not `node`. */
  readonly insertedAt?: Node;
  /** A link or a request decides it. */
  readonly isSent: boolean;
  /** It is all of the text, with no markup around it. */
  readonly isWhole: boolean;
}

/** The data in what a sink is given, or undefined where there is none, or nobody knows. */
export function dataInHtml(sink: HtmlSink, syntax: TypeScriptSyntax): HtmlData | undefined {
  const pieces = textPieces(sink.value, syntax, isSanitising);
  const text = pieces.map((piece) => (piece.kind === "text" ? piece.text : "\u0000")).join("");
  const hasMarkup = markup.test(text);
  if (sink.needsMarkup && !/^\s*</.test(text)) return undefined;
  const isWhole = pieces.filter((piece) => piece.kind === "inserted" || piece.text.trim() !== "").length === 1;
  const inserted = pieces.filter((piece, index) => {
    const before = pieces[index - 1];
    return piece.kind === "inserted" && !(before?.kind === "text" && tagStart.test(before.text));
  }).filter((piece) => piece.kind === "inserted");
  const sent = inserted.find(({ source }) => isFromOutside(source, syntax));
  const found = sent ?? inserted.find(({ source }) => isData(source, { hasMarkup, isWhole, sink }, syntax));
  if (!found) return undefined;
  const isInside = !isElsewhere(found.node) && isWithin(found.node, sink.value);
  const insertedAt = isInside || isElsewhere(found.node) ? undefined : found.node;
  return { node: isInside ? found.node : sink.value, ...(insertedAt && { insertedAt }), isSent: sent !== undefined, isWhole: isWhole && !hasMarkup };
}

function isSanitising(call: Call): boolean {
  const path = calleePath(call);
  const names = path.length > 0 ? path : [methodCall(call)?.name ?? ""];
  return names.some((name) => sanitising.test(name));
}

function isFromOutside(node: Node, syntax: TypeScriptSyntax): boolean {
  return flowsFrom(node, syntax).some(({ kind }) => kind === "user-input");
}

/** What the page itself holds: its settings, and the fields of its own objects. */
const ownSetting = /^(?:this|window)\.|(?:^|\.)_?(?:settings|config|configuration|options|opts|env|constants|theme|messages|labels|strings)\b/i;

/** A member of something that the file does not declare is the page's own. */
function isGlobalMember(node: Node, syntax: TypeScriptSyntax): boolean {
  let root = node;
  while (root.type === "MemberExpression") root = unwrap(root.object);
  return root.type === "Identifier" && !isElsewhere(root) && variableOf(root, syntax) === undefined;
}

interface Around {
  readonly hasMarkup: boolean;
  readonly isWhole: boolean;
  readonly sink: HtmlSink;
}

function isData(node: Node, { hasMarkup, isWhole, sink }: Around, syntax: TypeScriptSyntax): boolean {
  const end = unwrap(node);
  if (end.type === "AwaitExpression" || end.type === "CallExpression") return isDump(end, sink) || (isWhole && isAnswer(end));
  if (end.type === "Identifier") return (hasMarkup && !harmlessName.test(end.name)) || sink.bypasses === true;
  if (end.type !== "MemberExpression") return false;
  const name = memberName(end);
  // One of a list or table whose content nobody knows.
  if (name === undefined) return sink.bypasses === true;
  if (copied.has(name) || ownSetting.test(syntax.document.text.slice(end.range[0], end.range[1])) || isGlobalMember(end, syntax)) return sink.bypasses === true;
  return isWhole ? !harmlessWhole.test(name) : !harmlessName.test(name);
}

/** The body of an answer: `await response.text()`. */
function isAnswer(node: Node): boolean {
  const call = node.type === "AwaitExpression" ? unwrap(node.argument) : node;
  return node.type === "AwaitExpression" && call.type === "CallExpression" && call.arguments.length === 0 && methodCall(call)?.name === "json";
}

/** `JSON.stringify` leaves markup as it is. */
function isDump(node: Node, { inJsx }: HtmlSink): boolean {
  if (node.type !== "CallExpression" || inJsx) return false;
  const [first] = node.arguments;
  return calleePath(node).join(".") === "JSON.stringify" && first !== undefined && (first.type === "AwaitExpression" || first.type === "MemberExpression");
}
