import type { Document } from "../../core/document.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import { bad, deployment, good, patch, pod, template } from "./exampleManifests.ts";
import { hostPathsOf, isRuntimeSocket } from "./hostPaths.ts";
import { hardening, manifestLanguages, manifestTriggers } from "./subject.ts";

export default defineRule({
  id: "kubernetes-docker-socket",
  title: "Container runtime's socket is mounted",
  concern: "kubernetes",
  languages: manifestLanguages,
  triggers: manifestTriggers,
  requirements: hardening,
  severity: "error",
  cwe: [250, 552],
  benchmarks: { cisDocker: ["5.32"], cisKubernetes: ["5.2.11"] },
  alsoKnownAs: {
    trivy: ["KSV-0006"],
    checkov: ["CKV_K8S_27"],
    kics: ["Docker Daemon Socket is Exposed to Containers a6f34658-fdfb-4154-9536-56d516f65828"],
  },
  fix: "none",
  documentation: {
    wrong: "A pod mounts the socket of Docker, containerd or CRI-O from its node.",
    why: "Whoever may write to it starts any container with any rights on the node: it is root there, without a password.",
    fix: "Build images with a builder that needs no daemon (BuildKit rootless, Buildah), and watch pods through the Kubernetes API.",
    suppress: "For an agent of the node that an administrator installs; an app of a marketplace is none.",
  },
  examples: {
    bad: [
      bad("Docker", deployment({ pod: "volumes:\n  - name: sock\n    hostPath:\n      path: [|/var/run/docker.sock|]" })),
      bad("the short path", pod({ pod: "volumes:\n  - name: sock\n    hostPath: { path: [|/run/docker.sock|], type: Socket }" })),
      bad("containerd", pod({ pod: "volumes:\n  - name: sock\n    hostPath:\n      path: [|/run/containerd/containerd.sock|]" })),
      bad("CRI-O", pod({ pod: "volumes:\n  - name: sock\n    hostPath:\n      path: '[|/var/run/crio/crio.sock|]'" })),
      bad("a patch", patch({ pod: "volumes:\n  - name: sock\n    hostPath:\n      path: [|/var/run/docker.sock|]" })),
      bad("a template", template({ pod: "volumes:\n  - name: sock\n    hostPath:\n      path: [|/var/run/docker.sock|]" })),
    ],
    good: [
      good("another path is another finding", pod({ pod: "volumes:\n  - name: data\n    hostPath:\n      path: /data" })),
      good("a socket of the pod's own", pod({ pod: "volumes:\n  - name: sock\n    emptyDir: {}", container: "volumeMounts:\n  - name: sock\n    mountPath: /var/run/docker.sock" })),
      good("in a variable", pod({ container: "env:\n  - name: DOCKER_HOST\n    value: unix:///var/run/docker.sock" })),
      good("a part that the chart leaves open", template({ pod: "{{- if .Values.build }}\nvolumes:\n  - name: a\n    hostPath:\n      path: /var/run/docker.sock\n{{- end }}" })),
      good("a compose file", "services:\n  a:\n    volumes: ['/var/run/docker.sock:/var/run/docker.sock']\n", "compose.yaml"),
      good("in a comment", deployment({ pod: "# hostPath: /var/run/docker.sock" })),
    ],
  },
  check,
});

function check(document: Document, report: Report): void {
  for (const { path, range } of hostPathsOf(document)) {
    if (isRuntimeSocket(path)) report({ range, message: "Whoever may write to the runtime's socket is root on the node." });
  }
}
