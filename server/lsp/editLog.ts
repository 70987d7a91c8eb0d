import type { TextDocumentContentChangeEvent, TextDocumentsConfiguration } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Change } from "../analysis/movedFindings.ts";

/** Edits a document may have since its last analysis; more than this are a paste or a generator: then texts are compared. */
const mostChanges = 200;

interface Edit extends Change {
  /** The version that the edit led to. */
  readonly version: number;
}

/** The edits from version `base` on. */
interface Log {
  base: number;
  edits: Edit[];
}

/** Remembers how each open document came to its version, so that findings can move with the edits. */
export interface EditLog {
  /** For `TextDocuments`: makes and updates documents, and remembers. */
  readonly configuration: TextDocumentsConfiguration<TextDocument>;
  /** The edits after a version, in order; undefined where they are not known. */
  since(uri: string, version: number): readonly Change[] | undefined;
  close(uri: string): void;
}

/** Makes an empty log. */
export function createEditLog(): EditLog {
  const logs = new Map<string, Log>();

  function remember(log: Log, document: TextDocument, change: TextDocumentContentChangeEvent, version: number): void {
    if (!("range" in change) || log.edits.length >= mostChanges) {
      // From here on the way is known again, for analyses of this version and later ones.
      log.base = version;
      log.edits = [];
      return;
    }
    const start = document.offsetAt(change.range.start);
    log.edits.push({ start, oldEnd: document.offsetAt(change.range.end), newEnd: start + change.text.length, version });
  }

  return {
    configuration: {
      create(uri, languageId, version, content) {
        logs.set(uri, { base: version, edits: [] });
        return TextDocument.create(uri, languageId, version, content);
      },
      update(document, changes, version) {
        const log = logs.get(document.uri);
        return changes.reduce((current, change) => {
          if (log) remember(log, current, change, version);
          return TextDocument.update(current, [change], version);
        }, document);
      },
    },
    since(uri, version) {
      const log = logs.get(uri);
      if (!log || version < log.base) return undefined;
      return log.edits.filter((edit) => edit.version > version);
    },
    close: (uri) => void logs.delete(uri),
  };
}
