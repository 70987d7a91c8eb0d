import type { Variable } from "@typescript-eslint/scope-manager";
import type { Document } from "../../core/document.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import { variableOf } from "../../languages/typescript/bindings.ts";
import { methodCall } from "../../languages/typescript/calls.ts";
import { importedModules } from "../../languages/typescript/imports.ts";
import { enclosingFunction, rangeOf, unwrap, type Node } from "../../languages/typescript/nodes.ts";
import { alternativesOf } from "../../languages/typescript/objects.ts";
import { typescriptSyntax, type TypeScriptSyntax } from "../../languages/typescript/syntax.ts";
import { isForgeCode, mayBeForgeCode } from "./forgeCode.ts";
import { isAppCode } from "./programPurpose.ts";

const message = "A customer's data is kept in a variable of the module, which the next call sees too, and that may be another customer's.";

/** Methods that put something into a collection, with the place of what is kept. */
const keepingMethods: Readonly<Record<string, number>> = { set: 1, push: 0, unshift: 0, add: 0 };
/** What comes from a call of the app: a product's answer, the store, the payload, the context. */
const tenantSource = /\b(?:requestJira|requestConfluence|requestBitbucket|requestGraph|storage\s*\.|kvs\s*\.|payload|accountId|\.json\(\)|\b(?:req|request|event|context)\.(?:payload|context|body|accountId|issue|content|extension|cloudId|userId|localId))/;
/** A key that parts customers. */
const tenantKey = /cloudId|tenant|installContext|installationId|installation|clientKey|siteUrl|siteId|workspaceId|contextId/i;
/** Data that all customers share. */
const shared = /(?:^|_)(?:i18n|translations?|schema|template|openapi)/i;

function check(document: Document, report: Report): void {
  if (!isAppCode(document) || /\.[jt]sx$/.test(document.path)) return;
  const syntax = document.syntax(typescriptSyntax);
  if (!isForgeCode(document, syntax) || [...importedModules(syntax)].some((module) => module === "@forge/bridge" || module === "react")) return;
  const seen = new Set<Variable>();
  for (const { variable, target, key, value } of writesIn(syntax)) {
    const text = (node: Node): string => document.text.slice(node.range[0], node.range[1]);
    if (seen.has(variable) || shared.test(variable.name) || (key && tenantKey.test(text(key))) || tenantKey.test(variable.name)) continue;
    if (isReset(variable) || !isTenantData(value, syntax)) continue;
    seen.add(variable);
    report({ range: rangeOf(target), message });
  }
}

interface Write {
  readonly variable: Variable;
  readonly target: Node;
  readonly key?: Node;
  readonly value: Node;
}

/** What functions write to variables of the module. */
function writesIn(syntax: TypeScriptSyntax): Write[] {
  const assignments = syntax.all("AssignmentExpression").flatMap(({ left, right }): Write[] => {
    const target = unwrap(left);
    const root = target.type === "MemberExpression" ? unwrap(target.object) : target;
    const variable = moduleVariable(root, syntax);
    if (!variable) return [];
    return [{ variable, target, value: right, ...(target.type === "MemberExpression" && { key: target.property }) }];
  });
  const calls = syntax.all("CallExpression").flatMap((call): Write[] => {
    const method = methodCall(call);
    const place = method && keepingMethods[method.name];
    const variable = method && moduleVariable(method.receiver, syntax);
    const value = place === undefined ? undefined : call.arguments[place];
    if (!method || !variable || !value || !isCollection(variable, syntax)) return [];
    const [key] = place === 1 ? call.arguments : [];
    return [{ variable, target: method.callee, value, ...(key && { key }) }];
  });
  return [...assignments, ...calls].filter(({ target }) => enclosingFunction(target) !== undefined);
}

function moduleVariable(node: Node, syntax: TypeScriptSyntax): Variable | undefined {
  const variable = variableOf(node, syntax);
  const [definition] = variable?.defs ?? [];
  const isModule = definition?.type === "Variable" && (variable?.scope.type === "module" || variable?.scope.type === "global");
  return isModule ? variable : undefined;
}

/** `new Map()`, `[]`, `{}`: what grows. */
function isCollection(variable: Variable, syntax: TypeScriptSyntax): boolean {
  const [identifier] = variable.identifiers;
  return identifier !== undefined && alternativesOf(identifier, syntax).every(({ node }) => {
    const made = unwrap(node);
    if (made.type === "NewExpression") return made.callee.type === "Identifier" && /^(?:Map|Set|Array|WeakMap)$/.test(made.callee.name);
    return made.type === "ArrayExpression" || made.type === "ObjectExpression";
  });
}

/** Emptied in a function: what one call needs and throws away. Another call may run in between, which is rarely so in Forge. */
function isReset(variable: Variable): boolean {
  return variable.references.some(({ identifier }) => {
    const { parent } = identifier;
    if (!enclosingFunction(identifier)) return false;
    if (parent.type === "AssignmentExpression" && parent.left === identifier) {
      const { right } = parent;
      return (right.type === "ArrayExpression" && right.elements.length === 0) || (right.type === "ObjectExpression" && right.properties.length === 0) || (right.type === "NewExpression" && right.arguments.length === 0);
    }
    return parent.type === "MemberExpression" && parent.property.type === "Identifier" && parent.property.name === "clear";
  });
}

