import type { Document } from "../../core/document.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import { methodCall } from "../../languages/typescript/calls.ts";
import { rangeOf } from "../../languages/typescript/nodes.ts";
import { typescriptSyntax, type TypeScriptSyntax } from "../../languages/typescript/syntax.ts";
import { handlerHere } from "./forge/exported.ts";
import { forgeAppOf, handlersOf } from "./forge/forgeApp.ts";
import { forgeManifestExample } from "./forge/forgeExamples.ts";
import { appRequests, functionsAt, isOfModule, reachOf, type Reach } from "./forge/reach.ts";
import { isProductCode } from "./productCode.ts";

/** Signs that somebody looks at who calls: a header, a secret, a signature, a function with such a name. */
const evidence = /\.headers?\b|\[["']headers["']\]|\bheaders\s*(?:,[^{}:]{0,200})?\}\s*(?:\)|=\s)|getSecret|process\.env|timingSafeEqual|createHmac|subtle\.verify|verif|authenticat|authoriz|signature|secret|token|apiKey|api_key|password/i;
/** Methods of Forge's storage that change it. */
const storageWrites: ReadonlySet<string> = new Set(["set", "setSecret", "delete", "deleteSecret", "create", "update", "push", "executeRaw", "execute", "prepare"]);
const storageModules = /^@forge\/(?:api|storage|kvs|sql|events|object-store)$/;

function check(document: Document, report: Report): void {
  if (!isProductCode(document)) return;
  const app = forgeAppOf(document);
  const triggers = app?.modules.filter(({ type }) => type === "webtrigger") ?? [];
  if (!app || triggers.length === 0) return;
  const syntax = document.syntax(typescriptSyntax);
  for (const handler of handlersOf(document, app, triggers.map(({ functionKey }) => functionKey))) {
    const exported = handlerHere(handler, syntax);
    const [made, ...others] = exported ? functionsAt(exported.value, syntax) : [];
    if (!exported || !made || others.length > 0) continue;
    const reach = reachOf(made, syntax);
    const does = reach.complete && !evidence.test(reach.text) ? actionOf(reach, syntax) : undefined;
    if (does === undefined) continue;
    report({ range: rangeOf(exported.place), message: `This web trigger ${does} for whoever calls its address: Forge does not authenticate the caller, and the code does not either.` });
  }
}

/** What the code does that not everybody may do. */
function actionOf({ calls }: Reach, syntax: TypeScriptSyntax): string | undefined {
  if (appRequests(calls, syntax).length > 0) return "works in the product as the app";
  const writes = calls.some(({ call }) => {
    const method = methodCall(call);
    return method !== undefined && storageWrites.has(method.name) && isOfModule(method.receiver, storageModules, syntax);
  });
  return writes ? "changes the app's storage" : undefined;
}

const files = { "manifest.yml": forgeManifestExample("  webtrigger:\n    - key: hook\n      function: hook\n  function:\n    - key: hook\n      handler: index.hook\n") };
const file = "src/index.ts";
const imports = 'import api, { route, storage } from "@forge/api";\n';

export default defineRule({
  id: "forge-web-trigger-unauthenticated",
  title: "Web trigger without authentication",
  concern: "tokens",
  languages: ["typescript"],
  marketplaces: ["atlassian"],
  requirements: ["atlassian/web-trigger-authenticated", "atlassian/authenticate-every-request", "atlassian/government-no-anonymous-endpoint"],
  severity: "warning",
  cwe: [306],
  fix: "none",
  triggers: ["@forge/"],
  documentation: {
    wrong: "The function of a `webtrigger` in the Forge manifest works in the product with `asApp()`, or changes the app's storage, and looks at nothing that tells who calls: no header, no secret, no signature.",
    why: "The address of a web trigger is open to everybody who knows it, and addresses end up in logs and settings of other services. The app's own rights are then at the service of any caller. Atlassian's requirements and its security questionnaire ask that critical functions authenticate the caller, and the Government Cloud allows no other web trigger.",
    fix: "Let the caller sign the body with a shared secret, or send one in a header. Keep the secret with `kvs.setSecret`, and compare with `timingSafeEqual`. Functions that are called by your own pages belong into a resolver, and APIs into `apiRoute`.",
    suppress: "Where what it does is meant for everybody, such as counting visits.",
  },
  examples: {
    bad: [
      { name: "moves issues for anyone", file, files, code: `${imports}export async function [|hook|]({ body }) {\n  await api.asApp().requestJira(route\`/rest/api/3/issue/\${JSON.parse(body).key}/transitions\`, { method: "POST", headers: { Accept: "application/json" } });\n  return { statusCode: 204, headers: {} };\n}\n` },
      { name: "an arrow function", file, files, code: `${imports}export const [|hook|] = async (request) => {\n  await storage.set("last", request.body);\n  return { statusCode: 200 };\n};\n` },
      { name: "through functions of the file", file, files, code: `${imports}const move = async (key) => api.asApp().requestJira(route\`/rest/api/3/issue/\${key}\`);\nasync function hook(request) {\n  return move(JSON.parse(request.body).key);\n}\nexport { [|hook|] };\n` },
      { name: "in another file", file, files: { ...files, "src/move.ts": 'import api, { route } from "@forge/api";\nexport const move = (key) => api.asApp().requestJira(route`/rest/api/3/issue/${key}`, { method: "PUT" });\n' }, code: `import "@forge/bridge";\nimport { move } from "./move";\nexport const [|hook|] = (request) => move(request.body);\n` },
      { name: "passed on by the handler's file", file: "src/hook.ts", files: { ...files, "src/index.ts": 'export { hook } from "./hook";\n' }, code: `${imports}export const [|hook|] = async ({ body }) => {\n  await storage.set("last", body);\n};\n` },
      { name: "the key-value store", file, files, code: `import { kvs } from "@forge/kvs";\nexport const [|hook|] = async ({ body }) => {\n  await kvs.delete(JSON.parse(body).key);\n  return { statusCode: 200 };\n};\n` },
      { name: "reads for anyone", file: "src/index.js", files, code: `const { asApp, route } = require("@forge/api");\nexports.[|hook|] = async () => {\n  const response = await asApp().requestConfluence(route\`/wiki/api/v2/pages\`);\n  return { statusCode: 200, body: await response.text() };\n};\n` },
    ],
    good: [
      { name: "a header is compared", file, files, code: `${imports}export async function hook(request) {\n  if (request.headers["x-key"]?.[0] !== process.env.HOOK_KEY) return { statusCode: 401 };\n  await storage.set("last", request.body);\n}\n` },
      { name: "a secret of the store", file, files, code: `${imports}import { check } from "./check";\nexport async function hook(request) {\n  const secret = await storage.getSecret("hook");\n  if (!check(request, secret)) return { statusCode: 401 };\n  await api.asApp().requestJira(route\`/rest/api/3/issue\`, { method: "POST" });\n}\n` },
      { name: "a check in another function", file, files, code: `${imports}import { verifyCaller } from "./caller";\nexport async function hook(request) {\n  verifyCaller(request);\n  await storage.set("last", request.body);\n}\n` },
      { name: "headers are taken apart", file, files, code: `${imports}export const hook = async ({ headers, body }) => {\n  if (!(await known(headers))) return { statusCode: 401 };\n  await storage.set("last", body);\n};\n` },
      { name: "nothing that needs rights", file, files, code: `import "@forge/api";\nexport const hook = async () => ({ statusCode: 200, body: "pong" });\n` },
      { name: "no web trigger", file, files: { "manifest.yml": forgeManifestExample("  scheduledTrigger:\n    - key: hook\n      function: hook\n  function:\n    - key: hook\n      handler: index.hook\n") }, code: `${imports}export const hook = () => storage.set("last", 1);\n` },
      { name: "another function of the file", file, files, code: `${imports}export const hook = () => ({ statusCode: 204 });\nexport const nightly = () => storage.set("last", 1);\n` },
      { name: "a manifest that cannot be read", file, code: `${imports}export const hook = () => storage.set("last", 1);\n` },
    ],
  },
  check,
});
