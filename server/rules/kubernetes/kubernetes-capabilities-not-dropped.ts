import type { Document } from "../../core/document.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import { memberNamed, valueAt, type DataNode } from "../../languages/data/dataNode.ts";
import { containersOf } from "../../languages/kubernetes/workloads.ts";
import { setAt } from "../../languages/yaml/edits.ts";
import { bad, cronJob, deployment, good, patch, pod, template } from "./exampleManifests.ts";
import { asksForField } from "./securityContext.ts";
import { hardening, manifestLanguages, manifestTriggers } from "./subject.ts";

export default defineRule({
  id: "kubernetes-capabilities-not-dropped",
  title: "Capabilities are not dropped",
  concern: "kubernetes",
  languages: manifestLanguages,
  triggers: manifestTriggers,
  requirements: hardening,
  severity: "warning",
  cwe: [250],
  benchmarks: { cisDocker: ["5.4"], cisKubernetes: ["5.2.9", "5.2.8"] },
  alsoKnownAs: {
    trivy: ["KSV-0003", "KSV-0004", "KSV-0106"],
    checkov: ["CKV_K8S_28", "CKV_K8S_37"],
    kics: ["NET_RAW Capabilities Not Being Dropped dbbc6705-d541-43b0-b166-dd4be8208b54"],
  },
  fix: "review",
  documentation: {
    wrong: "A container has a security context that does not drop all capabilities: `capabilities.drop` does not hold `ALL`. Where there is no security context at all, `kubernetes-security-context-missing` says so once.",
    why: "Without it the process keeps some fourteen rights of root, among them NET_RAW, by which it may forge the traffic of its neighbours. Hardly any web app needs one. The restricted profile of the Pod Security Standards asks for `drop: [ALL]`.",
    fix: "The quick fix writes `drop: [ALL]`. Look it through: a server on a port below 1024 may need `add: [NET_BIND_SERVICE]`.",
    suppress: "When the image cannot start without some of them; then drop the others by name.",
  },
  examples: {
    bad: [
      bad("a context without capabilities", deployment({ name: "[|app|]", container: "securityContext:\n  runAsNonRoot: true" }), deployment({ container: "securityContext:\n  runAsNonRoot: true\n  capabilities:\n    drop:\n      - ALL" })),
      bad("only some", pod({ container: "securityContext:\n  capabilities:\n    [|drop: [MKNOD]|]" }), pod({ container: "securityContext:\n  capabilities:\n    drop:\n      - ALL" })),
      bad("only added to", pod({ name: "[|app|]", container: "securityContext:\n  capabilities:\n    add: [NET_BIND_SERVICE]" }), pod({ container: "securityContext:\n  capabilities:\n    drop:\n      - ALL\n    add: [NET_BIND_SERVICE]" })),
      bad("an empty list", pod({ container: "securityContext:\n  capabilities:\n    [|drop: []|]" }), pod({ container: "securityContext:\n  capabilities:\n    drop:\n      - ALL" })),
      bad("flow notation", pod({ name: "[|app|]", container: "securityContext: { runAsUser: 20000 }" }), pod({ container: "securityContext: { capabilities: { drop: [ALL] }, runAsUser: 20000 }" })),
      bad("a CronJob whose pod has a context", cronJob({ name: "[|app|]", pod: "securityContext:\n  runAsUser: 20000" })),
    ],
    good: [
      good("all", deployment({ container: "securityContext:\n  capabilities:\n    drop:\n      - ALL" })),
      good("all, in small letters", deployment({ container: "securityContext:\n  capabilities: { drop: [all] }" })),
      good("all, and one added", deployment({ container: "securityContext:\n  capabilities:\n    drop: [ALL]\n    add: [NET_BIND_SERVICE]" })),
      good("no context at all: that is another finding", deployment({})),
      good("a patch", patch({ container: "securityContext:\n  runAsNonRoot: true" })),
      good("a template", template({ container: "securityContext:\n  runAsNonRoot: true" })),
      good("only on a pod of Windows", pod({ pod: "os: { name: windows }\nsecurityContext:\n  runAsNonRoot: true" })),
      good("NET_RAW by name", pod({ container: "securityContext:\n  capabilities:\n    drop: [NET_RAW, SYS_CHROOT]" })),
    ],
  },
  check,
});

const path = ["securityContext", "capabilities", "drop"];

function check(document: Document, report: Report): void {
  for (const container of containersOf(document)) {
    if (!asksForField(container)) continue;
    const drop = memberNamed(valueAt(container.object, "securityContext", "capabilities"), "drop");
    if (drop && dropsEnough(drop.value)) continue;
    const edit = setAt(document, container.object, path, ["ALL"]);
    report({
      range: drop?.range ?? container.place,
      message: `${container.label} keeps rights of root that it hardly needs: its capabilities are not dropped.`,
      fixes: edit ? [{ title: "Drop all capabilities", safe: false, edits: [edit] }] : [],
      ...(drop ? {} : { atMost: "information" }),
    });
  }
}

function dropsEnough(list: DataNode): boolean {
  if (list.kind !== "array") return true;
  return list.items.some((item) => item.kind !== "string" || ["ALL", "NET_RAW"].includes(item.value.toUpperCase().replace(/^CAP_/, "")));
}
