import { TextDocumentEdit, type SnippetTextEdit, type TextEdit, type WorkspaceEdit } from "vscode-languageserver";
import type { AppendedLine, LocatedEdit } from "../core/finding.ts";
import type { ClientAbilities } from "./clientAbilities.ts";
import { rangeOf } from "./diagnostics.ts";

/** The document that edits are for. */
export interface EditTarget {
  readonly uri: string;
  readonly version: number;
}

/** A change of another file: made where it is not there, appended to where it is. */
export interface FileAppend {
  readonly uri: string;
  readonly exists: boolean;
  /** Zero-based line and column of the file's end. */
  readonly end: { readonly line: number; readonly character: number };
  readonly text: string;
}

/** Where lines go that fixes append to a file beside the app; undefined where they are all there. */
export type PlaceAppend = (fileName: string, lines: readonly string[]) => FileAppend | undefined;

/** What several fixes append, one change a file. */
export function appendsTogether(appended: readonly AppendedLine[], place: PlaceAppend): FileAppend[] {
  const byFile = new Map<string, string[]>();
  for (const { fileName, line } of appended) byFile.set(fileName, [...(byFile.get(fileName) ?? []), line]);
  return [...byFile].flatMap(([fileName, lines]) => place(fileName, lines) ?? []);
}

/** Edits as the protocol writes them. */
export function textEditsOf(edits: readonly LocatedEdit[]): TextEdit[] {
  return edits.map((edit) => ({ range: rangeOf(edit.region), newText: edit.newText }));
}

/** One document's edits with what goes into other files, in the strongest form the client understands. */
export function workspaceEditOf(
  target: EditTarget,
  edits: (TextEdit | SnippetTextEdit)[],
  appends: readonly FileAppend[],
  client: ClientAbilities,
): WorkspaceEdit {
  if (!client.versionedEdits) {
    const plain = edits.filter((edit): edit is TextEdit => "newText" in edit);
    const changes: Record<string, TextEdit[]> = { [target.uri]: plain };
    for (const append of appends) if (append.exists) changes[append.uri] = [appendEdit(append)];
    return { changes };
  }
  const documentChanges: NonNullable<WorkspaceEdit["documentChanges"]> = [
    TextDocumentEdit.create({ uri: target.uri, version: target.version }, edits),
  ];
  for (const append of appends) {
    if (!append.exists) {
      if (!client.createsFiles) continue;
      documentChanges.push({ kind: "create", uri: append.uri, options: { ignoreIfExists: true } });
    }
    documentChanges.push(TextDocumentEdit.create({ uri: append.uri, version: null }, [appendEdit(append)]));
  }
  return { documentChanges };
}

function appendEdit(append: FileAppend): TextEdit {
  return { range: { start: append.end, end: append.end }, newText: append.text };
}
