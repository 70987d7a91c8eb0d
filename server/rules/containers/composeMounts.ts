import type { TextRange } from "../../core/text.ts";
import type { ComposeFile, ComposeService } from "../../languages/compose/composeFile.ts";
import { valueAt, type DataNode } from "../../languages/data/dataNode.ts";
import { itemsOf } from "./composeServices.ts";

/** A path of the host that a service mounts. */
export interface HostMount {
  /** The path on the host, without a slash at its end. */
  readonly source: string;
  readonly range: TextRange;
}

const windowsPath = /^[A-Za-z]:[\\/]/;

/** The host's paths that a service mounts, in the short form and in the long one; volumes with a name are none. */
export function mountsOf(file: ComposeFile, service: ComposeService): HostMount[] {
  return itemsOf(service.own("volumes")?.value).flatMap((item) => {
    if (item.kind === "object") return longForm(file, item);
    const text = file.text(item);
    if (text === undefined || item.kind !== "string") return [];
    const colon = text.indexOf(":", windowsPath.test(text) ? 2 : 0);
    const source = colon < 0 ? "" : text.slice(0, colon);
    return isHostPath(source) ? [{ source: tidy(source), range: item.range }] : [];
  });
}

function longForm(file: ComposeFile, item: DataNode): HostMount[] {
  const type = file.text(valueAt(item, "type"));
  const node = valueAt(item, "source") ?? valueAt(item, "src");
  const source = file.text(node);
  if (type !== "bind" && type !== "npipe") return [];
  return node && source !== undefined && isHostPath(source) ? [{ source: tidy(source), range: node.range }] : [];
}

function isHostPath(source: string): boolean {
  return /^(?:\/|\.|~|\\\\)/.test(source) || windowsPath.test(source);
}

function tidy(source: string): string {
  return source.length > 1 ? source.replace(/\/+$/, "") || "/" : source;
}
