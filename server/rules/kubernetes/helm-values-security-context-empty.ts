import type { Document } from "../../core/document.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import { memberNamed, type DataMember, type DataNode } from "../../languages/data/dataNode.ts";
import { membersBelow } from "../../languages/data/walk.ts";
import { chartBeside } from "../../languages/helm/chart.ts";
import { yamlData } from "../../languages/yaml/dataOf.ts";
import { replaceValue } from "../../languages/yaml/edits.ts";
import { restrictedContext } from "./restrictedContext.ts";
import { hardening } from "./subject.ts";

export default defineRule({
  id: "helm-values-security-context-empty",
  title: "Chart leaves the security context empty",
  concern: "kubernetes",
  languages: ["yaml"],
  triggers: ["securityContext"],
  requirements: hardening,
  severity: "warning",
  cwe: [250],
  benchmarks: { cisDocker: ["4.1"], cisKubernetes: ["5.6.3"] },
  alsoKnownAs: {
    trivy: ["KSV-0118"],
    checkov: ["CKV_K8S_29", "CKV_K8S_30"],
  },
  fix: "review",
  fileNames: ["values.yaml"],
  documentation: {
    wrong: "The defaults of a Helm chart hold an empty `securityContext`, as `helm create` writes it, and the pod's (`podSecurityContext`) is empty or not there.",
    why: "Whoever installs the chart with its defaults runs the image as it is: mostly as root, with a writable file system and a dozen of root's rights.",
    fix: "The quick fix writes the context that the restricted profile of the Pod Security Standards asks for. Look it through: the image must name its user by a number, and what it writes needs a volume.",
    suppress: "When the templates write a context of their own.",
  },
  examples: {
    bad: [
      { name: "as helm create writes it", file: "chart/values.yaml", code: "podSecurityContext: {}\n\n[|securityContext: {}|]\n", files: { "chart/Chart.yaml": "apiVersion: v2\nname: shop\n" }, fixed: "podSecurityContext: {}\n\nsecurityContext:\n  allowPrivilegeEscalation: false\n  readOnlyRootFilesystem: true\n  runAsNonRoot: true\n  capabilities:\n    drop:\n      - ALL\n  seccompProfile:\n    type: RuntimeDefault\n" },
      { name: "with the comments of helm create", file: "chart/values.yaml", code: "podSecurityContext: {}\n  # fsGroup: 2000\n[|securityContext: {}|]\n  # capabilities:\n  #   drop:\n  #   - ALL\nservice:\n  port: 80\n", files: { "chart/Chart.yaml": "apiVersion: v2\nname: shop\n" } },
      { name: "none for the pod", file: "chart/values.yaml", code: "[|securityContext: {}|]\nport: 80\n", files: { "chart/Chart.yaml": "apiVersion: v2\nname: shop\n" }, fixed: "securityContext:\n  allowPrivilegeEscalation: false\n  readOnlyRootFilesystem: true\n  runAsNonRoot: true\n  capabilities:\n    drop:\n      - ALL\n  seccompProfile:\n    type: RuntimeDefault\nport: 80\n" },
      { name: "of one component", file: "chart/values.yaml", code: "web:\n  podSecurityContext: {}\n  [|securityContext: {}|]\n", files: { "chart/Chart.yaml": "apiVersion: v2\nname: shop\n" } },
      { name: "without a value", file: "chart/values.yaml", code: "podSecurityContext:\n[|securityContext|]:\nport: 80\n", files: { "chart/Chart.yaml": "apiVersion: v2\nname: shop\n" } },
      { name: "of the container by another name", file: "chart/values.yaml", code: "podSecurityContext: {}\n[|containerSecurityContext: {}|]\n", files: { "chart/Chart.yaml": "apiVersion: v2\nname: shop\n" } },
    ],
    good: [
      { name: "filled in", file: "chart/values.yaml", code: "securityContext:\n  runAsNonRoot: true\n", files: { "chart/Chart.yaml": "apiVersion: v2\nname: shop\n" } },
      { name: "filled in for the pod", file: "chart/values.yaml", code: "podSecurityContext:\n  runAsNonRoot: true\nsecurityContext: {}\n", files: { "chart/Chart.yaml": "apiVersion: v2\nname: shop\n" } },
      { name: "none at all", file: "chart/values.yaml", code: "image: a\n", files: { "chart/Chart.yaml": "apiVersion: v2\nname: shop\n" } },
      { name: "values of something that is no chart", file: "values.yaml", code: "securityContext: {}\n" },
      { name: "another file of the chart", file: "chart/settings.yaml", code: "securityContext: {}\n", files: { "chart/Chart.yaml": "apiVersion: v2\nname: shop\n" } },
      { name: "in a comment", file: "chart/values.yaml", code: "# securityContext: {}\nport: 80\n", files: { "chart/Chart.yaml": "apiVersion: v2\nname: shop\n" } },
      { name: "a context that holds a switch", file: "chart/values.yaml", code: "securityContext:\n  enabled: true\n", files: { "chart/Chart.yaml": "apiVersion: v2\nname: shop\n" } },
    ],
  },
  check,
});

const names: ReadonlySet<string> = new Set(["securityContext", "containerSecurityContext"]);

function check(document: Document, report: Report): void {
  const [values] = chartBeside(document) ? yamlData(document) : [];
  if (!values) return;
  const holders: DataNode[] = [values, ...[...membersBelow(values)].map(({ member }) => member.value)];
  for (const holder of holders) {
    const member = holder.kind === "object" ? holder.members.find(({ name }) => names.has(name)) : undefined;
    const ofPod = memberNamed(holder, "podSecurityContext");
    if (!member || !isEmpty(member) || (ofPod && !isEmpty(ofPod))) continue;
    const isWritten = member.value.range.end > member.value.range.start;
    // What stands in comments below would end up in the midst of the block.
    const isCommented = /^[^\n]*\n[ \t]+#/.test(document.text.slice(member.range.end));
    const edit = isWritten && !isCommented ? replaceValue(document, member, restrictedContext) : undefined;
    report({
      range: isWritten ? member.range : member.nameRange,
      message: "With its defaults the chart runs the image as it is, mostly as root.",
      fixes: edit ? [{ title: "Fill in the restricted profile", safe: false, edits: [edit] }] : [],
    });
  }
}

function isEmpty({ value }: DataMember): boolean {
  return value.kind === "object" ? value.members.length === 0 : value.kind === "other" && value.value === null;
}
