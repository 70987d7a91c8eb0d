import type { Document } from "../../core/document.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import { containersOf } from "../../languages/kubernetes/workloads.ts";
import { setAt } from "../../languages/yaml/edits.ts";
import { bad, cronJob, deployment, good, patch, pod, template } from "./exampleManifests.ts";
import { asksForField, ownField } from "./securityContext.ts";
import { hardening, isFalse, manifestLanguages, manifestTriggers } from "./subject.ts";

export default defineRule({
  id: "kubernetes-writable-root-file-system",
  title: "Root file system is writable",
  concern: "kubernetes",
  languages: manifestLanguages,
  triggers: manifestTriggers,
  requirements: hardening,
  severity: "warning",
  cwe: [732],
  benchmarks: { cisDocker: ["5.13"], cisKubernetes: ["5.6.3"] },
  alsoKnownAs: {
    trivy: ["KSV-0014"],
    checkov: ["CKV_K8S_22"],
    kics: ["Root Container Not Mounted As Read-only a9c2f49d-0671-4fc9-9ece-f4e261e128d0"],
  },
  fix: "review",
  documentation: {
    wrong: "A container may write into its own image's files: `readOnlyRootFilesystem` is `false`, or is not said in a security context that says other things (that counts less).",
    why: "Whoever breaks in can put a program beside the app's own, or change them. With a read-only file system nothing stays and most ready-made attacks fail. NSA and CISA ask for it in their hardening guide.",
    fix: "The quick fix writes `readOnlyRootFilesystem: true`. Look it through: what the app writes (mostly /tmp) needs an `emptyDir` volume.",
    suppress: "When the program cannot be told where to write.",
  },
  examples: {
    bad: [
      bad("false", deployment({ container: "securityContext:\n  [|readOnlyRootFilesystem: false|]" }), deployment({ container: "securityContext:\n  readOnlyRootFilesystem: true" })),
      bad("not said beside other fields", deployment({ name: "[|app|]", container: "securityContext:\n  runAsNonRoot: true" }), deployment({ container: "securityContext:\n  runAsNonRoot: true\n  readOnlyRootFilesystem: true" })),
      bad("the pod has a context", cronJob({ name: "[|app|]", pod: "securityContext:\n  runAsUser: 20000" })),
      bad("flow notation", pod({ container: "securityContext: { [|readOnlyRootFilesystem: false|] }" }), pod({ container: "securityContext: { readOnlyRootFilesystem: true }" })),
      bad("false in a patch", patch({ container: "securityContext:\n  [|readOnlyRootFilesystem: false|]" }), patch({ container: "securityContext:\n  readOnlyRootFilesystem: true" })),
      bad("false in a template", template({ container: "securityContext:\n  [|readOnlyRootFilesystem: false|]" })),
    ],
    good: [
      good("true", deployment({ container: "securityContext:\n  readOnlyRootFilesystem: true" })),
      good("no context at all: that is another finding", deployment({})),
      good("a patch", patch({ container: "securityContext:\n  runAsNonRoot: true" })),
      good("a template", template({ container: "securityContext:\n  runAsNonRoot: true" })),
      good("what the chart decides", template({ container: "securityContext:\n  readOnlyRootFilesystem: {{ .Values.readOnly }}" })),
      good("Windows has no such thing", pod({ pod: "os: { name: windows }", container: "securityContext:\n  runAsNonRoot: true" })),
    ],
  },
  check,
});

const path = ["securityContext", "readOnlyRootFilesystem"];

function check(document: Document, report: Report): void {
  for (const container of containersOf(document)) {
    const field = ownField(container, "readOnlyRootFilesystem");
    const isMissing = !field && asksForField(container);
    if (!isMissing && !(field && isFalse(field.value))) continue;
    const edit = setAt(document, container.object, path, true);
    report({
      range: field?.range ?? container.place,
      message: `${container.label} can change the files of its own image.`,
      fixes: edit ? [{ title: "Set readOnlyRootFilesystem: true", safe: false, edits: [edit] }] : [],
      ...(isMissing ? { atMost: "information" } : {}),
    });
  }
}
