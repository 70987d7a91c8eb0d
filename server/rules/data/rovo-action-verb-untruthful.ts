import type { Document } from "../../core/document.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import { memberNamed, valueAt, type DataNode, type DataObject } from "../../languages/data/dataNode.ts";
import { exportOf } from "../../languages/typescript/imported.ts";
import { isFunction, type FunctionNode, type Node } from "../../languages/typescript/nodes.ts";
import { typescriptSyntax, type TypeScriptSyntax } from "../../languages/typescript/syntax.ts";
import { forgeManifest } from "../../languages/yaml/forgeManifest.ts";
import { writeIn, type WriteVerb } from "./rovoWrites.ts";

const message = "The action says that it only reads, and its function changes data: an agent runs it without asking the user.";

function check(document: Document, report: Report): void {
  const manifest = forgeManifest(document);
  for (const action of itemsOf(valueAt(manifest, "modules", "action"))) {
    const verb = memberNamed(action, "actionVerb");
    const key = textOf(memberNamed(action, "function")?.value);
    if (!manifest || verb?.value.kind !== "string" || verb.value.value !== "GET" || key === undefined) continue;
    const handler = itemsOf(valueAt(manifest, "modules", "function")).find((one) => textOf(valueAt(one, "key")) === key);
    const found = handler && writeOfHandler(textOf(valueAt(handler, "handler")) ?? "", document);
    if (!found) continue;
    const { range } = verb.value;
    report({ range, message, fixes: [{ title: `Say ${found}`, safe: false, edits: [{ range, newText: found }] }] });
  }
}

function itemsOf(node: DataNode | undefined): readonly DataObject[] {
  return node?.kind === "array" ? node.items.filter((item) => item.kind === "object") : [];
}

function textOf(node: DataNode | undefined): string | undefined {
  return node?.kind === "string" ? node.value : undefined;
}

const extensions = ["ts", "tsx", "js", "jsx", "mjs"];

/** What the function behind `file.export` changes: handlers are looked up in `src`, as Forge does. */
function writeOfHandler(handler: string, manifest: Document): WriteVerb | undefined {
  const dot = handler.lastIndexOf(".");
  const folder = manifest.path.slice(0, manifest.path.lastIndexOf("/") + 1);
  const file = dot < 0 ? undefined : extensions.map((extension) => manifest.neighbours?.read(`${folder}src/${handler.slice(0, dot)}.${extension}`)).find((one) => one !== undefined);
  if (!file) return undefined;
  const syntax = file.syntax(typescriptSyntax);
  const found = functionNamed(handler.slice(dot + 1), file, syntax);
  return found && writeIn(found.made, found.syntax);
}

function functionNamed(name: string, file: Document, syntax: TypeScriptSyntax): { made: FunctionNode; syntax: TypeScriptSyntax } | undefined {
  const exported = exportOf(file, name, syntax);
  if (!exported || exported.kind === "package" || exported.kind === "module" || exported.kind === "member") return undefined;
  const own = exported.document.syntax(typescriptSyntax);
  const offset = exported.kind === "value" ? exported.node.range[0] : (exported.variable.identifiers[0]?.range[0] ?? -1);
  const made = ofName(offset, own);
  return made && { made, syntax: own };
}

/** The function whose name, or whose own text, starts at an offset: of the whole tree, since exports are read from parts. */
function ofName(offset: number, syntax: TypeScriptSyntax): FunctionNode | undefined {
  const functions: readonly Node[] = [...syntax.all("FunctionDeclaration"), ...syntax.all("ArrowFunctionExpression"), ...syntax.all("FunctionExpression")];
  const found = functions.find((one) => {
    if (!isFunction(one)) return false;
    const { parent } = one;
    return one.range[0] === offset || one.id?.range[0] === offset || (parent.type === "VariableDeclarator" && parent.id.range[0] === offset);
  });
  return found && isFunction(found) ? found : undefined;
}

const manifestWith = (verb: string): string =>
  `app:\n  id: ari:cloud:ecosystem::app/00000000-0000-0000-0000-000000000000\nmodules:\n  action:\n    - key: note\n      function: note\n      actionVerb: ${verb}\n  function:\n    - key: note\n      handler: index.note\n`;
