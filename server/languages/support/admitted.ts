import { intersects, validRange } from "semver";
import { supportOfVersion, versionsOf } from "./versions.ts";

/** The best supported of the versions that somebody asks for. */
export interface Admitted {
  readonly product: string;
  /** As the table has it: `18`, `8.1`. */
  readonly version: string;
  /** The day on which its support ends, `ended` where it is long past, undefined where none is fixed. */
  readonly ends: string | undefined;
}

/** Names of Node.js' long-term lines; each is a major version. Source: the release schedule in nodejs/Release. */
const nodeLines: Readonly<Record<string, string>> = {
  argon: "4", boron: "6", carbon: "8", dubnium: "10", erbium: "12", fermium: "14", gallium: "16", hydrogen: "18", iron: "20", jod: "22", krypton: "24",
};

/** A version as it stands in a file of versions: `v18.17.0`, `lts/hydrogen`, `3.9`. */
export function admittedByVersion(product: string, written: string): Admitted | undefined {
  const line = product === "node" ? /^(?:lts\/)?([a-z]+)$/i.exec(written)?.[1]?.toLowerCase() : undefined;
  const named = line !== undefined && Object.hasOwn(nodeLines, line) ? nodeLines[line] : undefined;
  const number = named ?? /^v?(\d+(?:\.\d+)*)(?:[-+.]?(?:x|\*|[a-z].*))?$/i.exec(written)?.[1];
  const support = number === undefined ? undefined : supportOfVersion(product, number);
  return support && { product, version: support.version, ends: support.ends };
}

/**
 * A range, as in npm: the version in it whose support lasts longest. Undefined where it is none, where it admits versions
 * that are newer than the table, or where the table knows none of them.
 */
export function admittedByRange(product: string, range: string): Admitted | undefined {
  const all = [...(versionsOf(product) ?? [])].filter(([version]) => /^\d+(?:\.\d+)?$/.test(version));
  const [newest] = all;
  if (!newest || validRange(range) === null || intersects(range, above(newest[0]))) return undefined;
  const admitted = all.filter(([version]) => intersects(range, `${version}.x`));
  const [first] = admitted;
  if (!first) return undefined;
  const lasting = ([, day]: readonly [string, string]): string => (day === "-" ? "~" : day === "ended" ? "" : day);
  const best = admitted.reduce((one, other) => (lasting(other) > lasting(one) ? other : one), first);
  return { product, version: best[0], ends: best[1] === "-" ? undefined : best[1] };
}

/** All versions above one and those that belong to it. */
function above(version: string): string {
  const parts = version.split(".").map(Number);
  const last = parts.pop() ?? 0;
  return `>=${[...parts, last + 1].join(".")}.0${parts.length === 0 ? ".0" : ""}`;
}