function isTenantData(value: Node, syntax: TypeScriptSyntax): boolean {
  return alternativesOf(value, syntax).some(({ node }) => {
    const end = unwrap(node);
    if (end.type === "Literal" || end.type === "ArrowFunctionExpression" || end.type === "FunctionExpression") return false;
    const parts = end.type === "ObjectExpression" ? end.properties.flatMap((one) => (one.type === "Property" ? [one.value] : [])) : [end];
    return parts.some((part) => {
      const [followed] = alternativesOf(part, syntax);
      const real = followed ? unwrap(followed.node) : part;
      return tenantSource.test(syntax.document.text.slice(real.range[0], real.range[1])) && real.type !== "NewExpression";
    });
  });
}

const resolver = 'import Resolver from "@forge/resolver";\nimport api, { route } from "@forge/api";\nconst resolver = new Resolver();\n';

export default defineRule({
  id: "tenant-data-in-module-state",
  title: "Customer's data in a variable of the module",
  concern: "data",
  languages: ["typescript"],
  marketplaces: ["atlassian"],
  requirements: ["atlassian/tenant-isolation"],
  severity: "error",
  cwe: [488],
  fix: "none",
  promising: (document) => isAppCode(document) && mayBeForgeCode(document),
  triggers: ["@forge/", "requestJira", "requestConfluence", "payload"],
  documentation: {
    wrong: "A function of a Forge app writes what it got from a product, the app's storage or a call's payload to a variable outside of all functions.",
    why: "Forge runs calls of many sites in one process, one after the other. What a module's variable holds is still there when the next site's call comes, which then reads the data of another customer.",
    fix: "Keep the value inside the function, or in Forge's storage, which parts sites. A cache in memory has the site's `cloudId` in each key.",
    suppress: "Where the value is the same for all customers, such as a list of languages.",
  },
  examples: {
    bad: [
      { name: "a user in a variable", code: `${resolver}let user;\nresolver.define("me", async () => {\n  [|user|] = await (await api.asUser().requestJira(route\`/rest/api/3/myself\`)).json();\n  return user;\n});\n` },
      { name: "a cache by issue", code: `${resolver}const cache = new Map();\nresolver.define("issue", async ({ payload }) => {\n  const issue = await (await api.asUser().requestJira(route\`/rest/api/3/issue/\${payload.key}\`)).json();\n  [|cache.set|](payload.key, issue);\n  return issue;\n});\n` },
      { name: "settings from storage", code: 'import { storage } from "@forge/api";\nlet settings;\nexport const run = async () => {\n  if (!settings) [|settings|] = await storage.get("settings");\n  return settings;\n};\n' },
      { name: "the payload", code: `${resolver}let last;\nresolver.define("save", (req) => { [|last|] = req.payload; });\n` },
      { name: "an object by key", code: `${resolver}const seen = {};\nresolver.define("seen", ({ payload }) => { [|seen[payload.id]|] = payload.text; });\n` },
      { name: "a list that grows", code: `${resolver}const notes = [];\nresolver.define("add", (req) => { [|notes.push|](req.payload.note); return notes; });\n` },
      { name: "told by the manifest", file: "src/state.js", files: { "manifest.yml": "app:\n  id: ari:cloud:ecosystem::app/1\n" }, code: "let current;\nexports.remember = (event) => { [|current|] = event.payload; };\n" },
    ],
    good: [
      { name: "inside the function", code: `${resolver}resolver.define("me", async () => {\n  const user = await (await api.asUser().requestJira(route\`/rest/api/3/myself\`)).json();\n  return user;\n});\n` },
      { name: "a cache by site", code: `${resolver}const cache = new Map();\nresolver.define("me", async ({ context, payload }) => { cache.set(\`\${context.cloudId}:\${payload.id}\`, payload.text); });\n` },
      { name: "a client", code: `${resolver}let client;\nresolver.define("me", () => { client ??= new Client({ retries: 3 }); return client.name; });\n` },
      { name: "a counter", code: `${resolver}let calls = 0;\nresolver.define("me", () => { calls += 1; });\n` },
      { name: "made when the module loads", code: "import { storage } from \"@forge/api\";\nconst names = new Map();\nnames.set('a', 'payload');\nexport const run = () => storage.get(names.get('a'));\n" },
      { name: "no Forge app", code: "let last;\nexport const save = (req) => { last = req.payload; };\n" },
      { name: "in the browser", code: 'import { invoke } from "@forge/bridge";\nimport { storage } from "@forge/api";\nlet last;\nexport const save = async (req) => { last = req.payload; };\n' },
      { name: "Forge's storage", code: `${resolver}import { kvs } from "@forge/kvs";\nresolver.define("save", async ({ payload }) => { await kvs.set("last", payload); });\n` },
    ],
  },
  check,
});
