import { isTestPath } from "../../core/filePurpose.ts";
import type { Document } from "../../core/document.ts";

/** What images for developers are called, in file names and stage names. */
const developerWord = "dev|develop|development|devcontainer|local|debug|test|tests|testing|e2e|lint|ci";
const developerFile = new RegExp(
  `^(?:Docker|Container)file[.-](?:.*[.-])?(?:${developerWord})(?:[.-]|$)|(?:^|[.-])(?:${developerWord})\\.(?:docker|container)file$`,
  "i",
);
const developerStage = new RegExp(`^(?:${developerWord})(?:$|[-_])`);
const developerFolder = /(?:^|\/)\.devcontainer\//;

/**
 * What an image is for: `product` is delivered, `development` is run by developers and pipelines only,
 * `fixture` is input of a test and is never run for anybody.
 */
export type ImagePurpose = "product" | "development" | "fixture";

/** Tells the purpose by the file's path and the final stage's name. */
export function imagePurposeOf(document: Document, stageName: string | undefined): ImagePurpose {
  if (developerFolder.test(document.path) || developerFile.test(document.fileName)) return "development";
  if (isTestPath(document.path)) return "fixture";
  return stageName !== undefined && developerStage.test(stageName) ? "development" : "product";
}
