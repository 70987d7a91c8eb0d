import type { LanguageId } from "../../core/document.ts";
import type { DataNode } from "../../languages/data/dataNode.ts";

/** Manifests are written in both. */
export const manifestLanguages: readonly LanguageId[] = ["yaml", "json"];

/** Every object of the Kubernetes API names its version; other files of these languages are not parsed for its rules. */
export const manifestTriggers: readonly string[] = ["apiVersion"];

/** The demands that a hardened container serves. */
export const hardening: readonly string[] = [
  "akeneo/hardened-images",
  "akeneo/cis-benchmarks",
  "superoffice/cis-controls",
  "openchannel/container-scan",
];

/** Whether a value is written as `true`. */
export function isTrue(node: DataNode | undefined): boolean {
  return node?.kind === "other" && node.value === true;
}

/** Whether a value is written as `false`. */
export function isFalse(node: DataNode | undefined): boolean {
  return node?.kind === "other" && node.value === false;
}

/** A number as written; undefined where it is none or not known. */
export function numberOf(node: DataNode | undefined): number | undefined {
  return node?.kind === "other" && typeof node.value === "number" ? node.value : undefined;
}

/** The demands that a service reached by encrypted connections alone serves. */
export const encryptedTraffic: readonly string[] = ["atlassian/tls", "superoffice/secure-environment", "openchannel/encrypted-traffic"];

/** The demands that a secret kept out of the repository serves. */
export const secretsKept: readonly string[] = [
  "atlassian/secrets-not-in-source",
  "akeneo/credentials-stored-securely",
  "superoffice/secrets-stored-securely",
  "openchannel/api-secrets",
];
