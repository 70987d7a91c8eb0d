import { intersects, minVersion, satisfies, validRange } from "semver";
import { objectOf, textOf } from "../../languages/dependencies/plainData.ts";
import type { AdvisorySeverity } from "../../languages/dependencies/registryAnswer.ts";

/** A known hole of a package, as a registry tells it. */
export interface Advisory {
  readonly name: string;
  /** The versions that have it. */
  readonly range: string;
  readonly severity: AdvisorySeverity;
  readonly title: string;
  readonly id?: string;
  readonly url?: string;
  /** The versions that no longer have it, where the registry says so. */
  readonly patched?: string;
}

/** What an audit told. */
export interface AuditOutput {
  readonly advisories: readonly Advisory[];
  /** The versions that npm would take in place of direct dependencies, by name. */
  readonly fixes: ReadonlyMap<string, string>;
}

const severities: readonly AdvisorySeverity[] = ["critical", "high", "moderate", "low", "info"];

/** Reads what `audit --json` of npm 7 and later, pnpm, yarn 1 and yarn 2 and later prints; undefined where it is none of them. */
export function readAudit(output: string): AuditOutput | undefined {
  const whole = parsed(output);
  if (whole !== undefined) {
    const root = objectOf(whole);
    if (root["vulnerabilities"] !== undefined && root["auditReportVersion"] !== undefined) return npmAudit(objectOf(root["vulnerabilities"]));
    if (root["advisories"] !== undefined) return { advisories: Object.values(objectOf(root["advisories"])).flatMap((one) => advisoryOf(objectOf(one)) ?? []), fixes: new Map() };
  }
  return lineAudit(output);
}

function npmAudit(vulnerabilities: Readonly<Record<string, unknown>>): AuditOutput {
  const fixes = new Map<string, string>();
  const found = new Map<string, Advisory>();
  for (const value of Object.values(vulnerabilities)) {
    const one = objectOf(value);
    const fix = objectOf(one["fixAvailable"]);
    const [name, version] = [textOf(fix["name"]), textOf(fix["version"])];
    if (name !== undefined && version !== undefined) fixes.set(name, version);
    for (const via of Array.isArray(one["via"]) ? (one["via"] as unknown[]) : []) {
      const about = objectOf(via);
      const advisory = advisoryOf({ ...about, module_name: about["name"], vulnerable_versions: about["range"] });
      if (advisory) found.set(`${advisory.name} ${String(about["source"])} ${advisory.range}`, advisory);
    }
  }
  return { advisories: [...found.values()], fixes };
}

/** Both kinds of yarn print one value a line. */
function lineAudit(output: string): AuditOutput | undefined {
  const advisories = new Map<string, Advisory>();
  let isAudit = output.trim() === "";
  for (const line of output.split(/\r?\n/)) {
    if (!line.startsWith("{")) continue;
    const entry = objectOf(parsed(line));
    const data = objectOf(entry["data"]);
    if (entry["type"] === "auditSummary") isAudit = true;
    const children = objectOf(entry["children"]);
    const advisory = entry["type"] === "auditAdvisory" ? advisoryOf(objectOf(data["advisory"])) : berryAdvisory(textOf(entry["value"]), children);
    if (!advisory) continue;
    isAudit = true;
    advisories.set(`${advisory.name} ${advisory.id ?? advisory.title} ${advisory.range}`, advisory);
  }
  return isAudit ? { advisories: [...advisories.values()], fixes: new Map() } : undefined;
}

function berryAdvisory(name: string | undefined, about: Readonly<Record<string, unknown>>): Advisory | undefined {
  if (name === undefined || about["Issue"] === undefined) return undefined;
  // What is only given up is told by the lock files that know it.
  if (String(about["ID"]).includes("deprecation")) return undefined;
  return advisoryOf({ module_name: name, vulnerable_versions: about["Vulnerable Versions"], severity: about["Severity"], title: about["Issue"], url: about["URL"] });
}

function advisoryOf(about: Readonly<Record<string, unknown>>): Advisory | undefined {
  const name = textOf(about["module_name"]);
  const range = textOf(about["vulnerable_versions"]);
  const severity = severities.find((one) => one === about["severity"]);
  if (name === undefined || range === undefined || validRange(range) === null || severity === undefined) return undefined;
  const address = textOf(about["url"]);
  const url = address !== undefined && /^https?:\/\/[^\s<>"]+$/.test(address) ? address : undefined;
  const id = textOf(about["github_advisory_id"]) ?? /GHSA(?:-[0-9a-z]{4}){3}/.exec(url ?? "")?.[0];
  const patched = textOf(about["patched_versions"]);
  return { name, range, severity, title: textOf(about["title"]) ?? "a known hole", ...(id !== undefined && { id }), ...(url !== undefined && { url }), ...(patched !== undefined && { patched }) };
}

/** The first version after one that an advisory calls fixed; undefined where it names none. */
export function fixedVersion({ range, patched }: Pick<Advisory, "range" | "patched">, version: string): string | undefined {
  const ends = range.split("||").filter((part) => validRange(part) !== null && satisfies(version, part, { includePrerelease: true }));
  const bounds = ends.flatMap((part) => /<(?!=)\s*v?(\d[\w.+-]*)/.exec(part)?.[1] ?? []);
  const [bound] = bounds;
  if (bound !== undefined && bounds.length === ends.length) return bound;
  if (patched === undefined || validRange(patched) === null) return undefined;
  const later = patched.split("||").filter((part) => validRange(part) !== null && intersects(part, `>${version}`, { includePrerelease: true }));
  return later.flatMap((part) => minVersion(part)?.version ?? []).find((one) => !satisfies(one, range) && one !== "0.0.0");
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
