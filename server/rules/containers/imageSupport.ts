import type { ImageReference } from "../../languages/dockerfile/imageReference.ts";
import { isKnown } from "../../languages/dockerfile/variables.ts";
import { codeNames, endOfLife, endOfLifeDate, imagesOfProducts, longTermEnd } from "./tables/endOfLife.ts";

/** One version that an image's tag names, and when its support ends. */
export interface VersionSupport {
  readonly product: string;
  /** As the table has it: `18`, `3.20`. */
  readonly version: string;
  /** The day, `ended` where it is long past, undefined where none is fixed. */
  readonly ends: string | undefined;
  /** Where the version is written in the tag. */
  readonly written: string;
  /** The day of a distribution's own team, where a long-term team goes on after it. */
  readonly ownTeamEnds?: string;
}

const longTermOnly: ReadonlySet<string> = new Set(["debian"]);
const versions = new Map<string, ReadonlyMap<string, string>>();

/** `version -> day` of a product, in the table's order; undefined where the table does not know it. */
function versionsOf(product: string): ReadonlyMap<string, string> | undefined {
  const known = versions.get(product);
  if (known) return known;
  const row = Object.hasOwn(endOfLife, product) ? endOfLife[product] : undefined;
  if (row === undefined) return undefined;
  const made = new Map(row.split(" ").map((entry) => [entry.slice(0, entry.indexOf(":")), entry.slice(entry.indexOf(":") + 1)] as const));
  versions.set(product, made);
  return made;
}

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
  return number === undefined ? undefined : lookUp(product, number, number);
}

function distributionIn(tag: string): VersionSupport | undefined {
  const alpine = alpineSuffix.exec(tag)?.[1];
  if (alpine !== undefined) return lookUp("alpine", alpine, `alpine${alpine}`);
  return releaseNamed(tag, "debian") ?? releaseNamed(tag, "ubuntu");
}

function releaseNamed(tag: string, product: string): VersionSupport | undefined {
  const names = codeNames[product]?.split(" ").map((entry) => entry.split(":")) ?? [];
  for (const [written] of tag.matchAll(word)) {
    const version = names.find(([name]) => name === written)?.[1];
    if (version !== undefined) return lookUp(product, version, written);
  }
  return undefined;
}

function lookUp(product: string, number: string, written: string): VersionSupport | undefined {
  const all = versionsOf(product);
  if (!all) return undefined;
  for (let version = number; version !== ""; version = version.slice(0, Math.max(0, version.lastIndexOf(".")))) {
    const day = all.get(version);
    if (day !== undefined) return supportFrom(product, version, day, written);
  }
  // `php:7` is the last 7.x: it is supported as long as any of them.
  const days = [...all].filter(([version]) => version.startsWith(`${number}.`)).map(([, day]) => day);
  if (days.length === 0) return undefined;
  const last = days.includes("-") ? "-" : (days.filter((day) => day !== "ended").sort().at(-1) ?? "ended");
  return supportFrom(product, number, last, written);
}

function supportFrom(product: string, version: string, day: string, written: string): VersionSupport {
  const longer = longTermOnly.has(product) ? longTermEnd[product]?.split(" ").find((entry) => entry.startsWith(`${version}:`)) : undefined;
  const ends = longer === undefined ? day : longer.slice(version.length + 1);
  return { product, version, ends: ends === "-" ? undefined : ends, written, ...(longer === undefined ? {} : { ownTeamEnds: day }) };
}

/** Whether a support has ended on a day (ISO date). */
export function hasEnded(support: Pick<VersionSupport, "ends">, today: string): boolean {
  return support.ends !== undefined && (support.ends === "ended" || support.ends <= today);
}

/** The oldest version newer than one, or the newest of all, that is still supported; a Node.js major only where it is even. */
export function supportedVersion(product: string, today: string, after?: string): string | undefined {
  const supported = [...(versionsOf(product) ?? [])]
    .filter(([version, day]) => !hasEnded({ ends: day === "-" ? undefined : day }, today) && !(product === "node" && Number(version) % 2 === 1))
    .map(([version]) => version)
    .filter((version) => after === undefined || compareVersions(version, after) > 0)
    .sort(compareVersions);
  return after === undefined ? supported.at(-1) : supported[0];
}

function compareVersions(left: string, right: string): number {
  const [a, b] = [left, right].map((version) => version.split(".").map(Number)) as [number[], number[]];
  for (let at = 0; at < Math.max(a.length, b.length); at++) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The name of the newest release of a distribution whose support lasts on a day. */
export function supportedRelease(product: string, today: string): string | undefined {
  const version = supportedVersion(product, today);
  return codeNames[product]?.split(" ").find((entry) => entry.endsWith(`:${version}`))?.split(":")[0];
}

const dayMilliseconds = 86_400_000;
const oldTable = 180;

/** What a message adds where the table is too old to be trusted alone; empty while it is fresh. */
export function tableAgeNote(today: string): string {
  const age = Math.floor((Date.parse(today) - Date.parse(endOfLifeDate)) / dayMilliseconds);
  return age > oldTable ? ` The table of these dates is of ${endOfLifeDate}, ${age} days old: look the date up.` : "";
}

/** Days from one ISO date to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayMilliseconds);
}
