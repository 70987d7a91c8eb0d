import type { Document } from "../../core/document.ts";
import type { TriggerHit } from "../../core/rule.ts";
import { overlaps, type TextRange } from "../../core/text.ts";
import { findSecrets, secretTriggers } from "./findSecrets.ts";

/** How far from a value its format's word may stand, in characters: the reach of named formats. */
const reach = 500;

/** Whether `hardcoded-secret` speaks of a place, so that another rule need not. Only for places that are about to be reported. */
export function knownSecretAt(document: Document, range: TextRange): boolean {
  const from = Math.max(0, range.start - reach);
  const around = document.text.slice(from, range.end + reach).toLowerCase();
  const hits: TriggerHit[] = [];
  for (const trigger of secretTriggers) {
    const word = trigger.toLowerCase();
    for (let at = around.indexOf(word); at >= 0; at = around.indexOf(word, at + 1)) hits.push({ trigger, offset: from + at });
  }
  hits.sort((left, right) => left.offset - right.offset);
  return findSecrets(document, hits).some((one) => overlaps(one.range, range));
}
