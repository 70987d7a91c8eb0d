import type { Document } from "../core/document.ts";
import type { Finding } from "../core/finding.ts";

/** 64-bit FNV-1a as 16 hex digits: short, the same on every machine, and no secret goes into it. */
function hash(text: string): string {
  let value = 0xcbf29ce484222325n;
  for (let at = 0; at < text.length; at++) {
    value = BigInt.asUintN(64, (value ^ BigInt(text.charCodeAt(at))) * 0x100000001b3n);
  }
  return value.toString(16).padStart(16, "0");
}

/**
 * The finding's identity over moved lines and changed indentation: rule, path and the lines it is on, with
 * white space folded and the secret's value taken out. Two equal lines in one file share it. The scope or address a
 * finding is about is part of it: all that lack are shown at one line.
 */
export function fingerprintOf(document: Document, finding: Finding): string {
  const start = document.lines[document.lineOf(finding.range.start)] ?? 0;
  const end = Math.min(document.lineEnd(document.lineOf(finding.range.end)), start + 400);
  const { secret } = finding;
  const text = secret
    ? document.text.slice(start, Math.max(start, secret.start)) + "\u0000" + document.text.slice(secret.end, Math.max(end, secret.end))
    : document.text.slice(start, end);
  const about = finding.properties?.["scope"] ?? finding.properties?.["address"] ?? "";
  return hash(`${finding.rule}\n${finding.path}\n${text.replace(/\s+/g, " ").trim()}${about && `\n${about}`}`);
}
