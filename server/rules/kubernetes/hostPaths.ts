import type { Document } from "../../core/document.ts";
import type { TextRange } from "../../core/text.ts";
import { valueAt } from "../../languages/data/dataNode.ts";
import { textOf } from "../../languages/kubernetes/manifests.ts";
import { objectsAt, workloadsOf } from "../../languages/kubernetes/workloads.ts";

const runtimeSocket = /^(?:\/var)?\/run\/(?:docker\.sock|containerd\/containerd\.sock|crio\/crio\.sock|podman\/podman\.sock)$/;

/** The paths of the node that the pods of a file mount. */
export function hostPathsOf(document: Document): readonly { readonly path: string; readonly range: TextRange }[] {
  return workloadsOf(document).flatMap(({ pod }) =>
    objectsAt(pod, "volumes").flatMap((volume) => {
      const node = valueAt(volume, "hostPath", "path");
      const path = textOf(node);
      return node && path !== undefined && path !== "" ? [{ path, range: node.range }] : [];
    }),
  );
}

/** Whether a path is the socket by which a container runtime takes orders. */
export function isRuntimeSocket(path: string): boolean {
  return runtimeSocket.test(path);
}
