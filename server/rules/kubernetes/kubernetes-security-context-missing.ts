import type { Document } from "../../core/document.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import { containersOf } from "../../languages/kubernetes/workloads.ts";
import { setAt } from "../../languages/yaml/edits.ts";
import { bad, cronJob, deployment, good, patch, pod, restrictedFields, template } from "./exampleManifests.ts";
import { restrictedContext } from "./restrictedContext.ts";
import { hasSecurityContext } from "./securityContext.ts";
import { hardening, manifestLanguages, manifestTriggers } from "./subject.ts";

export default defineRule({
  id: "kubernetes-security-context-missing",
  title: "No security context",
  concern: "kubernetes",
  languages: manifestLanguages,
  triggers: manifestTriggers,
  requirements: hardening,
  severity: "warning",
  cwe: [250],
  benchmarks: { cisKubernetes: ["5.6.3"] },
  alsoKnownAs: {
    trivy: ["KSV-0118"],
    checkov: ["CKV_K8S_29", "CKV_K8S_30"],
    kics: ["Pod or Container Without Security Context a97a340a-0063-418e-b3a1-3028941d0995"],
  },
  fix: "review",
  documentation: {
    wrong: "Neither a container nor its pod has a security context, or it is empty. This one finding stands for all fields that are then missing: user, capabilities, privilege escalation, file system, seccomp.",
    why: "Everything then is as the image and the cluster happen to have it: mostly root, with a writable file system and a dozen of root's rights. Image scanners and the restricted profile of the Pod Security Standards reject such pods.",
    fix: "The quick fix writes the context that the restricted profile asks for. Look it through: the image must name its user by a number, and what it writes needs a volume.",
    suppress: "When a policy of the cluster fills the fields in, and a reviewer can see it.",
  },
  examples: {
    bad: [
      bad("a Deployment", deployment({ name: "[|app|]" }), deployment({ container: "" }).replace("name: app\n", `name: app\n${" ".repeat(10)}securityContext:\n${restrictedFields.replace(/^/gm, " ".repeat(10)).trimEnd()}\n`)),
      bad("an empty context", deployment({ name: "[|app|]", container: "securityContext: {}" }), deployment({ container: `securityContext:\n${restrictedFields}` })),
      bad("a CronJob", cronJob({ name: "[|app|]" })),
      bad("a Pod with an empty context", pod({ name: "[|app|]", pod: "securityContext: {}" })),
      bad("an init container has none", pod({ pod: "initContainers:\n  - name: [|migrate|]\n    image: example/app:1.4.2", container: "securityContext:\n  runAsNonRoot: true" })),
      bad("an older API", `apiVersion: extensions/v1beta1\nkind: Deployment\nmetadata:\n  name: a\nspec:\n  template:\n    spec:\n      containers:\n        - name: [|web|]\n          image: a:1\n`),
      { name: "JSON", file: "pod.json", code: '{"apiVersion":"v1","kind":"Pod","spec":{"containers":[{"name":"[|a|]","image":"b:1"}]}}' },
    ],
    good: [
      good("of the container", deployment({ container: "securityContext:\n  runAsNonRoot: true" })),
      good("of the pod", deployment({ pod: "securityContext:\n  runAsNonRoot: true" })),
      good("a patch", patch({ container: "image: example/app:1.5.0" })),
      good("a template", template({})),
      good("a context that an alias brings", `x: &safe { runAsNonRoot: true }\n${deployment({ container: "securityContext: *safe" })}`),
      good("a workload of Argo", "apiVersion: argoproj.io/v1alpha1\nkind: Rollout\nspec:\n  template:\n    spec:\n      containers:\n        - name: a\n          image: b:1\n"),
      good("a service of Knative", "apiVersion: serving.knative.dev/v1\nkind: Service\nspec:\n  template:\n    spec:\n      containers:\n        - image: b:1\n"),
      good("a test's input", deployment({}), "test/fixtures/deploy.yaml"),
      good("a file that has only a part of the object", patch({}), "overlays/production/deployment.yaml"),
    ],
  },
  check,
});

function check(document: Document, report: Report): void {
  for (const container of containersOf(document)) {
    if (!container.isWhole || hasSecurityContext(container)) continue;
    const edit = setAt(document, container.object, ["securityContext"], restrictedContext);
    report({
      range: container.place,
      message: `${container.label} has no security context: user, rights and file system are as the image happens to have them.`,
      fixes: edit ? [{ title: "Add the security context of the restricted profile", safe: false, edits: [edit] }] : [],
    });
  }
}
