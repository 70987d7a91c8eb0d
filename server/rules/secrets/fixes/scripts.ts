import type { Document } from "../../../core/document.ts";
import type { TextEdit } from "../../../core/finding.ts";
import { listedInExample, type Idiom } from "./idiom.ts";
import { wholeValue } from "./wholeValue.ts";

/** How far back a statement is looked at, in characters. */
const statementReach = 600;
/** Declarations in which PHP allows constants only. */
const phpConstant = /\b(?:const|static|public|private|protected|var|readonly|case|function|fn|define)\b|#\[/;
const phpPlace = /(?:=>?|\(|,|\?\?|\?:|\breturn|:)[ \t]*$/;
const phpRest = /^[ \t]*(?:[;,)\]]|$)/;

/** PHP: `getenv('NAME')`; nothing where only a constant may stand. */
export const phpIdiom: Idiom = {
  holds: ({ fileName }) => /\.(?:php|phtml|inc)$/i.test(fileName),
  move(document, secret, variable) {
    const value = wholeValue(document, secret);
    if (!value || value.quote === "" || !phpPlace.test(value.before) || !phpRest.test(value.after)) return undefined;
    if (phpConstant.test(statementBefore(document, value.range.start))) return undefined;
    return {
      title: `Move to getenv('${variable}') and list it in .env.example`,
      edits: [{ range: value.range, newText: `getenv(${value.quote}${variable}${value.quote})` }],
      appends: listedInExample(document, variable),
    };
  },
};

/** The text of a statement before an offset. */
function statementBefore({ text }: Document, offset: number): string {
  const before = text.slice(Math.max(0, offset - statementReach), offset);
  return before.slice(Math.max(before.lastIndexOf(";"), before.lastIndexOf("{"), before.lastIndexOf("}")) + 1);
}

const pythonPlace = /(?:[^=!<>]=|\(|,|:|\bor|\breturn)[ \t]*$/;
const pythonRest = /^[ \t]*(?:[,)}\]].*|#.*)?$/;
const importsOs = /^import os\b|^import .*,[ \t]*os\b/m;
const firstImport = /^(?:import|from)[ \t]+(?!__future__)/m;

/** Python: `os.environ["NAME"]`, which fails where the variable is missing. */
export const pythonIdiom: Idiom = {
  holds: ({ fileName }) => /\.py$/i.test(fileName),
  move(document, secret, variable) {
    const { text } = document;
    const value = wholeValue(document, secret);
    if (!value || value.quote === "" || !pythonPlace.test(value.before) || !pythonRest.test(value.after)) return undefined;
    // Three quotes open a text of several lines.
    if (value.after.startsWith(value.quote)) return undefined;
    return {
      title: `Move to os.environ["${variable}"] and list it in .env.example`,
      edits: [
        ...(importsOs.test(text) ? [] : [importOf(document, value.range.start)]),
        { range: value.range, newText: `os.environ[${value.quote}${variable}${value.quote}]` },
      ],
      appends: listedInExample(document, variable),
    };
  },
};

/** `import os` before the first import, or at the file's start where none stands before the value. */
function importOf(document: Document, before: number): TextEdit {
  const { text } = document;
  const first = firstImport.exec(text)?.index ?? before;
  const start = first < before ? first : text.startsWith("#!") ? (document.lines[1] ?? 0) : 0;
  return { range: { start, end: start }, newText: `import os${document.lineBreak}` };
}
