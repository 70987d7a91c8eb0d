import type { TextRange } from "../../core/text.ts";

/** How long logs have to be kept, in days: three months. */
export const requiredDays = 90;

/** A setting by which logs are thrown away too early. */
export interface ShortRetention {
  readonly range: TextRange;
  readonly days: number;
  /** What to write there; absent where a person has to think. */
  readonly better?: string;
}

const duration = /^(\d{1,6})\s*(h|d|w|m)$/i;
const daysOf: Readonly<Record<string, number>> = { h: 1 / 24, d: 1, w: 7, m: 30 };

/** The days of `14d`, `168h`, `2w`; undefined for anything else, such as a number of files. */
export function durationDays(text: string): number | undefined {
  const found = duration.exec(text.trim());
  const unit = daysOf[(found?.[2] ?? "").toLowerCase()];
  return found && unit !== undefined ? Number(found[1]) * unit : undefined;
}

/** Whether a time counts as too short. No time at all, and 0, mean for ever in these settings. */
export function isTooShort(days: number | undefined): days is number {
  return days !== undefined && days > 0 && days < requiredDays;
}

/** AWS CDK 2: the names of its periods that are too short, in days. */
export const cdkPeriods: ReadonlyMap<string, number> = new Map([
  ["ONE_DAY", 1], ["THREE_DAYS", 3], ["FIVE_DAYS", 5], ["ONE_WEEK", 7], ["TWO_WEEKS", 14], ["ONE_MONTH", 30], ["TWO_MONTHS", 60],
]);
