import type { Document } from "../../core/document.ts";
import { boundName, normalName } from "./boundName.ts";
import type { NamedFormat, SecretMatch } from "./secretFormat.ts";

/** A part of a text, to be searched once. */
interface Window {
  readonly from: number;
  to: number;
}

/** The surroundings of hits, one list a format. */
export type Windows = Map<NamedFormat, Window[]>;

/** Adds the surroundings of a hit; hits come in order, and windows that touch become one. */
export function widen(windows: Windows, format: NamedFormat, offset: number, length: number): void {
  const known = windows.get(format) ?? [];
  windows.set(format, known);
  const from = Math.max(0, offset - format.reach);
  const to = offset + length + format.reach;
  const last = known.at(-1);
  if (last && from <= last.to) last.to = Math.max(last.to, to);
  else known.push({ from, to });
}

/** All values of the formats in their windows. */
export function namedMatches(document: Document, windows: Windows): SecretMatch[] {
  return [...windows].flatMap(([format, list]) => list.flatMap((window) => matchesIn(document, format, window)));
}

function matchesIn(document: Document, format: NamedFormat, { from, to }: Window): SecretMatch[] {
  // One character more, so that the pattern sees the boundary; a value may reach over the window's end.
  const origin = Math.max(0, from - 1);
  const found: SecretMatch[] = [];
  for (const match of document.text.slice(origin, to + format.longest + 1).matchAll(format.pattern)) {
    const start = origin + match.index;
    const one = start < from || start > to ? undefined : matchAt(document, format, start, match[0]);
    if (one) found.push(one);
  }
  return found;
}

/** Ends of names whose value is no secret although the name speaks of one. */
const harmlessName =
  /(?:ids?|names?|url|uri|endpoint|path|file|ref|arn|hash|header|prefix|type|length|expiry|expires|expiresin|label|title|description|placeholder|pattern|regex|version|digest|checksum|integrity)$/;

function matchAt(document: Document, format: NamedFormat, start: number, value: string): SecretMatch | undefined {
  const bound = boundName(document.text, start);
  const name = normalName(bound?.name ?? "");
  if (format.names && (!format.names.test(name) || harmlessName.test(name))) return undefined;
  if (format.mixed?.some((kind) => !kind.test(value))) return undefined;
  const verdict = format.verify?.(value) ?? "unknown";
  if (verdict === "none") return undefined;
  const range = { start, end: start + value.length };
  // Without a demand on the name the shape itself is the evidence.
  const isOwn = !format.names || format.ownNames.test(normalName(bound?.path ?? ""));
  const certain = format.probable !== true && isOwn;
  return { kind: format, range, shown: "", body: range, verdict, certain, byName: format.names !== undefined, ...(bound && { name: bound.name }) };
}
