import type { Document } from "../../core/document.ts";
import { isTestPath } from "../../core/filePurpose.ts";
import type { Problem } from "../../core/finding.ts";
import type { Report } from "../../core/rule.ts";
import { flagWords, type FlagName } from "./cookieAttributes.ts";
import { isCredential } from "./cookieNames.ts";
import { cookiesIn } from "./cookiesIn.ts";
import type { FlagFault, WrittenCookie } from "./writtenCookie.ts";

/** What one rule asks of cookies. */
export interface CookieDemand {
  readonly flag: FlagName;
  /** The end of the message: what follows from the fault. */
  readonly consequence: string;
  /** What to say of a cookie that a script writes, where that differs. */
  readonly ofScripts?: string;
  /** Whether the demand does not hold for this cookie. */
  isExempt(cookie: WrittenCookie): boolean;
  /** Whether the fix keeps the program's meaning. */
  isSafe(cookie: WrittenCookie, document: Document): boolean;
  /** The limit of the severity, where the cookie matters less. */
  atMost?(cookie: WrittenCookie): "information" | undefined;
}

/** Reports every cookie of a document that lacks a flag, once a place. */
export function reportCookies(document: Document, report: Report, demand: CookieDemand): void {
  const places = new Set<string>();
  forCookies(document, (cookie) => {
    if (demand.isExempt(cookie)) return;
    for (const fault of cookie.faults(demand.flag)) {
      const place = `${fault.range.start} ${fault.range.end}`;
      if (places.has(place)) continue;
      places.add(place);
      report(problemOf(fault, cookie, document, demand));
    }
  });
}

/** Goes over the cookies that matter: not those of tests, and of those that scripts write only what signs a person in. */
export function forCookies(document: Document, look: (cookie: WrittenCookie) => void): void {
  if (isTestPath(document.path)) return;
  for (const cookie of cookiesIn(document)) {
    if (!cookie.byScript || isCredential(cookie.name ?? "")) look(cookie);
  }
}

/** How messages name a cookie: `session cookie "sid"`. A name may itself be long or odd; a message holds a short plain one only. */
export function titleOf({ name, isSession }: WrittenCookie): string {
  const called = name !== undefined && /^[\w.-]{1,40}$/.test(name) ? ` "${name}"` : "";
  return `${isSession ? "session cookie" : "cookie"}${called}`;
}

function problemOf({ range, off, repair }: FlagFault, cookie: WrittenCookie, document: Document, demand: CookieDemand): Problem {
  const lack = off === undefined ? `is set without ${flagWords[demand.flag]}` : `has ${off} switched off`;
  const atMost = demand.atMost?.(cookie);
  const isUnfit = cookie.byScript && demand.ofScripts !== undefined;
  return {
    range,
    message: isUnfit ? `The ${titleOf(cookie)} ${demand.ofScripts}` : `The ${titleOf(cookie)} ${lack}: ${demand.consequence}.`,
    ...(repair && !isUnfit ? { fixes: [{ ...repair, safe: demand.isSafe(cookie, document) }] } : {}),
    ...(atMost ? { atMost } : {}),
  };
}
