import type { CodeAction, CodeActionParams } from "vscode-languageserver";
import { fixToFixedPoint } from "../analysis/fixToFixedPoint.ts";
import { changeBetween } from "../analysis/movedFindings.ts";
import type { Document } from "../core/document.ts";
import type { JudgedFinding } from "../core/finding.ts";
import type { ActionContext } from "./codeActions.ts";
import { fixAllKind } from "./protocol.ts";
import { appendsTogether, workspaceEditOf } from "./workspaceEdits.ts";

/**
 * `source.fixAll.marketlint`: every safe fix, and those that become possible by them, as one edit. Made only
 * when it is asked for, since it analyses the document again.
 */
export async function fixAllActionFor(
  context: ActionContext,
  params: CodeActionParams,
  findingsIn: (document: Document) => Promise<readonly JudgedFinding[]>,
): Promise<CodeAction[]> {
  const asked = params.context.only?.some((kind) => fixAllKind === kind || fixAllKind.startsWith(`${kind}.`));
  if (!asked) return [];
  const { document, target, client, placeAppend } = context;
  const fixed = await fixToFixedPoint(document, findingsIn);
  if (fixed.fixes === 0) return [];
  const change = changeBetween(document.text, fixed.document.text);
  const range = { start: document.positionAt(change.start), end: document.positionAt(change.oldEnd) };
  const edit = { range, newText: fixed.document.text.slice(change.start, change.newEnd) };
  return [
    {
      title: "Fix all safe Marketlint findings",
      kind: fixAllKind,
      edit: workspaceEditOf(target, [edit], appendsTogether(fixed.appends, placeAppend), client),
    },
  ];
}
