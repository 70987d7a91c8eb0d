import type { Document } from "../../core/document.ts";
import type { DataObject } from "../../languages/data/dataNode.ts";
import { objectsAt } from "../../languages/kubernetes/workloads.ts";
import { yamlData } from "../../languages/yaml/dataOf.ts";

/** The charts that a chart is put together from, as Chart.yaml or an older chart's requirements.yaml names them. */
export function chartDependencies(document: Document): readonly DataObject[] {
  return objectsAt(yamlData(document)[0], "dependencies");
}
