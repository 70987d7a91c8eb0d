import type { Document } from "../core/document.ts";
import type { AppKind, MarketplaceEvidence } from "../core/requirement.ts";
import { commentFree } from "./commentFree.ts";
import { sheets } from "./detectionSheets.ts";
import type { MarketplaceMarks, PackageMark } from "./marks.ts";
import { packagesUsed, type PackageUse } from "./packageFiles.ts";

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
    const shown = shownByDependency(document, sheet, packages) ?? shownByShape(document, sheet, lowerCase) ?? shownByMark(document, sheet, lowerCase, code);
    return shown ? [{ marketplace: sheet.marketplace, path: document.path, ...shown }] : [];
  });
}

/** The code of a document, made on first demand, since most documents hold none of the words. */
function codeOnce(document: Document): () => string | undefined {
  let made: { readonly text: string | undefined } | undefined;
  return () => (made ??= { text: testPath.test(document.path) ? undefined : commentFree(document) }).text;
}

type Shown = Pick<MarketplaceEvidence, "reason" | "kinds">;

function shown(reason: string, kinds: readonly (AppKind | undefined)[]): Shown {
  const known = kinds.filter((kind) => kind !== undefined);
  return { reason, ...(known.length > 0 && { kinds: known }) };
}

function shownByDependency(document: Document, sheet: MarketplaceMarks, used: readonly PackageUse[]): Shown | undefined {
  const marksOf = (use: PackageUse): PackageMark[] =>
    sheet.packages.filter((mark) => mark.registry === use.registry && mark.name.test(use.name));
  const found = used.find((use) => marksOf(use).length > 0);
  // Who depends on packages of several kinds is of several kinds.
  return found && shown(`${document.fileName} depends on ${found.name}`, [...new Set(used.flatMap(marksOf).map(({ kind }) => kind))]);
}

function shownByShape(document: Document, sheet: MarketplaceMarks, lowerCase: string): Shown | undefined {
  for (const { among, recognise, kinds } of sheet.shapes) {
    const meant =
      "fileNames" in among
        ? among.fileNames.includes(document.fileName)
        : among.words.some((word) => lowerCase.includes(word));
    const reason = meant ? recognise(document) : undefined;
    if (reason !== undefined) return shown(reason, kinds?.(document) ?? []);
  }
  return undefined;
}

function shownByMark(
  document: Document,
  sheet: MarketplaceMarks,
  lowerCase: string,
  code: () => string | undefined,
): Shown | undefined {
  const found = sheet.marks.find(
    (mark) =>
      lowerCase.includes(mark.word) &&
      (mark.languages?.includes(document.language) ?? true) &&
      mark.pattern.test(code() ?? ""),
  );
  return found && shown(found.reason, [found.kind]);
}
