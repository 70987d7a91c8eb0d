import type { Document } from "../../core/document.ts";
import { valueAt, type DataNode } from "../data/dataNode.ts";
import { yamlData } from "../yaml/dataOf.ts";

const kustomizationNames = ["kustomization.yaml", "kustomization.yml", "Kustomization"];
/** How people name files that change an object declared elsewhere. */
const patchName = /(?:^|[/._-])patch(?:es)?(?:[/._-])/i;
/** The directive of a strategic merge patch. */
const patchDirective = /^[ \t]*(?:-[ \t]+)?["']?\$patch["']?[ \t]*:/m;

/** Whether a file holds parts of objects that are declared elsewhere. */
export function isPatch(document: Document): boolean {
  if (patchName.test(document.path) || patchDirective.test(document.text)) return true;
  const kustomization = kustomizationBeside(document);
  if (!kustomization) return false;
  const merged = itemsAt(kustomization, "patchesStrategicMerge");
  const patches = [...itemsAt(kustomization, "patches"), ...itemsAt(kustomization, "patchesJson6902")].map((patch) => valueAt(patch, "path"));
  return [...merged, ...patches].some((one) => one?.kind === "string" && one.value.replace(/^\.\//, "") === document.fileName);
}

/** Whether the kustomization beside a file gives an image its tag or digest. */
export function kustomizationSetsImage(document: Document, name: string): boolean {
  const kustomization = kustomizationBeside(document);
  return itemsAt(kustomization, "images").some((image) => {
    const own = valueAt(image, "name");
    return own?.kind === "string" && own.value === name && (valueAt(image, "newTag") ?? valueAt(image, "digest")) !== undefined;
  });
}

/** Whether the Skaffold file of the project builds an image, whose tag it then writes into the manifests. */
export function skaffoldBuilds(document: Document, name: string): boolean {
  const folders = document.path.split("/").slice(0, -1);
  for (let depth = folders.length; depth >= 0; depth--) {
    const folder = folders.slice(0, depth).map((one) => `${one}/`).join("");
    const skaffold = document.neighbours?.read(`${folder}skaffold.yaml`);
    if (!skaffold) continue;
    const artifacts = yamlData(skaffold).flatMap((one) => itemsAt(valueAt(one, "build"), "artifacts"));
    return artifacts.some((artifact) => {
      const image = valueAt(artifact, "image");
      return image?.kind === "string" && image.value === name;
    });
  }
  return false;
}

function kustomizationBeside(document: Document): DataNode | undefined {
  const folder = document.path.slice(0, -document.fileName.length);
  for (const name of kustomizationNames) {
    const file = document.neighbours?.read(folder + name);
    if (file) return yamlData(file)[0];
  }
  return undefined;
}

function itemsAt(node: DataNode | undefined, name: string): readonly DataNode[] {
  const value = valueAt(node, name);
  return value?.kind === "array" ? value.items : [];
}
