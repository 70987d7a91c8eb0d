import type { TSESTree } from "@typescript-eslint/types";
import { argumentAt, calledOrigin, calleePath } from "../../../languages/typescript/calls.ts";
import type { TypeScriptSyntax } from "../../../languages/typescript/syntax.ts";
import { unknown, type CallShape, type Parts } from "../forge/callShape.ts";
import { methodsOf, partsOf } from "../forge/values.ts";

/** Methods of Trello's client library that take a path. */
const methods: Readonly<Record<string, string>> = { get: "GET", post: "POST", put: "PUT", delete: "DELETE", del: "DELETE" };
/** Collections with a `get` of their own: `Trello.cards.get(id)`. */
const collections: ReadonlySet<string> = new Set(["actions", "cards", "checklists", "boards", "lists", "members", "organizations"]);
const root = "https://api.trello.com/1/";

/** A request of Trello's client library (`client.js`): it takes the token that `Trello.authorize` got. */
export function trelloShape(call: TSESTree.CallExpression, syntax: TypeScriptSyntax): CallShape<"trello"> | undefined {
  const [owner, first = "", second, ...more] = calleePath(call).filter((name) => name !== "window" && name !== "globalThis");
  // A name that this file imports is a package's, not the library's.
  if (owner !== "Trello" || more.length > 0 || calledOrigin(call, syntax)) return undefined;
  if (collections.has(first) && second === "get") return { api: "trello", paths: [[`${root}${first}/`, unknown]], methods: ["GET"] };
  if (second !== undefined) return undefined;
  if (first === "addCard") return { api: "trello", paths: [[`${root}cards`]], methods: ["POST"] };
  if (first === "rest") {
    const method = argumentAt(call, 0);
    return { api: "trello", paths: pathsAt(call, 1, syntax), methods: typeof method === "string" ? [unknown] : methodsOf(method, syntax) };
  }
  const method = Object.hasOwn(methods, first) ? methods[first] : undefined;
  return method === undefined ? undefined : { api: "trello", paths: pathsAt(call, 0, syntax), methods: [method] };
}

/** The library takes paths with a slash at their start and without, and with `1/`. */
function pathsAt(call: TSESTree.CallExpression, index: number, syntax: TypeScriptSyntax): readonly Parts[] {
  const argument = argumentAt(call, index);
  if (typeof argument === "string") return [[root, unknown]];
  return partsOf(argument, syntax).map(([start, ...rest]) =>
    typeof start === "string" ? [root + start.replace(/^\/?(?:1\/)?/, ""), ...rest] : [root, ...(start ? [start] : []), ...rest],
  );
}
