import type { TextRange } from "../../core/text.ts";
import type { Document } from "../../core/document.ts";
import type { Report, TriggerHit } from "../../core/rule.ts";
import { groupRange, isCommented, matchAt } from "./textPlaces.ts";

/** A year in seconds: the least that the marketplaces and browsers' preload lists ask for. */
export const leastSeconds = 31_536_000;

/** The message on a life of so many seconds. */
export function shortMessage(seconds: number): string {
  if (seconds === 0) return "Strict-Transport-Security is switched off, so browsers go on using http where a link says so.";
  return `Strict-Transport-Security holds for ${days(seconds)}, and a year at least is asked for.`;
}

function days(seconds: number): string {
  const count = Math.floor(seconds / 86_400);
  return count === 0 ? `${seconds} seconds` : count === 1 ? "1 day" : `${count} days`;
}

/** Where in a header's text its life stands, and how long it is. */
export function lifeIn(text: string): { readonly seconds: number; readonly start: number; readonly end: number } | undefined {
  const found = /max-age\s{0,3}=\s{0,3}"?(\d{1,15})/di.exec(text);
  const [start, end] = found?.indices?.[1] ?? [0, 0];
  return found ? { seconds: Number(found[1]), start, end } : undefined;
}

/** The header with its life, as nginx, Apache, web.config, vercel.json, PHP and C# write it. */
const headerText = /Strict-Transport-Security[^\n]{0,60}?(?:\r?\n[^\n]{0,60}?)?max-age\s{0,3}=\s{0,3}(\d{1,15})/di;
/** The setting of the nginx ingress. */
const ingressText = /hsts-max-age["']?[ \t]*:[ \t]*["']?(\d{1,15})/d;
/** `options.MaxAge = TimeSpan.FromDays(30)` of ASP.NET, behind AddHsts. */
const csharpText = /AddHsts[^]{0,400}?\bMaxAge\s{0,4}=\s{0,4}TimeSpan\.From(Days|Hours|Minutes|Seconds)\(\s{0,4}(\d{1,9})\s{0,4}\)/d;
const secondsOfUnit: Readonly<Record<string, number>> = { Days: 86_400, Hours: 3_600, Minutes: 60, Seconds: 1 };

/** Words of which one stands in such a text. */
export const hstsTextWords: readonly string[] = ["Strict-Transport-Security", "hsts-max-age", "AddHsts"];

/** Reports headers and settings that are too short, in files that are read as text. */
export function checkHstsTexts(document: Document, report: Report, hits: readonly TriggerHit[]): void {
  const say = (range: TextRange, seconds: number, newText: string): void => {
    if (seconds >= leastSeconds) return;
    report({ range, message: shortMessage(seconds), fixes: [{ title: "Make it a year", safe: false, edits: [{ range, newText }] }] });
  };
  for (const { trigger, offset } of hits) {
    if (isCommented(document, offset)) continue;
    const isCsharp = trigger === "AddHsts";
    const found = matchAt(isCsharp ? csharpText : trigger === "hsts-max-age" ? ingressText : headerText, document.text, offset);
    if (!found) continue;
    if (!isCsharp) say(groupRange(found, 1), Number(found[1]), String(leastSeconds));
    else say(unitRange(groupRange(found, 1), groupRange(found, 2)), Number(found[2]) * (secondsOfUnit[found[1] ?? ""] ?? 1), "Days(365");
  }
}

/** From the unit to the number: `Days(30`. */
function unitRange(unit: TextRange, count: TextRange): TextRange {
  return { start: unit.start, end: count.end };
}
