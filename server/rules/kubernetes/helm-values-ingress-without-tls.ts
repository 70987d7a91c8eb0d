import type { Document } from "../../core/document.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import { memberNamed, valueAt } from "../../languages/data/dataNode.ts";
import { membersBelow } from "../../languages/data/walk.ts";
import { chartBeside } from "../../languages/helm/chart.ts";
import { yamlData } from "../../languages/yaml/dataOf.ts";
import { encryptedTraffic, isFalse, isTrue } from "./subject.ts";

export default defineRule({
  id: "helm-values-ingress-without-tls",
  title: "Chart opens an Ingress without TLS",
  concern: "kubernetes",
  languages: ["yaml"],
  triggers: ["ingress"],
  requirements: encryptedTraffic,
  severity: "error",
  cwe: [319],
  fix: "none",
  fileNames: ["values.yaml"],
  documentation: {
    wrong: "The defaults of a Helm chart switch an Ingress on (`ingress.enabled: true`) and leave its `tls` empty.",
    why: "Whoever installs the chart with its defaults gets a service that takes tokens and data of customers in the open.",
    fix: "Leave the Ingress off by default, or fill `tls` in with a secret that cert-manager makes. There is no quick fix, since only you know the host.",
    suppress: "When something in front of the Ingress ends TLS.",
  },
  examples: {
    bad: [
      { name: "as helm create writes it, switched on", file: "chart/values.yaml", code: "ingress:\n  enabled: true\n  hosts:\n    - host: a.example.com\n  [|tls: []|]\n", files: { "chart/Chart.yaml": "apiVersion: v2\nname: shop\n" } },
      { name: "a component's", file: "chart/values.yaml", code: "web:\n  ingress:\n    enabled: true\n    [|tls: []|]\n", files: { "chart/Chart.yaml": "apiVersion: v2\nname: shop\n" } },
      { name: "first", file: "chart/values.yaml", code: "ingress:\n  [|tls: []|]\n  enabled: true\n", files: { "chart/Chart.yaml": "apiVersion: v2\nname: shop\n" } },
      { name: "with a comment", file: "chart/values.yaml", code: "ingress:\n  enabled: true # public\n  [|tls: []|] # later\n", files: { "chart/Chart.yaml": "apiVersion: v2\nname: shop\n" } },
      { name: "switched off", file: "chart/values.yaml", code: "ingress:\n  enabled: true\n  [|tls: false|]\n", files: { "chart/Chart.yaml": "apiVersion: v2\nname: shop\n" } },
      { name: "flow notation", file: "chart/values.yaml", code: "ingress: { enabled: true, [|tls: []|] }\n", files: { "chart/Chart.yaml": "apiVersion: v2\nname: shop\n" } },
    ],
    good: [
      { name: "off", file: "chart/values.yaml", code: "ingress:\n  enabled: false\n  tls: []\n", files: { "chart/Chart.yaml": "apiVersion: v2\nname: shop\n" } },
      { name: "with a secret", file: "chart/values.yaml", code: "ingress:\n  enabled: true\n  tls:\n    - secretName: a\n", files: { "chart/Chart.yaml": "apiVersion: v2\nname: shop\n" } },
      { name: "a certificate of the cloud", file: "chart/values.yaml", code: "ingress:\n  enabled: true\n  annotations:\n    alb.ingress.kubernetes.io/certificate-arn: a\n  tls: []\n", files: { "chart/Chart.yaml": "apiVersion: v2\nname: shop\n" } },
      { name: "nothing said of tls", file: "chart/values.yaml", code: "ingress:\n  enabled: true\n", files: { "chart/Chart.yaml": "apiVersion: v2\nname: shop\n" } },
      { name: "values of something that is no chart", file: "values.yaml", code: "ingress:\n  enabled: true\n  tls: []\n" },
      { name: "something else", file: "chart/values.yaml", code: "web:\n  enabled: true\n  tls: []\n", files: { "chart/Chart.yaml": "apiVersion: v2\nname: shop\n" } },
    ],
  },
  check,
});

const certificate = /cert|pre-shared|issuer/i;

function check(document: Document, report: Report): void {
  const [values] = chartBeside(document) ? yamlData(document) : [];
  if (!values) return;
  for (const { member } of membersBelow(values)) {
    const tls = memberNamed(member.value, "tls");
    if (member.name !== "ingress" || !tls || !isTrue(valueAt(member.value, "enabled"))) continue;
    const annotations = valueAt(member.value, "annotations");
    if (annotations?.kind === "object" && annotations.members.some(({ name }) => certificate.test(name))) continue;
    const isOff = (tls.value.kind === "array" && tls.value.items.length === 0) || isFalse(tls.value);
    if (isOff) report({ range: tls.range, message: "With its defaults the chart opens an Ingress that carries everything in the open." });
  }
}
