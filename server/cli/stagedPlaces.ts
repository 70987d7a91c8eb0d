import type { NotAnalysed } from "../analysis/analyse.ts";
import { ConfigurationStore } from "../workspace/configurationStore.ts";
import { isDataFile, isExcludedFile, isExcludedFolder } from "../workspace/defaultExcludes.ts";
import { stagedFiles } from "../workspace/stagedFiles.ts";
import type { StdinPlaces } from "./stdinPlaces.ts";

/** What is staged, audited as it is staged. */
export interface StagedPlaces extends StdinPlaces {
  readonly notAnalysed: readonly NotAnalysed[];
}

/** What is staged in the repository of a folder and not left out by the configuration. Throws UsageError where git cannot say. */
export async function stagedPlaces(cwd: string, signal: AbortSignal): Promise<StagedPlaces> {
  const { texts, notAnalysed } = await stagedFiles(cwd, signal);
  const overlay = (file: string): string | undefined => texts.get(file);
  const configurations = new ConfigurationStore(cwd, undefined, overlay);
  const isAudited = (file: string): boolean => {
    const folders = file.split("/");
    const name = folders.pop() ?? "";
    return !isExcludedFile(name) && !isDataFile(name) && !folders.some(isExcludedFolder) && !configurations.isIgnored(file);
  };
  return { root: cwd, paths: [...texts.keys()].filter(isAudited), overlay, notAnalysed: notAnalysed.filter(({ path }) => isAudited(path)) };
}
