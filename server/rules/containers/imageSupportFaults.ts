import type { Severity } from "../../core/severity.ts";
import type { ImageReference } from "../../languages/dockerfile/imageReference.ts";
import { isKnown } from "../../languages/dockerfile/variables.ts";
import { abandonedImages } from "../../languages/support/endOfLife.ts";
import { daysBetween, hasEnded, supportedVersion, tableAgeNote, type VersionSupport } from "../../languages/support/versions.ts";
import { supportedRelease, supportOf } from "./imageSupport.ts";

/** What is wrong with the support of an image, and what to take in its place. */
export interface SupportFault {
  readonly message: string;
  readonly certainty: Severity;
  /** Another image; absent where only the tag changes. */
  readonly name?: string;
  readonly tag?: string;
}

/** Whose end comes within these days is announced. */
const announced = 90;

/** Looks an image up on a day (ISO date); undefined where nothing is wrong or nothing is known. */
export function supportFaultOf(image: ImageReference, today: string): SupportFault | undefined {
  const abandoned = Object.hasOwn(abandonedImages, image.name) ? abandonedImages[image.name] : undefined;
  if (abandoned) {
    const tag = successorTag(image.tag ?? "");
    const message = `The image ${image.name} ${abandoned.reason}, so its holes stay open.${tableAgeNote(today)}`;
    const successor = abandoned.successor === undefined || tag === undefined ? {} : { name: abandoned.successor, tag };
    return { message, certainty: "error", ...successor };
  }
  const versions = supportOf(image);
  const ended = versions.filter((one) => hasEnded(one, today));
  const [first] = ended;
  if (first) {
    const ends = ended.map(({ product, version, ends: day }) => `of ${product} ${version} ended ${day === undefined || day === "ended" ? "long ago" : `on ${day}`}`);
    const message = `Support ${ends.join(", and ")}, so new holes stay open.${tableAgeNote(today)}`;
    return { message, certainty: "error", ...replacement(image, ended, today) };
  }
  const soon = versions.find(({ ends }) => ends !== undefined && ends !== "ended" && daysBetween(today, ends) <= announced);
  if (soon) {
    const message = `Support of ${soon.product} ${soon.version} ends on ${soon.ends ?? ""}.${tableAgeNote(today)}`;
    return { message, certainty: "warning", ...replacement(image, [soon], today) };
  }
  const own = versions.find(({ product, ownTeamEnds }) => product === image.name && ownTeamEnds !== undefined && ownTeamEnds <= today);
  if (!own) return undefined;
  return {
    message: `Only the long-term team still looks after ${own.product} ${own.version}, until ${own.ends ?? ""}.${tableAgeNote(today)}`,
    certainty: "information",
    ...replacement(image, [own], today),
  };
}

/** The tag with each version that ended replaced, the patch number left out. */
function replacement({ name, tag }: ImageReference, ended: readonly VersionSupport[], today: string): { tag?: string } {
  if (tag === undefined || !isKnown(tag)) return {};
  let changed = tag;
  for (const { product, version, written } of ended) {
    const byName = /^[a-z]+$/.test(written);
    const next = byName ? supportedRelease(product, today) : supportedVersion(product, today, version);
    if (next === undefined) return {};
    changed = changed.replace(written, byName || !written.startsWith("alpine") ? next : "alpine");
  }
  // `8u302-b08-jdk` carries a build number behind the version.
  const tidy = name === "eclipse-temurin" ? changed.replace(/^(\d+)[u._+].*?(?=-j|$)/, "$1") : changed;
  return tidy === tag ? {} : { tag: tidy };
}

/** `17-jdk-slim` as the successor has it: `17-jdk`. */
function successorTag(tag: string): string | undefined {
  const major = /^(\d+)/.exec(tag)?.[1];
  if (major === undefined) return undefined;
  const kind = tag.includes('jre') ? "-jre" : "-jdk";
  return `${major}${kind}${tag.includes("alpine") ? "-alpine" : ""}`;
}
