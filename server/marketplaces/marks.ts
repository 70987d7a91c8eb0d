import type { Document, LanguageId } from "../core/document.ts";
import type { AppKind, MarketplaceId } from "../core/requirement.ts";
import type { Registry } from "./packageFiles.ts";

/** A piece of code or configuration that only an app of the marketplace has. */
export interface Mark {
  /** Lower case. It must occur in the text, in any case, before the pattern is tried. Also a trigger. */
  readonly word: string;
  /** Tried on the text without comments. Linear. */
  readonly pattern: RegExp;
  /** A phrase for the status item. */
  readonly reason: string;
  /** The only languages in which it counts. Absent where it counts in any code. */
  readonly languages?: readonly LanguageId[];
  readonly kind?: AppKind;
}

/** Packages of one registry that only an app of the marketplace depends on. */
export interface PackageMark {
  readonly registry: Registry;
  readonly name: RegExp;
  readonly kind?: AppKind;
}

/** A whole file recognised by its structure. */
export interface Shape {
  /** Which files are looked at: those of these names, or any that hold one of these lower-case words. */
  readonly among: { readonly fileNames: readonly string[] } | { readonly words: readonly string[] };
  /** The reason, a phrase for the status item, where the document has the shape. Must not throw. */
  readonly recognise: (document: Document) => string | undefined;
  /** What an app with a file of this shape is made as. Must not throw. */
  readonly kinds?: (document: Document) => readonly AppKind[];
}

/** How the apps of one marketplace are recognised: a data sheet, one a marketplace. */
export interface MarketplaceMarks {
  readonly marketplace: MarketplaceId;
  readonly packages: readonly PackageMark[];
  readonly shapes: readonly Shape[];
  readonly marks: readonly Mark[];
}
