import type { TSESTree } from "@typescript-eslint/types";
import type { Document } from "../../../core/document.ts";
import { builtTexts, unknownPart } from "../../../languages/typescript/builtText.ts";
import { argumentAt, calledOrigin, calleePath } from "../../../languages/typescript/calls.ts";
import { typescriptSyntax } from "../../../languages/typescript/syntax.ts";
import type { CodeScopeFact } from "./codeFacts.ts";

type Request = Extract<CodeScopeFact, { kind: "request" }>;

/** Methods of Trello's client library that take a path. */
const methods: Readonly<Record<string, string>> = { get: "GET", post: "POST", put: "PUT", delete: "DELETE", del: "DELETE" };
/** Collections with a `get` of their own: `Trello.cards.get(id)`. */
const collections: ReadonlySet<string> = new Set(["actions", "cards", "checklists", "boards", "lists", "members", "organizations"]);
const root = "https://api.trello.com/1/";

/** A request of Trello's client library (`client.js`): it takes the token that `Trello.authorize` got. */
export function trelloRequest(call: TSESTree.CallExpression, document: Document): Request | undefined {
  const [owner, first = "", second, ...more] = calleePath(call).filter((name) => name !== "window" && name !== "globalThis");
  // A name that this file imports is a package's, not the library's.
  if (owner !== "Trello" || more.length > 0 || calledOrigin(call, document.syntax(typescriptSyntax))) return undefined;
  if (collections.has(first) && second === "get") return made(`${first}/{}`, ["GET"]);
  if (second !== undefined) return undefined;
  if (first === "addCard") return made("cards", ["POST"]);
  if (first === "rest") return made(pathOf(call, 1, document), [methodOf(call)]);
  const method = Object.hasOwn(methods, first) ? methods[first] : undefined;
  return method ? made(pathOf(call, 0, document), [method]) : undefined;
}

function made(path: string, given: readonly (string | null)[]): Request {
  return { kind: "request", client: "trello", address: root + path.replace(/^\/?(?:1\/)?/, ""), methods: given, certain: true };
}

function pathOf(call: TSESTree.CallExpression, index: number, document: Document): string {
  const argument = argumentAt(call, index);
  const [only, ...others] = typeof argument === "string" ? [] : builtTexts(argument, document);
  return only && others.length === 0 ? only.text.replaceAll(unknownPart, "{}") : "{}";
}

function methodOf(call: TSESTree.CallExpression): string | null {
  const argument = argumentAt(call, 0);
  return typeof argument === "object" && argument.type === "Literal" && typeof argument.value === "string" ? argument.value.toUpperCase() : null;
}
