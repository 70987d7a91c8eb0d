import type { Document } from "../../core/document.ts";
import type { Fix } from "../../core/finding.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import { memberNamed } from "../../languages/data/dataNode.ts";
import { forgeManifest } from "../../languages/yaml/forgeManifest.ts";
import { manifestShape, permissionsShape } from "./forge/manifestShape.ts";
import { shapeFaults, type ShapeFault } from "./forge/shapeFaults.ts";
import { shapeExamples } from "./forge/shapeExamples.ts";

function check(document: Document, report: Report): void {
  const manifest = forgeManifest(document);
  if (!manifest) return;
  // On the top level tools keep keys of their own: there only a slip in the name of a part is told.
  const { keys } = manifestShape.kind === "keys" ? manifestShape : { keys: {} };
  const top = Object.fromEntries(Object.keys(keys).map((name) => [name, { kind: "any" as const }]));
  const slips = shapeFaults(manifest, { kind: "keys", keys: top }, "", manifest.range).filter((fault) => fault.kind === "key" && fault.nearest !== undefined);
  const permissions = memberNamed(manifest, "permissions");
  const below = permissions ? shapeFaults(permissions.value, permissionsShape, "permissions", permissions.nameRange) : [];
  for (const fault of [...slips, ...below]) {
    if (fault.range.end > fault.range.start) report({ range: fault.range, message: messageOf(fault), fixes: fixesOf(fault, document) });
  }
}

function messageOf(fault: ShapeFault): string {
  const where = fault.where.replaceAll("[]", "");
  if (fault.kind === "type") return `\`${where}\` ${fault.empty ? "is empty and" : ""} has to be ${fault.wanted}, or Forge refuses the manifest.`.replaceAll("  ", " ");
  const place = where === "" ? "A manifest" : `\`${where}\``;
  const meant = fault.nearest === undefined ? "" : `; the nearest is "${fault.nearest}"`;
  return `${place} has no key "${fault.name}"${meant}.`;
}

function fixesOf(fault: ShapeFault, { text }: Document): Fix[] {
  if (fault.kind === "key") return fault.nearest === undefined ? [] : [{ title: `Change to ${fault.nearest}`, safe: false, edits: [{ range: fault.range, newText: fault.nearest }] }];
  if (!fault.empty || !fault.wanted.includes("list")) return [];
  // Behind the colon of the key, which a half-typed one may lack.
  const at = fault.range.end + 1;
  if (text[fault.range.end] !== ":") return [];
  return [{ title: "Write an empty list", safe: false, edits: [{ range: { start: at, end: at }, newText: " []" }] }];
}

export default defineRule({
  id: "forge-manifest-shape",
  title: "Permissions of a Forge manifest in another shape than the schema's",
  concern: "scopes",
  languages: ["yaml"],
  marketplaces: ["atlassian"],
  requirements: ["atlassian/least-privilege", "atlassian/egress-explicit"],
  severity: "warning",
  cwe: [],
  fix: "review",
  triggers: ["ari:cloud:ecosystem", "modules"],
  documentation: {
    wrong: "A key below `permissions` of the Forge manifest does not exist, or its value is of another kind than Forge's schema wants: a text where a list belongs, a quoted flag, nothing at all. A slip in the name of a part of the manifest, such as `permision`, is told too.",
    why: "Forge refuses the manifest at the next deployment. Whoever reads it meanwhile, this tool and a reviewer too, looks for scopes and hosts in vain.",
    fix: "Where one key differs by a letter or two, the quick fix writes it. An empty list of scopes is written `[]`.",
    suppress: "Where a key is newer than the schema of this version, which the documentation of Forge shows.",
  },
  examples: shapeExamples,
  check,
});
