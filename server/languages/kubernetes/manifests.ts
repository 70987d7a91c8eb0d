import type { Document, SyntaxProvider } from "../../core/document.ts";
import { isTestPath } from "../../core/filePurpose.ts";
import { valueAt, type DataNode, type DataObject } from "../data/dataNode.ts";
import { isTemplate, templateData } from "../helm/templateData.ts";
import { jsonData } from "../json/dataOf.ts";
import { yamlData } from "../yaml/dataOf.ts";
import { isPatch } from "./kustomize.ts";

/** One object of the Kubernetes API as a file declares it. */
export interface Manifest {
  readonly object: DataObject;
  /** Such as `apps`; empty for the core group. */
  readonly group: string;
  /** Such as `v1`. */
  readonly version: string;
  readonly kind: string;
  /** Whether a field that is not there says something: not in a patch, and not in a template. */
  readonly isWhole: boolean;
}

const apiVersionKey = /^[ \t]*(?:-[ \t]+)?\{?[ \t]*["']?apiVersion["']?[ \t]*:/m;
/** JSON has keys anywhere on a line. */
const apiVersionMember = /"apiVersion"\s*:/;

const manifestsSyntax: SyntaxProvider<readonly Manifest[]> = {
  name: "kubernetes manifests",
  parse(document: Document): readonly Manifest[] {
    const template = document.language === "yaml" && isTemplate(document);
    const isWhole = !template && !isPatch(document);
    return rootsOf(document, template).flatMap((root) => manifestsIn(root, isWhole, 0));
  },
};

/** The Kubernetes objects of a file, those inside lists included; none where the file is input of a test. Read once for all rules. */
export function manifestsOf(document: Document): readonly Manifest[] {
  const key = document.language === "json" ? apiVersionMember : apiVersionKey;
  return key.test(document.text) && !isTestPath(document.path) ? document.syntax(manifestsSyntax) : [];
}

/** The text of a value; undefined where it is none or not known. */
export function textOf(node: DataNode | undefined): string | undefined {
  // What `envsubst` and its like replace is known to nobody here.
  return node?.kind === "string" && !/\$[({]/.test(node.value) ? node.value : undefined;
}

function rootsOf(document: Document, template: boolean): readonly DataNode[] {
  if (document.language === "json") return [jsonData(document)].flatMap((root) => root ?? []);
  return template ? document.syntax(templateData) : yamlData(document);
}

function manifestsIn(root: DataNode, isWhole: boolean, depth: number): Manifest[] {
  if (root.kind !== "object") return [];
  const apiVersion = valueAt(root, "apiVersion");
  const kind = valueAt(root, "kind");
  if (apiVersion?.kind !== "string" || kind?.kind !== "string") return [];
  const slash = apiVersion.value.indexOf("/");
  const group = slash < 0 ? "" : apiVersion.value.slice(0, slash);
  const items = valueAt(root, "items");
  if (kind.value.endsWith("List") && items?.kind === "array" && depth < 4) {
    return items.items.flatMap((item) => manifestsIn(item, isWhole, depth + 1));
  }
  return [{ object: root, group, version: apiVersion.value.slice(slash + 1), kind: kind.value, isWhole }];
}
