import type { Document } from "../../core/document.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import { containersOf } from "../../languages/kubernetes/workloads.ts";
import { setAt } from "../../languages/yaml/edits.ts";
import { bad, deployment, good, patch, pod, template } from "./exampleManifests.ts";
import { asksForField, contextField, ownField } from "./securityContext.ts";
import { hardening, isTrue, manifestLanguages, manifestTriggers } from "./subject.ts";

export default defineRule({
  id: "kubernetes-privilege-escalation",
  title: "Process may gain rights",
  concern: "kubernetes",
  languages: manifestLanguages,
  triggers: manifestTriggers,
  requirements: hardening,
  severity: "error",
  cwe: [250, 269],
  benchmarks: { cisDocker: ["5.26"], cisKubernetes: ["5.2.6"] },
  alsoKnownAs: {
    trivy: ["KSV-0001"],
    checkov: ["CKV_K8S_20"],
    kics: ["Privilege Escalation Allowed 5572cc5e-1e4c-4113-92a6-7a8a3bd25e6d"],
  },
  fix: "safe",
  documentation: {
    wrong: "A container allows its processes to gain more rights than they start with: `allowPrivilegeEscalation` is `true`, or is not said in a security context that says other things (that counts less). Where there is no security context at all, `kubernetes-security-context-missing` says so once.",
    why: "A program with the setuid bit then makes root of an ordinary user, so that `runAsNonRoot` is worth little. The restricted profile of the Pod Security Standards asks for `false`.",
    fix: "The quick fix writes `allowPrivilegeEscalation: false` into the container's security context. Where the pod has rights to give up, that is the one program that needs `sudo` or `ping`; it is named in the logs at once.",
    suppress: "When a program of the image must change its user by itself, and the reason is written down.",
  },
  examples: {
    bad: [
      bad("true", deployment({ container: "securityContext:\n  [|allowPrivilegeEscalation: true|]" }), deployment({ container: "securityContext:\n  allowPrivilegeEscalation: false" })),
      bad("not said beside other fields", deployment({ name: "[|app|]", container: "securityContext:\n  runAsNonRoot: true" }), deployment({ container: "securityContext:\n  runAsNonRoot: true\n  allowPrivilegeEscalation: false" })),
      bad("only the pod has a context", pod({ name: "[|app|]", pod: "securityContext:\n  runAsNonRoot: true" }), pod({ pod: "securityContext:\n  runAsNonRoot: true" }).replace("name: app\n", "name: app\n      securityContext:\n        allowPrivilegeEscalation: false\n")),
      bad("flow notation", pod({ name: "[|app|]", container: "securityContext: { runAsUser: 20000 }" }), pod({ container: "securityContext: { allowPrivilegeEscalation: false, runAsUser: 20000 }" })),
      bad("true in a patch", patch({ container: "securityContext:\n  [|allowPrivilegeEscalation: true|]" }), patch({ container: "securityContext:\n  allowPrivilegeEscalation: false" })),
      bad("true in a template", template({ container: "securityContext:\n  [|allowPrivilegeEscalation: true|]" })),
      {
        name: "JSON",
        file: "pod.json",
        code: '{ "apiVersion": "v1", "kind": "Pod", "spec": { "containers": [{ "name": "a", "image": "b:1", "securityContext": { [|"allowPrivilegeEscalation": true|] } }] } }',
        fixed: '{ "apiVersion": "v1", "kind": "Pod", "spec": { "containers": [{ "name": "a", "image": "b:1", "securityContext": { "allowPrivilegeEscalation": false } }] } }',
      },
    ],
    good: [
      good("false", deployment({ container: "securityContext:\n  allowPrivilegeEscalation: false" })),
      good("no context at all: that is another finding", deployment({})),
      good("an empty context: the same", deployment({ container: "securityContext: {}" })),
      good("not said in a patch", patch({ container: "securityContext:\n  runAsNonRoot: true" })),
      good("not said in a template", template({ container: "securityContext:\n  runAsNonRoot: true" })),
      good("a privileged container has all rights anyhow", pod({ container: "securityContext:\n  privileged: true" })),
      good("a context that the chart gives", template({ container: "securityContext:\n  {{- toYaml .Values.securityContext | nindent 12 }}" })),
      good("Windows has no such thing", pod({ pod: "os: { name: windows }\nsecurityContext:\n  runAsNonRoot: true" })),
    ],
  },
  check,
});

const path = ["securityContext", "allowPrivilegeEscalation"];

function check(document: Document, report: Report): void {
  for (const container of containersOf(document)) {
    const field = ownField(container, "allowPrivilegeEscalation");
    const isMissing = !field && asksForField(container) && !isTrue(contextField(container, "privileged"));
    if (!isMissing && !(field && isTrue(field.value))) continue;
    const edit = setAt(document, container.object, path, false);
    report({
      range: field?.range ?? container.place,
      message: `The processes of ${container.label} may gain more rights than they start with.`,
      fixes: edit ? [{ title: "Set allowPrivilegeEscalation: false", safe: true, edits: [edit] }] : [],
      ...(isMissing ? { atMost: "warning" } : {}),
    });
  }
}
