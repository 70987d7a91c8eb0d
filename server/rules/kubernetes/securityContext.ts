import { memberNamed, valueAt, type DataMember, type DataNode } from "../../languages/data/dataNode.ts";
import type { Container } from "../../languages/kubernetes/workloads.ts";

/** A field of a security context that holds for a container: its own, or else the pod's. */
export function contextField(container: Container, ...path: readonly string[]): DataNode | undefined {
  const own = valueAt(container.object, "securityContext", ...path);
  return own ?? valueAt(container.workload.pod, "securityContext", ...path);
}

/** A field of the container's own security context, with its name. */
export function ownField(container: Container, name: string): DataMember | undefined {
  return memberNamed(valueAt(container.object, "securityContext"), name);
}

/**
 * Whether an absent field of the security context is to be told. Where there is no context at all, one finding says
 * so for all fields.
 */
export function asksForField(container: Container): boolean {
  return container.isWhole && hasSecurityContext(container);
}

/** Whether the container or its pod has a security context with anything in it, or one that cannot be read. */
export function hasSecurityContext({ object, workload }: Container): boolean {
  return [valueAt(object, "securityContext"), valueAt(workload.pod, "securityContext")].some(
    (context) => context !== undefined && !(context.kind === "object" && context.members.length === 0) && !(context.kind === "other" && context.value === null),
  );
}
