import { pathToFileURL } from "node:url";
import type * as Sarif from "sarif";
import type { NotAnalysed } from "../analysis/analyse.ts";
import type { JudgedFinding, LocatedFix, Region } from "../core/finding.ts";
import { productUrl } from "../core/ruleUrl.ts";
import type { Severity } from "../core/severity.ts";
import { ruleHeads, withTexts } from "../rules/ruleHeads.ts";
import type { AuditReport } from "./report.ts";
import { sarifCatalogue, type SarifCatalogue } from "./sarifCatalogue.ts";

const levels: Readonly<Record<Severity, "error" | "warning" | "note">> = {
  error: "error",
  warning: "warning",
  information: "note",
};

/** The name under which the audited folder's place is given; paths start from it. */
const rootId = "SRCROOT";

/** The report as SARIF 2.1.0, the format of code scanning services. */
export function sarifReport(report: AuditReport): string {
  const catalogue = sarifCatalogue(ruleHeads.map(withTexts), report.marketplaces);
  const log: Sarif.Log = {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "Marketlint",
            version: report.version,
            semanticVersion: report.version,
            informationUri: productUrl,
            rules: catalogue.rules,
            supportedTaxonomies: catalogue.references,
            notifications: [{ id: "not-analysed", shortDescription: { text: "A file, or one rule in it, could not be analysed" } }],
          },
        },
        taxonomies: catalogue.taxonomies,
        columnKind: "utf16CodeUnits",
        originalUriBaseIds: { [rootId]: { uri: folderUri(report.root) } },
        invocations: [
          {
            executionSuccessful: !report.summary.cancelled,
            toolExecutionNotifications: report.notAnalysed.map((one) => notificationOf(one, catalogue)),
          },
        ],
        results: resultsOf(report.findings, catalogue),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function folderUri(folder: string): string {
  const { href } = pathToFileURL(folder);
  return href.endsWith("/") ? href : `${href}/`;
}

function artifact(path: string): Sarif.ArtifactLocation {
  return { uri: path.split("/").map(encodeURIComponent).join("/"), uriBaseId: rootId };
}

/** SARIF counts lines and columns from 1, and the end column is behind the last character, as ours is. */
function regionOf({ start, end }: Region): Sarif.Region {
  return { startLine: start.line + 1, startColumn: start.character + 1, endLine: end.line + 1, endColumn: end.character + 1 };
}

function notificationOf({ path, reason, rule }: NotAnalysed, catalogue: SarifCatalogue): Sarif.Notification {
  const index = rule === undefined ? undefined : catalogue.ruleIndex.get(rule);
  return {
    level: "warning",
    message: { text: rule === undefined ? reason : `${rule}: ${reason}` },
    descriptor: { id: "not-analysed", index: 0 },
    locations: [{ physicalLocation: { artifactLocation: artifact(path) } }],
    ...(rule !== undefined && { associatedRule: { id: rule, ...(index !== undefined && { index }) } }),
  };
}

function resultsOf(findings: readonly JudgedFinding[], catalogue: SarifCatalogue): Sarif.Result[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const key = `${finding.rule} ${finding.path} ${finding.fingerprint}`;
    const occurrence = (seen.get(key) ?? 0) + 1;
    seen.set(key, occurrence);
    return resultOf(finding, occurrence, catalogue);
  });
}

function resultOf(finding: JudgedFinding, occurrence: number, catalogue: SarifCatalogue): Sarif.Result {
  const { rule, path, message, severity, suppression, fingerprint, requirements } = finding;
  const ruleIndex = catalogue.ruleIndex.get(rule);
  return {
    ruleId: rule,
    ...(ruleIndex !== undefined && { ruleIndex }),
    level: levels[severity],
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation: artifact(path), region: regionOf(finding.region) } }],
    ...(finding.related.length > 0 && {
      relatedLocations: finding.related.map((place, id) => ({
        id,
        message: { text: place.message },
        physicalLocation: { artifactLocation: artifact(place.path ?? path), region: regionOf(place.region) },
      })),
    }),
    // GitHub reads the first name only, and tells equal lines apart by the number behind the colon.
    partialFingerprints: { primaryLocationLineHash: `${fingerprint}:${occurrence}`, "marketlint/v1": fingerprint },
    ...(finding.fixes.length > 0 && { fixes: finding.fixes.map((fix) => fixOf(fix, path)) }),
    suppressions: suppression
      ? [{ kind: suppression.kind === "comment" ? "inSource" : "external", status: "accepted", justification: suppression.reason }]
      : [],
    taxa: requirements.flatMap(catalogue.requirementReference),
    properties: { requirements: [...requirements], ...finding.properties },
  };
}

function fixOf(fix: LocatedFix, path: string): Sarif.Fix {
  const appended = (fix.appends ?? []).map(({ fileName, line }) => ` (adds "${line}" to ${fileName})`).join("");
  return {
    description: { text: `${fix.title}${appended}` },
    artifactChanges: [
      {
        artifactLocation: artifact(path),
        replacements: fix.edits.map((edit) => ({
          deletedRegion: regionOf(edit.region),
          ...(edit.newText !== "" && { insertedContent: { text: edit.newText } }),
        })),
      },
    ],
  };
}
