import type { Document } from "../../core/document.ts";
import type { Fix } from "../../core/finding.ts";
import type { Report, TriggerHit } from "../../core/rule.ts";
import { looseMessage, looseSources } from "./contentPolicies.ts";
import { isCommented } from "./textPlaces.ts";

const referrerMessage = "This referrer policy sends whole addresses to other sites, with what stands in their query.";
/** What stands before the policy's name: a header, an attribute, an option, PHP's and nginx's header lines. */
const referrerBefore = /(?:referrer-?policy["'`]?\s{0,4}(?:[:=,]|\s)\s{0,4}(?:\{\s{0,4}policy\s{0,4}:\s{0,4})?(?:\[\s{0,4})?(?:value["']?\s{0,4}[:=]\s{0,4})?|name=["']referrer["']\s{1,4}content=)["'`{]{0,2}$/i;
const frameMessage = "X-Frame-Options has a value that browsers do not know, so any site may frame the page.";

/** Words of which one stands in all policies that are too loose. */
export const policyWords: readonly string[] = ["'unsafe-inline'", "'unsafe-eval'", "unsafe-url", "no-referrer-when-downgrade", "ALLOWALL"];

/** Reports referrer policies that give addresses away, and frame options that allow all, in any language. */
export function checkPolicyWords(document: Document, report: Report, hits: readonly TriggerHit[]): void {
  for (const { trigger, offset } of hits) {
    const { text } = document;
    const range = { start: offset, end: offset + trigger.length };
    const before = text.slice(Math.max(0, offset - 100), offset);
    if (trigger === "ALLOWALL") {
      if (/X-Frame-Options["'`]?\s{0,4}[,:=]?\s{0,4}["'`]?$/i.test(before) && !isCommented(document, offset)) report({ range, message: frameMessage, atMost: "warning" });
      continue;
    }
    const isReferrer = trigger === "unsafe-url" || trigger === "no-referrer-when-downgrade";
    if (!isReferrer || !referrerBefore.test(before) || isType(text, range.end) || isCommented(document, offset)) continue;
    const fix: Fix = { title: "Use strict-origin-when-cross-origin", safe: false, edits: [{ range, newText: "strict-origin-when-cross-origin" }] };
    report({ range, message: referrerMessage, fixes: [fix] });
  }
}

/** `referrerPolicy: "unsafe-url" | "origin"` names what may be, not what is. */
function isType(text: string, end: number): boolean {
  return /^["'`]?\s{0,4}\|(?!\|)/.test(text.slice(end, end + 8));
}

const furthestStart = 4_000;

/** Reports content security policies in files that are read as text: pages, server and hosting configuration, PHP, C#. */
export function checkPolicyTexts(document: Document, report: Report, hits: readonly TriggerHit[]): void {
  const seen = new Set<number>();
  let readTo = 0;
  for (const { trigger, offset } of hits) {
    if (!trigger.startsWith("'unsafe-") || offset < readTo || isCommented(document, offset)) continue;
    const start = policyStart(document.text, offset);
    const end = policyEnd(document.text, offset);
    readTo = end;
    for (const found of looseSources(document.text.slice(start, end))) {
      const at = start + found.start;
      if (seen.has(at)) continue;
      seen.add(at);
      report({ range: { start: at, end: at + found.keyword.length }, message: looseMessage(found.keyword) });
    }
  }
}

/** The quote or line break before a policy: its own quotes are the single ones. */
function policyStart(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && at > offset - furthestStart && !isEdge(text, at - 1)) at--;
  return at;
}

function policyEnd(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && at < offset + furthestStart && !isEdge(text, at)) at++;
  return at;
}

function isEdge(text: string, at: number): boolean {
  const character = text[at];
  return character === '"' || character === "`" || character === "<" || character === ">" || (character === "\n" && /["`;:]\s*$/.test(text.slice(Math.max(0, at - 3), at)) && !/;\s*$/.test(text.slice(Math.max(0, at - 3), at)));
}
