import assert from "node:assert/strict";
import {
  CodeActionKind,
  ConfigurationTarget,
  Range,
  Uri,
  commands,
  extensions,
  languages,
  window,
  workspace,
  type CodeAction,
  type Diagnostic,
  type Hover,
  type TextEditor,
} from "vscode";
import type { MarketlintApi } from "../../client/extension.ts";

const patienceMilliseconds = 20_000;
const pollMilliseconds = 25;

/** A file of the workspace that the suite runs in. */
export function file(path: string): Uri {
  const [folder] = workspace.workspaceFolders ?? [];
  assert.ok(folder, "a workspace folder is open");
  return Uri.joinPath(folder.uri, path);
}

/** The extension, activated. */
export async function marketlint(): Promise<MarketlintApi> {
  const extension = extensions.getExtension<MarketlintApi>("marketlint.marketlint");
  assert.ok(extension, "the extension is installed");
  return extension.activate();
}

/** Opens a file in an editor, as a click in the explorer does. */
export async function open(uri: Uri): Promise<TextEditor> {
  return window.showTextDocument(await workspace.openTextDocument(uri), { preview: false });
}

/** Closes every editor, unsaved changes thrown away. */
export async function closeAll(): Promise<void> {
  while (window.activeTextEditor) await commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
  await commands.executeCommand("workbench.action.closeAllEditors");
}

/** What Problems shows of a file, as `line:rule`; not what TypeScript or another extension says of it. */
export function problems(uri: Uri): string[] {
  return ours(uri).map((diagnostic) => `${diagnostic.range.start.line}:${ruleOf(diagnostic)}`).sort();
}

/** Our diagnostics of a file, from whatever collection, so that a doubled one shows. */
export function ours(uri: Uri): Diagnostic[] {
  return languages.getDiagnostics(uri).filter(({ source }) => source === "marketlint");
}

/** What Problems shows of all files, as `path: line:rule`. */
export function allProblems(): string[] {
  return languages.getDiagnostics()
    .flatMap(([uri]) => problems(uri).map((problem) => `${workspace.asRelativePath(uri)}: ${problem}`))
    .sort();
}

/** The first finding of a file whose rule is named. */
export async function finding(uri: Uri, rule: string): Promise<Diagnostic> {
  const found = (): Diagnostic | undefined => ours(uri).find((each) => ruleOf(each) === rule);
  await until(`${rule} in ${uri.path}`, () => found() !== undefined);
  const diagnostic = found();
  assert.ok(diagnostic);
  return diagnostic;
}

/** The rule's id: a code with a link is an object. */
export function ruleOf({ code }: Diagnostic): string {
  return String(typeof code === "object" ? code.value : code);
}

/** Waits until something holds; fails with what is shown instead. */
export async function until(wanted: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + patienceMilliseconds;
  while (!(await holds())) {
    if (Date.now() > end) assert.fail(`never: ${wanted}; Problems has ${JSON.stringify(allProblems())}`);
    await pause(pollMilliseconds);
  }
}

/** Waits until Problems shows exactly this of a file. */
export async function untilProblems(uri: Uri, expected: readonly string[]): Promise<void> {
  const wanted = JSON.stringify([...expected].sort());
  await until(`${wanted} in ${uri.path}`, () => JSON.stringify(problems(uri)) === wanted);
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** The fixes that the light bulb offers for a finding. */
export async function fixesOf(uri: Uri, { range }: Diagnostic): Promise<CodeAction[]> {
  const kind = CodeActionKind.QuickFix.value;
  return commands.executeCommand<CodeAction[]>("vscode.executeCodeActionProvider", uri, range, kind, 20);
}

/** Applies a fix as the editor does when it is chosen. */
export async function apply(action: CodeAction | undefined): Promise<void> {
  assert.ok(action?.edit, "the fix has an edit");
  assert.ok(await workspace.applyEdit(action.edit), "the edit was applied");
}

/** The text that is shown when the mouse rests on a finding. */
export async function hoverText(uri: Uri, { range }: Diagnostic): Promise<string> {
  const hovers = await commands.executeCommand<Hover[]>("vscode.executeHoverProvider", uri, range.start);
  return hovers.flatMap(({ contents }) => contents.map((part) => (typeof part === "string" ? part : part.value))).join("\n");
}

/** Replaces the first occurrence of a text in an editor, as typing does. */
export async function type(editor: TextEditor, before: string, after: string): Promise<void> {
  const start = editor.document.getText().indexOf(before);
  assert.notEqual(start, -1, `${before} is in the text`);
  const range = new Range(editor.document.positionAt(start), editor.document.positionAt(start + before.length));
  assert.ok(await editor.edit((builder) => builder.replace(range, after)));
}

/** Writes a file behind the editor's back. */
export async function write(uri: Uri, text: string): Promise<void> {
  await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
}

export async function read(uri: Uri): Promise<string> {
  return new TextDecoder().decode(await workspace.fs.readFile(uri));
}

/** Sets a setting of the workspace; `undefined` removes it. */
export async function set(section: string, name: string, value: unknown): Promise<void> {
  await workspace.getConfiguration(section).update(name, value, ConfigurationTarget.Workspace);
}
