import type { Document } from "../../core/document.ts";
import { isTestPath } from "../../core/filePurpose.ts";
import type { Problem } from "../../core/finding.ts";
import type { Report } from "../../core/rule.ts";
import { typescriptSyntax } from "../../languages/typescript/syntax.ts";
import { faultyCookieCalls } from "./cookieCalls.ts";
import type { AttributeName } from "./cookieSetters.ts";
import type { CookieFault } from "./cookieWrite.ts";
import { faultySetCookieHeaders } from "./setCookieHeaders.ts";

/** What one rule asks of cookies. */
export interface CookieDemand {
  readonly option: AttributeName;
  /** The attribute as headers spell it. */
  readonly header: string;
  /** The end of the message: what follows from the fault. */
  readonly consequence: string;
  /** Whether the demand does not hold for this cookie. */
  isExempt(fault: CookieFault): boolean;
  /** Whether the fix keeps the program's meaning. */
  isSafe(fault: CookieFault, document: Document): boolean;
  /** The limit of the severity, where the cookie matters less. */
  atMost?(fault: CookieFault): "information" | undefined;
}

/** Reports every cookie of a document that does not meet a demand, once a place. */
export function reportCookies(document: Document, report: Report, demand: CookieDemand): void {
  if (isTestPath(document.path)) return;
  const syntax = document.syntax(typescriptSyntax);
  const faults = [
    ...faultyCookieCalls(document, syntax, demand.option),
    ...faultySetCookieHeaders(document, syntax, demand.header),
  ];
  const places = new Set<string>();
  for (const fault of faults) {
    const place = `${fault.range.start} ${fault.range.end}`;
    if (demand.isExempt(fault) || places.has(place)) continue;
    places.add(place);
    report(problemOf(fault, document, demand));
  }
}

function problemOf(fault: CookieFault, document: Document, demand: CookieDemand): Problem {
  const { name, isSession, off, range, repair } = fault;
  const cookie = isSession ? "session cookie" : "cookie";
  // A name may itself be long or odd; a message holds a short plain one only.
  const called = name !== undefined && /^[\w.-]{1,40}$/.test(name) ? ` "${name}"` : "";
  const lack = off === undefined ? `is set without ${demand.header}` : `has ${demand.option} switched off`;
  const atMost = demand.atMost?.(fault);
  return {
    range,
    message: `The ${cookie}${called} ${lack}: ${demand.consequence}.`,
    ...(repair ? { fixes: [{ ...repair, safe: demand.isSafe(fault, document) }] } : {}),
    ...(atMost ? { atMost } : {}),
  };
}
