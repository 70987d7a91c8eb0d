import { Document, NotAnalysable } from "../../core/document.ts";
import type { ExportTable } from "./exportTable.ts";
import { loadedParser, type TypeScriptSyntax } from "./syntax.ts";
import { orExplain, treeOfText } from "./trees.ts";

/** A file that others import from. Of its tree only the parts are made that declare what somebody asks for. */
export interface ModuleParts {
  readonly exports: ExportTable;
  /** The tree with the statement at an offset and all that it depends on; undefined where the file defeats the parser. */
  treeAround(offset: number): TypeScriptSyntax | undefined;
}

/** UTF-16 units; longer files are bundles and data. */
const longestModule = 500_000;

/** Shorter texts are converted whole: choosing costs as much as it saves. */
const shortestPart = 4_000;

const known = new WeakMap<Document, ModuleParts | undefined>();

/** Reads what a file exports. Undefined where it is no module, or defeats the parser. */
export function modulePartsOf(document: Document): ModuleParts | undefined {
  if (known.has(document)) return known.get(document);
  const made = document.text.length > longestModule ? undefined : orNothing(() => makeParts(document));
  known.set(document, made);
  return made;
}

function orNothing<Made>(make: () => Made): Made | undefined {
  try {
    return make();
  } catch (error) {
    if (error instanceof NotAnalysable) return undefined;
    throw error;
  }
}

function makeParts(given: Document): ModuleParts | undefined {
  const loaded = loadedParser();
  const document = given.language === "json" ? asModule(given) : given;
  if (!loaded || document.language !== "typescript") return undefined;
  const parsed = orExplain(() => loaded.parseText(document.fileName, document.text));
  const parts = new Map<string, TypeScriptSyntax | undefined>();
  const around = new Map<number, TypeScriptSyntax | undefined>();
  const makeTree = (offset: number): TypeScriptSyntax | undefined => {
    const statements = document.text.length < shortestPart ? undefined : loaded.statementsAround(parsed.file, [offset]);
    const key = statements?.map(({ pos }) => pos).join() ?? "";
    if (!parts.has(key)) parts.set(key, orNothing(() => treeOfText(loaded, document, parsed, statements)));
    return parts.get(key);
  };
  return {
    exports: loaded.exportsOf(parsed.file),
    treeAround(offset) {
      if (!around.has(offset)) around.set(offset, makeTree(offset));
      return around.get(offset);
    },
  };
}

/** Data is read as the code that gives it: nothing in it is placed in its file. */
function asModule({ path, text, neighbours }: Document): Document {
  return new Document(`${path}.js`, "typescript", `module.exports = ${text}`, neighbours);
}
