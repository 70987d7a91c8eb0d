import { sheets } from "./detectionSheets.ts";
import { packageFileNames } from "./packageFiles.ts";

// In the bundles this module is made of data alone (scripts/ruleBundles.mjs): who lists files needs no marks to look for.

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
