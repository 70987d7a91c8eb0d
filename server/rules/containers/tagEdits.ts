import type { Fix } from "../../core/finding.ts";
import type { ImageReference } from "../../languages/dockerfile/imageReference.ts";
import { supportedVersion } from "../../languages/support/versions.ts";
import { productOfImage } from "./imageSupport.ts";

/** What stands in a tag behind the word for its version: `-alpine` of `lts-alpine`. */
const afterVersion = /^(?:latest|lts|stable|current|mainline)(-.*)?$/;

/** The day that version tables are compared with. */
export function todayAsText(): string {
  return new Date().toISOString().slice(0, 10);
}

/** A tag with a supported version in place of one that moves; undefined where the table does not know the image. */
export function pinnedTag(image: ImageReference): string | undefined {
  const product = productOfImage(image);
  const version = product === undefined ? undefined : supportedVersion(product, todayAsText());
  if (version === undefined) return undefined;
  if (image.tag === undefined || image.tag === "") return version;
  const known = afterVersion.exec(image.tag);
  return known ? `${version}${known[1] ?? ""}` : `${version}-${image.tag}`;
}

/** Writes a tag behind an image's name; undefined where the name or tag is not written there as it is. */
export function tagFix(written: string, start: number, tag: string | undefined): Fix | undefined {
  if (tag === undefined || written.includes("$") || written.includes("@")) return undefined;
  const colon = written.indexOf(":", written.lastIndexOf("/") + 1);
  const at = start + (colon < 0 ? written.length : colon);
  const edits = [{ range: { start: at, end: start + written.length }, newText: `:${tag}` }];
  return { title: `Use version ${tag}`, safe: false, edits };
}
