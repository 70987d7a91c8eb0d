import { LSPErrorCodes, ResponseError, type DocumentDiagnosticReport } from "vscode-languageserver";
import type { ClientAbilities } from "./clientAbilities.ts";
import { diagnosticsOf } from "./diagnostics.ts";
import { ignoreAborted, isAborted, type JudgedDocument, type JudgedDocuments } from "./judgedDocuments.ts";
import { debounceMilliseconds } from "./pushedDiagnostics.ts";

/** Answers a client that asks for diagnostics. */
export interface PulledDiagnostics {
  report(uri: string, previousResultId: string | undefined): Promise<DocumentDiagnosticReport>;
  close(uri: string): void;
  dispose(): void;
}

/** What the answers are made from. */
export interface PulledContext {
  readonly judged: JudgedDocuments;
  readonly client: () => ClientAbilities;
  /** The newest version of an open document. */
  readonly version: (uri: string) => number | undefined;
  /** Changes where the same findings may weigh otherwise. */
  readonly policyGeneration: () => number;
  /** Makes the client ask again. */
  readonly refresh: () => void;
  readonly logError: (error: unknown) => void;
}

/**
 * While somebody types, the answer is at once what is known without reading the syntax; when the typing rests,
 * the document is analysed, and the client asked to pull again only where that says something else. A client
 * that cannot be asked waits for the analysis.
 */
export function createPulledDiagnostics(context: PulledContext): PulledDiagnostics {
  const { judged, client, logError } = context;
  const waiting = new Map<string, { readonly version: number; readonly timer: NodeJS.Timeout }>();

  function forget(uri: string): void {
    clearTimeout(waiting.get(uri)?.timer);
    waiting.delete(uri);
  }

  function analyseWhenTypingRests(uri: string, version: number, shown: string): void {
    // Who asks again without typing must not put the analysis off.
    if (waiting.get(uri)?.version === version) return;
    forget(uri);
    const analyse = async (): Promise<void> => {
      const current = await judged.of(uri).catch(ignoreAborted);
      if (current && current.version === context.version(uri) && identityOf(current) !== shown) context.refresh();
    };
    waiting.set(uri, { version, timer: setTimeout(() => void analyse().catch(logError), debounceMilliseconds) });
  }

  function answer(uri: string, id: string, previous: string | undefined, current: JudgedDocument | undefined): DocumentDiagnosticReport {
    const resultId = `${id}.${current?.generation ?? 0}.${context.policyGeneration()}`;
    if (previous === resultId) return { kind: "unchanged", resultId };
    return { kind: "full", resultId, items: current ? diagnosticsOf(current.findings, uri, client()) : [] };
  }

  return {
    async report(uri, previousResultId) {
      const version = context.version(uri) ?? 0;
      const provisional = client().refreshesDiagnostics ? judged.provisionalOf(uri) : undefined;
      if (provisional) {
        analyseWhenTypingRests(uri, version, identityOf(provisional));
        return answer(uri, `${version}p`, previousResultId, provisional);
      }
      return answer(uri, `${version}`, previousResultId, await judged.of(uri).catch(retriggerWhenOutdated));
    },
    close: forget,
    dispose() {
      for (const uri of [...waiting.keys()]) forget(uri);
    },
  };
}

/** What a client sees of a document's findings, to tell whether asking again would show something else. */
function identityOf({ findings }: JudgedDocument): string {
  return JSON.stringify(
    findings
      .filter((finding) => !finding.suppression)
      .map(({ rule, region, severity, message }) => [rule, region, severity, message]),
  );
}

/** Makes the client ask again, instead of keeping old findings. */
function retriggerWhenOutdated(error: unknown): never {
  if (isAborted(error)) {
    throw new ResponseError(LSPErrorCodes.ServerCancelled, "a newer version is analysed", { retriggerRequest: true });
  }
  throw error;
}
