import { CodeActionKind, type CodeAction, type CodeActionParams, type Diagnostic, type SnippetTextEdit, type TextEdit } from "vscode-languageserver";
import { fixesTogether } from "../analysis/applyFixes.ts";
import type { SuppressionInsertion } from "../analysis/suppressionComments.ts";
import type { Document } from "../core/document.ts";
import type { JudgedFinding, LocatedFix } from "../core/finding.ts";
import type { ClientAbilities } from "./clientAbilities.ts";
import { rulesById } from "../rules/ruleHeads.ts";
import type { ThreadSuppression } from "../workspace/threads/messages.ts";
import { diagnosticOf, rangeOf } from "./diagnostics.ts";
import { diagnosticSource } from "./protocol.ts";
import { appendsTogether, textEditsOf, workspaceEditOf, type EditTarget, type FileAppend, type PlaceAppend } from "./workspaceEdits.ts";

/** All that the actions of one document are made from. */
export interface ActionContext {
  readonly target: EditTarget;
  readonly document: Document;
  readonly findings: readonly JudgedFinding[];
  readonly client: ClientAbilities;
  readonly placeAppend: PlaceAppend;
  /** The comments that would suppress a finding. */
  readonly suppressionsFor: (finding: JudgedFinding) => Promise<ThreadSuppression>;
}

/** The quick fixes and suppressions at a range, where the request asks for quick fixes. */
export async function codeActionsFor(context: ActionContext, params: CodeActionParams): Promise<CodeAction[]> {
  const { only } = params.context;
  if (only && !only.includes(CodeActionKind.QuickFix)) return [];
  return quickFixes(context, params);
}

async function quickFixes(context: ActionContext, params: CodeActionParams): Promise<CodeAction[]> {
  const here = context.findings.filter((finding) => !finding.suppression && concerns(finding, params));
  const fixes = here.flatMap((finding) => finding.fixes.map((fix, at) => fixAction(context, finding, fix, at === 0)));
  const rules = [...new Set(here.map((finding) => finding.rule))];
  const together = rules.flatMap((rule) => fixRuleAction(context, here, rule));
  const suppressible = here.filter((finding) => rulesById.get(finding.rule)?.concern !== "marketlint");
  const suppressions = await Promise.all(suppressible.map((finding) => suppressionActions(context, finding)));
  return [...fixes, ...together, ...suppressions.flat()];
}

/** Whether a finding touches the range and, where the client names diagnostics, is one of them. */
function concerns(finding: JudgedFinding, params: CodeActionParams): boolean {
  const { start, end } = rangeOf(finding.region);
  const { range } = params;
  const before = end.line < range.start.line || (end.line === range.start.line && end.character < range.start.character);
  const behind = start.line > range.end.line || (start.line === range.end.line && start.character > range.end.character);
  if (before || behind) return false;
  const named = params.context.diagnostics.filter((diagnostic) => diagnostic.source === diagnosticSource);
  return named.length === 0 || named.some((diagnostic) => isSame(diagnostic, finding));
}

function isSame(diagnostic: Diagnostic, finding: JudgedFinding): boolean {
  const { start } = diagnostic.range;
  return diagnostic.code === finding.rule && start.line === finding.region.start.line && start.character === finding.region.start.character;
}

function appendsOf(context: ActionContext, fixes: readonly LocatedFix[]): FileAppend[] {
  return appendsTogether(fixes.flatMap((fix) => fix.appends ?? []), context.placeAppend);
}

function fixAction(context: ActionContext, finding: JudgedFinding, fix: LocatedFix, isFirst: boolean): CodeAction {
  const { target, client } = context;
  return {
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnosticOf(finding, target.uri, client)],
    edit: workspaceEditOf(target, textEditsOf(fix.edits), appendsOf(context, [fix]), client),
    ...(client.isPreferred && isFirst && fix.safe && { isPreferred: true }),
  };
}

/** "Fix all of this rule", where a safe fix of it can be made in more than one place. */
function fixRuleAction(context: ActionContext, here: readonly JudgedFinding[], rule: string): CodeAction[] {
  const { target, client, findings } = context;
  const open = findings.filter((finding) => finding.rule === rule && !finding.suppression);
  const chosen = fixesTogether(open, (fix) => fix.safe);
  if (chosen.length < 2) return [];
  const fixes = chosen.map(({ fix }) => fix);
  return [
    {
      title: `Fix all ${chosen.length} findings of ${rule} in this file`,
      kind: CodeActionKind.QuickFix,
      diagnostics: here.filter((finding) => finding.rule === rule).map((finding) => diagnosticOf(finding, target.uri, client)),
      edit: workspaceEditOf(target, fixes.flatMap((fix) => textEditsOf(fix.edits)), appendsOf(context, fixes), client),
    },
  ];
}

async function suppressionActions(context: ActionContext, finding: JudgedFinding): Promise<CodeAction[]> {
  const { document, target, client } = context;
  const make = (title: string, insertion: SuppressionInsertion | undefined): CodeAction[] => {
    if (!insertion) return [];
    return [
      {
        title,
        kind: CodeActionKind.QuickFix,
        diagnostics: [diagnosticOf(finding, target.uri, client)],
        edit: workspaceEditOf(target, [insertionEdit(document, insertion, client)], [], client),
      },
    ];
  };
  const { line, file } = await context.suppressionsFor(finding);
  return [
    ...make(`Suppress ${finding.rule} here, with a reason`, line),
    ...make(`Suppress ${finding.rule} in this file, with a reason`, file),
  ];
}

/** With snippets the reason is selected, so that typing replaces it. */
function insertionEdit(document: Document, insertion: SuppressionInsertion, client: ClientAbilities): TextEdit | SnippetTextEdit {
  const position = document.positionAt(insertion.offset);
  const range = { start: position, end: position };
  if (!client.snippetEdits) return { range, newText: insertion.before + insertion.reason + insertion.after };
  const value = `${escapeSnippet(insertion.before)}\${1:${escapeSnippet(insertion.reason)}}${escapeSnippet(insertion.after)}`;
  return { range, snippet: { kind: "snippet", value } };
}

function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, "\\$&");
}
