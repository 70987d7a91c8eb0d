import type { Document } from "../../../core/document.ts";
import { listedInExample, type Idiom, type Move } from "./idiom.ts";
import { lineRest, wholeValue } from "./wholeValue.ts";

/** A kind of settings file whose reader fills in a placeholder. */
interface Placeholder {
  readonly holds: (document: Document) => boolean;
  readonly write: (variable: string) => string;
  readonly title: (variable: string) => string;
  /** Whether developers set the variable in `.env`. */
  readonly isListed: boolean;
  /** What may stand before a value that has no quotes; absent where only quoted values are replaced. */
  readonly bare?: RegExp;
}

const superOffice = /superoffice|SoAppToken/i;
const afterKey = /[:=][ \t]*$/;

const placeholders: readonly Placeholder[] = [
  {
    holds: ({ path }) => /(?:^|\/)\.github\/(?:workflows|actions)\/.*\.ya?ml$/i.test(path),
    write: (variable) => `\${{ secrets.${variable} }}`,
    title: (variable) => `Read it from the repository's secret ${variable}`,
    isListed: false,
    bare: /:[ \t]*$/,
  },
  {
    // Variables that are marked as secured; pipelines are run by a shell.
    holds: ({ fileName }) => /^bitbucket-pipelines\.ya?ml$/i.test(fileName),
    write: (variable) => `$${variable}`,
    title: (variable) => `Read it from the secured repository variable ${variable}`,
    isListed: false,
    bare: /[:=][ \t]*$/,
  },
  {
    holds: ({ fileName }) => /^(?:application|bootstrap)(?:-[\w-]+)?\.(?:properties|ya?ml)$/i.test(fileName),
    write: (variable) => `\${${variable}}`,
    title: (variable) => `Read it from the environment variable ${variable}`,
    isListed: true,
    bare: afterKey,
  },
  {
    holds: ({ fileName }) => /^\.(?:npmrc|yarnrc\.yml)$/i.test(fileName),
    write: (variable) => `\${${variable}}`,
    title: (variable) => `Read it from the environment variable ${variable}`,
    isListed: false,
    bare: afterKey,
  },
  {
    // The notation of SuperOffice's own configuration files and of most deployment services.
    holds: ({ language, text }) => (language === "json" || language === "xml") && superOffice.test(text),
    write: (variable) => `#{${camelCase(variable)}}`,
    title: (variable) => `Replace it by the deployment's #{${camelCase(variable)}}`,
    isListed: false,
    bare: />[ \t]*$/,
  },
];

/** Settings files whose placeholders are filled in from outside. */
export const settingsIdioms: readonly Idiom[] = placeholders.map((placeholder) => ({
  holds: placeholder.holds,
  move: (document, secret, variable) => moveOf(placeholder, document, secret, variable),
}));

function moveOf(placeholder: Placeholder, document: Document, secret: { start: number; end: number }, variable: string): Move | undefined {
  const value = wholeValue(document, secret);
  if (!value) return undefined;
  const isMarkup = document.language === "xml";
  const isWhole = value.quote !== "" || placeholder.bare?.test(value.before) === true;
  const ends = isMarkup || document.language === "json" ? value.quote !== "" || /^[ \t]*</.test(value.after) : lineRest.test(value.after);
  if (!isWhole || !ends) return undefined;
  return {
    title: placeholder.title(variable),
    edits: [{ range: secret, newText: placeholder.write(variable) }],
    appends: placeholder.isListed ? listedInExample(document, variable) : [],
  };
}

/** `SUPEROFFICE_CLIENT_SECRET` as `SuperofficeClientSecret`, as such placeholders are spelt. */
function camelCase(variable: string): string {
  return variable.split("_").map((word) => word.charAt(0) + word.slice(1).toLowerCase()).join("");
}
