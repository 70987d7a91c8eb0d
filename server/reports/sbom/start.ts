import * as fs from "node:fs";
import * as path from "node:path";
import { installedPackages } from "../../workspace/dependencies/installedPackages.ts";
import { cycloneDx } from "./cycloneDx.ts";

/** A software bill of materials. */
export interface BillOfMaterials {
  readonly text: string;
  /** What is not in it, and why: a sentence each. */
  readonly notes: readonly string[];
}

/** Makes the bill of materials of a folder from its lock files. `files` are paths from the root. */
export function billOfMaterials(root: string, files: readonly string[]): BillOfMaterials {
  const installed = installedPackages(root, files);
  return {
    text: cycloneDx(installed, path.basename(fs.realpathSync.native(root))),
    notes: installed.unknown.map(({ path: manifest, reason }) => `${manifest}: ${reason}, so its dependencies are not in the bill of materials`),
  };
}
