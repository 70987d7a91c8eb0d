import type { Document } from "../../core/document.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import { valueAt } from "../../languages/data/dataNode.ts";
import { chartDependencies } from "./chartDependencies.ts";

export default defineRule({
  id: "helm-dependency-unpinned",
  title: "Chart takes whatever version of another is newest",
  concern: "kubernetes",
  languages: ["yaml"],
  triggers: ["dependencies"],
  requirements: ["atlassian/supply-chain", "akeneo/dependencies-supported"],
  severity: "information",
  cwe: [829, 1357],
  benchmarks: { cisDocker: ["4.12"] },
  fix: "none",
  fileNames: ["Chart.yaml", "requirements.yaml"],
  documentation: {
    wrong: "A dependency in Chart.yaml has a range as its version (`^1.2`, `~1`, `*`, `>=1`), or none, and there is no Chart.lock beside it that says which one was tested.",
    why: "Each build of the chart may then hold another version than the one that was reviewed.",
    fix: "Run `helm dependency update` and commit Chart.lock, or write an exact version.",
    suppress: "For charts of the same repository that are versioned together.",
  },
  examples: {
    bad: [
      { name: "a caret", file: "chart/Chart.yaml", code: "apiVersion: v2\nname: shop\ndependencies:\n  - name: redis\n    version: [|^20.1.0|]\n" },
      { name: "a tilde", file: "chart/Chart.yaml", code: "apiVersion: v2\nname: shop\ndependencies:\n  - name: redis\n    version: '[|~20.1|]'\n" },
      { name: "everything", file: "chart/Chart.yaml", code: "apiVersion: v2\nname: shop\ndependencies:\n  - name: redis\n    version: '[|*|]'\n" },
      { name: "a part left open", file: "chart/Chart.yaml", code: "apiVersion: v2\nname: shop\ndependencies:\n  - name: redis\n    version: [|20.x.x|]\n" },
      { name: "a lower bound", file: "chart/Chart.yaml", code: "apiVersion: v2\nname: shop\ndependencies:\n  - name: redis\n    version: '[|>=1.0.0|]'\n    repository: https://a.example.com\n" },
      { name: "two bounds of an older chart", file: "chart/requirements.yaml", code: "dependencies:\n  - name: redis\n    version: '[|>=1.0.0 <2.0.0|]'\n" },
    ],
    good: [
      { name: "exact", file: "chart/Chart.yaml", code: "apiVersion: v2\nname: shop\ndependencies:\n  - name: redis\n    version: 20.1.0\n" },
      { name: "exact with a letter", file: "chart/Chart.yaml", code: "apiVersion: v2\nname: shop\ndependencies:\n  - name: redis\n    version: v20.1.0\n" },
      { name: "a lock file", file: "chart/Chart.yaml", code: "apiVersion: v2\nname: shop\ndependencies:\n  - name: redis\n    version: ^20.1.0\n", files: { "chart/Chart.lock": "dependencies: []\n" } },
      { name: "a folder of this repository", file: "chart/Chart.yaml", code: "apiVersion: v2\nname: shop\ndependencies:\n  - name: redis\n    version: '*'\n    repository: file://../redis\n" },
      { name: "a pre-release", file: "chart/Chart.yaml", code: "apiVersion: v2\nname: shop\ndependencies:\n  - name: redis\n    version: 1.0.0-x.1\n" },
      { name: "a range elsewhere in the file", file: "chart/Chart.yaml", code: "name: shop\nkubeVersion: '>=1.25'\n" },
    ],
  },
  check,
});

const range = /^[\^~<>*=!]|^\d+(?:\.(?:\d+|[xX*])){0,2}$|\s|\|\|/;
const exact = /^v?\d+\.\d+\.\d+(?:[-+]\S+)?$/;

function check(document: Document, report: Report): void {
  const folder = document.path.slice(0, -document.fileName.length);
  const lock = document.fileName === "Chart.yaml" ? "Chart.lock" : "requirements.lock";
  for (const dependency of chartDependencies(document)) {
    const version = valueAt(dependency, "version");
    const repository = valueAt(dependency, "repository");
    if (version?.kind !== "string" || exact.test(version.value) || !range.test(version.value)) continue;
    if (repository?.kind === "string" && repository.value.startsWith("file:")) continue;
    if (document.neighbours?.read(folder + lock)) return;
    report({ range: version.range, message: `Each build takes the newest chart within ${version.value}, reviewed or not.` });
  }
}
