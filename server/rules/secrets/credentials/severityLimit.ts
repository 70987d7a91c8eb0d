import type { Severity } from "../../../core/severity.ts";
import type { Candidate } from "./candidate.ts";
import { looksGenerated } from "./randomness.ts";

const localHost = /^@(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\]|host\.docker\.internal)\b/;

/**
 * How bad a credential may be at most; undefined for no limit. What a generator made under a credential's name, or
 * what stands between a user and a host, is one beyond doubt; the rest is judged by its looks. On the own machine it opens
 * little.
 */
export function severityLimit({ document, position, range, value, kind }: Candidate): Severity | undefined {
  if (position === "url") {
    const host = document.text.slice(range.end, range.end + 30);
    if (localHost.test(host)) return "information";
    // Behind a name without a dot is another container of the same file.
    return /^@[\w-]+(?:[:/]|$)/.test(host) ? "warning" : undefined;
  }
  if (document.language === "dotenv") return "warning";
  if (position === "compared") return "warning";
  return kind !== "token" && looksGenerated(value) ? undefined : "warning";
}
