import type { Document } from "../../core/document.ts";
import { memberNamed, valueAt, type DataNode, type DataObject } from "../data/dataNode.ts";
import { yamlData } from "./dataOf.ts";

/** How the id of every Forge app starts. */
const forgeAppId = "ari:cloud:ecosystem";

/** Every manifest has it; a lock file need not be parsed to see that it is none. */
const appKey = /^(?:\{.*)?["']?app["']?[ \t]*:/m;

/**
 * The Forge manifest that a YAML file holds, by its shape: `app` with an Atlassian resource name, or `app`
 * beside `modules`. Other tools name their files `manifest.yml` too, so the name says nothing.
 */
export function forgeManifest(document: Document): DataObject | undefined {
  if (!appKey.test(document.text)) return undefined;
  return yamlData(document).find(isForgeManifest);
}

function isForgeManifest(root: DataNode): root is DataObject {
  if (root.kind !== "object" || !memberNamed(root, "app")) return false;
  const id = valueAt(root, "app", "id");
  if (id?.kind === "string" && id.value.startsWith(forgeAppId)) return true;
  return ["modules", "connectModules"].some((name) => memberNamed(root, name) !== undefined);
}
