import type { ImageReference } from "../../languages/dockerfile/imageReference.ts";
import { isKnown } from "../../languages/dockerfile/variables.ts";
import { codeNames, endOfLife, imagesOfProducts } from "../../languages/support/endOfLife.ts";
import { supportedVersion, supportOfVersion, type VersionSupport } from "../../languages/support/versions.ts";

/** The table's product that an image holds. */
export function productOfImage({ name }: ImageReference): string | undefined {
  const product = Object.hasOwn(imagesOfProducts, name) ? imagesOfProducts[name] : name;
  return product !== undefined && Object.hasOwn(endOfLife, product) ? product : undefined;
}

const numberAtStart = /^v?(\d+(?:\.\d+)*)(?=$|[-_.u+])/;
const alpineSuffix = /-alpine(\d+\.\d+)(?=$|[-.])/;
const word = /[a-z]+/g;

/** The versions that a tag names: the product's own, and that of the distribution below it. */
export function supportOf(image: ImageReference): VersionSupport[] {
  const { tag } = image;
  if (tag === undefined || !isKnown(tag)) return [];
  const product = productOfImage(image);
  if (product === undefined) return [];
  const own = ownVersion(product, tag);
  const below = product === "alpine" || product in codeNames ? undefined : distributionIn(tag);
  return [...(own ? [own] : []), ...(below ? [below] : [])];
}

function ownVersion(product: string, tag: string): VersionSupport | undefined {
  if (product in codeNames) {
    const named = releaseNamed(tag, product);
    if (named) return named;
  }
  const number = numberAtStart.exec(tag)?.[1];
  return number === undefined ? undefined : supportOfVersion(product, number, number);
}

function distributionIn(tag: string): VersionSupport | undefined {
  const alpine = alpineSuffix.exec(tag)?.[1];
  if (alpine !== undefined) return supportOfVersion("alpine", alpine, `alpine${alpine}`);
  return releaseNamed(tag, "debian") ?? releaseNamed(tag, "ubuntu");
}

function releaseNamed(tag: string, product: string): VersionSupport | undefined {
  const names = codeNames[product]?.split(" ").map((entry) => entry.split(":")) ?? [];
  for (const [written] of tag.matchAll(word)) {
    const version = names.find(([name]) => name === written)?.[1];
    if (version !== undefined) return supportOfVersion(product, version, written);
  }
  return undefined;
}

/** The name of the newest release of a distribution whose support lasts on a day. */
export function supportedRelease(product: string, today: string): string | undefined {
  const version = supportedVersion(product, today);
  return codeNames[product]?.split(" ").find((entry) => entry.endsWith(`:${version}`))?.split(":")[0];
}
