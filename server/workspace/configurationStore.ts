import * as fs from "node:fs";
import * as path from "node:path";
import ignore, { type Ignore } from "ignore";
import { configurationFileName, emptyConfiguration, type Configuration } from "../core/configuration.ts";
import { patternFault } from "../core/ignorePattern.ts";
import { readConfiguration, type ConfigurationProblem, type ReadConfigurationFile } from "./configuration.ts";
import { systemReason } from "./readDocument.ts";

/** What an editor's settings, or other callers, say where no file does. */
export type EditorSettings = Partial<Pick<Configuration, "marketplaces" | "profile" | "rules" | "ignore">>;

/** What is wrong with one configuration file that was read. */
export interface FaultyConfiguration {
  /** Path from the root, with forward slashes; it starts with `../` above the root. */
  readonly path: string;
  readonly problems: readonly ConfigurationProblem[];
}

/** What holds for the files of one folder. */
interface FolderConfiguration {
  readonly configuration: Configuration;
  readonly ignores: Ignore;
  /** Absolute folder that the patterns of `ignores` start from. */
  readonly base: string;
}

/** Configuration files are small; a larger one is a mistake, and must not cost the audit. */
const largestFile = 1_000_000;

/**
 * The configuration of every file below a root: that of the nearest `.marketlint.yml` in its folder or
 * above, up to the top of the file system, so that a folder without git means the same as with it.
 */
export class ConfigurationStore {
  readonly #root: string;
  readonly #overlay: (file: string) => string | undefined;
  #settings: EditorSettings;
  readonly #files = new Map<string, ReadConfigurationFile | undefined>();
  #present: ReadonlySet<string> | undefined;
  /** By absolute folder. */
  readonly #folders = new Map<string, FolderConfiguration>();
  /** By the folder part of a path from the root. */
  readonly #written = new Map<string, FolderConfiguration>();

  /**
   * `root` is absolute; with an empty one, for documents that lie nowhere, only the settings hold.
   * `overlay` gives the text of an open document by its path from the root.
   */
  constructor(root: string, settings: EditorSettings = {}, overlay: (file: string) => string | undefined = () => undefined) {
    this.#root = root;
    this.#settings = settings;
    this.#overlay = overlay;
  }

  /** Takes other settings; the files stay as they were read. */
  setSettings(settings: EditorSettings): void {
    this.#settings = settings;
    this.#folders.clear();
    this.#written.clear();
  }

  /** Takes the paths of all configuration files below the root, so that no other folder is asked for one. */
  setPresent(files: ReadonlySet<string>): void {
    this.#present = files;
  }

  /** Forgets what was read of a configuration file, by its path from the root or an absolute one. */
  invalidate(file: string): void {
    this.#files.delete(path.dirname(path.resolve(this.#root, file)));
    this.#folders.clear();
    this.#written.clear();
  }

  /** What holds for a file, by its path from the root. */
  configurationFor(file: string): Configuration {
    return this.#configurationAbove(file).configuration;
  }

  /**
   * Whether a configuration leaves a file out: by a pattern on the file or on a folder above it. A folder
   * is judged by the configuration that lies above it, so an ignored folder cannot take itself back in.
   */
  isIgnored(file: string): boolean {
    const parts = file.split("/");
    return parts.some((_part, at) => this.ignoresEntry(parts.slice(0, at + 1).join("/"), at < parts.length - 1));
  }

