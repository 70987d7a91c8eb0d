import type { Document } from "../../core/document.ts";
import { isDocumentationPath, isTestPath } from "../../core/filePurpose.ts";
import { defineFactSource, type AddFact } from "../../core/fact.ts";
import type { TextRange } from "../../core/text.ts";
import { valueAt, type DataNode } from "../../languages/data/dataNode.ts";
import { jsonData } from "../../languages/json/dataOf.ts";
import { pipelineOf } from "../../languages/pipelines/pipeline.ts";
import { xmlSyntax } from "../../languages/xml/syntax.ts";

/** A version of a runtime that a file asks for. */
export interface AskedRuntime {
  /** As in the table of end dates. */
  readonly product: string;
  /** As it is written; several that are all built for are separated by a space. */
  readonly written: string;
  /** `range` as npm writes it, `constraint` as Composer does, `version` otherwise. */
  readonly form: "version" | "range" | "constraint";
  /** Whether only the pipeline uses it. */
  readonly inPipeline: boolean;
}

/** What the files of version managers hold, by name: one version, a line each, or after a prefix. */
const versionFiles: Readonly<Record<string, string>> = { ".nvmrc": "node", ".node-version": "node", ".python-version": "python", ".ruby-version": "ruby", "runtime.txt": "python" };
/** The names that asdf and mise give to runtimes. */
const toolNames: Readonly<Record<string, string>> = { nodejs: "node", node: "node", python: "python", php: "php", ruby: "ruby", golang: "golang", go: "golang", dotnet: "dotnet", "dotnet-core": "dotnet", deno: "deno" };
/** The parameters of the actions that install a runtime. */
const actionParameters: Readonly<Record<string, string>> = { "node-version": "node", "python-version": "python", "php-version": "php", "ruby-version": "ruby", "go-version": "golang", "dotnet-version": "dotnet" };
/** The tasks of Azure Pipelines that do, with the version in `versionSpec` or `version`. */
const tasks: readonly (readonly [RegExp, string])[] = [[/^(?:NodeTool|UseNode)@/i, "node"], [/^UsePythonVersion@/i, "python"], [/^UseDotNet@/i, "dotnet"], [/^UseRubyVersion@/i, "ruby"]];

function isJudged({ path }: Document): boolean {
  return !isTestPath(path) && !isDocumentationPath(path);
}

/** Files of version managers. */
export const runtimeFiles = defineFactSource<AskedRuntime>({
  id: "runtime-version-files",
  languages: ["text"],
  tier: "text",
  fileNames: [...Object.keys(versionFiles), ".tool-versions"],
  triggers: [],
  collect(document, add) {
    if (!isJudged(document)) return;
    const product = versionFiles[document.fileName];
    for (const match of document.text.matchAll(/^[ \t]*([^\s#][^\r\n#]*)/gm)) {
      const [first = "", second] = (match[1] ?? "").trim().split(/\s+/);
      const name = product ?? (Object.hasOwn(toolNames, first) ? toolNames[first] : undefined);
      const written = product === undefined ? second : first.replace(/^(?:python|ruby)-/, "");
      if (name === undefined || written === undefined) continue;
      const start = match.index + match[0].indexOf(written, product === undefined ? match[0].indexOf(first) + first.length : 0);
      add({ start, end: start + written.length }, { product: name, written, form: "version", inPipeline: false });
      if (product !== undefined) return;
    }
  },
});

/** Manifests of Node.js, PHP and .NET. */
export const runtimeManifests = defineFactSource<AskedRuntime>({
  id: "runtime-manifests",
  languages: ["json"],
  fileNames: ["package.json", "composer.json", "global.json"],
  triggers: [],
  collect(document, add) {
    if (!isJudged(document)) return;
    const root = jsonData(document);
    const ask = (node: DataNode | undefined, product: string, form: AskedRuntime["form"]): void => {
      if (node?.kind === "string" && node.verbatim) add(node.range, { product, written: node.value, form, inPipeline: false });
    };
    if (document.fileName === "composer.json") {
      ask(valueAt(root, "config", "platform", "php"), "php", "version");
      return ask(valueAt(root, "require", "php"), "php", "constraint");
    }
    if (document.fileName === "global.json") return ask(valueAt(root, "sdk", "version"), "dotnet", "version");
    ask(valueAt(root, "engines", "node"), "node", "range");
    ask(valueAt(root, "volta", "node"), "node", "version");
    const runtime = valueAt(root, "devEngines", "runtime");
    const name = valueAt(runtime, "name");
    if (name?.kind === "string" && name.value === "node") ask(valueAt(runtime, "version"), "node", "range");
  },
});

/** Projects of .NET. */
export const runtimeProjects = defineFactSource<AskedRuntime>({
  id: "runtime-projects",
  languages: ["xml"],
  triggers: ["targetframework"],
  collect(document, add) {
    if (!isJudged(document)) return;
    for (const { name, text, range, children } of document.syntax(xmlSyntax).elements) {
      if ((name !== "TargetFramework" && name !== "TargetFrameworks") || children.length > 0) continue;
      const frameworks = text.trim().split(";").map((one) => /^net(?:coreapp)?(\d+\.\d+)(?:-.*)?$/i.exec(one.trim())?.[1]);
      const start = range.start + document.text.slice(range.start, range.end).indexOf(text.trim(), name.length + 2);
      if (frameworks.includes(undefined) || start < range.start) continue;
      add({ start, end: start + text.trim().length }, { product: "dotnet", written: frameworks.join(" "), form: "version", inPipeline: false });
    }
  },
});

/** Pipelines that install a runtime. One that tries several is not asked: it tests what others may still use. */
export const runtimePipelines = defineFactSource<AskedRuntime>({
  id: "runtime-pipelines",
  languages: ["yaml"],
  triggers: [...Object.keys(actionParameters), "versionspec", "usedotnet"],
  collect(document, add) {
    for (const { object, uses } of pipelineOf(document)?.steps ?? []) {
      for (const [name, product] of Object.entries(actionParameters)) {
        if (uses) addPlain(document, add, valueAt(object, "with", name), product);
      }
      const product = uses && tasks.find(([task]) => task.test(uses.value))?.[1];
      if (product !== undefined) addPlain(document, add, valueAt(object, "inputs", "versionSpec") ?? valueAt(object, "inputs", "version"), product);
    }
  },
});

/** As written: `3.10` without quotes is a number in YAML. */
function addPlain(document: Document, add: AddFact<AskedRuntime>, node: DataNode | undefined, product: string): void {
  if (!node || (node.kind !== "string" && node.kind !== "other")) return;
  const range: TextRange = node.range;
  const written = document.text.slice(range.start, range.end);
  if (/[$\s]/.test(written)) return;
  add(range, { product, written, form: product === "node" && !/^\d+$/.test(written) && !written.startsWith("lts") ? "range" : "version", inPipeline: true });
}
