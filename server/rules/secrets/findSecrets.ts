import type { Document } from "../../core/document.ts";
import type { Confirmations, TriggerHit } from "../../core/rule.ts";
import { severityRank, type Severity } from "../../core/severity.ts";
import { overlaps } from "../../core/text.ts";
import { isAnsweredElsewhere } from "./answeredElsewhere.ts";
import { holderName, normalName } from "./boundName.ts";
import { worstOf } from "./certainty.ts";
import { namedFormats, tokenFormats } from "./formats/catalogue.ts";
import { namedMatches, widen, type Windows } from "./namedMatches.ts";
import { armourTrigger, privateKeyAt } from "./privateKeys.ts";
import { puttyKeyAt, puttyTrigger } from "./puttyKey.ts";
import { rsaKeyValueAt, rsaKeyValueTrigger } from "./rsaKeyValue.ts";
import type { SecretMatch } from "./secretFormat.ts";
import { isSilent, placeOf } from "./silence.ts";
import { tokenAt } from "./tokenMatches.ts";

/** A secret to report, with the worst severity it may have. */
export interface FoundSecret extends SecretMatch {
  readonly worst: Severity;
}

const tokensByTrigger = byTrigger(tokenFormats);
const namedByTrigger = byTrigger(namedFormats);

/** All words of which one stands in or beside every secret. */
export const secretTriggers: readonly string[] = [
  ...new Set([...tokensByTrigger.keys(), ...namedByTrigger.keys(), armourTrigger, puttyTrigger, rsaKeyValueTrigger]),
];

/** The short literals that are looked for behind a quote or a space also begin words: there the whole token must follow. */
export const secretConfirmations: Confirmations = new Map(
  [...tokensByTrigger].flatMap(([trigger, formats]) => {
    if (namedByTrigger.has(trigger) || formats.some(({ leads }) => leads.join() !== "-1")) return [];
    return [[trigger, new RegExp(`[^](?:${formats.map(({ pattern }) => pattern.source).join("|")})`, "y")] as const];
  }),
);

function byTrigger<Format extends { readonly triggers: readonly string[] }>(formats: readonly Format[]): Map<string, Format[]> {
  const map = new Map<string, Format[]>();
  for (const format of formats) {
    for (const trigger of format.triggers) map.set(trigger, [...(map.get(trigger) ?? []), format]);
  }
  return map;
}

/** The secrets of a document, in order of the text, none overlapping another. `hits` are {@link secretTriggers}. */
export function findSecrets(document: Document, hits: readonly TriggerHit[]): FoundSecret[] {
  const place = placeOf(document);
  if (place === "generated") return [];
  const found = secretMatches(document, hits).flatMap((match) => {
    const worst = worstOf(match, place);
    const isLeft = worst === undefined || isSilent(document, match) || isAnsweredElsewhere(document, normalName(match.name ?? ""), match.range.start);
    return isLeft ? [] : [{ ...match, worst }];
  });
  return withoutOverlaps(found);
}

/** Everything that has a format's shape, before it is judged. `hits` as for {@link findSecrets}. */
export function secretMatches(document: Document, hits: readonly TriggerHit[]): SecretMatch[] {
  const { text } = document;
  const found: SecretMatch[] = [];
  const windows: Windows = new Map();
  for (const { trigger, offset } of hits) {
    for (const format of namedByTrigger.get(trigger) ?? []) widen(windows, format, offset, trigger.length);
    for (const format of tokensByTrigger.get(trigger) ?? []) {
      const match = tokenAt(text, format, trigger, offset);
      if (match) found.push(match);
    }
    const block = trigger === armourTrigger ? privateKeyAt(text, offset) : trigger === puttyTrigger ? puttyKeyAt(text, offset) : undefined;
    if (block) found.push(blockMatch(text, block));
  }
  return [...found, ...keyValues(text, hits), ...namedMatches(document, windows)];
}

/** Each hit may be an opening tag; the next one is then the closing tag. */
function keyValues(text: string, hits: readonly TriggerHit[]): SecretMatch[] {
  const tags = hits.filter(({ trigger }) => trigger === rsaKeyValueTrigger);
  return tags.flatMap(({ offset }, index) => {
    const next = tags[index + 1];
    const block = next && rsaKeyValueAt(text, offset, next.offset);
    return block ? [blockMatch(text, { ...block, verdict: "valid" })] : [];
  });
}

function blockMatch(text: string, block: Pick<SecretMatch, "kind" | "verdict"> & { start: number; end: number }): SecretMatch {
  const range = { start: block.start, end: block.end };
  const name = holderName(text, block.start);
  return { kind: block.kind, verdict: block.verdict, range, body: range, shown: "", certain: true, byName: false, ...(name !== undefined && { name }) };
}

/** Of several readings of one place the surest stays, then the longest. */
function withoutOverlaps(found: readonly FoundSecret[]): FoundSecret[] {
  const kept: FoundSecret[] = [];
  for (const one of [...found].sort((left, right) => left.range.start - right.range.start)) {
    const last = kept.at(-1);
    if (!last || !overlaps(last.range, one.range)) kept.push(one);
    else if (isSurer(one, last)) kept[kept.length - 1] = one;
  }
  return kept;
}

function isSurer(one: FoundSecret, other: FoundSecret): boolean {
  const difference = severityRank(one.worst) - severityRank(other.worst);
  if (difference !== 0) return difference < 0;
  return one.range.end - one.range.start > other.range.end - other.range.start;
}
