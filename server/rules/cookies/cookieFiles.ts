import { isTestPath } from "../../core/filePurpose.ts";
import type { Rule } from "../../core/rule.ts";
import { cookieAnchors, cookieTriggers } from "./cookieTriggers.ts";

/** Where the rules on cookies look. */
export const cookieFiles = {
  concern: "cookies",
  languages: ["typescript", "csharp", "php", "xml"],
  triggers: cookieTriggers,
  anchors: cookieAnchors,
  promising: (document) => !isTestPath(document.path),
} as const satisfies Partial<Rule>;
