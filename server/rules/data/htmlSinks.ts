import { isGlobal } from "../../languages/typescript/bindings.ts";
import { allCalls, calleePath, methodCall, type Call } from "../../languages/typescript/calls.ts";
import { memberName, plainKey } from "../../languages/typescript/keys.ts";
import { unwrap, type Node } from "../../languages/typescript/nodes.ts";
import { propertiesOf } from "../../languages/typescript/objects.ts";
import type { TypeScriptSyntax } from "../../languages/typescript/syntax.ts";

/** A place that reads a text as HTML. */
export interface HtmlSink {
  readonly value: Node;
  /** What writes text instead, and where its name goes; absent where another shape is needed. */
  readonly textName?: { readonly at: Node; readonly name: string };
  /** It says that the text was looked at before: whatever data it takes is wrong. */
  readonly bypasses?: boolean;
  /** Only a text with markup in it is meant as HTML. */
  readonly needsMarkup?: boolean;
  /** It is an element of JSX, where data for scripts is written as JSON. */
  readonly inJsx?: boolean;
}

/** Members of elements that are read as HTML. */
const members: ReadonlySet<string> = new Set(["innerHTML", "outerHTML", "srcdoc"]);
/** Methods of jQuery 3 that read a text as HTML; `html` always, the others where it starts like a tag. */
const insertingMethods: ReadonlySet<string> = new Set(["append", "prepend", "after", "before", "replaceWith", "appendTo", "wrap"]);
/** Angular 19: `DomSanitizer`. */
const bypass = /^bypassSecurityTrust(?:Html|Script|Url|ResourceUrl)$/;

/** All places of a file that read a text as HTML. */
export function htmlSinks(syntax: TypeScriptSyntax): readonly HtmlSink[] {
  return [...assignments(syntax), ...allCalls(syntax).flatMap((call) => ofCall(call, syntax)), ...ofJsx(syntax)];
}

function assignments(syntax: TypeScriptSyntax): HtmlSink[] {
  return syntax.all("AssignmentExpression").flatMap((assignment): HtmlSink[] => {
    const target = unwrap(assignment.left);
    const name = target.type === "MemberExpression" ? memberName(target) : undefined;
    if (target.type !== "MemberExpression" || name === undefined || !members.has(name)) return [];
    const isPlain = assignment.operator === "=" && name === "innerHTML" && target.property.type === "Identifier" && !target.computed;
    return [{ value: assignment.right, ...(isPlain && { textName: { at: target.property, name: "textContent" } }) }];
  });
}

function ofCall(call: Call, syntax: TypeScriptSyntax): HtmlSink[] {
  const method = methodCall(call);
  const [first, second] = call.arguments;
  if (!method || !first || first.type === "SpreadElement") return isJquery(call.callee) && first ? [{ value: first, needsMarkup: true }] : [];
  const { name, receiver, callee } = method;
  if (name === "insertAdjacentHTML") return second ? [{ value: second }] : [];
  if (name === "createContextualFragment") return [{ value: first }];
  if ((name === "write" || name === "writeln") && isGlobal(receiver, "document", syntax)) return call.arguments.map((value) => ({ value }));
  if (bypass.test(name)) return [{ value: first, bypasses: true }];
  if (name === "setHTMLUnsafe") return [{ value: first }];
  if (!isJqueryObject(receiver)) return [];
  if (name === "html") return [{ value: first, textName: { at: callee.property, name: "text" } }];
  return insertingMethods.has(name) ? call.arguments.map((value) => ({ value, needsMarkup: true })) : [];
}

/** `$`, `jQuery`, `AJS.$`. */
function isJquery(callee: Node): boolean {
  const node = unwrap(callee);
  if (node.type === "Identifier") return node.name === "$" || node.name === "jQuery";
  return node.type === "MemberExpression" && memberName(node) === "$";
}

/** What `$(…)` gives, through its chain of methods, or a name that starts with a dollar sign. */
function isJqueryObject(receiver: Node): boolean {
  let node = unwrap(receiver);
  for (let step = 0; step < 30; step++) {
    if (node.type === "Identifier") return node.name.length > 1 && node.name.startsWith("$");
    if (node.type === "MemberExpression") return (memberName(node) ?? "").startsWith("$") && memberName(node) !== "$";
    if (node.type !== "CallExpression") return false;
    if (isJquery(node.callee)) return true;
    const callee = unwrap(node.callee);
    if (callee.type !== "MemberExpression") return false;
    node = unwrap(callee.object);
  }
  return false;
}

/** Elements whose content is no HTML. */
const otherContent: ReadonlySet<string> = new Set(["style", "script"]);

function ofJsx(syntax: TypeScriptSyntax): HtmlSink[] {
  const attributes = syntax.all("JSXAttribute").flatMap((attribute): HtmlSink[] => {
    const element = attribute.parent.name;
    const isOther = element.type === "JSXIdentifier" && otherContent.has(element.name);
    const value = attribute.value?.type === "JSXExpressionContainer" ? attribute.value.expression : undefined;
    if (attribute.name.name === "dangerouslySetInnerHTML") return value && !isOther ? htmlOf(value, syntax) : [];
    return attribute.name.name === "srcDoc" && value ? [{ value, inJsx: true }] : [];
  });
  const properties = syntax.all("Property").flatMap((property) => {
    const isSink = plainKey(property) === "dangerouslySetInnerHTML" && property.parent.type === "ObjectExpression";
    const owner = property.parent.parent;
    const [made] = owner.type === "CallExpression" ? owner.arguments : [];
    const isOther = made?.type === "Literal" && typeof made.value === "string" && otherContent.has(made.value);
    return isSink && !isOther && owner.type === "CallExpression" && calleePath(owner).length > 0 ? htmlOf(property.value, syntax) : [];
  });
  return [...attributes, ...properties];
}

function htmlOf(value: Node, syntax: TypeScriptSyntax): HtmlSink[] {
  const values = propertiesOf(value, syntax).properties.get("__html")?.values ?? [];
  return values.flatMap(({ value: html }) => (html ? [{ value: html, inJsx: true }] : []));
}
