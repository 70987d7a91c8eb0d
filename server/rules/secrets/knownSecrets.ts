import type { Document } from "../../core/document.ts";
import type { TriggerHit } from "../../core/rule.ts";
import { overlaps, type TextRange } from "../../core/text.ts";
import { credentialTriggers, findCredentials } from "./credentials/findCredentials.ts";
import { defaultTriggers, findDefaults } from "./defaults/findDefaults.ts";
import { findSecrets, secretTriggers } from "./findSecrets.ts";

// One value, one finding. `hardcoded-secret`, which knows the provider, goes before `hardcoded-credential`, which knows the
// name; that before `default-credential`, and all of them before `hardcoded-credential-argument`, which knows only the call.
// What rules of other concerns have is in `answeredElsewhere.ts`.

/** How far from a value its format's word may stand, in characters: the reach of named formats. */
const reachOfFormats = 500;
/** The name of a value stands nearer. */
const reachOfNames = 200;

/** The words around a range, as the analysis would find them. */
function hitsAround({ text }: Document, { start, end }: TextRange, words: readonly string[], reach: number): TriggerHit[] {
  const from = Math.max(0, start - reach);
  const around = text.slice(from, end + reach).toLowerCase();
  const hits: TriggerHit[] = [];
  for (const trigger of words) {
    const word = trigger.toLowerCase();
    for (let at = around.indexOf(word); at >= 0; at = around.indexOf(word, at + 1)) hits.push({ trigger, offset: from + at });
  }
  return hits.sort((left, right) => left.offset - right.offset);
}

/** Whether `hardcoded-secret` speaks of a place, so that another rule need not. Only for places that are about to be reported. */
export function knownSecretAt(document: Document, range: TextRange): boolean {
  return findSecrets(document, hitsAround(document, range, secretTriggers, reachOfFormats)).some((one) => overlaps(one.range, range));
}

/** Whether `hardcoded-credential` speaks of a place. */
export function knownCredentialAt(document: Document, range: TextRange): boolean {
  return findCredentials(document, hitsAround(document, range, credentialTriggers, reachOfNames)).some((one) => overlaps(one.range, range));
}

/** Whether `default-credential` speaks of a place. */
export function knownDefaultAt(document: Document, range: TextRange): boolean {
  return findDefaults(document, hitsAround(document, range, defaultTriggers, reachOfNames)).some((one) => overlaps(one.range, range));
}
