import type { Document } from "../../core/document.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import { bad, cronJob, deployment, good, patch, pod, template } from "./exampleManifests.ts";
import { hostPathsOf, isRuntimeSocket } from "./hostPaths.ts";
import { hardening, manifestLanguages, manifestTriggers } from "./subject.ts";

export default defineRule({
  id: "kubernetes-host-path",
  title: "Folder of the node is mounted",
  concern: "kubernetes",
  languages: manifestLanguages,
  triggers: manifestTriggers,
  requirements: hardening,
  severity: "error",
  cwe: [552, 668],
  benchmarks: { cisDocker: ["5.6"], cisKubernetes: ["5.2.11"] },
  alsoKnownAs: {
    trivy: ["KSV-0023", "KSV-0121"],
    kics: ["Non Kube System Pod With Host Mount aa8f7a35-9923-4cad-bd61-a19b7f6aac91", "Workload Mounting With Sensitive OS Directory 5308a7a8-06f8-45ac-bf10-791fe21de46e"],
  },
  fix: "none",
  documentation: {
    wrong: "A pod mounts a path of its node (`hostPath`). The container runtime's socket is told by `kubernetes-docker-socket`.",
    why: "The node's files belong to all pods on it and to the node itself: by them a process reads the credentials of others or gets out of its container. The Pod Security Standards forbid it from the lowest profile on.",
    fix: "Use a volume that the cluster manages: a PersistentVolumeClaim for data, an `emptyDir` for scratch files, a ConfigMap or Secret for settings.",
    suppress: "For agents that collect the node's own logs or figures, mounted read-only, and installed by an administrator.",
  },
  examples: {
    bad: [
      bad("a Deployment", deployment({ pod: "volumes:\n  - name: data\n    hostPath:\n      path: [|/data|]" })),
      bad("the node's settings", pod({ pod: "volumes:\n  - name: etc\n    hostPath: { path: [|/etc|], type: Directory }" })),
      bad("a CronJob", cronJob({ pod: "volumes:\n  - name: logs\n    hostPath:\n      path: [|/var/log|]" })),
      bad("one of several volumes", pod({ pod: "volumes:\n  - name: tmp\n    emptyDir: {}\n  - name: root\n    hostPath:\n      path: [|/|]" })),
      bad("a patch", patch({ pod: "volumes:\n  - name: data\n    hostPath:\n      path: [|/srv|]" })),
      bad("a template", template({ pod: "volumes:\n  - name: data\n    hostPath:\n      path: [|/var/lib/kubelet|]" })),
    ],
    good: [
      good("a claim", deployment({ pod: "volumes:\n  - name: data\n    persistentVolumeClaim: { claimName: data }" })),
      good("an emptyDir", deployment({ pod: "volumes:\n  - name: tmp\n    emptyDir: {}" })),
      good("the socket is another finding", pod({ pod: "volumes:\n  - name: sock\n    hostPath:\n      path: /var/run/docker.sock" })),
      good("a path that the chart leaves open", template({ pod: "volumes:\n  - name: data\n    hostPath:\n      path: {{ .Values.path }}" })),
      good("a persistent volume of a test cluster", "apiVersion: v1\nkind: PersistentVolume\nmetadata:\n  name: a\nspec:\n  hostPath:\n    path: /data\n"),
      good("a part that the chart leaves open", template({ pod: "{{- if .Values.dev }}\nvolumes:\n  - name: a\n    hostPath:\n      path: /src\n{{- end }}" })),
    ],
  },
  check,
});

function check(document: Document, report: Report): void {
  for (const { path, range } of hostPathsOf(document)) {
    if (!isRuntimeSocket(path)) report({ range, message: `The pod mounts ${path} of its node, which is not its own.` });
  }
}
