import type { Document } from "../../core/document.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import { bad, cronJob, deployment, good, patch, pod, template } from "./exampleManifests.ts";
import { reportHostNamespace } from "./hostNamespaces.ts";
import { hardening, manifestLanguages, manifestTriggers } from "./subject.ts";

export default defineRule({
  id: "kubernetes-host-pid",
  title: "Pod shares the node's processes",
  concern: "kubernetes",
  languages: manifestLanguages,
  triggers: manifestTriggers,
  requirements: hardening,
  severity: "error",
  cwe: [250, 668],
  benchmarks: { cisDocker: ["5.16"], cisKubernetes: ["5.2.3"] },
  alsoKnownAs: {
    trivy: ["KSV-0010"],
    checkov: ["CKV_K8S_17"],
    kics: ["Shared Host PID Namespace 302736f4-b16c-41b8-befe-c0baffa0bd9d"],
  },
  fix: "review",
  documentation: {
    wrong: "A pod sets `hostPID: true`: it shares the list of processes with the node instead of having its own.",
    why: "Such a pod sees all processes of the node with their environment, and may stop or read those of its own user. The Pod Security Standards forbid it already in their lowest profile.",
    fix: "The quick fix takes the field out; `false` is what holds without it.",
    suppress: "For agents that watch the node itself and that a cluster's administrator installs.",
  },
  examples: {
    bad: [
      bad("a Deployment", deployment({ pod: "[|hostPID: true|]" }), deployment({})),
      bad("a Pod with a comment", pod({ pod: "[|hostPID: true|] # needed?" }), pod({})),
      bad("a CronJob", cronJob({ pod: "[|hostPID: true|]" }), cronJob({})),
      bad("beside other fields", pod({ pod: "dnsPolicy: Default\n[|hostPID: true|]\nrestartPolicy: Always" }), pod({ pod: "dnsPolicy: Default\nrestartPolicy: Always" })),
      bad("a kustomize patch", patch({ pod: "[|hostPID: true|]" }), patch({})),
      {
        name: "JSON",
        file: "pod.json",
        code: '{"apiVersion":"v1","kind":"Pod","spec":{[|"hostPID":true|],"containers":[]}}',
        fixed: '{"apiVersion":"v1","kind":"Pod","spec":{"containers":[]}}',
      },
      bad("the second document of a file", `${pod({})}---\n${pod({ pod: "[|hostPID: true|]" })}`),
    ],
    good: [
      good("false", deployment({ pod: "hostPID: false" })),
      good("nothing said", deployment({})),
      good("a value that the chart leaves open", template({ pod: "hostPID: {{ .Values.hostPID }}" })),
      good("a part that the chart leaves open", template({ pod: "{{- if .Values.host }}\nhostPID: true\n{{- end }}" })),
      good("in a comment", deployment({ pod: "# hostPID: true" })),
      good("a policy on pods", "apiVersion: constraints.gatekeeper.sh/v1beta1\nkind: HostNamespaces\nspec:\n  hostPID: true\n"),
      good("below the container, where it means nothing", deployment({ container: "env:\n  - name: X\n    value: 'hostPID: true'" })),
    ],
  },
  check,
});

function check(document: Document, report: Report): void {
  reportHostNamespace(document, "hostPID", "the list of processes", report);
}
