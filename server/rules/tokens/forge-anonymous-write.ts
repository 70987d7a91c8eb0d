import type { Document } from "../../core/document.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import { methodCall } from "../../languages/typescript/calls.ts";
import { rangeOf, type Node } from "../../languages/typescript/nodes.ts";
import { typescriptSyntax, type TypeScriptSyntax } from "../../languages/typescript/syntax.ts";
import { forgeAppOf, handlersOf, type ForgeApp } from "./forge/forgeApp.ts";
import { forgeManifestExample } from "./forge/forgeExamples.ts";
import { appRequests, isOfModule, isWrite, reachOf, type Reach } from "./forge/reach.ts";
import { resolverFunctions } from "./forge/resolvers.ts";
import { isProductCode } from "./productCode.ts";

/** Signs that somebody looks at who the user is. */
const evidence = /accountId|account_id|isAnonymous|anonymous|permission|authoriz|authenticat|captcha|principal|rateLimit/i;
/** Methods of Forge's storage that change it. */
const storageWrites: ReadonlySet<string> = new Set(["set", "setSecret", "delete", "deleteSecret"]);
const storageModules = /^@forge\/(?:api|storage|kvs)$/;

function check(document: Document, report: Report): void {
  if (!isProductCode(document)) return;
  const app = forgeAppOf(document);
  if (!app || !isOpenToAnyone(document, app)) return;
  const syntax = document.syntax(typescriptSyntax);
  const reported = new Set<number>();
  for (const { place, made } of resolverFunctions(syntax)) {
    const reach = reachOf(made, syntax);
    if (!reach.complete || evidence.test(reach.text)) continue;
    for (const write of writesIn(reach, syntax)) {
      const range = rangeOf(write.path === document.path ? write.node : place);
      if (reported.has(range.start)) continue;
      reported.add(range.start);
      report({ range, message: "The manifest lets people who are not signed in use this, and it writes without looking at who they are, so anyone on the internet can." });
    }
  }
}

/** A module with anonymous access has this file's resolver: the only one of the app, or the one whose handler is here. */
function isOpenToAnyone(document: Document, app: ForgeApp): boolean {
  const resolvers = app.modules.filter(({ resolver }) => resolver);
  const open = new Set(resolvers.filter(({ anonymous }) => anonymous).map(({ functionKey }) => functionKey));
  const isOnly = new Set(resolvers.map(({ functionKey }) => functionKey)).size === 1;
  return open.size > 0 && (isOnly || handlersOf(document, app, open).some(({ file }) => file === document));
}

interface Write {
  readonly node: Node;
  readonly path: string;
}

function writesIn({ calls }: Reach, syntax: TypeScriptSyntax): Write[] {
  const requests = appRequests(calls, syntax).filter(isWrite).map(({ place, document }) => ({ node: place, path: document.path }));
  const stored = calls.flatMap(({ call, document }) => {
    const method = methodCall(call);
    const isStorage = method !== undefined && storageWrites.has(method.name) && isOfModule(method.receiver, storageModules, syntax);
    return isStorage ? [{ node: call.callee, path: document.path }] : [];
  });
  return [...requests, ...stored];
}

const access = (type: string): string => `  confluence:globalPage:\n    - key: page\n      unlicensedAccess:\n        - ${type}\n      resolver:\n        function: resolver\n  function:\n    - key: resolver\n      handler: index.handler\n`;
const files = { "manifest.yml": forgeManifestExample(access("anonymous")) };
const file = "src/index.ts";
const imports = 'import api, { route, storage } from "@forge/api";\nimport Resolver from "@forge/resolver";\nconst resolver = new Resolver();\n';
const end = "export const handler = resolver.getDefinitions();\n";

export default defineRule({
  id: "forge-anonymous-write",
  title: "Forge app writes for people who are not signed in",
  concern: "tokens",
  languages: ["typescript"],
  marketplaces: ["atlassian"],
  requirements: ["atlassian/authenticate-every-request", "atlassian/government-no-anonymous-endpoint"],
  severity: "error",
  cwe: [306, 862],
  fix: "none",
  triggers: ["@forge/resolver"],
  documentation: {
    wrong: "A module in the Forge manifest has `anonymous` under `unlicensedAccess`, and its resolver writes into the app's storage or, with `asApp()`, into the product, without looking at who the user is.",
    why: "Anonymous means everybody who can open the page, on a public site the whole internet. They call the resolver by hand as often as they like, with any content, and write by the app's rights. Atlassian's requirements allow anonymous access only where it is needed.",
    fix: "Take `anonymous` away, or leave with an error where `context.accountId` is missing. Where visitors are meant to write, limit size and rate, and write nothing that others trust.",
    suppress: "Where visitors are meant to write, such as votes on a public page, and the amount is limited elsewhere.",
  },
  examples: {
    bad: [
      { name: "the app's storage", file, files, code: `${imports}resolver.define("vote", ({ payload }) => [|storage.set|](payload.key, payload.value));\n${end}` },
      { name: "the product", file, files, code: `${imports}resolver.define("add", ({ payload }) => api.[|asApp|]().requestConfluence(route\`/wiki/api/v2/pages\`, { method: "POST", body: payload.body }));\n${end}` },
      { name: "through a function", file, files, code: `${imports}const save = (key, value) => [|storage.set|](key, value);\nresolver.define("vote", async ({ payload }) => {\n  await save(payload.key, 1);\n});\n${end}` },
      { name: "the key-value store", file, files, code: `import { kvs } from "@forge/kvs";\nimport Resolver from "@forge/resolver";\nconst resolver = new Resolver();\nresolver.define("remove", ({ payload }) => [|kvs.delete|](payload.key));\n${end}` },
      { name: "in another file", file: "src/resolvers.ts", files: { ...files, "src/store.ts": 'import { storage } from "@forge/api";\nexport const save = (key, value) => storage.set(key, value);\n' }, code: `import Resolver from "@forge/resolver";\nimport { save } from "./store";\nconst resolver = new Resolver();\nresolver.define([|"vote"|], ({ payload }) => save(payload.key, payload.value));\n` },
      { name: "two of them", file, files, code: `${imports}resolver.define("a", () => [|storage.set|]("a", 1));\nresolver.define("b", () => [|storage.delete|]("a"));\n${end}` },
    ],
    good: [
      { name: "the user is looked at", file, files, code: `${imports}resolver.define("vote", ({ payload, context }) => {\n  if (!context.accountId) throw new Error("sign in");\n  return storage.set(payload.key, payload.value);\n});\n${end}` },
      { name: "reading alone", file, files, code: `${imports}resolver.define("votes", ({ payload }) => storage.get(payload.key));\n${end}` },
      { name: "users without a licence, who are signed in", file, files: { "manifest.yml": forgeManifestExample(access("unlicensed")) }, code: `${imports}resolver.define("vote", () => storage.set("a", 1));\n${end}` },
      { name: "as the user, whom the product refuses", file, files, code: `${imports}resolver.define("add", () => api.asUser().requestConfluence(route\`/wiki/api/v2/pages\`, { method: "POST" }));\n${end}` },
      { name: "another set", file, files, code: `${imports}const seen = new Map();\nresolver.define("see", ({ payload }) => seen.set(payload.key, 1));\n${end}` },
      { name: "a manifest that cannot be read", file, code: `${imports}resolver.define("vote", () => storage.set("a", 1));\n${end}` },
    ],
  },
  check,
});