  /** Whether a configuration leaves out one entry of a folder that is not left out itself. */
  ignoresEntry(entry: string, isFolder: boolean): boolean {
    const { ignores, base, configuration } = this.#configurationAbove(entry);
    if (configuration.ignore.length === 0) return false;
    const absolute = path.resolve(this.#root, entry);
    const relative = path.relative(base, absolute).split(path.sep).join("/");
    if (relative === "" || relative.startsWith("../")) return false;
    return ignores.ignores(isFolder ? `${relative}/` : relative);
  }

  /** What is wrong with the configuration files read so far, in order of their paths. */
  faults(): FaultyConfiguration[] {
    return [...this.#files]
      .flatMap(([folder, read]) => (read && read.problems.length > 0 ? [{ path: this.#fileIn(folder), problems: read.problems }] : []))
      .sort((left, right) => (left.path < right.path ? -1 : 1));
  }

  /** The statements of all configuration files read so far: those that hold for the root, then what nested ones add. */
  evidence(): Configuration["evidence"] {
    const byDepth = [...this.#files].sort(([left], [right]) => (left < right ? 1 : -1));
    let merged: Configuration["evidence"] = {};
    for (const [, read] of byDepth) merged = { ...merged, ...read?.configuration.evidence };
    return { ...merged, ...this.configurationFor(configurationFileName).evidence };
  }

  /** Asked for every file, so the folder is looked up as it is written before its path is made. */
  #configurationAbove(file: string): FolderConfiguration {
    const written = file.slice(0, file.lastIndexOf("/") + 1);
    const known = this.#written.get(written);
    if (known) return known;
    const nearest = this.#present ? this.#nearestPresent(written, this.#present) : file;
    const found = this.#written.get(nearest.slice(0, nearest.lastIndexOf("/") + 1)) ?? this.#folderConfiguration(this.#root === "" ? "" : path.dirname(path.resolve(this.#root, nearest)));
    this.#written.set(written, found);
    return found;
  }

  /** The configuration file that holds for a folder, or where the root's would be. Both folders as they are written. */
  #nearestPresent(written: string, present: ReadonlySet<string>): string {
    let folder = written;
    while (folder !== "" && !present.has(folder + configurationFileName)) folder = folder.slice(0, folder.lastIndexOf("/", folder.length - 2) + 1);
    return folder + configurationFileName;
  }

  #fileIn(folder: string): string {
    return path.relative(this.#root, path.join(folder, configurationFileName)).split(path.sep).join("/");
  }

  #folderConfiguration(folder: string): FolderConfiguration {
    const known = this.#folders.get(folder);
    if (known) return known;
    const read = folder === "" ? undefined : this.#read(folder);
    const parent = path.dirname(folder);
    const made = read || folder === "" || parent === folder ? this.#merge(folder, read) : this.#folderConfiguration(parent);
    this.#folders.set(folder, made);
    return made;
  }

  /** The file wins over the settings, key by key; of the rules, rule by rule. */
  #merge(folder: string, read: ReadConfigurationFile | undefined): FolderConfiguration {
    const { configuration = emptyConfiguration, present } = read ?? {};
    const settings = this.#settings;
    const marketplaces = present?.has("marketplaces") ? configuration.marketplaces : settings.marketplaces;
    const { profile: own, ...rest } = configuration;
    const profile = present?.has("profile") ? own : settings.profile;
    const fromFile = present?.has("ignore") ?? false;
    const patterns = fromFile ? configuration.ignore : (settings.ignore ?? []).filter((pattern) => patternFault(pattern) === undefined);
    return {
      configuration: {
        ...rest,
        ...(marketplaces && { marketplaces }),
        ...(profile && { profile }),
        rules: { ...settings.rules, ...configuration.rules },
        ignore: patterns,
      },
      ignores: ignore({ allowRelativePaths: true }).add([...patterns]),
      base: fromFile ? folder : this.#root,
    };
  }

  #read(folder: string): ReadConfigurationFile | undefined {
    if (this.#files.has(folder)) return this.#files.get(folder);
    const text = this.#text(folder);
    const read = text === undefined ? undefined : typeof text === "string" ? readConfiguration(text, this.#fileIn(folder)) : text;
    this.#files.set(folder, read);
    return read;
  }

  /** The text of a folder's configuration; what stands for it where it cannot be read; nothing where none is. */
  #text(folder: string): string | ReadConfigurationFile | undefined {
    const file = path.join(folder, configurationFileName);
    const fromRoot = this.#fileIn(folder);
    const open = this.#overlay(fromRoot);
    if (open !== undefined) return open;
    if (this.#present && !fromRoot.startsWith("../") && !this.#present.has(fromRoot)) return undefined;
    try {
      const status = fs.statSync(file, { throwIfNoEntry: false });
      if (!status) return undefined;
      if (!status.isFile()) return unreadable("it is not a file");
      if (status.size > largestFile) return unreadable("it is larger than 1 MB");
      return fs.readFileSync(file, "utf8").replace(/^\uFEFF/, "");
    } catch (error) {
      return unreadable(systemReason(error, file));
    }
  }
}

function unreadable(reason: string): ReadConfigurationFile {
  const start = { line: 0, character: 0 };
  const problem = { range: { start: 0, end: 1 }, region: { start, end: { line: 0, character: 1 } }, message: `This file cannot be read: ${reason}.` };
  return { configuration: emptyConfiguration, present: new Set(), problems: [problem] };
}
