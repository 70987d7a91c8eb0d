import * as fs from "node:fs";
import * as path from "node:path";
import type { JudgedFinding } from "../core/finding.ts";
import { applyBaseline, readBaseline, type Baseline } from "../workspace/baseline.ts";

/** How findings of the baseline are shown in the editor. */
export const baselineDisplays = ["hidden", "faint", "shown"] as const;

/** One of {@link baselineDisplays}. */
export type BaselineDisplay = (typeof baselineDisplays)[number];

/** What the editor's settings say of baselines. */
export interface BaselineSettings {
  /** Path from the workspace folder; no baseline if empty. */
  readonly file: string;
  readonly display: BaselineDisplay;
}

/** The name under which a baseline is looked for where no setting names another. */
export const usualBaselineFile = ".marketlint-baseline.json";

/** The property of a finding that the baseline accepts and that is shown all the same, faintly. */
export const faintProperty = "baseline";

/** A baseline is small; a larger file is none. Bytes. */
const largestBaseline = 50_000_000;

/** The baselines of the workspace folders. */
export class Baselines {
  readonly #read = new Map<string, Baseline | undefined>();
  readonly #warn: (line: string) => void;
  #settings: BaselineSettings = { file: usualBaselineFile, display: "hidden" };

  /** `warn` is told of a file that cannot be read as a baseline. */
  constructor(warn: (line: string) => void) {
    this.#warn = warn;
  }

  setSettings(settings: BaselineSettings): void {
    this.#settings = settings;
    this.#read.clear();
  }

  /** Forgets what was read where the file is a folder's baseline. Gives whether it is. */
  fileChanged(root: string, file: string): boolean {
    const isBaseline = path.normalize(file) === path.normalize(this.#settings.file);
    if (isBaseline) this.#read.delete(root);
    return isBaseline;
  }

  /** Marks the findings that a folder's baseline accepts, as they are to be shown. */
  accept(root: string, findings: readonly JudgedFinding[]): readonly JudgedFinding[] {
    const { display } = this.#settings;
    const baseline = display === "shown" || findings.length === 0 ? undefined : this.#baselineOf(root);
    if (!baseline) return findings;
    return applyBaseline(findings, baseline).map((finding) =>
      display === "faint" && finding.suppression?.kind === "baseline" ? { ...finding, properties: { ...finding.properties, [faintProperty]: finding.suppression.reason } } : finding,
    );
  }

  #baselineOf(root: string): Baseline | undefined {
    if (root === "" || this.#settings.file === "") return undefined;
    if (!this.#read.has(root)) this.#read.set(root, this.#readFrom(path.resolve(root, this.#settings.file)));
    return this.#read.get(root);
  }

  #readFrom(file: string): Baseline | undefined {
    try {
      const status = fs.statSync(file, { throwIfNoEntry: false });
      if (!status?.isFile() || status.size > largestBaseline) return undefined;
      return readBaseline(fs.readFileSync(file, "utf8"), path.basename(file));
    } catch (error) {
      this.#warn(`The baseline is not used: ${error instanceof Error ? error.message : "it cannot be read"}`);
      return undefined;
    }
  }
}
