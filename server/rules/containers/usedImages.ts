import type { TextRange } from "../../core/text.ts";
import type { Document } from "../../core/document.ts";
import { parseImageReference, type ImageReference } from "../../languages/dockerfile/imageReference.ts";
import { stepsOf, type Product } from "./product.ts";
import type { StageRecipe } from "./recipe.ts";

/** An image that a build takes from a registry. */
export interface UsedImage {
  readonly image: ImageReference;
  /** As it is written, variables unreplaced. */
  readonly written: string;
  readonly range: TextRange;
  /** Whether layers or files of it are part of the image that is made. */
  readonly isDelivered: boolean;
  readonly stage: StageRecipe;
}

/** The images that a Dockerfile names in FROM and in `COPY --from`, without stages, `scratch` and names that are not known. */
export function usedImages(document: Document, product: Product): UsedImage[] {
  const found: UsedImage[] = [];
  for (const recipe of product.stages) {
    const { image, isDelivered } = recipe;
    const range = recipe.stage.image;
    if (!image || !range || image.name === "scratch") continue;
    found.push({ image, written: document.text.slice(range.start, range.end), range, isDelivered, stage: recipe });
  }
  const stageNames = new Set(product.stages.flatMap(({ stage }) => stage.name ?? []));
  for (const { stage, step } of stepsOf(product, "all")) {
    for (const flag of step.keyword === "COPY" ? step.flags : []) {
      if (flag.name !== "from" || /^\d+$|\$/.test(flag.value) || stageNames.has(flag.value.toLowerCase())) continue;
      // A word without tag and registry may be a build context that the caller names.
      const image = /[:/@]/.test(flag.value) ? parseImageReference(flag.value) : undefined;
      const range = { start: flag.range.end - flag.value.length, end: flag.range.end };
      if (image) found.push({ image, written: flag.value, range, isDelivered: stage.isDelivered, stage });
    }
  }
  return found;
}

/** One for each reference, the one that is delivered where several are; the others are its company. */
export function eachOnce(images: readonly UsedImage[]): { readonly first: UsedImage; readonly others: readonly UsedImage[] }[] {
  const groups = new Map<string, UsedImage[]>();
  for (const one of images) groups.set(one.written, [...(groups.get(one.written) ?? []), one]);
  return [...groups.values()].flatMap((group) => {
    const first = group.find((one) => one.isDelivered) ?? group.find((one) => one.stage.isNeeded) ?? group[0];
    return first ? [{ first, others: group.filter((one) => one !== first) }] : [];
  });
}

/** The places of further uses of an image. */
export function furtherUses(others: readonly UsedImage[]): { readonly range: TextRange; readonly message: string }[] {
  return others.map(({ range }) => ({ range, message: "The same image is used here." }));
}
