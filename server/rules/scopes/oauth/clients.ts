import type { TSESTree } from "@typescript-eslint/types";
import { isGlobal } from "../../../languages/typescript/bindings.ts";
import { calledOrigin, calleePath, makerOf, methodCall } from "../../../languages/typescript/calls.ts";
import { unwrap, type Node } from "../../../languages/typescript/nodes.ts";
import { alternativesOf } from "../../../languages/typescript/objects.ts";
import type { TypeScriptSyntax } from "../../../languages/typescript/syntax.ts";
import type { RequestClient } from "./codeFact.ts";

/** Packages whose functions take an address and make a request. */
const httpModules: ReadonlySet<string> = new Set([
  "axios", "got", "ky", "ky-universal", "node-fetch", "node-fetch-native", "cross-fetch", "isomorphic-fetch", "isomorphic-unfetch", "unfetch", "undici",
  "ofetch", "superagent", "request", "request-promise", "request-promise-native", "needle", "wretch", "phin", "make-fetch-happen", "jquery",
]);
const requestVerbs: ReadonlySet<string> = new Set(["get", "post", "put", "patch", "delete", "del", "head", "request", "fetch", "ajax", "getJSON", "$fetch"]);
/** Names under which code keeps a client that something else hands to it. */
const clientName = /^(?:this\.)?(?:_?http|_?axios|\$http|httpService|httpClient|axiosInstance|fetcher)$/i;

/** Whose client a call uses; undefined where nothing shows that the call makes a request. */
export function clientOf(call: TSESTree.CallExpression, syntax: TypeScriptSyntax): RequestClient | undefined {
  const path = calleePath(call);
  const written = path.join(".").replace(/^(?:window|globalThis|self)\./, "");
  if (written === "AP.request") return "connect";
  const callee = unwrap(call.callee);
  if (written === "fetch" && (callee.type !== "Identifier" || isGlobal(callee, "fetch", syntax))) return "addresses";
  if (/^(?:\$|jQuery)\.(?:ajax|get|post|getJSON)$/.test(written)) return "addresses";
  const origin = calledOrigin(call, syntax);
  if (origin && httpModules.has(origin.module)) return "addresses";
  const method = methodCall(call);
  if (!method || !requestVerbs.has(method.name)) return undefined;
  if (isConnectClient(method.receiver, syntax)) return "connect";
  const maker = makerOf(method.receiver, syntax);
  if (maker && httpModules.has(maker.module)) return "addresses";
  return clientName.test(path.slice(0, -1).join(".")) ? "addresses" : undefined;
}

/** `addon.httpClient(request)` of atlassian-connect-express, and what follows it such as `.asUserByAccountId(id)`. */
function isConnectClient(receiver: Node, syntax: TypeScriptSyntax): boolean {
  return alternativesOf(receiver, syntax).some(({ node }) => {
    let current = unwrap(node);
    while (current.type === "CallExpression") {
      const method = methodCall(current);
      if (!method) return false;
      if (method.name === "httpClient") return true;
      current = method.receiver;
    }
    return false;
  });
}

/** Whether a client may have been made with a base address: `axios.create(…)` and what is handed around as a client. */
export function hasBaseOfItsOwn(call: TSESTree.CallExpression, syntax: TypeScriptSyntax): boolean {
  const method = methodCall(call);
  if (!method || calledOrigin(call, syntax)) return false;
  const written = calleePath(call).slice(0, -1).join(".").replace(/^(?:window|globalThis|self)\.?/, "");
  return !["", "AP", "$", "jQuery"].includes(written) && !isConnectClient(method.receiver, syntax);
}
