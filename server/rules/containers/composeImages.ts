import type { TextRange } from "../../core/text.ts";
import type { ComposeFile } from "../../languages/compose/composeFile.ts";
import { parseImageReference, type ImageReference } from "../../languages/dockerfile/imageReference.ts";

/** An image that a service takes from a registry. */
export interface ComposeImage {
  readonly image: ImageReference;
  /** As it is written, variables unreplaced. */
  readonly written: string;
  readonly range: TextRange;
}

/** The images of the services that are not built: there `image` only names the result. Variables must be known. */
export function composeImages(file: ComposeFile, text: string): ComposeImage[] {
  return file.services.flatMap((service) => {
    const node = service.own("image")?.value;
    const reference = service.value("build") || node?.kind !== "string" ? undefined : file.text(node);
    const image = reference === undefined ? undefined : parseImageReference(reference);
    return node && image ? [{ image, written: text.slice(node.range.start, node.range.end), range: node.range }] : [];
  });
}
