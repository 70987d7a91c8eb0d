import type { TSESTree } from "@typescript-eslint/types";
import type { Severity } from "../../../core/severity.ts";
import type { TextEdit } from "../../../core/finding.ts";
import { isGlobal } from "../../../languages/typescript/bindings.ts";
import { argumentAt, makerOf, methodCall } from "../../../languages/typescript/calls.ts";
import { stringOf } from "../../../languages/typescript/constants.ts";
import { originOf } from "../../../languages/typescript/imports.ts";
import { literalText, memberName } from "../../../languages/typescript/keys.ts";
import { rangeOf, unwrap, type Node } from "../../../languages/typescript/nodes.ts";
import type { TypeScriptSyntax } from "../../../languages/typescript/syntax.ts";

/** Something is written to a store that is no place for secrets. */
export interface StoreWrite {
  readonly node: Node;
  /** Absent where a whole object is written. */
  readonly key?: Node;
  /** The key as written, where it is no expression: `localStorage.token`. */
  readonly keyName?: string;
  readonly value: Node;
  /** Read behind "is kept ". */
  readonly place: string;
  readonly advice: string;
  readonly atMost: Severity;
  /** The call that keeps it well, in the same library. */
  readonly fix?: { readonly title: string; readonly edits: readonly TextEdit[] };
}

const onServer = "Keep it on the server, and let the browser hold an HttpOnly session cookie.";
const webStores = ["localStorage", "sessionStorage"] as const;

/** The name of the browser's store that an expression is. */
function webStore(node: Node, syntax: TypeScriptSyntax): (typeof webStores)[number] | undefined {
  const inner = unwrap(node);
  const isWindow = inner.type === "MemberExpression" && ["window", "globalThis", "self"].some((name) => isGlobal(inner.object, name, syntax));
  const name = isWindow ? memberName(inner) : inner.type === "Identifier" && isGlobal(inner, inner.name, syntax) ? inner.name : undefined;
  return webStores.find((store) => store === name);
}

function webWrite(node: Node, store: string, rest: Pick<StoreWrite, "key" | "keyName" | "value">): StoreWrite {
  return { node, ...rest, place: `in ${store}, where every script of the page can read it`, advice: onServer, atMost: store === "localStorage" ? "error" : "warning" };
}

/** Modules of the browser that write cookies; what a script writes, a script can read. */
const cookieModules: ReadonlySet<string> = new Set(["js-cookie", "universal-cookie", "react-cookie", "react-cookies", "vue-cookies", "typescript-cookie", "es-cookie", "cookies-js", "tiny-cookie"]);
const forgeModules: ReadonlySet<string> = new Set(["@forge/api", "@forge/storage", "@forge/kvs"]);
const forgeStores: ReadonlySet<string> = new Set(["storage", "default", "*", "kvs"]);
const trelloScopes: ReadonlySet<string> = new Set(["board", "card", "organization", "member"]);

/** The writes of a call; none where it writes to no such store. */
export function writesOf(call: TSESTree.CallExpression, syntax: TypeScriptSyntax): StoreWrite[] {
  const method = methodCall(call);
  const first = argumentAt(call, 0);
  const second = argumentAt(call, 1);
  if (!method || typeof first === "string" || typeof second === "string") return [];
  if (method.name === "setItem") {
    const store = webStore(method.receiver, syntax);
    if (store) return [webWrite(call, store, { key: first, value: second })];
    const module = (makerOf(method.receiver, syntax) ?? originOf(method.receiver, syntax))?.module;
    if (module === "localforage") return [webWrite(call, "IndexedDB", { key: first, value: second })];
    if (module === "@react-native-async-storage/async-storage") {
      return [{ ...webWrite(call, "AsyncStorage", { key: first, value: second }), place: "in AsyncStorage, which is not encrypted", advice: "Keep it in the device's key store, such as expo-secure-store." }];
    }
  }
  if (method.name !== "set" && method.name !== "save") return [];
  const origin = makerOf(method.receiver, syntax) ?? originOf(method.receiver, syntax);
  if (origin && cookieModules.has(origin.module)) {
    return [{ node: call, key: first, value: second, place: "in a cookie that scripts can read", advice: "Let the server set the cookie, with HttpOnly.", atMost: "error" }];
  }
  if (origin && forgeModules.has(origin.module) && forgeStores.has(origin.name)) return [forgeWrite(call, method.callee, first, second)];
  return method.name === "set" ? trelloWrites(call, first, second, syntax) : [];
}

function forgeWrite(call: TSESTree.CallExpression, callee: TSESTree.MemberExpression, key: Node, value: Node): StoreWrite {
  return {
    node: call,
    key,
    value,
    place: "in Forge's storage without encryption",
    advice: "Keep it with setSecret, and read it with getSecret.",
    atMost: "error",
    fix: { title: "Keep it with setSecret; read it with getSecret", edits: [{ range: rangeOf(callee.property), newText: "setSecret" }] },
  };
}

/** `t.set(scope, "shared", key, value)` and `t.set(scope, "shared", { key: value })`. */
function trelloWrites(call: TSESTree.CallExpression, scope: Node, visibility: Node, syntax: TypeScriptSyntax): StoreWrite[] {
  if (stringOf(visibility, syntax) !== "shared" || !trelloScopes.has(stringOf(scope, syntax) ?? "")) return [];
  const third = argumentAt(call, 2);
  const fourth = argumentAt(call, 3);
  if (typeof third === "string") return [];
  const place = "in data shared with everybody who sees the board";
  const advice = "Keep it with t.storeSecret, which only this member's Power-Up can read.";
  if (typeof fourth === "string") return [{ node: call, value: third, place, advice, atMost: "error" }];
  const callee = unwrap(call.callee);
  const end = callee.type === "MemberExpression" ? callee.property.range[0] : call.range[0];
  const edits = [{ range: { start: end, end: third.range[0] }, newText: "storeSecret(" }];
  return [{ node: call, key: third, value: fourth, place, advice, atMost: "error", fix: { title: "Keep it with t.storeSecret; read it with t.loadSecret", edits } }];
}

/** `localStorage.token = …`, `document.cookie = …`. */
export function assignedStore(assignment: TSESTree.AssignmentExpression, syntax: TypeScriptSyntax): StoreWrite | undefined {
  const target = unwrap(assignment.left);
  if (target.type !== "MemberExpression") return undefined;
  const name = memberName(target);
  const store = webStore(target.object, syntax);
  if (store && name !== undefined) return webWrite(assignment, store, { keyName: name, value: assignment.right });
  if (name !== "cookie" || !isGlobal(target.object, "document", syntax)) return undefined;
  const cookie = cookieName(assignment.right);
  return {
    node: assignment,
    ...(cookie !== undefined && { keyName: cookie }),
    value: assignment.right,
    place: "in a cookie that scripts can read",
    advice: "Let the server set the cookie, with HttpOnly.",
    atMost: "error",
  };
}

/** The name at the start of a cookie's text. */
function cookieName(text: Node): string | undefined {
  let node = unwrap(text);
  while (node.type === "BinaryExpression") node = unwrap(node.left);
  const start = node.type === "TemplateLiteral" ? (node.quasis[0]?.value.cooked ?? "") : (literalText(node) ?? "");
  return /^\s*([\w.-]{1,60})=/.exec(start)?.[1];
}
