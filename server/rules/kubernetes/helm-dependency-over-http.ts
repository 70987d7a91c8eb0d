import type { Document } from "../../core/document.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import { valueAt } from "../../languages/data/dataNode.ts";
import { chartDependencies } from "./chartDependencies.ts";

export default defineRule({
  id: "helm-dependency-over-http",
  title: "Chart is fetched over plain HTTP",
  concern: "kubernetes",
  languages: ["yaml"],
  triggers: ["http://"],
  requirements: ["atlassian/supply-chain", "atlassian/tls", "akeneo/hardened-images", "openchannel/encrypted-traffic"],
  severity: "error",
  cwe: [319, 494],
  benchmarks: { cisDocker: ["4.11"] },
  fix: "safe",
  fileNames: ["Chart.yaml", "requirements.yaml"],
  documentation: {
    wrong: "A dependency in Chart.yaml (or requirements.yaml of older charts) is fetched from an address that starts with `http://`.",
    why: "Whoever sits on the way puts another chart in its place, and with it containers of their own into the cluster.",
    fix: "The quick fix writes `https`. Every public chart repository answers there.",
    suppress: "For a repository inside of a network that is closed to others.",
  },
  examples: {
    bad: [
      { name: "a repository", file: "chart/Chart.yaml", code: "apiVersion: v2\nname: shop\ndependencies:\n  - name: redis\n    version: 20.1.0\n    repository: [|http://charts.example.com|]\n", fixed: "apiVersion: v2\nname: shop\ndependencies:\n  - name: redis\n    version: 20.1.0\n    repository: https://charts.example.com\n" },
      { name: "in quotes", file: "chart/Chart.yaml", code: "apiVersion: v2\nname: shop\ndependencies:\n  - name: redis\n    repository: '[|http://charts.example.com/stable|]'\n", fixed: "apiVersion: v2\nname: shop\ndependencies:\n  - name: redis\n    repository: 'https://charts.example.com/stable'\n" },
      { name: "capital letters", file: "chart/Chart.yaml", code: "apiVersion: v2\nname: shop\ndependencies:\n  - name: redis\n    repository: [|HTTP://charts.example.com|]\n", fixed: "apiVersion: v2\nname: shop\ndependencies:\n  - name: redis\n    repository: https://charts.example.com\n" },
      { name: "the second of two", file: "chart/Chart.yaml", code: "apiVersion: v2\nname: shop\ndependencies:\n  - name: redis\n    repository: https://a.example.com\n  - name: db\n    repository: [|http://b.example.com|] # old\n", fixed: "apiVersion: v2\nname: shop\ndependencies:\n  - name: redis\n    repository: https://a.example.com\n  - name: db\n    repository: https://b.example.com # old\n" },
      { name: "an older chart", file: "chart/requirements.yaml", code: "dependencies:\n  - name: redis\n    repository: [|http://charts.example.com|]\n", fixed: "dependencies:\n  - name: redis\n    repository: https://charts.example.com\n" },
      { name: "flow notation", file: "chart/Chart.yaml", code: "name: shop\ndependencies: [{ name: redis, repository: '[|http://charts.example.com|]' }]\n", fixed: "name: shop\ndependencies: [{ name: redis, repository: 'https://charts.example.com' }]\n" },
    ],
    good: [
      { name: "https", file: "chart/Chart.yaml", code: "apiVersion: v2\nname: shop\ndependencies:\n  - name: redis\n    repository: https://charts.example.com\n" },
      { name: "a registry", file: "chart/Chart.yaml", code: "apiVersion: v2\nname: shop\ndependencies:\n  - name: redis\n    repository: oci://ghcr.io/example/charts\n" },
      { name: "a folder", file: "chart/Chart.yaml", code: "apiVersion: v2\nname: shop\ndependencies:\n  - name: redis\n    repository: file://../redis\n" },
      { name: "an alias", file: "chart/Chart.yaml", code: "apiVersion: v2\nname: shop\ndependencies:\n  - name: redis\n    repository: '@stable'\n" },
      { name: "this machine", file: "chart/Chart.yaml", code: "apiVersion: v2\nname: shop\ndependencies:\n  - name: redis\n    repository: http://localhost:8879\n" },
      { name: "an address elsewhere in the file", file: "chart/Chart.yaml", code: "name: shop\nhome: http://example.com\ndependencies: []\n" },
      { name: "another file", file: "chart/notes.yaml", code: "apiVersion: v2\nname: shop\ndependencies:\n  - name: redis\n    repository: http://charts.example.com\n" },
    ],
  },
  check,
});

const plain = /^http:\/\/(?!(?:localhost|127\.0\.0\.1|\[::1\])(?:[:/]|$))/i;

function check(document: Document, report: Report): void {
  for (const dependency of chartDependencies(document)) {
    const repository = valueAt(dependency, "repository");
    if (repository?.kind !== "string" || !plain.test(repository.value) || !repository.verbatim) continue;
    const { start } = repository.range;
    report({
      range: repository.range,
      message: "The chart is fetched over plain http, where others can put theirs in its place.",
      fixes: [{ title: "Use https", safe: true, edits: [{ range: { start, end: start + "http".length }, newText: "https" }] }],
    });
  }
}
