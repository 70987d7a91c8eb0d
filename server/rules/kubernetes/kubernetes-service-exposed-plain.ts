import type { Document } from "../../core/document.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import { valueAt } from "../../languages/data/dataNode.ts";
import { manifestsOf } from "../../languages/kubernetes/manifests.ts";
import { objectsAt } from "../../languages/kubernetes/workloads.ts";
import { bad, good } from "./exampleManifests.ts";
import { encryptedTraffic, manifestLanguages, manifestTriggers, numberOf } from "./subject.ts";

export default defineRule({
  id: "kubernetes-service-exposed-plain",
  title: "Service offers plain HTTP outside of the cluster",
  concern: "kubernetes",
  languages: manifestLanguages,
  triggers: manifestTriggers,
  requirements: encryptedTraffic,
  severity: "warning",
  cwe: [319],
  alsoKnownAs: {
    trivy: ["KSV-0108"],
    kics: ["Service With External Load Balance 26763a1c-5dda-4772-b507-5fca7fb5f165", "Service Type is NodePort 845acfbe-3e10-4b8e-b656-3b404d36dfb2"],
  },
  fix: "none",
  documentation: {
    wrong: "A Service of type `LoadBalancer` or `NodePort` has port 80 and no other. Annotations that name a certificate or an internal load balancer count as right.",
    why: "What goes through it crosses the network in the open; and unlike an Ingress nothing in front of it can redirect to https.",
    fix: "Make it a `ClusterIP` behind an Ingress with TLS, or let the load balancer end TLS on port 443.",
    suppress: "When something in front of the Service ends TLS.",
  },
  examples: {
    bad: [
      bad("a load balancer", "apiVersion: v1\nkind: Service\nmetadata:\n  name: shop\nspec:\n  type: [|LoadBalancer|]\n  ports:\n    - port: 80\n      targetPort: 8080\n"),
      bad("a node's port", "apiVersion: v1\nkind: Service\nmetadata:\n  name: shop\nspec:\n  type: [|NodePort|]\n  ports:\n    - port: 80\n      nodePort: 30080\n"),
      bad("flow notation", "apiVersion: v1\nkind: Service\nmetadata:\n  name: shop\nspec:\n  { type: [|LoadBalancer|], ports: [{ port: 80 }] }\n"),
      bad("with a name", "apiVersion: v1\nkind: Service\nmetadata:\n  name: shop\nspec:\n  ports:\n    - name: http\n      port: 80\n  type: [|LoadBalancer|]\n"),
      bad("an item of a list", "apiVersion: v1\nkind: List\nitems:\n  - apiVersion: v1\n    kind: Service\n    spec:\n      type: [|NodePort|]\n      ports:\n        - port: 80\n"),
      bad("a template, where it is written down", "apiVersion: v1\nkind: Service\nmetadata:\n  name: {{ .Release.Name }}\nspec:\n  type: [|LoadBalancer|]\n  ports:\n    - port: 80\n"),
      {
        name: "the default of a chart",
        file: "chart/templates/service.yaml",
        code: "apiVersion: v1\nkind: Service\nmetadata:\n  name: shop\nspec:\n  type: [|{{ .Values.service.type }}|]\n  ports:\n    - port: {{ .Values.service.port }}\n",
        files: { "chart/Chart.yaml": "apiVersion: v2\nname: shop\n", "chart/values.yaml": "service:\n  type: NodePort\n  port: 80\n" },
      },
    ],
    good: [
      good("inside of the cluster", "apiVersion: v1\nkind: Service\nmetadata:\n  name: shop\nspec:\n  type: ClusterIP\n  ports:\n    - port: 80\n"),
      good("no type", "apiVersion: v1\nkind: Service\nmetadata:\n  name: shop\nspec:\n  ports:\n    - port: 80\n"),
      good("https too", "apiVersion: v1\nkind: Service\nmetadata:\n  name: shop\nspec:\n  type: LoadBalancer\n  ports:\n    - port: 80\n    - port: 443\n"),
      good("another protocol", "apiVersion: v1\nkind: Service\nmetadata:\n  name: shop\nspec:\n  type: LoadBalancer\n  ports:\n    - port: 5432\n"),
      good("a certificate", "apiVersion: v1\nkind: Service\nmetadata:\n  name: shop\n  annotations:\n    service.beta.kubernetes.io/aws-load-balancer-ssl-cert: arn\nspec:\n  type: LoadBalancer\n  ports:\n    - port: 80\n"),
      good("internal", "apiVersion: v1\nkind: Service\nmetadata:\n  name: shop\n  annotations:\n    networking.gke.io/load-balancer-type: Internal\nspec:\n  type: LoadBalancer\n  ports:\n    - port: 80\n"),
      good("a type that the chart leaves open", "apiVersion: v1\nkind: Service\nmetadata:\n  name: shop\nspec:\n  type: {{ .Values.type }}\n  ports:\n    - port: 80\n"),
      good("a service of Knative", "apiVersion: serving.knative.dev/v1\nkind: Service\nspec:\n  type: LoadBalancer\n  ports:\n    - port: 80\n"),
    ],
  },
  check,
});

const outside: ReadonlySet<string> = new Set(["LoadBalancer", "NodePort"]);
/** Annotations of the clouds' load balancers. */
const settled = /ssl|tls|cert|internal|scheme|load-balancer-type|neg/i;

function check(document: Document, report: Report): void {
  for (const { kind, group, object } of manifestsOf(document)) {
    if (kind !== "Service" || group !== "") continue;
    const type = valueAt(object, "spec", "type");
    if (type?.kind !== "string" || !outside.has(type.value)) continue;
    const annotations = valueAt(object, "metadata", "annotations");
    if (annotations && (annotations.kind !== "object" || annotations.members.some(({ name }) => settled.test(name)))) continue;
    const ports = objectsAt(object, "spec", "ports").map((port) => numberOf(valueAt(port, "port")));
    if (ports.length === 0 || ports.some((port) => port !== 80)) continue;
    report({ range: type.range, message: "The Service is reached from outside by plain http alone." });
  }
}
