import type { Document } from "../../core/document.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import { containersOf } from "../../languages/kubernetes/workloads.ts";
import { setAt } from "../../languages/yaml/edits.ts";
import { bad, cronJob, deployment, good, patch, pod, template } from "./exampleManifests.ts";
import { ownField } from "./securityContext.ts";
import { hardening, isTrue, manifestLanguages, manifestTriggers } from "./subject.ts";

export default defineRule({
  id: "kubernetes-privileged-container",
  title: "Container is privileged",
  concern: "kubernetes",
  languages: manifestLanguages,
  triggers: manifestTriggers,
  requirements: hardening,
  severity: "error",
  cwe: [250],
  benchmarks: { cisDocker: ["5.5"], cisKubernetes: ["5.2.2"] },
  alsoKnownAs: {
    trivy: ["KSV-0017"],
    checkov: ["CKV_K8S_16"],
    kics: ["Container Is Privileged dd29336b-fe57-445b-a26e-e6aa867ae609"],
  },
  fix: "review",
  documentation: {
    wrong: "A container has `privileged: true` in its security context: it has every capability, sees all devices, and neither seccomp nor AppArmor holds it.",
    why: "A privileged container is root on the node. Whoever breaks into the process owns every other app on it; the Pod Security Standards forbid it already in their lowest profile.",
    fix: "The quick fix writes `false`. Where one right is needed (binding a low port, changing an address), add that single capability instead.",
    suppress: "For a component of the cluster itself, such as a network or storage driver, which an app of a marketplace is not.",
  },
  examples: {
    bad: [
      bad(
        "a Deployment",
        deployment({ container: "securityContext:\n  [|privileged: true|]\n  allowPrivilegeEscalation: true" }),
        deployment({ container: "securityContext:\n  privileged: false\n  allowPrivilegeEscalation: true" }),
      ),
      bad("a Pod, with a comment", pod({ container: "securityContext:\n  [|privileged: true|] # for now\n  allowPrivilegeEscalation: true" }), pod({ container: "securityContext:\n  privileged: false # for now\n  allowPrivilegeEscalation: true" })),
      bad("a CronJob in flow notation", cronJob({ container: "securityContext: { [|privileged: true|], allowPrivilegeEscalation: true, runAsUser: 1000 }" }), cronJob({ container: "securityContext: { privileged: false, allowPrivilegeEscalation: true, runAsUser: 1000 }" })),
      bad("an init container", pod({ pod: "initContainers:\n  - name: sysctl\n    image: busybox:1.37\n    securityContext:\n      [|privileged: true|]\n      allowPrivilegeEscalation: true" }), pod({ pod: "initContainers:\n  - name: sysctl\n    image: busybox:1.37\n    securityContext:\n      privileged: false\n      allowPrivilegeEscalation: true" })),
      bad("a kustomize patch", patch({ container: "securityContext:\n  [|privileged: true|]" }), patch({ container: "securityContext:\n  privileged: false" })),
      {
        name: "JSON",
        file: "pod.json",
        code: '{"apiVersion":"v1","kind":"Pod","spec":{"containers":[{"name":"a","image":"b:1","securityContext":{[|"privileged":true|],"allowPrivilegeEscalation":true}}]}}',
        fixed: '{"apiVersion":"v1","kind":"Pod","spec":{"containers":[{"name":"a","image":"b:1","securityContext":{"privileged":false,"allowPrivilegeEscalation":true}}]}}',
      },
      bad("an item of a list", `apiVersion: v1\nkind: List\nitems:\n  - apiVersion: v1\n    kind: Pod\n    spec:\n      containers:\n        - name: a\n          image: b:1\n          securityContext:\n            [|privileged: true|]\n`),
      bad("a template, where it is written down", template({ container: "securityContext:\n  [|privileged: true|]" })),
    ],
    good: [
      good("false", deployment({ container: "securityContext:\n  privileged: false" })),
      good("nothing said", deployment({})),
      good("a value that the chart leaves open", template({ container: "securityContext:\n  privileged: {{ .Values.privileged }}" })),
      good("a part that the chart leaves open", template({ container: "{{- if .Values.debug }}\nsecurityContext:\n  privileged: true\n{{- end }}" })),
      good("another resource type with the same field", "apiVersion: policy.example.com/v1\nkind: Rule\nspec:\n  containers:\n    - securityContext: { privileged: true }\n"),
      good("in a comment", deployment({ container: "# securityContext: { privileged: true }" })),
      good("in the text of a ConfigMap", "apiVersion: v1\nkind: ConfigMap\ndata:\n  pod.yaml: |\n    kind: Pod\n    privileged: true\n"),
      good("a compose file", "services:\n  a:\n    privileged: true\n", "compose.yaml"),
    ],
  },
  check,
});

function check(document: Document, report: Report): void {
  for (const container of containersOf(document)) {
    const field = ownField(container, "privileged");
    if (!field || !isTrue(field.value)) continue;
    const edit = setAt(document, container.object, ["securityContext", "privileged"], false);
    report({
      range: field.range,
      message: `${container.label} is privileged: whoever breaks into it has the node.`,
      fixes: edit ? [{ title: "Set privileged: false", safe: false, edits: [edit] }] : [],
    });
  }
}