const api = 'import api, { route } from "@forge/api";\n';
const bad = (name: string, code: string, better: string, verb = "[|GET|]"): { name: string; file: string; code: string; files: Record<string, string>; fixed: string } => ({
  name, file: "manifest.yml", code: manifestWith(verb), files: { "src/index.js": code }, fixed: manifestWith(verb.replace("[|GET|]", better).replace("GET", better).replaceAll(/\[\||\|\]/g, "")),
});
const good = (name: string, code: string, verb = "GET"): { name: string; file: string; code: string; files: Record<string, string> } => ({ name, file: "manifest.yml", code: manifestWith(verb), files: { "src/index.js": code } });

export default defineRule({
  id: "rovo-action-verb-untruthful",
  title: "Rovo action that says it only reads",
  concern: "data",
  languages: ["yaml"],
  marketplaces: ["atlassian"],
  requirements: ["atlassian/rovo-action-verb"],
  severity: "error",
  cwe: [],
  fix: "review",
  triggers: ["actionVerb"],
  documentation: {
    wrong: "An action in the Forge manifest has the verb `GET`, and its function sends a request that creates, changes or deletes, or writes to the app's storage.",
    why: "Rovo asks the user before an action that changes something, and tells it by the verb. An action that says GET is run by an agent on its own, also where a text in a page talked the agent into it.",
    fix: "Say what the action does: `CREATE`, `UPDATE`, `DELETE`, or `TRIGGER` where it sets something off elsewhere.",
    suppress: "Where the function only keeps a cache of what it read.",
  },
  examples: {
    bad: [
      bad("creates an issue", `${api}export const note = (payload) => api.asUser().requestJira(route\`/rest/api/3/issue\`, { method: "POST", body: payload.text });\n`, "CREATE"),
      bad("changes an issue", `${api}export async function note(payload) {\n  await api.asUser().requestJira(route\`/rest/api/3/issue/\${payload.key}\`, { method: "PUT", body: "{}" });\n}\n`, "UPDATE"),
      bad("deletes a page", `${api}export const note = (payload) => api.asUser().requestConfluence(route\`/wiki/api/v2/pages/\${payload.id}\`, { method: "DELETE" });\n`, "DELETE"),
      bad("writes to storage", 'import { kvs } from "@forge/kvs";\nexport const note = (payload) => kvs.set("note", payload.text);\n', "UPDATE"),
      bad("by a function of its own", `${api}const send = (body) => api.asUser().requestJira(route\`/rest/api/3/issue\`, { method: "POST", body });\nexport const note = (payload) => send(payload.text);\n`, "CREATE"),
      { ...bad("in quotes", `${api}export const note = (payload) => api.asUser().requestJira(route\`/rest/api/3/issue\`, { method: "POST", body: payload.text });\n`, "CREATE"), code: manifestWith('"[|GET|]"'), fixed: manifestWith('"CREATE"') },
      { ...bad("in another file", "", "UPDATE"), files: { "src/index.js": 'export { note } from "./note";\n', "src/note.js": 'import { storage } from "@forge/api";\nexport const note = (payload) => storage.set("note", payload.text);\n' } },
    ],
    good: [
      good("reads", `${api}export const note = (payload) => api.asUser().requestJira(route\`/rest/api/3/issue/\${payload.key}\`);\n`),
      good("says that it creates", `${api}export const note = (payload) => api.asUser().requestJira(route\`/rest/api/3/issue\`, { method: "POST", body: payload.text });\n`, "CREATE"),
      good("searches by POST", `${api}export const note = (payload) => api.asUser().requestJira(route\`/rest/api/3/search/jql\`, { method: "POST", body: payload.jql });\n`),
      good("reads storage", 'import { kvs } from "@forge/kvs";\nexport const note = () => kvs.get("note");\n'),
      good("a map of its own", "const seen = new Map();\nexport const note = (payload) => seen.set(payload.id, payload.text);\n"),
      good("another function writes", `import { kvs } from "@forge/kvs";\nexport const other = () => kvs.delete("note");\nexport const note = () => kvs.get("note");\n`),
      good("a method that is not known", `${api}export const note = ({ method }) => api.asUser().requestJira(route\`/rest/api/3/issue\`, { method });\n`),
    ],
  },
  check,
});
