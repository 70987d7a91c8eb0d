import type { Document } from "../core/document.ts";
import type { MarketplaceEvidence } from "../core/requirement.ts";
import { akeneoMarks } from "./akeneo/detection.ts";
import { atlassianMarks } from "./atlassian/detection.ts";
import { commentFree } from "./commentFree.ts";
import type { MarketplaceMarks } from "./marks.ts";
import { openchannelMarks } from "./openchannel/detection.ts";
import { packageFileNames, packagesUsed, type PackageUse } from "./packageFiles.ts";
import { superofficeMarks } from "./superoffice/detection.ts";

const sheets: readonly MarketplaceMarks[] = [atlassianMarks, akeneoMarks, superofficeMarks, openchannelMarks];

/** File names that are always looked at, whatever words they hold. */
export const detectionFileNames: readonly string[] = [
  ...new Set([
    ...packageFileNames,
    ...sheets.flatMap((sheet) => sheet.shapes.flatMap(({ among }) => ("fileNames" in among ? among.fileNames : []))),
  ]),
];

/** Lower-case words of which one must occur in any other file, in any case, before it is looked at. */
export const detectionTriggers: readonly string[] = [
  ...new Set(
    sheets.flatMap((sheet) => [
      ...sheet.marks.map((mark) => mark.word),
      ...sheet.shapes.flatMap(({ among }) => ("words" in among ? among.words : [])),
    ]),
  ),
];

/** Code of others, and files that a tool wrote: what they name, the app need not use. */
const foreignPath =
  /(?:^|\/)(?:node_modules|bower_components|vendor|\.git)\/|(?:^|\/)(?:package-lock\.json|npm-shrinkwrap\.json|composer\.lock|packages\.lock\.json|pnpm-lock\.yaml|yarn\.lock)$/;

/** Tests quote the marks of apps that they are not part of. */
const testPath =
  /(?:^|\/)(?:tests?|__tests__|specs?|__mocks__|mocks|fixtures|__fixtures__|e2e)\/|[.-](?:test|spec)\.[^/]*$/i;

/** UTF-16 units. Nobody writes longer code by hand: a bundle quotes the libraries it was made of. */
const longestCode = 1_000_000;

/**
 * Why marketplaces apply to the app of this document, at most one reason each, in the order of the
 * marketplaces. Prose, comments, lock files and the code of others are no evidence. Never throws.
 */
export function detectMarketplaces(document: Document): MarketplaceEvidence[] {
  if (document.text.length > longestCode || foreignPath.test(document.path)) return [];
  const lowerCase = document.text.toLowerCase();
  const packages = packagesUsed(document);
  const code = codeOnce(document);
  return sheets.flatMap((sheet) => {
    const reason =
      dependencyReason(document, sheet, packages) ??
      shapeReason(document, sheet, lowerCase) ??
      markReason(document, sheet, lowerCase, code);
    return reason === undefined ? [] : [{ marketplace: sheet.marketplace, path: document.path, reason }];
  });
}

/** The code of a document, made on first demand, since most documents hold none of the words. */
function codeOnce(document: Document): () => string | undefined {
  let made: { readonly text: string | undefined } | undefined;
  return () => (made ??= { text: testPath.test(document.path) ? undefined : commentFree(document) }).text;
}

function dependencyReason(document: Document, sheet: MarketplaceMarks, used: readonly PackageUse[]): string | undefined {
  const found = used.find((use) =>
    sheet.packages.some((mark) => mark.registry === use.registry && mark.name.test(use.name)),
  );
  return found && `${document.fileName} depends on ${found.name}`;
}

function shapeReason(document: Document, sheet: MarketplaceMarks, lowerCase: string): string | undefined {
  for (const { among, recognise } of sheet.shapes) {
    const meant =
      "fileNames" in among
        ? among.fileNames.includes(document.fileName)
        : among.words.some((word) => lowerCase.includes(word));
    const reason = meant ? recognise(document) : undefined;
    if (reason !== undefined) return reason;
  }
  return undefined;
}

function markReason(
  document: Document,
  sheet: MarketplaceMarks,
  lowerCase: string,
  code: () => string | undefined,
): string | undefined {
  const found = sheet.marks.find(
    (mark) =>
      lowerCase.includes(mark.word) &&
      (mark.languages?.includes(document.language) ?? true) &&
      mark.pattern.test(code() ?? ""),
  );
  return found?.reason;
}
