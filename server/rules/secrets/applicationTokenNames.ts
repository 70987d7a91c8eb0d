import type { Document, LanguageId } from "../../core/document.ts";

/** Where `superoffice-application-token-in-code` looks. */
const itsLanguages: ReadonlySet<LanguageId> = new Set(["typescript", "html", "csharp", "xml", "json", "yaml"]);
const itsNames: ReadonlySet<string> = new Set(["applicationtoken", "soapptoken"]);
/** A section of configuration, or a part of a key's path, that is SuperOffice's. */
const section = /(?:^|[\s"'{,])superoffice\w*(?:["']?\s{0,20}:|__|:)/i;
/** A section's head does not stand further before its keys than this, in characters. */
const sectionLength = 600;

/**
 * Whether the rule on SuperOffice's application token answers for a value: under its own names, and for
 * `ClientSecret` in a section of SuperOffice's. Without this every such value were reported twice.
 */
export function isApplicationToken(document: Document, name: string, offset: number): boolean {
  if (!itsLanguages.has(document.language)) return false;
  if (itsNames.has(name)) return true;
  const isConfiguration = document.language === "json" || document.language === "yaml";
  if (!isConfiguration || !name.endsWith("clientsecret")) return false;
  return section.test(document.text.slice(Math.max(0, offset - sectionLength), offset));
}
