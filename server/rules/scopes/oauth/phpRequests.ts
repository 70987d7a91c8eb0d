import type { AddFact } from "../../../core/fact.ts";
import type { Document } from "../../../core/document.ts";
import { calledFunction, calledMethod, phpArgument } from "../../../languages/php/calls.ts";
import { phpAlternatives } from "../../../languages/php/following.ts";
import type { PhpCall, PhpNode } from "../../../languages/php/nodes.ts";
import { phpSyntax } from "../../../languages/php/syntax.ts";
import { phpTexts } from "../../../languages/php/texts.ts";
import { unknownPart } from "../../../languages/typescript/builtText.ts";
import { akeneoClientPath, akeneoClientVerb } from "../akeneo/phpClient.ts";
import type { CodeScopeFact } from "./codeFact.ts";
import { addTexts } from "./signs.ts";

const interfaceAddress = /(?:^|[/\u0000])api\/rest\/v1\b/;
const verbs: Readonly<Record<string, string>> = { get: "GET", post: "POST", put: "PUT", patch: "PATCH", delete: "DELETE" };

/** The requests of a PHP file to Akeneo: through its own client, and through those that take an address. */
export function addPhpRequests(document: Document, add: AddFact<CodeScopeFact>): void {
  const seen = new Set<number>();
  const accessors = new Set<PhpNode>();
  const calls = document.syntax(phpSyntax).all("call");
  for (const call of calls) addClientCall(call, document, accessors, add);
  for (const call of calls) {
    const path = akeneoClientPath(calledMethod(call) ?? "");
    // What a variable or another class gets hold of may do anything.
    if (path !== undefined && !accessors.has(call)) add(call.range, { kind: "request", client: "addresses", address: path, methods: [null], certain: false });
    addAddressed(call, document, seen, add);
  }
  for (const text of [...document.syntax(phpSyntax).all("text"), ...document.syntax(phpSyntax).all("joined")]) {
    for (const { text: written } of phpTexts(text, document)) {
      if (!interfaceAddress.test(written) || isInside(text, seen)) continue;
      seen.add(text.range.start);
      add(text.range, { kind: "mention", address: addressText(written) });
    }
  }
  addTexts(document, add);
}

function isInside({ range }: PhpNode, seen: ReadonlySet<number>): boolean {
  for (const start of seen) if (start <= range.start && range.start < start + 1) return true;
  return false;
}

function addressText(text: string): string {
  return text.replaceAll(/[{}]/g, "").replaceAll(unknownPart, "{}");
}

/** `$client->getProductApi()->upsert(…)`, also over a variable. */
function addClientCall(call: PhpCall, document: Document, accessors: Set<PhpNode>, add: AddFact<CodeScopeFact>): void {
  const name = calledMethod(call);
  if (name === undefined || call.callee.kind !== "member") return;
  for (const receiver of phpAlternatives(call.callee.object, document.syntax(phpSyntax))) {
    const path = receiver.kind === "call" ? akeneoClientPath(calledMethod(receiver) ?? "") : undefined;
    if (path === undefined) continue;
    accessors.add(receiver);
    const method = akeneoClientVerb(name) ?? null;
    add(call.range, { kind: "request", client: "addresses", address: method === "DELETE" ? `${path}/{}` : path, methods: [method], certain: true });
  }
}

/** `$client->request("GET", $address)`, `Http::get($address)` and the like. */
function addAddressed(call: PhpCall, document: Document, seen: Set<number>, add: AddFact<CodeScopeFact>): void {
  const name = calledMethod(call)?.toLowerCase() ?? calledFunction(call) ?? "";
  const isRequest = name === "request" || name === "requestasync" || name === "send";
  const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined;
  if (!isRequest && !verb) return;
  const address = phpArgument(call, isRequest ? 1 : 0);
  if (typeof address === "string") return;
  for (const { text } of phpTexts(address, document)) {
    if (!interfaceAddress.test(text)) continue;
    seen.add(address.range.start);
    add(call.range, { kind: "request", client: "addresses", address: addressText(text), methods: [verb ?? writtenMethod(call)], certain: true });
  }
}

function writtenMethod(call: PhpCall): string | null {
  const method = phpArgument(call, 0);
  return typeof method === "object" && method.kind === "text" ? method.value.toUpperCase() : null;
}
