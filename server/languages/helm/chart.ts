import type { Document } from "../../core/document.ts";
import type { DataNode, DataObject } from "../data/dataNode.ts";
import { yamlData } from "../yaml/dataOf.ts";

/** A Helm chart as far as its files are at hand. */
export interface Chart {
  /** Its folder with a slash behind, empty at the top of the workspace. */
  readonly folder: string;
  /** Chart.yaml. */
  readonly about: DataObject;
  /** values.yaml; an empty object where the chart has none. */
  readonly values: DataNode;
}

const noValues: DataNode = { kind: "object", range: { start: 0, end: 0 }, members: [], complete: true };

/** The chart whose template a document is: the file lies below `templates` beside a Chart.yaml. */
export function chartOfTemplate(document: Document): Chart | undefined {
  const at = `/${document.path}`.lastIndexOf("/templates/");
  return at < 0 ? undefined : chartIn(document, document.path.slice(0, at));
}

/** The chart beside a document, such as values.yaml. */
export function chartBeside(document: Document): Chart | undefined {
  return chartIn(document, document.path.slice(0, -document.fileName.length));
}

function chartIn(document: Document, folder: string): Chart | undefined {
  const about = document.neighbours?.read(`${folder}Chart.yaml`);
  if (!about) return undefined;
  const [data] = yamlData(about);
  if (data?.kind !== "object") return undefined;
  const values = document.neighbours?.read(`${folder}values.yaml`);
  return { folder, about: data, values: values ? (yamlData(values)[0] ?? noValues) : noValues };
}
