import type { Policy } from "../analysis/policy.ts";
import { configurationFileName } from "../core/configuration.ts";
import type { MarketplaceEvidence } from "../core/requirement.ts";
import { marketplaceIds, marketplaceTitles } from "../core/requirement.ts";
import { marketplacesFor } from "../marketplaces/index.ts";
import { detectApps, isTelling, type Apps } from "../workspace/apps.ts";
import { ConfigurationStore, type EditorSettings } from "../workspace/configurationStore.ts";
import { isLeftOut, listFiles } from "../workspace/listFiles.ts";
import { policyFor } from "../workspace/policyFor.ts";
import type { Baselines, BaselineSettings } from "./baselines.ts";
import type { JudgedFinding } from "../core/finding.ts";
import type { Place } from "./folders.ts";
import type { AppliedMarketplace } from "./protocol.ts";

interface RootState {
  readonly configuration: ConfigurationStore;
  apps: Apps | undefined;
  detection: AbortController | undefined;
  /** The folders of its apps, once the whole folder was searched. */
  appFolders: readonly string[] | undefined;
  /** Whether a path is left out; forgotten when configuration changes. */
  readonly leftOut: Map<string, boolean>;
}

const noApps: Apps = { apps: [], evidence: [] };

/** What holds where: the apps found in each folder, its configuration files and the editor's settings. */
export class Policies {
  readonly #roots = new Map<string, RootState>();
  readonly #changed: () => void;
  readonly #searched: (root: string, apps: readonly string[]) => void;
  readonly #baselines: Baselines | undefined;
  #settings: EditorSettings = {};
  #generation = 0;

  /**
   * `changed` is called when documents may be judged otherwise than before, `searched` when the apps of a folder are
   * known and again when they, or the files that are left out, are others.
   */
  constructor(changed: () => void, searched: (root: string, apps: readonly string[]) => void = () => undefined, baselines?: Baselines) {
    this.#baselines = baselines;
    this.#changed = changed;
    this.#searched = searched;
  }

  /** Counts the changes, so that a result says which one it was judged under. */
  get generation(): number {
    return this.#generation;
  }

  get settings(): EditorSettings {
    return this.#settings;
  }

  setSettings(settings: EditorSettings, baseline?: BaselineSettings): void {
    this.#settings = settings;
    if (baseline) this.#baselines?.setSettings(baseline);
    for (const [root, state] of this.#roots) {
      state.configuration.setSettings(settings);
      this.#searchAgain(root, state);
    }
    this.#touch();
  }

  /** Starts looking for apps below the folders, the telling file names first. */
  setRoots(roots: readonly string[]): void {
    for (const [root, state] of this.#roots) {
      if (roots.includes(root)) continue;
      state.detection?.abort();
      this.#roots.delete(root);
    }
    for (const root of roots) void this.#detect(root);
    this.#touch();
  }

  /** A file changed on disk or was saved: configuration is read again, apps are looked for again. */
  fileChanged(place: Place): void {
    const state = this.#stateOf(place.root);
    if (place.path.endsWith(configurationFileName)) {
      state.configuration.invalidate(place.path);
      this.#searchAgain(place.root, state);
      this.#touch();
    } else if (this.#baselines?.fileChanged(place.root, place.path)) {
      this.#touch();
    } else if (place.path.endsWith(".gitignore")) {
      this.#searchAgain(place.root, state);
      this.#touch();
    } else if (state.apps && isTelling(place.path)) void this.#detect(place.root);
  }

  /** All files of a folder that audits look at. Rejects with the signal's reason. */
  async filesBelow(root: string, signal: AbortSignal): Promise<readonly string[]> {
    const { configuration } = this.#stateOf(root);
    const { files } = await listFiles(root, { signal, ignore: (entry, isFolder) => configuration.ignoresEntry(entry, isFolder) });
    return files;
  }

  /** The policy of a file; what the file itself shows counts too, before its folder was searched. */
  policyOf(place: Place, own: readonly MarketplaceEvidence[]): Policy {
    const state = this.#stateOf(place.root);
    const policy = policyFor(place.path, this.#appsOf(state), state.configuration.configurationFor(place.path));
    if (state.configuration.configurationFor(place.path).marketplaces) return policy;
    const marketplaces = marketplaceIds.filter(
      (id) => policy.marketplaces.includes(id) || own.some((evidence) => evidence.marketplace === id),
    );
    return { ...policy, marketplaces };
  }

  /** Findings of a folder, those that its baseline accepts marked. */
  accept(root: string, findings: readonly JudgedFinding[]): readonly JudgedFinding[] {
    return this.#baselines?.accept(root, findings) ?? findings;
  }

  /** Whether an audit would leave this file out: by `.gitignore`, by default or by the configuration. */
  isIgnored(place: Place): boolean {
    if (place.root === "") return false;
    const { leftOut, configuration } = this.#stateOf(place.root);
    const known = leftOut.get(place.path);
    if (known !== undefined) return known;
    const ignore = (entry: string, isFolder: boolean): boolean => configuration.ignoresEntry(entry, isFolder);
    const result = isLeftOut(place.root, place.path, { ignore });
    leftOut.set(place.path, result);
    return result;
  }

  /** The marketplaces of a file, each with the reason that the status item shows. */
  appliedTo(place: Place, own: readonly MarketplaceEvidence[]): AppliedMarketplace[] {
    const state = this.#stateOf(place.root);
    const apps = this.#appsOf(state);
    const detected = marketplacesFor(place.path, apps.apps);
    const evidence = [...own, ...apps.apps.flatMap((app) => app.evidence)];
    return this.policyOf(place, own).marketplaces.map((id) => {
      const why = detected.includes(id) || own.some((one) => one.marketplace === id) ? evidence.find((one) => one.marketplace === id) : undefined;
      return { id, title: marketplaceTitles[id], reason: why?.reason ?? "set in the configuration", path: why?.path ?? "" };
    });
  }

  /** Ends all searches. */
  dispose(): void {
    for (const state of this.#roots.values()) state.detection?.abort();
    this.#roots.clear();
  }

  /** Patterns changed: other files may be left out. */
  #searchAgain(root: string, { appFolders }: RootState): void {
    if (appFolders) this.#searched(root, appFolders);
  }

  #appsOf(state: RootState): Apps {
    return state.apps ?? noApps;
  }

  #stateOf(root: string): RootState {
    const known = this.#roots.get(root);
    if (known) return known;
    const state: RootState = {
      configuration: new ConfigurationStore(root, this.#settings),
      apps: undefined,
      detection: undefined,
      appFolders: undefined,
      leftOut: new Map(),
    };
    this.#roots.set(root, state);
    return state;
  }

  async #detect(root: string): Promise<void> {
    const state = this.#stateOf(root);
    state.detection?.abort();
    const abort = new AbortController();
    state.detection = abort;
    try {
      for (const quick of [true, false]) {
        const apps = await detectApps(root, { quick, signal: abort.signal });
        if (abort.signal.aborted) return;
        state.apps = apps;
        this.#touch();
      }
      const folders = (state.apps ?? noApps).apps.map((app) => app.root);
      if (state.appFolders?.join("\0") === folders.join("\0")) return;
      state.appFolders = folders;
      this.#searched(root, folders);
    } catch (error) {
      if (!abort.signal.aborted) throw error;
    }
  }

  #touch(): void {
    this.#generation++;
    for (const state of this.#roots.values()) state.leftOut.clear();
    this.#changed();
  }
}
