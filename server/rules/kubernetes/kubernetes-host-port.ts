import type { Document } from "../../core/document.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import { memberNamed } from "../../languages/data/dataNode.ts";
import { containersOf, objectsAt } from "../../languages/kubernetes/workloads.ts";
import { removeMember } from "../../languages/yaml/edits.ts";
import { bad, cronJob, deployment, good, patch, pod, template } from "./exampleManifests.ts";
import { hardening, manifestLanguages, manifestTriggers, numberOf } from "./subject.ts";

export default defineRule({
  id: "kubernetes-host-port",
  title: "Port of the node is taken",
  concern: "kubernetes",
  languages: manifestLanguages,
  triggers: manifestTriggers,
  requirements: hardening,
  severity: "warning",
  cwe: [668],
  benchmarks: { cisDocker: ["5.8"], cisKubernetes: ["5.2.12"] },
  alsoKnownAs: {
    trivy: ["KSV-0024"],
    checkov: ["CKV_K8S_26"],
    kics: ["Image Host Port Not Specified 2b1836f1-dcce-416e-8e16-da8c71920633"],
  },
  fix: "review",
  documentation: {
    wrong: "A container's port has a `hostPort`, so it listens on the node's own address.",
    why: "Such a port is reached past Services, network policies and the Ingress, with all they check. It also ties the pod to nodes where the port is free.",
    fix: "The quick fix takes `hostPort` out. Reach the pod through a Service.",
    suppress: "For an ingress controller or a node's agent.",
  },
  examples: {
    bad: [
      bad("a Deployment", deployment({ container: "ports:\n  - containerPort: 8080\n    [|hostPort: 8080|]" }), deployment({ container: "ports:\n  - containerPort: 8080" })),
      bad("first in its item", pod({ container: "ports:\n  - [|hostPort: 80|]\n    containerPort: 8080" }), pod({ container: "ports:\n  - containerPort: 8080" })),
      bad("flow notation", pod({ container: "ports: [{ containerPort: 8080, [|hostPort: 80|] }]" }), pod({ container: "ports: [{ containerPort: 8080 }]" })),
      bad("a CronJob", cronJob({ container: "ports:\n  - name: http\n    [|hostPort: 80|]\n    containerPort: 8080" }), cronJob({ container: "ports:\n  - name: http\n    containerPort: 8080" })),
      bad("a patch", patch({ container: "ports:\n  - containerPort: 1\n    [|hostPort: 1|]" }), patch({ container: "ports:\n  - containerPort: 1" })),
      bad("a template", template({ container: "ports:\n  - containerPort: 1\n    [|hostPort: 1|]" }), template({ container: "ports:\n  - containerPort: 1" })),
    ],
    good: [
      good("none", deployment({ container: "ports:\n  - containerPort: 8080" })),
      good("0 means none", deployment({ container: "ports:\n  - containerPort: 8080\n    hostPort: 0" })),
      good("a port that the chart leaves open", template({ container: "ports:\n  - containerPort: 8080\n    hostPort: {{ .Values.hostPort }}" })),
      good("a part that the chart leaves open", template({ container: "ports:\n  - containerPort: 8080\n    {{- if .Values.hostPort }}\n    hostPort: 80\n    {{- end }}" })),
      good("the port of a Service", "apiVersion: v1\nkind: Service\nspec:\n  ports:\n    - port: 80\n"),
      good("in a comment", deployment({ container: "ports:\n  - containerPort: 8080 # hostPort: 80" })),
    ],
  },
  check,
});

function check(document: Document, report: Report): void {
  for (const container of containersOf(document)) {
    for (const port of objectsAt(container.object, "ports")) {
      const member = memberNamed(port, "hostPort");
      if (!member || (numberOf(member.value) ?? 0) === 0) continue;
      const edit = removeMember(document, port, member);
      report({
        range: member.range,
        message: `${container.label} listens on the node's own address, past Services and network policies.`,
        fixes: edit ? [{ title: "Remove hostPort", safe: false, edits: [edit] }] : [],
      });
    }
  }
}
