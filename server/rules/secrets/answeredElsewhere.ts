import type { Document, LanguageId } from "../../core/document.ts";

/** Where `superoffice-application-token-in-code` looks. */
const itsLanguages: ReadonlySet<LanguageId> = new Set(["typescript", "html", "csharp", "xml", "json", "yaml"]);
const itsNames: ReadonlySet<string> = new Set(["applicationtoken", "soapptoken", "superofficeapptoken", "superofficeapplicationtoken"]);
/** A section of configuration, or a part of a key's path, that is SuperOffice's. */
const section = /(?:^|[\s"'{,])superoffice\w*(?:["']?\s{0,20}:|__|:)/i;
/** A section's head does not stand further before its keys than this, in characters. */
const sectionLength = 600;
/** The application token's name, and up to the value nothing that ends the expression. */
const givenHere = /(?:so-?app-?token|application-?token)["'\])]{0,2}\s{0,3}[:=,(][^;\n]{0,120}$/i;
/** A request of an authorization provider in a Forge manifest, where `forge-secret-in-provider` looks. */
const forgeProvider = /^providers:[^]*\b(?:queryParameters|overrides):/m;
const forgeNames = /^(?:clientsecret|refreshtoken|accesstoken|x?apikey|password|token|authorization)$/;

/**
 * Whether a rule of another concern answers for a value, so that the general ones are silent: one value, one finding, and
 * the rule that knows most about the place has it. `name` is what holds the value, in lower case and without separators.
 */
export function isAnsweredElsewhere(document: Document, name: string, offset: number): boolean {
  return isApplicationToken(document, name, offset) || isOfForgeProvider(document, name, offset);
}

/** SuperOffice's application token: under its own names, given to one of them, and as `ClientSecret` in a section of SuperOffice's. */
function isApplicationToken({ text, language }: Document, name: string, offset: number): boolean {
  if (!itsLanguages.has(language)) return false;
  if (itsNames.has(name)) return true;
  if (language === "json" || language === "yaml") return name.endsWith("clientsecret") && section.test(text.slice(Math.max(0, offset - sectionLength), offset));
  if (language !== "typescript") return false;
  return givenHere.test(text.slice(Math.max(0, offset - 200), offset)) || isGivenByName(text, offset);
}

/** `const secret = "…"`, and behind it `"SO-AppToken": secret`. */
function isGivenByName(text: string, offset: number): boolean {
  const holder = /\b(?:const|let|var)\s{1,3}([A-Za-z_$][\w$]{0,60})\s{0,3}(?::[^=\n]{1,40})?=\s{0,3}["'`]$/.exec(text.slice(Math.max(0, offset - 140), offset))?.[1];
  if (holder === undefined || !/app-?token|application-?token/i.test(text)) return false;
  return new RegExp(`(?:so-?app-?token|application-?token)["'\\])]{0,2}\\s{0,3}[:=,(]\\s{0,3}${holder.replace(/\$/g, "\\$")}(?![\\w$.])`, "i").test(text);
}

function isOfForgeProvider({ text, fileName }: Document, name: string, offset: number): boolean {
  return /^manifest\.ya?ml$/.test(fileName) && forgeNames.test(name) && forgeProvider.test(text.slice(0, offset));
}
