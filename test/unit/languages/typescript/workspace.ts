import { Document, type Neighbours } from "../../../../server/core/document.ts";
import { languageOf } from "../../../../server/languages/languageOf.ts";
import { snippet, type Snippet } from "./snippet.ts";

/** Files in memory, by path; `asked` are the paths that somebody wanted. */
export interface Workspace extends Neighbours {
  readonly asked: readonly string[];
}

/** A workspace of some files. */
export function workspace(files: Readonly<Record<string, string>>): Workspace {
  const asked: string[] = [];
  const documents = new Map<string, Document>();
  const neighbours: Workspace = {
    asked,
    has: (path) => Object.hasOwn(files, path),
    read(path) {
      asked.push(path);
      const text = Object.hasOwn(files, path) ? files[path] : undefined;
      if (text === undefined) return undefined;
      let document = documents.get(path);
      if (!document) documents.set(path, (document = new Document(path, languageOf(path), text, neighbours)));
      return document;
    },
  };
  return neighbours;
}

/** A snippet at a path, `src/app.ts` unless told, among other files. */
export function snippetAmong(files: Readonly<Record<string, string>>, code: string, path = "src/app.ts"): Snippet {
  return snippet(code, path, workspace(files));
}
