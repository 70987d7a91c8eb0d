import type { Document } from "../../core/document.ts";
import type { TriggerHit } from "../../core/rule.ts";
import type { TextRange } from "../../core/text.ts";
import { credentialTriggers, findCredentials } from "./credentials/findCredentials.ts";
import { findSecrets, secretTriggers } from "./findSecrets.ts";

/** A secret of a file, however it was found. */
export interface FileSecret {
  readonly range: TextRange;
  /** What holds it, as written. */
  readonly name: string | undefined;
  /** Known by its own form. */
  readonly certain: boolean;
  /** As in the formats; empty where it is nobody's in particular. */
  readonly provider: string;
}

/** All occurrences of words in a text, letter case ignored, in order of offset. */
export function hitsIn({ text }: Document, words: readonly string[]): TriggerHit[] {
  const lower = text.toLowerCase();
  const hits: TriggerHit[] = [];
  for (const trigger of words) {
    const wanted = trigger.toLowerCase();
    for (let offset = lower.indexOf(wanted); offset >= 0; offset = lower.indexOf(wanted, offset + 1)) hits.push({ trigger, offset });
  }
  return hits.sort((left, right) => left.offset - right.offset);
}

/**
 * The secrets of a file that was not searched for them: for short files that another rule asks about, since every word is
 * looked for by itself.
 */
export function secretsOf(document: Document): FileSecret[] {
  const known = findSecrets(document, hitsIn(document, secretTriggers)).map(
    ({ range, name, kind, worst }) => ({ range, name, certain: worst === "error", provider: kind.provider }),
  );
  const credentials = findCredentials(document, hitsIn(document, credentialTriggers))
    .filter(({ range }) => known.every((one) => one.range.end <= range.start || range.end <= one.range.start))
    .map(({ range, path }) => ({ range, name: path.slice(path.search(/[^.:]*$/)), certain: false, provider: "" }));
  return [...known, ...credentials].sort((left, right) => left.range.start - right.range.start);
}
