import * as vscode from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { explainMethod, findingsMethod, type Explanation, type ExplainParams, type FindingsAnswer, type FindingsParams, type NoAnswer } from "../server/lsp/protocol.ts";

/** The part of VS Code's API for language-model tools that we use. It came with 1.95; older editors have none. */
interface ToolApi {
  readonly lm?: {
    /** The editor checks the input against the schema in package.json before it calls the tool. */
    registerTool?(name: string, tool: { invoke(options: { readonly input: never }, token: vscode.CancellationToken): Promise<unknown> }): vscode.Disposable;
  };
  readonly LanguageModelToolResult?: new (parts: readonly unknown[]) => unknown;
  readonly LanguageModelTextPart?: new (text: string) => unknown;
}

/** Registers the tools that agents in the editor may call. Both read and change nothing. */
export function registerLanguageModelTools(server: LanguageClient): vscode.Disposable[] {
  const { lm, LanguageModelToolResult: Result, LanguageModelTextPart: Text } = vscode as unknown as ToolApi;
  if (!lm?.registerTool || !Result || !Text) return [];
  const result = (text: string): unknown => new Result([new Text(text)]);
  return [
    lm.registerTool("marketlint_findings", {
      async invoke({ input }: { readonly input: FindingsParams }, token) {
        const answer = await server.sendRequest<FindingsAnswer | NoAnswer>(findingsMethod, input, token);
        return result("reason" in answer ? answer.reason : JSON.stringify(answer));
      },
    }),
    lm.registerTool("marketlint_explain", {
      async invoke({ input }: { readonly input: ExplainParams }, token) {
        const { text } = await server.sendRequest<Explanation>(explainMethod, input, token);
        return result(text);
      },
    }),
  ];
}
