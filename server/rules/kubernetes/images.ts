import type { Document } from "../../core/document.ts";
import type { TextRange } from "../../core/text.ts";
import { parseImageReference, type ImageReference } from "../../languages/dockerfile/imageReference.ts";
import { valueAt } from "../../languages/data/dataNode.ts";
import { kustomizationSetsImage, skaffoldBuilds } from "../../languages/kubernetes/kustomize.ts";
import { textOf } from "../../languages/kubernetes/manifests.ts";
import { containersOf, type Container } from "../../languages/kubernetes/workloads.ts";

/** The image of a container. */
export interface ContainerImage {
  readonly container: Container;
  readonly written: string;
  readonly range: TextRange;
  readonly reference: ImageReference;
}

/** Tags that mean another image from week to week, by the habit of the images that have them. */
const movingTags = new Set([
  "latest", "stable", "current", "edge", "mainline", "lts", "nightly", "canary", "rolling", "main", "master", "develop", "dev", "alpine", "slim",
]);

/** The images that the containers of a file name for good: none that a tool puts in later, or that cannot be read. */
export function imagesOf(document: Document): readonly ContainerImage[] {
  return containersOf(document).flatMap((container) => {
    const node = valueAt(container.object, "image");
    const written = textOf(node);
    // Repositories have no capital letters: such a name is there to be replaced.
    if (node === undefined || written === undefined || !/^[a-z0-9]/.test(written) || /[A-Z<>{}\s]/.test(written.split(/[:@]/, 1)[0] ?? "")) return [];
    const reference = parseImageReference(written);
    return reference ? [{ container, written, range: node.range, reference }] : [];
  });
}

/** Whether the tag may be another image tomorrow; without a tag it is `latest`. */
export function isMoving({ tag, digest }: ImageReference): boolean {
  return digest === undefined && (tag === undefined || isMovingTag(tag));
}

/** Whether a tag by its name means another image from week to week. */
export function isMovingTag(tag: string): boolean {
  return movingTags.has(tag.toLowerCase());
}

/** Whether a tool of the project gives the image its version: kustomize or Skaffold. */
export function isVersionedElsewhere(document: Document, { written }: ContainerImage): boolean {
  const slash = written.lastIndexOf("/") + 1;
  const colon = written.indexOf(":", slash);
  const name = colon < 0 ? written : written.slice(0, colon);
  return kustomizationSetsImage(document, name) || skaffoldBuilds(document, name);
}
