import type { Document } from "../../core/document.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import { valueAt, type DataObject } from "../../languages/data/dataNode.ts";
import { workloadsOf } from "../../languages/kubernetes/workloads.ts";
import { setAt } from "../../languages/yaml/edits.ts";
import { bad, deployment, good, patch, pod, template } from "./exampleManifests.ts";
import { contextField, hasSecurityContext } from "./securityContext.ts";
import { hardening, manifestLanguages, manifestTriggers } from "./subject.ts";

export default defineRule({
  id: "kubernetes-seccomp-missing",
  title: "No seccomp profile",
  concern: "kubernetes",
  languages: manifestLanguages,
  triggers: manifestTriggers,
  requirements: hardening,
  severity: "information",
  cwe: [250],
  benchmarks: { cisDocker: ["5.22"], cisKubernetes: ["5.6.2"] },
  alsoKnownAs: {
    trivy: ["KSV-0030", "KSV-0104"],
    checkov: ["CKV_K8S_31"],
    kics: ["Seccomp Profile Is Not Configured f377b83e-bd07-4f48-a591-60c82b14a78b"],
  },
  fix: "safe",
  documentation: {
    wrong: "A pod that has a security context names no seccomp profile, neither for itself nor for its containers, or names `Unconfined`.",
    why: "Without a profile a process may make every call of the kernel, also the rare ones in which its flaws are found. `RuntimeDefault` forbids some forty of them that apps do not make.",
    fix: "The quick fix writes `seccompProfile: {type: RuntimeDefault}` for the pod.",
    suppress: "When the cluster sets the profile by default (`seccompDefault` of the kubelet).",
  },
  examples: {
    bad: [
      bad("none", deployment({ pod: "securityContext:\n  runAsUser: 20000" }).replace("name: shop\n", "name: [|shop|]\n"), deployment({ pod: "securityContext:\n  runAsUser: 20000\n  seccompProfile:\n    type: RuntimeDefault" })),
      bad("Unconfined", pod({ pod: "securityContext:\n  seccompProfile:\n    type: [|Unconfined|]" }), pod({ pod: "securityContext:\n  seccompProfile:\n    type: RuntimeDefault" })),
      bad("Unconfined for a container", pod({ container: "securityContext:\n  seccompProfile: { type: [|Unconfined|] }" }), pod({ container: "securityContext:\n  seccompProfile: { type: RuntimeDefault }" })),
      bad("Unconfined in a patch", patch({ pod: "securityContext:\n  seccompProfile:\n    type: [|Unconfined|]" }), patch({ pod: "securityContext:\n  seccompProfile:\n    type: RuntimeDefault" })),
      bad("flow notation", pod({ pod: "securityContext: { runAsUser: 20000 }" }).replace("name: shop\n", "name: [|shop|]\n"), pod({ pod: "securityContext: { seccompProfile: { type: RuntimeDefault }, runAsUser: 20000 }" })),
      bad("Unconfined in a template", template({ pod: "securityContext:\n  seccompProfile:\n    type: [|Unconfined|]" })),
    ],
    good: [
      good("for the pod", deployment({ pod: "securityContext:\n  seccompProfile:\n    type: RuntimeDefault" })),
      good("for the container", deployment({ container: "securityContext:\n  seccompProfile:\n    type: RuntimeDefault" })),
      good("a profile of one's own", deployment({ pod: "securityContext:\n  seccompProfile:\n    type: Localhost\n    localhostProfile: shop.json" })),
      good("no context at all: that is another finding", deployment({})),
      good("a patch", patch({ pod: "securityContext:\n  runAsUser: 20000" })),
      good("a template", template({ pod: "securityContext:\n  runAsUser: 20000" })),
      good("the annotation of old clusters", pod({ pod: "securityContext:\n  runAsUser: 20000" }).replace("  name: shop\n", "  name: shop\n  annotations:\n    seccomp.security.alpha.kubernetes.io/pod: runtime/default\n")),
    ],
  },
  check,
});

const path = ["securityContext", "seccompProfile", "type"];
const fix = "Set the seccomp profile RuntimeDefault";

function check(document: Document, report: Report): void {
  for (const { pod, containers, isWhole, place } of workloadsOf(document)) {
    for (const holder of [pod, ...containers.map(({ object }) => object)]) checkProfile(document, holder, report);
    if (!isWhole || !containers.some(hasSecurityContext) || document.text.includes("seccomp.security.alpha.kubernetes.io")) continue;
    if (containers.every((container) => contextField(container, "seccompProfile") !== undefined)) continue;
    const edit = setAt(document, pod, path, "RuntimeDefault");
    report({
      range: place,
      message: "No seccomp profile holds for the pod, so its processes may make every call of the kernel.",
      fixes: edit ? [{ title: fix, safe: true, edits: [edit] }] : [],
    });
  }
}

function checkProfile(document: Document, holder: DataObject, report: Report): void {
  const type = valueAt(holder, ...path);
  if (type?.kind !== "string" || type.value !== "Unconfined") return;
  const edit = setAt(document, holder, path, "RuntimeDefault");
  report({
    range: type.range,
    message: "Seccomp is switched off, so the processes may make every call of the kernel.",
    fixes: edit ? [{ title: fix, safe: true, edits: [edit] }] : [],
  });
}
