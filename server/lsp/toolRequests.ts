import type { CancellationToken, Connection } from "vscode-languageserver";
import { URI } from "vscode-uri";
import { today } from "../core/today.ts";
import { explainRule } from "../reports/explainRule.ts";
import { findingsFor } from "../reports/findingsQuestion.ts";
import type { AuditContext } from "./auditRequest.ts";
import { uriOf } from "./folders.ts";
import { explainMethod, findingsMethod, type ExplainParams, type Explanation, type FindingsAnswer, type FindingsParams, type NoAnswer } from "./protocol.ts";

/** Answers the editor's language-model tools: both read, and change nothing. */
export function answerTools(connection: Connection, context: AuditContext): void {
  connection.onRequest(findingsMethod, async ({ folder, ...question }: FindingsParams, token: CancellationToken): Promise<FindingsAnswer | NoAnswer> => {
    const wanted = folder === undefined ? undefined : URI.parse(folder).fsPath;
    const root = context.folders.roots.find((one) => wanted === undefined || one === wanted);
    if (root === undefined) return { reason: "No workspace folder is open." };
    const abort = new AbortController();
    token.onCancellationRequested(() => abort.abort());
    const overlay = (file: string): string | undefined => context.openText(uriOf(root, file))?.text;
    return findingsFor({ root, overlay, settings: context.policies.settings, accept: (findings) => context.policies.accept(root, findings), today }, question, abort.signal);
  });

  connection.onRequest(explainMethod, ({ rule }: ExplainParams): Explanation => explainRule(rule));
}
