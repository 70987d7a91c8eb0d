import type { Document } from "../../core/document.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import { memberNamed, valueAt, type DataNode } from "../../languages/data/dataNode.ts";
import { workloadsOf } from "../../languages/kubernetes/workloads.ts";
import { bad, cronJob, deployment, good, patch, pod, template } from "./exampleManifests.ts";
import { hardening, manifestLanguages, manifestTriggers, numberOf } from "./subject.ts";

export default defineRule({
  id: "kubernetes-low-user-id",
  title: "User or group number of the node",
  concern: "kubernetes",
  languages: manifestLanguages,
  triggers: manifestTriggers,
  requirements: hardening,
  severity: "information",
  cwe: [250],
  alsoKnownAs: {
    trivy: ["KSV-0020", "KSV-0021", "KSV-0116"],
    checkov: ["CKV_K8S_40"],
    kics: ["Container Running With Low UID 02323c00-cdc3-4fdc-a310-4f2b3e7a1660"],
  },
  fix: "none",
  documentation: {
    wrong: "`runAsUser` or `runAsGroup` is at or below 10,000 (but not root, which `kubernetes-runs-as-root` tells), or the group is root's. Each user's number is told once a file.",
    why: "Numbers of users mean the same inside and outside of a container. A low one is likely to belong to an account of the node, whose files a process that breaks out may then read; files of the root group often are.",
    fix: "Choose a number above 10,000 and give the image's files to it (`COPY --chown`). There is no quick fix, since the files in the image and on volumes must follow.",
    suppress: "When volumes already belong to that number, or when user namespaces are on.",
  },
  examples: {
    bad: [
      bad("a user of the pod", deployment({ pod: "securityContext:\n  [|runAsUser: 1000|]" })),
      bad("user and group", pod({ pod: "securityContext:\n  [|runAsUser: 1000|]\n  runAsGroup: 1000" })),
      bad("the root group", deployment({ container: "securityContext:\n  runAsUser: 20000\n  [|runAsGroup: 0|]" })),
      bad("a container of a CronJob", cronJob({ container: "securityContext:\n  [|runAsUser: 999|]" })),
      bad("at the limit", pod({ container: "securityContext: { [|runAsUser: 10000|] }" })),
      bad("in a patch", patch({ container: "securityContext:\n  [|runAsUser: 101|]" })),
    ],
    good: [
      good("a high number", deployment({ pod: "securityContext:\n  runAsUser: 10001\n  runAsGroup: 10001" })),
      good("root is another finding", deployment({ container: "securityContext:\n  runAsUser: 0" })),
      good("nothing said", deployment({ pod: "securityContext:\n  runAsNonRoot: true" })),
      good("the group of volumes alone", deployment({ pod: "securityContext:\n  fsGroup: 2000" })),
      good("a number that the chart gives", template({ pod: "securityContext:\n  runAsUser: {{ .Values.user }}" })),
      good("Windows names its users", pod({ pod: "os: { name: windows }\nsecurityContext:\n  windowsOptions:\n    runAsUserName: app" })),
    ],
  },
  check,
});

/** Below it lie the accounts that distributions and their administrators make. */
const highestLow = 10_000;

function check(document: Document, report: Report): void {
  const told = new Set<number>();
  for (const { pod, containers } of workloadsOf(document)) {
    for (const holder of [pod, ...containers.map(({ object }) => object)]) checkContext(valueAt(holder, "securityContext"), told, report);
  }
}

/** One finding a number in a file: user and group mostly have the same, and so do the workloads. */
function checkContext(context: DataNode | undefined, told: Set<number>, report: Report): void {
  const user = memberNamed(context, "runAsUser");
  const group = memberNamed(context, "runAsGroup");
  const uid = numberOf(user?.value);
  const gid = numberOf(group?.value);
  if (user && uid !== undefined && uid > 0 && uid <= highestLow) {
    if (told.has(uid)) return;
    told.add(uid);
    report({ range: user.range, message: `User ${uid} is likely to be an account of the node too; numbers above 10,000 are not.` });
  } else if (group && gid !== undefined && gid <= highestLow && uid !== 0) {
    const whose = gid === 0 ? "root's, whose files are many" : "likely to be one of the node too";
    report({ range: group.range, message: `Group ${gid} is ${whose}; numbers above 10,000 are not.` });
  }
}
