import type { Document } from "../../core/document.ts";
import type { Problem } from "../../core/finding.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import { memberNamed, valueAt, type DataMember } from "../../languages/data/dataNode.ts";
import { containersOf, type Container } from "../../languages/kubernetes/workloads.ts";
import { setAt } from "../../languages/yaml/edits.ts";
import { bad, deployment, good, patch, pod, template } from "./exampleManifests.ts";
import { asksForField, contextField } from "./securityContext.ts";
import { hardening, isFalse, isTrue, manifestLanguages, manifestTriggers, numberOf } from "./subject.ts";

export default defineRule({
  id: "kubernetes-runs-as-root",
  title: "Container may run as root",
  concern: "kubernetes",
  languages: manifestLanguages,
  triggers: manifestTriggers,
  requirements: hardening,
  severity: "error",
  cwe: [250],
  benchmarks: { cisDocker: ["4.1"], cisKubernetes: ["5.2.7"] },
  alsoKnownAs: {
    trivy: ["KSV-0012", "KSV-0105"],
    checkov: ["CKV_K8S_6", "CKV_K8S_23"],
    kics: ["Containers Running As Root cf34805e-3872-4c08-bf92-6ff7bb0cfadb"],
  },
  fix: "review",
  documentation: {
    wrong: "A container runs as root because it says so (`runAsUser: 0`, `runAsNonRoot: false`), or nothing says that it does not: neither the container nor its pod has `runAsNonRoot: true` or a `runAsUser` above 0, though there is a security context (that counts less). The container's own field goes before the pod's.",
    why: "A process that is root in its container is root towards the kernel. One flaw there, or one mounted path, and the node is lost. `runAsNonRoot: true` lets the cluster refuse an image that would start as root.",
    fix: "The quick fix writes `runAsNonRoot: true`. The image must then name its user by a number (`USER 1000`), or `runAsUser` must be given beside it; else the pod does not start. So look it through.",
    suppress: "When the process gives up root by itself right after its start and cannot start otherwise.",
  },
  examples: {
    bad: [
      bad("user 0", deployment({ container: "securityContext:\n  [|runAsUser: 0|]" })),
      bad("false", deployment({ container: "securityContext:\n  [|runAsNonRoot: false|]" }), deployment({ container: "securityContext:\n  runAsNonRoot: true" })),
      bad("user 0 of the pod", pod({ pod: "securityContext:\n  [|runAsUser: 0|]" })),
      bad("the container takes back what the pod says", pod({ pod: "securityContext:\n  runAsUser: 20000", container: "securityContext:\n  [|runAsUser: 0|]" })),
      bad("a context that does not speak of it", deployment({ name: "[|app|]", container: "securityContext:\n  readOnlyRootFilesystem: true" }), deployment({ container: "securityContext:\n  readOnlyRootFilesystem: true\n  runAsNonRoot: true" })),
      bad("user 0 in a patch", patch({ container: "securityContext:\n  [|runAsUser: 0|]" })),
      bad("user 0 in a template", template({ pod: "securityContext:\n  [|runAsUser: 0|]" })),
    ],
    good: [
      good("true on the pod", deployment({ pod: "securityContext:\n  runAsNonRoot: true", container: "securityContext:\n  allowPrivilegeEscalation: false" })),
      good("a user that is not root", deployment({ container: "securityContext:\n  runAsUser: 20000" })),
      good("no context at all: that is another finding", deployment({})),
      good("a patch that does not speak of it", patch({ container: "securityContext:\n  readOnlyRootFilesystem: true" })),
      good("a template that does not speak of it", template({ container: "securityContext:\n  readOnlyRootFilesystem: true" })),
      good("the container puts right what the pod says", pod({ pod: "securityContext:\n  runAsUser: 0", container: "securityContext:\n  runAsUser: 20000" })),
      good("a user that the chart names", template({ pod: "securityContext:\n  runAsUser: {{ .Values.user }}" })),
      good("false, but with a user", pod({ pod: "securityContext:\n  runAsNonRoot: false\n  runAsUser: 20000" })),
    ],
  },
  check,
});

function check(document: Document, report: Report): void {
  const told = new Set<number>();
  for (const container of containersOf(document)) {
    const problem = problemOf(document, container);
    // One field of a pod is told once, however many containers it holds for.
    if (!problem || told.has(problem.range.start)) continue;
    told.add(problem.range.start);
    report(problem);
  }
}

function problemOf(document: Document, container: Container): Problem | undefined {
  const user = contextField(container, "runAsUser");
  const nonRoot = contextField(container, "runAsNonRoot");
  if (numberOf(user) === 0) {
    return { range: writtenField(container, "runAsUser")?.range ?? container.place, message: `${container.label} runs as root (user 0).` };
  }
  if (user || isTrue(nonRoot)) return undefined;
  if (isFalse(nonRoot)) {
    const field = writtenField(container, "runAsNonRoot");
    const edits = field && field.value.range.end > field.value.range.start ? [{ range: field.value.range, newText: "true" }] : [];
    return {
      range: field?.range ?? container.place,
      message: `${container.label} is allowed to run as root.`,
      fixes: edits.length > 0 ? [{ title: "Set runAsNonRoot: true", safe: false, edits }] : [],
    };
  }
  if (nonRoot || !asksForField(container)) return undefined;
  const edit = setAt(document, container.object, ["securityContext", "runAsNonRoot"], true);
  return {
    range: container.place,
    message: `Nothing keeps ${container.label} from running as root: runAsNonRoot is not set.`,
    fixes: edit ? [{ title: "Set runAsNonRoot: true", safe: false, edits: [edit] }] : [],
    atMost: "warning",
  };
}

function writtenField(container: Container, name: string): DataMember | undefined {
  const own = memberNamed(valueAt(container.object, "securityContext"), name);
  return own ?? memberNamed(valueAt(container.workload.pod, "securityContext"), name);
}
