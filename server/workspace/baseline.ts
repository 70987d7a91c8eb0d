import type { JudgedFinding } from "../core/finding.ts";
import { UsageError } from "./usageError.ts";

/** Findings of one rule, in one file, on lines of the same text, accepted on a day. */
export interface BaselineEntry {
  readonly fingerprint: string;
  readonly rule: string;
  readonly path: string;
  /** How many findings share the fingerprint. */
  readonly count: number;
  /** `YYYY-MM-DD`, the day on which they were accepted first. */
  readonly date: string;
}

/** The findings that were there on a day and are not asked about again. */
export interface Baseline {
  readonly entries: readonly BaselineEntry[];
}

const version = 1;

function keyOf(entry: { readonly path: string; readonly rule: string; readonly fingerprint: string }): string {
  return `${entry.path}\n${entry.rule}\n${entry.fingerprint}`;
}

/** The baseline of these findings; what `before` holds already keeps its date. Findings accepted otherwise are left out. */
export function baselineOf(findings: readonly JudgedFinding[], today: string, before?: Baseline): Baseline {
  const dates = new Map(before?.entries.map((entry) => [keyOf(entry), entry.date]));
  const counts = new Map<string, BaselineEntry>();
  for (const finding of findings) {
    if (finding.suppression && finding.suppression.kind !== "baseline") continue;
    const { fingerprint, rule, path } = finding;
    const key = keyOf(finding);
    const count = (counts.get(key)?.count ?? 0) + 1;
    counts.set(key, { fingerprint, rule, path, count, date: dates.get(key) ?? today });
  }
  return { entries: [...counts].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, entry]) => entry) };
}

/** A baseline as text: sorted, an entry a line, so that a merge touches only what changed. */
export function writeBaseline({ entries }: Baseline): string {
  const lines = entries.map((entry) => `    ${JSON.stringify(entry)}`);
  const list = lines.length === 0 ? "[]" : `[\n${lines.join(",\n")}\n  ]`;
  return `{\n  "version": ${version},\n  "entries": ${list}\n}\n`;
}

/** Reads a baseline. Throws {@link UsageError} where the text is none; `name` is the file's, for the message. */
export function readBaseline(text: string, name: string): Baseline {
  const read = parse(text.replace(/^\uFEFF/, ""));
  if (!isRecord(read) || !Array.isArray(read.entries)) throw new UsageError(`--baseline: ${name} is not a baseline of Marketlint`);
  if (read.version !== version) throw new UsageError(`--baseline: ${name} has another version than ${version}`);
  const entries: readonly unknown[] = read.entries;
  entries.forEach((entry, at) => {
    if (!isEntry(entry)) throw new UsageError(`--baseline: entry ${at + 1} of ${name} is not complete`);
  });
  return { entries: entries.filter(isEntry) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Broken JSON is answered like any other text that is no baseline.
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isEntry(value: unknown): value is BaselineEntry {
  if (!isRecord(value)) return false;
  const texts = [value.fingerprint, value.rule, value.path, value.date].every((one) => typeof one === "string");
  return texts && typeof value.count === "number" && value.count > 0;
}

/** Marks the findings that a baseline accepts, at most as many of a fingerprint as it counts. */
export function applyBaseline(findings: readonly JudgedFinding[], baseline: Baseline): JudgedFinding[] {
  const left = new Map(baseline.entries.map((entry) => [keyOf(entry), entry.count]));
  const dates = new Map(baseline.entries.map((entry) => [keyOf(entry), entry.date]));
  return findings.map((finding) => {
    const key = keyOf(finding);
    const count = left.get(key) ?? 0;
    if (finding.suppression || count === 0) return finding;
    left.set(key, count - 1);
    return { ...finding, suppression: { kind: "baseline", reason: `in the baseline since ${dates.get(key) ?? "an unknown day"}` } };
  });
}

/** What of a baseline is still there. */
export interface BaselineUse {
  /** Findings that it accepts. */
  readonly accepted: number;
  /** Entries of which no finding is left. */
  readonly gone: number;
  /** `YYYY-MM-DD`, since when the oldest of those still accepted is; absent where none is. */
  readonly oldest?: string;
}

/** Compares a baseline with all findings of the folder that it was made for. */
export function baselineUse(findings: readonly JudgedFinding[], { entries }: Baseline): BaselineUse {
  const found = new Set(findings.map(keyOf));
  const left = entries.filter((entry) => found.has(keyOf(entry)));
  const [oldest] = left.map(({ date }) => date).sort();
  const accepted = findings.filter(({ suppression }) => suppression?.kind === "baseline").length;
  return { accepted, gone: entries.length - left.length, ...(oldest !== undefined && { oldest }) };
}
