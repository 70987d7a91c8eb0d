import type { AddFact } from "../../../core/fact.ts";
import type { Document } from "../../../core/document.ts";
import { connectDescriptors } from "../../../languages/data/connectDescriptor.ts";
import { valueAt } from "../../../languages/data/dataNode.ts";
import { methodCall } from "../../../languages/typescript/calls.ts";
import { rangeOf } from "../../../languages/typescript/nodes.ts";
import type { TypeScriptSyntax } from "../../../languages/typescript/syntax.ts";
import type { CodeScopeFact } from "./codeFact.ts";

/** Methods of Connect libraries that act as a user. */
const asUser: ReadonlySet<string> = new Set(["asUser", "asUserByAccountId", "asUserByUserKey"]);
/** The grants by which a Connect app gets a user's token, and by which an Akeneo connection gets one of its own. */
const userGrant = "oauth:grant-type:jwt-bearer";
const connectionToken = "api/oauth/v1/token";

/** What code does besides requests that a scope is for. */
export function addSigns(document: Document, syntax: TypeScriptSyntax, add: AddFact<CodeScopeFact>): void {
  for (const call of syntax.all("CallExpression")) {
    const name = methodCall(call)?.name;
    if (name !== undefined && asUser.has(name)) add(rangeOf(call.callee), { kind: "use", use: "act as user" });
  }
  addTexts(document, add);
  addWebhooks(document, add);
}

/** Signs that are texts, in whatever language. */
export function addTexts({ text }: Document, add: AddFact<CodeScopeFact>): void {
  const grant = text.indexOf(userGrant);
  if (grant >= 0) add({ start: grant, end: grant + userGrant.length }, { kind: "use", use: "act as user" });
  const token = text.indexOf(connectionToken);
  if (token >= 0) add({ start: token, end: token + connectionToken.length }, { kind: "use", use: "connection token" });
}

/** Webhooks of a descriptor: Atlassian sends them what the scopes let the app read. */
export function addWebhooks(document: Document, add: AddFact<CodeScopeFact>): void {
  for (const descriptor of connectDescriptors(document)) {
    const webhooks = valueAt(descriptor, "modules", "webhooks");
    if (webhooks?.kind === "array" && webhooks.items.length > 0) add(webhooks.range, { kind: "use", use: "webhooks" });
  }
}
