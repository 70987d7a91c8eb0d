import type { Document } from "../../core/document.ts";
import type { Report } from "../../core/rule.ts";
import { memberNamed } from "../../languages/data/dataNode.ts";
import { workloadsOf } from "../../languages/kubernetes/workloads.ts";
import { removeMember } from "../../languages/yaml/edits.ts";
import { isTrue } from "./subject.ts";

/** Reports each pod that shares a namespace with its node; `what` says in words what that is. */
export function reportHostNamespace(document: Document, field: string, what: string, report: Report): void {
  for (const { pod } of workloadsOf(document)) {
    const member = memberNamed(pod, field);
    if (!member || !isTrue(member.value)) continue;
    const edit = removeMember(document, pod, member);
    report({
      range: member.range,
      message: `The pod shares ${what} of its node, so nothing separates it from the node there.`,
      fixes: edit ? [{ title: `Remove ${field}`, safe: false, edits: [edit] }] : [],
    });
  }
}
