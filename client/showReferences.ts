import { commands, Uri, type Disposable } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import type { Location, Position } from "vscode-languageserver-protocol";
import { showReferencesCommand } from "../server/lsp/protocol.ts";

/** The command behind a lens: shows the places it counts, as the editor shows references. */
export function registerShowReferences({ protocol2CodeConverter: converter }: LanguageClient): Disposable {
  return commands.registerCommand(showReferencesCommand, (file: string, position: Position, locations: readonly Location[]) => {
    const places = locations.map((location) => converter.asLocation(location));
    return commands.executeCommand("editor.action.showReferences", Uri.parse(file), converter.asPosition(position), places);
  });
}
