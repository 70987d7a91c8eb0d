import type { Document } from "../../core/document.ts";
import type { Fix } from "../../core/finding.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import { memberNamed, valueAt, type DataMember, type DataObject } from "../../languages/data/dataNode.ts";
import { manifestsOf } from "../../languages/kubernetes/manifests.ts";
import { textOf } from "../../languages/kubernetes/manifests.ts";
import { objectsAt } from "../../languages/kubernetes/workloads.ts";
import { addMember, quoted } from "../../languages/yaml/edits.ts";
import { bad, good } from "./exampleManifests.ts";
import { encryptedTraffic, manifestLanguages, manifestTriggers } from "./subject.ts";

export default defineRule({
  id: "kubernetes-ingress-without-tls",
  title: "Ingress without TLS",
  concern: "kubernetes",
  languages: manifestLanguages,
  triggers: manifestTriggers,
  requirements: encryptedTraffic,
  severity: "error",
  cwe: [319],
  fix: "review",
  documentation: {
    wrong: "An Ingress takes plain HTTP: it has no `tls` block, or an annotation switches the redirect to https off or allows http. Annotations that name a certificate (of GKE, of AWS, of cert-manager) count as TLS, and an internal load balancer is left alone.",
    why: "Tokens and data of customers then cross the network in the open. All marketplaces ask for encryption on the way.",
    fix: "The quick fix adds a `tls` block with the hosts of the rules and a name for the certificate's secret; the certificate must be made, by cert-manager for instance.",
    suppress: "When something in front of the Ingress ends TLS and reaches it by a private network.",
  },
  examples: {
    bad: [
      bad("no tls", "apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata:\n  name: [|shop|]\nspec:\n  rules:\n    - host: shop.example.com\n", "apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata:\n  name: shop\nspec:\n  tls:\n    - hosts:\n        - shop.example.com\n      secretName: shop-tls\n  rules:\n    - host: shop.example.com\n"),
      bad("an empty list", "apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata:\n  name: shop\nspec:\n  [|tls: []|]\n  rules:\n    - host: a.example.com\n"),
      bad("only a default backend", "apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata:\n  name: [|shop|]\nspec:\n  defaultBackend:\n    service: { name: a, port: { number: 80 } }\n"),
      bad("the redirect is switched off", "apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata:\n  name: shop\n  annotations:\n    nginx.ingress.kubernetes.io/ssl-redirect: [|\"false\"|]\nspec:\n  tls:\n    - hosts: [a.example.com]\n"),
      bad("http is allowed", "apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata:\n  name: shop\n  annotations:\n    kubernetes.io/ingress.allow-http: [|'true'|]\nspec:\n  tls:\n    - secretName: a\n"),
      bad("two hosts", "apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata:\n  name: [|shop|]\nspec:\n  rules:\n    - host: a.example.com\n    - host: b.example.com\n", "apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata:\n  name: shop\nspec:\n  tls:\n    - hosts:\n        - a.example.com\n        - b.example.com\n      secretName: shop-tls\n  rules:\n    - host: a.example.com\n    - host: b.example.com\n"),
      bad("the redirect is switched off in a template", "apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata:\n  name: shop\n  annotations:\n    nginx.ingress.kubernetes.io/ssl-redirect: [|\"false\"|]\n  labels: {{ .Values.labels }}\nspec: {}\n"),
    ],
    good: [
      good("tls", "apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata:\n  name: shop\nspec:\n  tls:\n    - secretName: shop\n"),
      good("a certificate of the cloud", "apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata:\n  name: shop\n  annotations:\n    networking.gke.io/managed-certificates: shop\nspec:\n  rules: []\n"),
      good("a certificate of a load balancer", "apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata:\n  name: shop\n  annotations:\n    alb.ingress.kubernetes.io/certificate-arn: arn:aws:acm:1\nspec:\n  rules:\n    - host: a.example.com\n"),
      good("a template", "apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata:\n  name: {{ .Release.Name }}\nspec:\n  rules:\n    - host: shop.example.com\n"),
      good("a patch", "apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata:\n  name: shop\nspec:\n  ingressClassName: nginx\n"),
      good("http is forbidden", "apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata:\n  name: shop\n  annotations:\n    kubernetes.io/ingress.allow-http: 'false'\nspec:\n  tls:\n    - secretName: a\n"),
      good("another resource type", "apiVersion: config.openshift.io/v1\nkind: Ingress\nmetadata:\n  name: cluster\nspec:\n  domain: a.example.com\n"),
      good("inside of the cluster", "apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata:\n  name: shop\n  annotations:\n    alb.ingress.kubernetes.io/scheme: internal\nspec:\n  rules:\n    - host: a.example.com\n"),
    ],
  },
  check,
});

const certificate = /cert|ssl-policy|pre-shared|tls-acme|issuer/i;
const internal = /scheme$|load-balancer-type$|internal$|ingress\.class$/i;

function check(document: Document, report: Report): void {
  for (const { kind, group, object, isWhole } of manifestsOf(document)) {
    if (kind !== "Ingress" || !["networking.k8s.io", "extensions"].includes(group)) continue;
    const annotations = membersAt(object, "metadata", "annotations");
    for (const annotation of annotations) checkAnnotation(document, annotation, report);
    if (isWhole && !annotations.some(({ name, value }) => certificate.test(name) || (internal.test(name) && /internal/i.test(textOf(value) ?? "")))) {
      checkBlock(document, object, report);
    }
  }
}

function checkAnnotation(document: Document, { name, value }: DataMember, report: Report): void {
  const given = value.kind === "string" ? value.value : value.kind === "other" ? String(value.value) : undefined;
  const isOff = /(?:^|\/)(?:force-)?ssl-redirect$/.test(name) && given === "false";
  if (!isOff && !(name === "kubernetes.io/ingress.allow-http" && given === "true")) return;
  report({ range: quoted(document, value.range), message: "Requests by plain http are answered instead of being sent to https." });
}

function checkBlock(document: Document, object: DataObject, report: Report): void {
  const spec = valueAt(object, "spec");
  const tls = memberNamed(spec, "tls");
  const isEmpty = tls === undefined || (tls.value.kind === "array" && tls.value.items.length === 0);
  const name = valueAt(object, "metadata", "name");
  if (!isEmpty || spec?.kind !== "object" || name?.kind !== "string") return;
  if (!memberNamed(spec, "rules") && !memberNamed(spec, "defaultBackend") && !memberNamed(spec, "backend")) return;
  report({
    range: tls?.range ?? name.range,
    message: "The Ingress has no TLS, so what it carries crosses the network in the open.",
    fixes: tls ? [] : fixesOf(document, spec, name.value),
  });
}

function fixesOf(document: Document, spec: DataObject, name: string): Fix[] {
  const hosts = objectsAt(spec, "rules").flatMap((rule) => textOf(valueAt(rule, "host")) ?? []);
  if (hosts.length === 0) return [];
  const edit = addMember(document, spec, "tls", [{ hosts, secretName: `${name}-tls` }]);
  return edit ? [{ title: "Add a tls block for the hosts", safe: false, edits: [edit] }] : [];
}

function membersAt(object: DataObject, ...path: readonly string[]): readonly DataMember[] {
  const node = valueAt(object, ...path);
  return node?.kind === "object" ? node.members : [];
}
