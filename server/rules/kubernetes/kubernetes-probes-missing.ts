import type { Document } from "../../core/document.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import { valueAt } from "../../languages/data/dataNode.ts";
import { containersOf } from "../../languages/kubernetes/workloads.ts";
import { bad, cronJob, deployment, good, patch, pod, template } from "./exampleManifests.ts";
import { manifestLanguages, manifestTriggers } from "./subject.ts";

export default defineRule({
  id: "kubernetes-probes-missing",
  title: "Server without probes",
  concern: "kubernetes",
  languages: manifestLanguages,
  triggers: manifestTriggers,
  requirements: ["akeneo/cis-benchmarks", "openchannel/container-scan"],
  severity: "information",
  cwe: [],
  benchmarks: { cisDocker: ["5.27"] },
  alsoKnownAs: {
    checkov: ["CKV_K8S_8", "CKV_K8S_9"],
    kics: ["Liveness Probe Is Not Defined ade74944-a674-4e00-859e-c6eab5bde441"],
  },
  fix: "none",
  documentation: {
    wrong: "A container of a Deployment or StatefulSet has ports but neither a `livenessProbe` nor a `readinessProbe` (nor a `startupProbe`).",
    why: "Traffic is then sent to a process that is not ready yet or hangs, and nobody restarts it. A probe is also the smoke test of a new version: a roll-out stops when it fails.",
    fix: "Add a readiness probe on a path that needs no sign-in, such as `/healthz`. There is no quick fix, since only the app knows that path.",
    suppress: "When a sidecar or a mesh watches the process.",
  },
  examples: {
    bad: [
      bad("a Deployment", deployment({ name: "[|app|]", container: "ports:\n  - containerPort: 8080" })),
      bad("a StatefulSet", deployment({ name: "[|app|]", container: "ports:\n  - containerPort: 8080" }).replace("kind: Deployment", "kind: StatefulSet")),
      bad("one of two containers", deployment({ pod: "", name: "[|app|]", container: "ports: [{ containerPort: 80 }]" }) + "        - name: two\n          image: b:1\n          ports: [{ containerPort: 81 }]\n          readinessProbe: { tcpSocket: { port: 81 } }\n"),
      bad("an older API", deployment({ name: "[|app|]", container: "ports: [{ containerPort: 80 }]" }).replace("apps/v1", "apps/v1beta2")),
      bad("the second document", `${pod({})}---\n${deployment({ name: "[|app|]", container: "ports: [{ containerPort: 80 }]" })}`),
      { name: "JSON", file: "a.json", code: '{"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"s"},"spec":{"selector":{},"template":{"spec":{"containers":[{"name":"[|a|]","image":"b:1","ports":[{"containerPort":80}]}]}}}}' },
    ],
    good: [
      good("a readiness probe", deployment({ container: "ports: [{ containerPort: 80 }]\nreadinessProbe: { tcpSocket: { port: 80 } }" })),
      good("a liveness probe", deployment({ container: "ports: [{ containerPort: 80 }]\nlivenessProbe: { httpGet: { path: /, port: 80 } }" })),
      good("no port", deployment({})),
      good("a Pod", pod({ container: "ports: [{ containerPort: 80 }]" })),
      good("a CronJob", cronJob({ container: "ports: [{ containerPort: 80 }]" })),
      good("a patch", patch({ container: "ports: [{ containerPort: 80 }]" })),
      good("a template", template({ container: "ports: [{ containerPort: 80 }]" })),
    ],
  },
  check,
});

const probes = ["livenessProbe", "readinessProbe", "startupProbe"];
const kinds: ReadonlySet<string> = new Set(["Deployment", "StatefulSet"]);

function check(document: Document, report: Report): void {
  for (const { role, isWhole, object, workload, place, label } of containersOf(document)) {
    if (role !== "container" || !isWhole || !kinds.has(workload.manifest.kind) || valueAt(object, "ports") === undefined) continue;
    if (probes.some((name) => valueAt(object, name) !== undefined)) continue;
    report({ range: place, message: `Nothing asks ${label} whether it works, neither before it gets traffic nor later.` });
  }
}
