import { ResourceOperationKind, type InitializeParams } from "vscode-languageserver";
import { showReferencesCommand } from "./protocol.ts";

/** What the client at the other end can do, read once at `initialize`. */
export interface ClientAbilities {
  /** The client asks for diagnostics, and again when told to; otherwise they are sent to it. Never both. */
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly relatedInformation: boolean;
  readonly codeDescription: boolean;
  readonly unnecessaryTag: boolean;
  /** Edits that carry the document's version. */
  readonly versionedEdits: boolean;
  readonly createsFiles: boolean;
  readonly snippetEdits: boolean;
  readonly codeActionLiterals: boolean;
  readonly isPreferred: boolean;
  readonly markdownHover: boolean;
  readonly configuration: boolean;
  readonly registersFileWatchers: boolean;
  readonly registersConfiguration: boolean;
  readonly workspaceFolders: boolean;
  readonly refreshesCodeLenses: boolean;
  /** Has our command that lists places; other editors get lenses without a command. */
  readonly showsReferences: boolean;
  /** Shows progress that the server starts. */
  readonly workDoneProgress: boolean;
}

/** Reads the capabilities of the client. */
export function abilitiesOf(params: InitializeParams): ClientAbilities {
  const { workspace, textDocument } = params.capabilities;
  const published = textDocument?.publishDiagnostics;
  const pulled = textDocument?.diagnostic;
  const edit = workspace?.workspaceEdit;
  const refreshesDiagnostics = workspace?.diagnostics?.refreshSupport === true;
  return {
    // Who cannot be told to ask again (Neovim 0.11) would keep what was found before the marketplaces were known.
    pullsDiagnostics: pulled !== undefined && refreshesDiagnostics,
    refreshesDiagnostics,
    relatedInformation: (pulled?.relatedInformation ?? published?.relatedInformation) === true,
    codeDescription: (pulled?.codeDescriptionSupport ?? published?.codeDescriptionSupport) === true,
    unnecessaryTag: (pulled?.tagSupport ?? published?.tagSupport) !== undefined,
    versionedEdits: edit?.documentChanges === true,
    createsFiles: edit?.documentChanges === true && edit.resourceOperations?.includes(ResourceOperationKind.Create) === true,
    snippetEdits: edit?.documentChanges === true && edit.snippetEditSupport === true,
    codeActionLiterals: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    isPreferred: textDocument?.codeAction?.isPreferredSupport === true,
    markdownHover: textDocument?.hover?.contentFormat?.includes("markdown") === true,
    configuration: workspace?.configuration === true,
    registersFileWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    refreshesCodeLenses: workspace?.codeLens?.refreshSupport === true,
    showsReferences: hasCommand(params.initializationOptions, showReferencesCommand),
    workDoneProgress: params.capabilities.window?.workDoneProgress === true,
  };
}

/** Our own client names the commands that it has. */
function hasCommand(options: unknown, command: string): boolean {
  if (typeof options !== "object" || options === null || !("commands" in options)) return false;
  return Array.isArray(options.commands) && options.commands.includes(command);
}
