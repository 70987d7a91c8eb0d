import type { Document } from "../../core/document.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import { valueAt } from "../../languages/data/dataNode.ts";
import { containersOf } from "../../languages/kubernetes/workloads.ts";
import { removeItem } from "../../languages/yaml/edits.ts";
import { bad, deployment, good, patch, pod, template } from "./exampleManifests.ts";
import { hardening, manifestLanguages, manifestTriggers } from "./subject.ts";

export default defineRule({
  id: "kubernetes-capabilities-added",
  title: "Dangerous capability added",
  concern: "kubernetes",
  languages: manifestLanguages,
  triggers: manifestTriggers,
  requirements: hardening,
  severity: "error",
  cwe: [250],
  benchmarks: { cisDocker: ["5.4"], cisKubernetes: ["5.2.9"] },
  alsoKnownAs: {
    trivy: ["KSV-0022", "KSV-0005", "KSV-0119", "KSV-0120"],
    checkov: ["CKV_K8S_25", "CKV_K8S_39"],
    kics: ["Containers With Added Capabilities 19ebaa28-fc86-4a58-bcfa-015c9e22fe40"],
  },
  fix: "review",
  documentation: {
    wrong: "A container adds a capability beyond NET_BIND_SERVICE, which every profile allows.",
    why: "Each capability is a part of root. SYS_ADMIN, SYS_MODULE and SYS_PTRACE are as good as all of it; with NET_RAW and NET_ADMIN a process forges or redirects the traffic of its neighbours. The Pod Security Standards forbid them from the lowest profile on, but for a few that the container runtime gives anyhow.",
    fix: "The quick fix takes the capability out of the list, where it is not the only one. If something then fails, look for the one call that needs it.",
    suppress: "When the app's purpose is that right, such as a VPN with NET_ADMIN, and a reviewer knows of it.",
  },
  examples: {
    bad: [
      bad("SYS_ADMIN", deployment({ container: "securityContext:\n  capabilities:\n    add:\n      - [|SYS_ADMIN|]" })),
      bad("one of several", deployment({ container: "securityContext:\n  capabilities:\n    add:\n      - NET_BIND_SERVICE\n      - [|NET_RAW|] # ping" }), deployment({ container: "securityContext:\n  capabilities:\n    add:\n      - NET_BIND_SERVICE" })),
      bad("in flow notation", pod({ container: "securityContext:\n  capabilities: { drop: [ALL], add: [[|NET_ADMIN|], NET_BIND_SERVICE] }" }), pod({ container: "securityContext:\n  capabilities: { drop: [ALL], add: [NET_BIND_SERVICE] }" })),
      bad("all", pod({ container: "securityContext:\n  capabilities:\n    add: [[|ALL|]]" })),
      bad("with its long name", pod({ container: "securityContext:\n  capabilities:\n    add: ['[|CAP_SYS_PTRACE|]']" })),
      bad("in a patch", patch({ container: "securityContext:\n  capabilities:\n    add: [[|SYS_TIME|]]" })),
      bad("in a template", template({ container: "securityContext:\n  capabilities:\n    add: [[|SYS_MODULE|]]" })),
      bad("one that the runtime gives anyhow, counted less", pod({ container: "securityContext:\n  capabilities:\n    add: [[|CHOWN|]]" })),
    ],
    good: [
      good("NET_BIND_SERVICE", deployment({ container: "securityContext:\n  capabilities:\n    add: [NET_BIND_SERVICE]" })),
      good("an empty list", deployment({ container: "securityContext:\n  capabilities:\n    add: []" })),
      good("dropped", deployment({ container: "securityContext:\n  capabilities:\n    drop: [SYS_ADMIN]" })),
      good("one that the chart names", template({ container: "securityContext:\n  capabilities:\n    add: ['{{ .Values.capability }}']" })),
      good("a list that the chart gives", template({ container: "securityContext:\n  capabilities:\n    add:\n      {{- toYaml .Values.capabilities | nindent 14 }}" })),
      good("another resource type", "apiVersion: policy.example.com/v1\nkind: Rule\nspec:\n  containers:\n    - securityContext: { capabilities: { add: [SYS_ADMIN] } }\n"),
      good("in a comment", deployment({ container: "securityContext:\n  capabilities:\n    add:\n      # - SYS_ADMIN\n      - NET_BIND_SERVICE" })),
      good("a compose file", "services:\n  a:\n    cap_add: [SYS_ADMIN]\n", "compose.yaml"),
    ],
  },
  check,
});

/** What the container runtime gives when nothing is dropped: adding one back to `drop: [ALL]` is a narrow grant. */
const runtimeDefaults = new Set([
  "AUDIT_WRITE", "CHOWN", "DAC_OVERRIDE", "FOWNER", "FSETID", "KILL", "MKNOD", "SETFCAP", "SETGID", "SETPCAP", "SETUID", "SYS_CHROOT",
]);

function check(document: Document, report: Report): void {
  for (const container of containersOf(document)) {
    const added = valueAt(container.object, "securityContext", "capabilities", "add");
    if (added?.kind !== "array") continue;
    for (const item of added.items) {
      if (item.kind !== "string" || item.value === "") continue;
      const name = item.value.toUpperCase().replace(/^CAP_/, "");
      if (name === "NET_BIND_SERVICE") continue;
      const edit = removeItem(document, added.items, item);
      report({
        range: item.range,
        message: `${container.label} is given the right ${name}, a part of root's power over the node.`,
        fixes: edit ? [{ title: `Take ${name} out`, safe: false, edits: [edit] }] : [],
        ...(runtimeDefaults.has(name) ? { atMost: "information" } : {}),
      });
    }
  }
}
