import type { Document } from "../../core/document.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import { bad, cronJob, deployment, good, patch, pod, template } from "./exampleManifests.ts";
import { reportHostNamespace } from "./hostNamespaces.ts";
import { hardening, manifestLanguages, manifestTriggers } from "./subject.ts";

export default defineRule({
  id: "kubernetes-host-ipc",
  title: "Pod shares the node's memory segments",
  concern: "kubernetes",
  languages: manifestLanguages,
  triggers: manifestTriggers,
  requirements: hardening,
  severity: "error",
  cwe: [250, 668],
  benchmarks: { cisDocker: ["5.17"], cisKubernetes: ["5.2.4"] },
  alsoKnownAs: {
    trivy: ["KSV-0008"],
    checkov: ["CKV_K8S_18"],
    kics: ["Shared Host IPC Namespace cd290efd-6c82-4e9d-a698-be12ae31d536"],
  },
  fix: "review",
  documentation: {
    wrong: "A pod sets `hostIPC: true`: it shares shared memory and message queues with the node instead of having its own.",
    why: "Such a pod reads what other processes of the node exchange through shared memory. The Pod Security Standards forbid it already in their lowest profile.",
    fix: "The quick fix takes the field out; `false` is what holds without it.",
    suppress: "For agents that watch the node itself and that a cluster's administrator installs.",
  },
  examples: {
    bad: [
      bad("a Deployment", deployment({ pod: "[|hostIPC: true|]" }), deployment({})),
      bad("a Pod with a comment", pod({ pod: "[|hostIPC: true|] # needed?" }), pod({})),
      bad("a CronJob", cronJob({ pod: "[|hostIPC: true|]" }), cronJob({})),
      bad("beside other fields", pod({ pod: "dnsPolicy: Default\n[|hostIPC: true|]\nrestartPolicy: Always" }), pod({ pod: "dnsPolicy: Default\nrestartPolicy: Always" })),
      bad("a kustomize patch", patch({ pod: "[|hostIPC: true|]" }), patch({})),
      {
        name: "JSON",
        file: "pod.json",
        code: '{"apiVersion":"v1","kind":"Pod","spec":{[|"hostIPC":true|],"containers":[]}}',
        fixed: '{"apiVersion":"v1","kind":"Pod","spec":{"containers":[]}}',
      },
      bad("the second document of a file", `${pod({})}---\n${pod({ pod: "[|hostIPC: true|]" })}`),
    ],
    good: [
      good("false", deployment({ pod: "hostIPC: false" })),
      good("nothing said", deployment({})),
      good("a value that the chart leaves open", template({ pod: "hostIPC: {{ .Values.hostIPC }}" })),
      good("a part that the chart leaves open", template({ pod: "{{- if .Values.host }}\nhostIPC: true\n{{- end }}" })),
      good("in a comment", deployment({ pod: "# hostIPC: true" })),
      good("a policy on pods", "apiVersion: constraints.gatekeeper.sh/v1beta1\nkind: HostNamespaces\nspec:\n  hostIPC: true\n"),
      good("below the container, where it means nothing", deployment({ container: "env:\n  - name: X\n    value: 'hostIPC: true'" })),
    ],
  },
  check,
});

function check(document: Document, report: Report): void {
  reportHostNamespace(document, "hostIPC", "shared memory and message queues", report);
}
