import { CodeActionKind, commands, Position, Range, Uri, workspace, type CodeAction } from "vscode";
import { diagnosticSource, fixAllKind } from "../../server/lsp/protocol.ts";
import type { FindingPlace } from "./messages.ts";

/** The URI of the file that a finding is in. */
export function fileOf({ folder, path }: Pick<FindingPlace, "folder" | "path">): Uri {
  return Uri.joinPath(Uri.parse(folder), ...path.split("/"));
}

/** Where a finding starts. */
export function positionOf({ line, column }: FindingPlace): Position {
  return new Position(line - 1, column - 1);
}

/** Makes the best fix of one finding. Resolves with whether there was one. */
export async function fixFinding(place: FindingPlace): Promise<boolean> {
  const position = positionOf(place);
  const [action] = await fixesAt(fileOf(place), new Range(position, position), place.rule);
  return action?.edit !== undefined && workspace.applyEdit(action.edit);
}

/**
 * Makes the best fix of each finding, file by file. The last of a file comes first, so that those before it stay where they
 * are. Resolves with how many were made.
 */
export async function fixFindings(places: readonly FindingPlace[]): Promise<number> {
  const fromTheEnd = [...places].sort((left, right) => right.line - left.line || right.column - left.column);
  let made = 0;
  for (const place of fromTheEnd) if (await fixFinding(place)) made++;
  return made;
}

/** Makes every safe fix of some files, as on save. Resolves with how many files were changed. */
export async function fixAllSafe(files: readonly Uri[]): Promise<number> {
  let changed = 0;
  for (const file of files) {
    const document = await workspace.openTextDocument(file);
    const whole = new Range(0, 0, document.lineCount, 0);
    const actions = await commands.executeCommand<CodeAction[]>("vscode.executeCodeActionProvider", file, whole, fixAllKind);
    const edit = actions.find(({ kind }) => kind?.value === fixAllKind)?.edit;
    if (edit && (await workspace.applyEdit(edit))) changed++;
  }
  return changed;
}

async function fixesAt(file: Uri, range: Range, rule: string): Promise<CodeAction[]> {
  await workspace.openTextDocument(file);
  const actions = await commands.executeCommand<CodeAction[]>("vscode.executeCodeActionProvider", file, range, CodeActionKind.QuickFix.value);
  // Suppressions are quick fixes too, and come last; they have no finding that they repair.
  return actions.filter(({ diagnostics = [], title }) =>
    !title.startsWith("Suppress ") && diagnostics.length === 1 && diagnostics.some(({ source, code }) => source === diagnosticSource && codeOf(code) === rule),
  );
}

function codeOf(code: unknown): unknown {
  return typeof code === "object" && code !== null && "value" in code ? code.value : code;
}
