import type { TSESTree } from "@typescript-eslint/types";
import type { Document } from "../../core/document.ts";
import { isGlobal, variableOf } from "../../languages/typescript/bindings.ts";
import { allCalls, argumentAt, methodCall } from "../../languages/typescript/calls.ts";
import { stringOf } from "../../languages/typescript/constants.ts";
import { isElsewhere } from "../../languages/typescript/images.ts";
import { memberName, plainKey } from "../../languages/typescript/keys.ts";
import { isFunction, isWithin, unwrap, wrapped, type FunctionNode, type Node } from "../../languages/typescript/nodes.ts";
import { alternativesOf } from "../../languages/typescript/objects.ts";
import type { TypeScriptSyntax } from "../../languages/typescript/syntax.ts";

/** A function of this file that gets the messages other windows send to a page. */
export interface MessageHandler {
  /** Where it is registered: `window.addEventListener`, or `window.onmessage`. */
  readonly place: Node;
  readonly made: FunctionNode;
}

const pageMark = /\b(?:document|window)\s*[.[]/;
const workerMark = /importScripts|ServiceWorkerGlobalScope|WorkerGlobalScope|skipWaiting|\bclients\.claim|parentPort|worker_threads/;
const workerPath = /(?:worker|(?:^|\/)sw)(?:[./-]|$)/i;

/** The handlers of a file. Workers, sockets, ports and channels get messages too, from their own side alone: not here. */
export function messageHandlers(document: Document, syntax: TypeScriptSyntax): MessageHandler[] {
  if (workerMark.test(document.text) || workerPath.test(document.path)) return [];
  const found: MessageHandler[] = [];
  const add = (place: Node, handler: Node): void => {
    const [only, ...others] = alternativesOf(handler, syntax);
    if (only && others.length === 0 && isFunction(only.node) && !isElsewhere(only.node)) found.push({ place, made: only.node });
  };
  for (const call of allCalls(syntax)) {
    const method = methodCall(call);
    const listens = method ? method.name === "addEventListener" && isWindow(method.receiver, document, syntax) : isGlobal(unwrap(call.callee), "addEventListener", syntax) && pageMark.test(document.text);
    const [event, handler] = [argumentAt(call, 0), argumentAt(call, 1)];
    if (listens && typeof event === "object" && typeof handler === "object" && stringOf(event, syntax) === "message") add(call.callee, handler);
  }
  for (const { left, right, operator } of syntax.all("AssignmentExpression")) {
    const target = unwrap(left);
    if (operator === "=" && target.type === "MemberExpression" && memberName(target) === "onmessage" && isWindow(unwrap(target.object), document, syntax)) add(target, right);
  }
  return found;
}

function isWindow(receiver: Node, document: Document, syntax: TypeScriptSyntax): boolean {
  if (isGlobal(receiver, "window", syntax) || isGlobal(receiver, "globalThis", syntax)) return true;
  return isGlobal(receiver, "self", syntax) && pageMark.test(document.text);
}

/** What a handler does with a message, as far as that is seen. */
export interface HandlerReading {
  /** It looks at who sent the message, or somebody may who is not seen. */
  readonly checksSender: boolean;
  /** Where it takes the message's data. */
  readonly data: readonly Node[];
}

const senderMembers: ReadonlySet<string> = new Set(["origin", "source"]);

/** Reads what a handler does. */
export function readHandler(made: FunctionNode, syntax: TypeScriptSyntax): HandlerReading {
  const [event] = made.params;
  if (!event) return { checksSender: usesArguments(made, syntax), data: [] };
  const inside = <Type extends Node>(nodes: readonly Type[]): Type[] => nodes.filter((node) => isWithin(node, made));
  const members = inside(syntax.all("MemberExpression"));
  const keys = inside(syntax.all("Property")).filter(({ parent }) => parent.type === "ObjectPattern");
  const looks = members.some((node) => senderMembers.has(memberName(node) ?? "")) || keys.some((key) => senderMembers.has(plainKey(key) ?? ""));
  if (looks) return { checksSender: true, data: [] };
  const uses = usesOf(event, made, syntax);
  return uses === undefined ? { checksSender: true, data: [] } : { checksSender: false, data: uses };
}

function usesArguments(made: FunctionNode, syntax: TypeScriptSyntax): boolean {
  return syntax.all("Identifier").some((node) => node.name === "arguments" && isWithin(node, made));
}

/** The places where the data of an event are taken; undefined where the event as a whole goes on to somebody. */
function usesOf(event: TSESTree.Parameter, made: FunctionNode, syntax: TypeScriptSyntax): Node[] | undefined {
  if (event.type === "ObjectPattern") return dataOfPattern(event, syntax);
  const variable = variableOf(event, syntax);
  if (!variable) return undefined;
  const data: Node[] = [];
  for (const { identifier } of variable.references) {
    const use = wrapped(identifier);
    const { parent } = use;
    if (parent?.type === "MemberExpression" && parent.object === use) {
      const name = memberName(parent);
      if (name === undefined) return undefined;
      if (name === "data") data.push(...dataUses(parent, syntax));
    } else if (parent?.type === "VariableDeclarator" && parent.id.type === "ObjectPattern") {
      const taken = dataOfPattern(parent.id, syntax);
      if (!taken) return undefined;
      data.push(...taken);
    } else if (!isWithin(use, made) || !isLogged(use)) return undefined;
  }
  return data;
}

/** Uses of what `data` in a pattern is bound to; undefined where a rest takes all of the event. */
function dataOfPattern(pattern: TSESTree.ObjectPattern, syntax: TypeScriptSyntax): Node[] | undefined {
  if (pattern.properties.some((one) => one.type === "RestElement")) return undefined;
  const property = pattern.properties.find((one) => one.type === "Property" && plainKey(one) === "data");
  if (property?.type !== "Property") return [];
  if (property.value.type === "ObjectPattern") return [property.value];
  return variableOf(property.value, syntax)?.references.filter((one) => one.isRead()).map(({ identifier }) => identifier) ?? [];
}

/** A name that holds the data stands for its own uses. */
function dataUses(node: Node, syntax: TypeScriptSyntax): Node[] {
  const use = wrapped(node);
  if (use.parent?.type !== "VariableDeclarator" || use.parent.id.type !== "Identifier") return [use];
  return variableOf(use.parent.id, syntax)?.references.filter((one) => one.isRead() && one.init !== true).map(({ identifier }) => identifier) ?? [use];
}



/** Whether a value is only written to the console. */
export function isLogged(node: Node): boolean {
  const { parent } = wrapped(node);
  const method = parent?.type === "CallExpression" ? methodCall(parent) : undefined;
  return method?.receiver.type === "Identifier" && method.receiver.name === "console";
}

/** Whether a value only decides: it is compared, tested, or asked for its type. */
export function isOnlyCompared(node: Node): boolean {
  let inner = wrapped(node);
  for (let { parent } = inner; parent; { parent } = inner) {
    if (parent.type === "MemberExpression" && parent.object === inner) inner = wrapped(parent);
    else if (parent.type === "UnaryExpression" || parent.type === "LogicalExpression" || parent.type === "BinaryExpression") return parent.type !== "BinaryExpression" || /^(?:[!=]==?|in|[<>]=?)$/.test(parent.operator);
    else return (parent.type === "IfStatement" && parent.test === inner) || (parent.type === "ConditionalExpression" && parent.test === inner) || (parent.type === "SwitchStatement" && parent.discriminant === inner);
  }
  return false;
}
