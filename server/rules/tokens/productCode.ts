import type { Document } from "../../core/document.ts";
import { isDocumentationPath, isTestPath } from "../../core/filePurpose.ts";

/** Whether a file is part of what is delivered: neither a test nor documentation. */
export function isProductCode({ path }: Document): boolean {
  return !isTestPath(path) && !isDocumentationPath(path);
}
