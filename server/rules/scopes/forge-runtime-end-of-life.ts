import type { Document } from "../../core/document.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import { today } from "../../core/today.ts";
import { valueAt } from "../../languages/data/dataNode.ts";
import { forgeManifest } from "../../languages/yaml/forgeManifest.ts";
import { forgeRuntimes, type ForgeRuntime } from "./tables/forgeRuntimes.ts";

const id = "  id: ari:cloud:ecosystem::app/00000000-0000-0000-0000-000000000000\n";
const app = `app:\n${id}`;

function check(document: Document, report: Report): void {
  const name = valueAt(forgeManifest(document), "app", "runtime", "name");
  if (name?.kind !== "string") return;
  const runtime = forgeRuntimes.find((one) => one.name === name.value.toLowerCase());
  if (!runtime || isSupported(runtime)) return;
  const next = forgeRuntimes.findLast(isSupported);
  const edits = name.verbatim && next ? [{ range: name.range, newText: next.name }] : [];
  report({
    range: name.range,
    message: faultOf(runtime),
    fixes: next && edits.length > 0 ? [{ title: `Change to ${next.name}, and test the app on it`, safe: false, edits }] : [],
  });
}

/** Days as texts compare as days do. */
function isSupported({ ends, accepted }: ForgeRuntime): boolean {
  return accepted && ends !== undefined && ends >= today();
}

function faultOf({ name, ends, accepted }: ForgeRuntime): string {
  const reason = ends === undefined ? "Forge has given up" : `has had no security fixes since ${ends}`;
  const refusal = accepted ? "" : ", and Forge no longer accepts it";
  return ends === undefined ? `The app asks for the runtime "${name}", which ${reason}.` : `The runtime "${name}" ${reason}${refusal}.`;
}

export default defineRule({
  id: "forge-runtime-end-of-life",
  title: "Forge app on a runtime past its end",
  concern: "scopes",
  languages: ["yaml"],
  marketplaces: ["atlassian"],
  requirements: ["atlassian/supported-runtime"],
  severity: "error",
  cwe: [1104],
  fix: "review",
  triggers: ["runtime"],
  documentation: {
    wrong:
      "`app.runtime.name` of the Forge manifest names a version of Node.js that gets no security fixes any more, or a runtime that Forge has given up.",
    why:
      "A fault found in such a version stays open in every installation of the app. Atlassian's requirements of 2026 forbid runtimes past their end, and the schema stops accepting them some months later, so that the next deployment fails.",
    fix:
      "The quick fix names the newest supported runtime. Run the tests on that version of Node.js before the deployment; packages with native parts may have to be updated.",
    suppress: "Not at all: an app that nobody deploys any more needs no manifest.",
  },
  examples: {
    bad: [
      {
        name: "Node 20",
        file: "manifest.yml",
        code: `${app}  runtime:\n    name: [|nodejs20.x|]\n    memoryMB: 256\n`,
        fixed: `${app}  runtime:\n    name: nodejs24.x\n    memoryMB: 256\n`,
      },
      {
        name: "Node 18, in quotes",
        file: "manifest.yaml",
        code: `${app}  runtime:\n    name: '[|nodejs18.x|]' # old\n`,
        fixed: `${app}  runtime:\n    name: 'nodejs24.x' # old\n`,
      },
      { name: "on one line", file: "manifest.yml", code: `app: { runtime: { name: [|nodejs16.x|], architecture: arm64 } }\nmodules: {}\n`, fixed: `app: { runtime: { name: nodejs24.x, architecture: arm64 } }\nmodules: {}\n` },
      { name: "the sandbox", file: "manifest.yml", code: `app:\n  runtime:\n    name: [|sandbox|]\n${id}`, fixed: `app:\n  runtime:\n    name: nodejs24.x\n${id}` },
      { name: "through an anchor", file: "manifest.yml", code: `x-node: &node [|nodejs14.x|]\n${app}  runtime:\n    name: *node\n`, fixed: `x-node: &node nodejs24.x\n${app}  runtime:\n    name: *node\n` },
      { name: "Windows line ends", file: "manifest.yml", code: `${app}  runtime:\n    name: [|nodejs20.x|]\n`.replaceAll("\n", "\r\n") },
    ],
    good: [
      { name: "Node 24, in quotes", file: "manifest.yml", code: `${app}  runtime:\n    name: "nodejs24.x"\n` },
      { name: "Node 24", file: "manifest.yml", code: `${app}  runtime: { name: nodejs24.x }\n` },
      { name: "a placeholder", file: "manifest.yml", code: `${app}  runtime:\n    name: \${NODE_RUNTIME}\n` },
      { name: "a runtime newer than the list", file: "manifest.yml", code: `${app}  runtime:\n    name: nodejs26.x\n` },
      { name: "no runtime", file: "manifest.yml", code: `${app}# runtime: nodejs18.x\n` },
      { name: "commented out", file: "manifest.yml", code: `${app}  runtime:\n    # name: nodejs18.x\n    name: nodejs24.x\n` },
      { name: "another tool's runtime", file: "app.yaml", code: "runtime: nodejs18\nservice: api\n" },
      { name: "serverless functions", file: "serverless.yml", code: "app: shop\nprovider:\n  runtime: nodejs18.x\n" },
    ],
  },
  check,
});
