import type { Document } from "../../core/document.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import { memberNamed, valueAt } from "../../languages/data/dataNode.ts";
import { manifestsOf } from "../../languages/kubernetes/manifests.ts";
import { containersOf } from "../../languages/kubernetes/workloads.ts";
import { setAt } from "../../languages/yaml/edits.ts";
import { bad, cronJob, deployment, good, patch, pod, template } from "./exampleManifests.ts";
import { hardening, manifestLanguages, manifestTriggers } from "./subject.ts";

/** What the quick fix writes into a container of a Deployment. */
const block = `          resources:
            requests:
              cpu: 100m
              memory: 128Mi
            limits:
              memory: 256Mi
`;

export default defineRule({
  id: "kubernetes-limits-missing",
  title: "Container has no memory limit",
  concern: "kubernetes",
  languages: manifestLanguages,
  triggers: manifestTriggers,
  requirements: hardening,
  severity: "information",
  cwe: [770],
  benchmarks: { cisDocker: ["5.11", "5.12"] },
  alsoKnownAs: {
    trivy: ["KSV-0011", "KSV-0015", "KSV-0016", "KSV-0018"],
    checkov: ["CKV_K8S_10", "CKV_K8S_11", "CKV_K8S_12", "CKV_K8S_13"],
    kics: ["Memory Limits Not Defined b14d1bc4-a208-45db-92f0-e21f8e2588e9", "CPU Limits Not Set 4ac0e2b7-d2d2-4af7-8799-e8de6721ccda"],
  },
  fix: "review",
  documentation: {
    wrong: "A container sets no limit on its memory, or asks for no resources at all. Limits on processors are left to you: they slow an app down and protect nobody. Init containers are not told.",
    why: "One leak, or one attacker who sends large requests, then takes the memory of the node and with it the apps of others.",
    fix: "The quick fix writes a template of requests and limits. Look it through: the figures must fit the app.",
    suppress: "When a LimitRange of the namespace sets them.",
  },
  examples: {
    bad: [
      bad("none", deployment({ name: "[|app|]" }), deployment({}).replace("name: app\n", `name: app\n${block}`)),
      bad("an empty block", deployment({ container: "resources: [|{}|]" }), deployment({ container: block.trimEnd().replace(/^ {10}/gm, "") })),
      bad("only requests", deployment({ container: "[|resources|]:\n  requests:\n    cpu: 100m" }), deployment({ container: "resources:\n  limits:\n    memory: 256Mi\n  requests:\n    cpu: 100m" })),
      bad("only a limit on processors", pod({ container: "[|resources|]:\n  limits:\n    cpu: '1'" }), pod({ container: "resources:\n  limits:\n    cpu: '1'\n    memory: 256Mi" })),
      bad("a CronJob", cronJob({ name: "[|app|]" })),
      bad("flow notation", pod({ container: "[|resources|]: { limits: { cpu: 1 } }" }), pod({ container: "resources: { limits: { memory: 256Mi, cpu: 1 } }" })),
    ],
    good: [
      good("a limit", deployment({ container: "resources:\n  limits:\n    memory: 256Mi" })),
      good("a LimitRange in the file", `apiVersion: v1\nkind: LimitRange\nmetadata: { name: a }\nspec: {}\n---\n${deployment({})}`),
      good("a patch", patch({})),
      good("a template", template({})),
      good("what the chart gives", template({ container: "resources:\n  {{- toYaml .Values.resources | nindent 12 }}" })),
      good("an init container", pod({ pod: "initContainers:\n  - name: migrate\n    image: a:1", container: "resources: { limits: { memory: 1Gi } }" })),
      good("limits of the whole pod", pod({ pod: "resources: { limits: { memory: 1Gi } }" })),
    ],
  },
  check,
});

/** Figures to start from: what a small web service needs. */
const startingFigures = { requests: { cpu: "100m", memory: "128Mi" }, limits: { memory: "256Mi" } };

function check(document: Document, report: Report): void {
  if (manifestsOf(document).some(({ kind }) => kind === "LimitRange")) return;
  for (const container of containersOf(document)) {
    const { object, workload } = container;
    if (!container.isWhole || container.role !== "container") continue;
    if ([object, workload.pod].some((holder) => valueAt(holder, "resources", "limits", "memory") !== undefined)) continue;
    const resources = memberNamed(object, "resources");
    const isEmpty = !(resources?.value.kind === "object" && resources.value.members.length > 0);
    const edit = isEmpty ? setAt(document, object, ["resources"], startingFigures) : setAt(document, object, ["resources", "limits", "memory"], "256Mi");
    const range = !resources ? container.place : isEmpty && resources.value.range.end > resources.value.range.start ? resources.value.range : resources.nameRange;
    report({
      range,
      message: `${container.label} may use all memory of its node: it has no limit.`,
      fixes: edit ? [{ title: "Add a limit on memory", safe: false, edits: [edit] }] : [],
    });
  }
}
