import type { Document } from "../../core/document.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import { memberNamed, valueAt, type DataNode } from "../../languages/data/dataNode.ts";
import { membersBelow } from "../../languages/data/walk.ts";
import { chartBeside } from "../../languages/helm/chart.ts";
import { yamlData } from "../../languages/yaml/dataOf.ts";
import { quoted, replaceValue } from "../../languages/yaml/edits.ts";
import { isMovingTag } from "./images.ts";
import { hardening } from "./subject.ts";

export default defineRule({
  id: "helm-values-image-tag",
  title: "Chart installs an image whose tag moves",
  concern: "kubernetes",
  languages: ["yaml"],
  triggers: ["repository"],
  requirements: hardening,
  severity: "warning",
  cwe: [829, 1357],
  benchmarks: { cisDocker: ["4.2"], cisKubernetes: ["5.5.1"] },
  alsoKnownAs: {
    trivy: ["KSV-0013"],
    checkov: ["CKV_K8S_14"],
  },
  fix: "review",
  fileNames: ["values.yaml"],
  documentation: {
    wrong: "The defaults of a Helm chart (values.yaml) give an image the tag `latest` or another one that moves, or leave the tag empty while Chart.yaml has no `appVersion` that a template could take.",
    why: "Whoever installs the chart with its defaults runs what happens to lie under the tag on that day, not what was scanned and reviewed.",
    fix: "The quick fix for the chart's own image writes `appVersion` of Chart.yaml as the tag. Leave the tag empty where the template takes it from there (`default .Chart.AppVersion`).",
    suppress: "When the chart is for development alone.",
  },
  examples: {
    bad: [
      { name: "latest", file: "chart/values.yaml", code: "image:\n  repository: example/app\n  tag: [|latest|]\n", files: { "chart/Chart.yaml": "apiVersion: v2\nname: shop\nappVersion: '1.4.2'\n" }, fixed: "image:\n  repository: example/app\n  tag: \"1.4.2\"\n" },
      { name: "latest without a version to take", file: "chart/values.yaml", code: "image:\n  repository: example/app\n  tag: '[|latest|]'\n", files: { "chart/Chart.yaml": "apiVersion: v2\nname: shop\n" } },
      { name: "empty without a version to take", file: "chart/values.yaml", code: "image:\n  repository: example/app\n  tag: [|''|]\n", files: { "chart/Chart.yaml": "apiVersion: v2\nname: shop\n" } },
      { name: "a branch", file: "chart/values.yaml", code: "server:\n  image:\n    repository: example/app\n    tag: [|main|]\n", files: { "chart/Chart.yaml": "apiVersion: v2\nname: shop\nappVersion: '1.4.2'\n" } },
      { name: "beside a registry", file: "chart/values.yaml", code: "image:\n  registry: ghcr.io\n  repository: example/app\n  pullPolicy: IfNotPresent\n  tag: [|stable|] # moves\n", files: { "chart/Chart.yaml": "apiVersion: v2\nname: shop\nappVersion: '1.4.2'\n" }, fixed: "image:\n  registry: ghcr.io\n  repository: example/app\n  pullPolicy: IfNotPresent\n  tag: \"1.4.2\" # moves\n" },
      { name: "two images", file: "chart/values.yaml", code: "api:\n  image: { repository: a, tag: [|latest|] }\nweb:\n  image: { repository: b, tag: [|edge|] }\n", files: { "chart/Chart.yaml": "apiVersion: v2\nname: shop\n" } },
    ],
    good: [
      { name: "a version", file: "chart/values.yaml", code: "image:\n  repository: example/app\n  tag: 1.4.2\n", files: { "chart/Chart.yaml": "apiVersion: v2\nname: shop\n" } },
      { name: "empty, for the chart's version", file: "chart/values.yaml", code: "image:\n  repository: example/app\n  tag: ''\n", files: { "chart/Chart.yaml": "apiVersion: v2\nname: shop\nappVersion: '1.4.2'\n" } },
      { name: "a digest", file: "chart/values.yaml", code: "image:\n  repository: example/app\n  tag: latest\n  digest: sha256:0a1b2c\n", files: { "chart/Chart.yaml": "apiVersion: v2\nname: shop\n" } },
      { name: "a tag of something else", file: "chart/values.yaml", code: "build:\n  tag: latest\n", files: { "chart/Chart.yaml": "apiVersion: v2\nname: shop\n" } },
      { name: "values of something that is no chart", file: "values.yaml", code: "image:\n  repository: a\n  tag: latest\n" },
      { name: "another file of the chart", file: "chart/settings.yaml", code: "image:\n  repository: a\n  tag: latest\n", files: { "chart/Chart.yaml": "apiVersion: v2\nname: shop\n" } },
    ],
  },
  check,
});

function check(document: Document, report: Report): void {
  const chart = chartBeside(document);
  const [values] = chart ? yamlData(document) : [];
  if (!chart || !values) return;
  const version = textIn(valueAt(chart.about, "appVersion"));
  for (const { path, member } of membersBelow(values)) {
    const tag = memberNamed(member.value, "tag");
    if (!tag || textIn(valueAt(member.value, "repository")) === undefined || textIn(valueAt(member.value, "digest"))) continue;
    const given = tag.value.kind === "other" && tag.value.value === null ? "" : textIn(tag.value);
    const isEmpty = given === "" && version === undefined;
    if (given === undefined || (!isEmpty && !(given !== "" && isMovingTag(given)))) continue;
    const edit = !isEmpty && version !== undefined && path.length === 1 && path[0] === "image" ? replaceValue(document, tag, version) : undefined;
    const written = tag.value.range.end > tag.value.range.start ? tag.value.range : quoted(document, tag.value.range);
    report({
      range: written.end > written.start ? written : tag.nameRange,
      message: isEmpty ? "The image has no tag, and Chart.yaml has no appVersion to take: it is latest." : `The chart installs whatever lies under ${given} on that day.`,
      fixes: edit ? [{ title: "Take appVersion of Chart.yaml as the tag", safe: false, edits: [edit] }] : [],
    });
  }
}

function textIn(node: DataNode | undefined): string | undefined {
  return node?.kind === "string" ? node.value : node?.kind === "other" && typeof node.value === "number" ? String(node.value) : undefined;
}
