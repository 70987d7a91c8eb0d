import type { Connection, TextDocuments } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { ClientAbilities } from "./clientAbilities.ts";
import { diagnosticsOf } from "./diagnostics.ts";
import { ignoreAborted, type JudgedDocuments } from "./judgedDocuments.ts";

/** Milliseconds without typing after which a client that does not pull gets new diagnostics. */
export const debounceMilliseconds = 200;

/** Sends diagnostics to a client that does not ask for them. */
export interface PushedDiagnostics {
  /** Sends the diagnostics of a document after some milliseconds, unless it is called again before. */
  soon(uri: string, milliseconds: number): void;
  /** Sends at once what is known of an edited document already. */
  provisional(uri: string): void;
  /** Takes back what was sent. */
  clear(uri: string): void;
  dispose(): void;
}

/** Makes the sender; results of an outdated version are dropped. */
export function createPushedDiagnostics(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  judged: JudgedDocuments,
  client: () => ClientAbilities,
  logError: (error: unknown) => void,
): PushedDiagnostics {
  const timers = new Map<string, NodeJS.Timeout>();

  async function push(uri: string): Promise<void> {
    const before = documents.get(uri)?.version;
    const current = await judged.of(uri).catch(ignoreAborted);
    const version = documents.get(uri)?.version;
    if (version === undefined || version !== before || (current && current.version !== version)) return;
    const diagnostics = current ? diagnosticsOf(current.findings, uri, client()) : [];
    await connection.sendDiagnostics({ uri, version, diagnostics });
  }

  function forget(uri: string): void {
    clearTimeout(timers.get(uri));
    timers.delete(uri);
  }

  return {
    provisional(uri) {
      const current = judged.provisionalOf(uri);
      if (!current) return;
      const { version, findings } = current;
      connection.sendDiagnostics({ uri, version, diagnostics: diagnosticsOf(findings, uri, client()) }).catch(logError);
    },
    soon(uri, milliseconds) {
      forget(uri);
      timers.set(uri, setTimeout(() => void push(uri).catch(logError), milliseconds));
    },
    clear(uri) {
      forget(uri);
      connection.sendDiagnostics({ uri, diagnostics: [] }).catch(logError);
    },
    dispose() {
      for (const uri of [...timers.keys()]) forget(uri);
    },
  };
}
