import type { Document } from "../../../core/document.ts";
import type { Confirmations, TriggerHit } from "../../../core/rule.ts";
import { overlaps } from "../../../core/text.ts";
import { isAnsweredElsewhere } from "../answeredElsewhere.ts";
import { normalName } from "../boundName.ts";
import { placeOf } from "../silence.ts";
import type { Candidate } from "./candidate.ts";
import { classOf, nameTriggers } from "./credentialNames.ts";
import { headerConfirmations, headerTriggers, headerValueAt } from "./headerCredentials.ts";
import { candidateIn, kubernetesSecretAt, kubernetesTriggers, type SecretEntry } from "./kubernetesSecrets.ts";
import { reasonForSilence } from "./silentValues.ts";
import { urlConfirmations, urlPasswordAt, urlTriggers } from "./urlCredentials.ts";
import { valueAfterName } from "./valueAfterName.ts";

const [byName, byUrl, byHeader, byKind] = [nameTriggers, urlTriggers, headerTriggers, kubernetesTriggers].map((triggers) => new Set(triggers));

/** All words of which one stands in or beside every credential. */
export const credentialTriggers: readonly string[] = [...new Set([...nameTriggers, ...urlTriggers, ...headerTriggers, ...kubernetesTriggers])];

/** What must stand at the more common of these words. */
export const credentialConfirmations: Confirmations = new Map([...urlConfirmations, ...headerConfirmations]);

/** The credentials of a document by their places, in order of the text. `hits` are {@link credentialTriggers}. */
export function findCredentials(document: Document, hits: readonly TriggerHit[]): Candidate[] {
  if (placeOf(document) !== "code") return [];
  const found = new Map<string, Candidate>();
  let readTo = -1;
  let secretEnd = -1;
  for (const { trigger, offset } of hits) {
    if (byName?.has(trigger) && offset >= readTo) {
      const candidate = namedAt(document, offset);
      // Further words of the same name lead to the same value.
      if (candidate) readTo = candidate.range.start;
      add(found, candidate);
    }
    if (byUrl?.has(trigger)) add(found, inUrl(document, offset + trigger.length));
    if (byHeader?.has(trigger)) add(found, inHeader(document, trigger, offset));
    const secret = byKind?.has(trigger) && offset >= secretEnd ? kubernetesSecretAt(document.text, offset) : undefined;
    if (secret) {
      secretEnd = secret.end;
      for (const entry of secret.entries) add(found, inKubernetesSecret(document, entry));
    }
  }
  return withoutOverlaps([...found.values()]);
}

function add(found: Map<string, Candidate>, candidate: Candidate | undefined): void {
  if (candidate && !reasonForSilence(candidate) && !isAnswered(candidate)) found.set(`${candidate.range.start}-${candidate.range.end}`, candidate);
}

function namedAt(document: Document, offset: number): Candidate | undefined {
  const named = valueAfterName(document, offset);
  if (!named) return undefined;
  const { path, range, position } = named;
  const own = path.slice(path.lastIndexOf(".") + 1);
  const kind = classOf(own);
  if (kind === undefined) return undefined;
  return { document, range, position, kind, path, value: document.text.slice(range.start, range.end) };
}

/** A line of YAML that has a name alone before its value. */
const ownLine = /^\s*(?:-\s{1,5})?["']?[\w.-]+["']?\s{0,5}[:=]\s{0,5}["']?$/;

/** Neither a command line inside JSON nor JSON in a text of YAML is anything that the rules on the values of data read. */
function isAnswered({ document, range, position, path }: Candidate): boolean {
  const { language, text } = document;
  if (language === "json" && position !== "quoted") return false;
  if (language === "yaml" && !ownLine.test(text.slice(document.lines[document.lineOf(range.start)] ?? 0, range.start))) return false;
  return isAnsweredElsewhere(document, normalName(path.slice(path.lastIndexOf(".") + 1)), range.start);
}

function inUrl(document: Document, offset: number): Candidate | undefined {
  const found = urlPasswordAt(document.text, offset);
  return found && { document, range: found.range, position: "url", kind: "password", path: "", value: document.text.slice(found.range.start, found.range.end) };
}

function inHeader(document: Document, trigger: string, offset: number): Candidate | undefined {
  const found = headerValueAt(document.text, trigger, offset);
  return found && { document, position: "header", path: "authorization", ...found };
}

function inKubernetesSecret(document: Document, entry: SecretEntry): Candidate | undefined {
  const taken = candidateIn(entry);
  return taken && { document, range: entry.range, position: "bare", path: entry.name, isStore: true, ...taken };
}

function withoutOverlaps(found: readonly Candidate[]): Candidate[] {
  const sorted = [...found].sort((left, right) => left.range.start - right.range.start || left.range.end - right.range.end);
  return sorted.filter((one, index) => {
    const before = sorted[index - 1];
    return !before || !overlaps(before.range, one.range);
  });
}
