import { DidChangeConfigurationNotification, DidChangeWatchedFilesNotification, type Connection } from "vscode-languageserver";
import type { ClientAbilities } from "./clientAbilities.ts";
import type { FolderIndexes } from "./folderIndexes.ts";
import type { Folders } from "./folders.ts";
import type { Policies } from "./policies.ts";
import { settingsSection } from "./protocol.ts";

/** Any file may say something that another one is checked against; what audits leave out is left out of the events too. */
const watchedFiles = "**/*";

/** Follows settings, workspace folders and files on disk from the moment the client is initialised. */
export function listenToWorkspace(
  connection: Connection,
  client: ClientAbilities,
  folders: Folders,
  policies: Policies,
  indexes: FolderIndexes,
  takeSettings: (value: unknown) => void,
  logError: (error: unknown) => void,
): void {
  async function refreshSettings(): Promise<void> {
    if (!client.configuration) return;
    takeSettings(await connection.workspace.getConfiguration(settingsSection));
  }

  async function refreshFolders(): Promise<void> {
    const all = (await connection.workspace.getWorkspaceFolders()) ?? [];
    folders.set(all.map((folder) => folder.uri));
    policies.setRoots(folders.roots);
    indexes.keepOnly(folders.roots);
  }

  connection.onDidChangeConfiguration(({ settings }: { settings: unknown }) => {
    if (client.configuration) refreshSettings().catch(logError);
    else takeSettings(sectionOf(settings));
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const { uri } of changes) {
      const place = folders.placeOf(uri, "");
      if (!place) continue;
      policies.fileChanged(place);
      if (!policies.isIgnored(place)) indexes.fileChanged(place);
    }
  });
  if (client.workspaceFolders) connection.workspace.onDidChangeWorkspaceFolders(() => void refreshFolders().catch(logError));
  if (client.registersConfiguration) {
    connection.client.register(DidChangeConfigurationNotification.type, { section: settingsSection }).catch(logError);
  }
  if (client.registersFileWatchers) {
    connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern: watchedFiles }] }).catch(logError);
  }
  refreshSettings()
    .catch(logError)
    .finally(() => policies.setRoots(folders.roots));
}

/** Clients without `workspace/configuration` send either the section or everything. */
function sectionOf(settings: unknown): unknown {
  if (typeof settings === "object" && settings !== null && settingsSection in settings) {
    return (settings as Record<string, unknown>)[settingsSection];
  }
  return settings;
}
