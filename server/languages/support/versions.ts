import { endOfLife, endOfLifeDate, longTermEnd } from "./endOfLife.ts";

/** One version of a product, and when its support ends. */
export interface VersionSupport {
  readonly product: string;
  /** As the table has it: `18`, `3.20`. */
  readonly version: string;
  /** The day, `ended` where it is long past, undefined where none is fixed. */
  readonly ends: string | undefined;
  /** How the version is written where it was found. */
  readonly written: string;
  /** The day of a distribution's own team, where a long-term team goes on after it. */
  readonly ownTeamEnds?: string;
}

const longTermOnly: ReadonlySet<string> = new Set(["debian"]);
const versions = new Map<string, ReadonlyMap<string, string>>();

/** `version -> day` of a product, in the table's order; undefined where the table does not know it. */
export function versionsOf(product: string): ReadonlyMap<string, string> | undefined {
  const known = versions.get(product);
  if (known) return known;
  const row = Object.hasOwn(endOfLife, product) ? endOfLife[product] : undefined;
  if (row === undefined) return undefined;
  const made = new Map(row.split(" ").map((entry) => [entry.slice(0, entry.indexOf(":")), entry.slice(entry.indexOf(":") + 1)] as const));
  versions.set(product, made);
  return made;
}

/** When the support of a version ends, the whole of it or as many of its numbers as the table has; undefined for what it does not know. */
export function supportOfVersion(product: string, number: string, written = number): VersionSupport | undefined {
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

/** The day (ISO date) that comes so many days after another. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * dayMilliseconds).toISOString().slice(0, 10);
}
