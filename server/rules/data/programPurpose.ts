import type { Document } from "../../core/document.ts";
import { isDocumentationPath, isTestPath } from "../../core/filePurpose.ts";

/** What builds, checks or sets up a project, and what a person runs by hand: not the app that is offered. */
const toolPath =
  /(?:^|\/)(?:scripts?|bin|tools?|build|ci|\.github|\.storybook|webpack|gulp|grunt|generators?|benchmarks?|bench|migrations?|predefinedMigrations|seeds?|seeders?|cli|commands?|create-[\w-]+|[\w-]+-scripts|dist(?:-[\w-]+)?|built|bundles?|vendors?|min|monaco|third[-_]?party|bower_components|wwwroot\/lib|jspm_packages|node_modules)\//i;
const toolName = /(?:^|\/)(?:[\w.-]+\.config(?:\.[\w-]+)?|gulpfile|gruntfile|webpack[\w.-]*|rollup[\w.-]*|vite[\w.-]*|esbuild[\w.-]*|build|release|postinstall|preinstall|install|setup|make|jakefile|karma[\w.-]*|cli|\.[\w-]+rc)\.[cm]?[jt]sx?$/i;
/** Files that a bundler or a minifier wrote, and copies of libraries. */
const madeName = /(?:\.min|\.bundle|[.-]umd|\.iife|-bundle|-(?=\w{0,7}\d)\w{8}|\.prod|\.development|\.production)\.[cm]?js$|(?:^|\/)(?:jquery|bootstrap|react|vue|angular|lodash|underscore|handlebars|modernizr)(?:[.-][\w.-]*)?\.js$/i;
/** A line that no person writes. */
const longestWrittenLine = 5_000;

/** Whether a file is a part of the app itself: no test, documentation, build tool, script, library copy or bundle. */
export function isAppCode(document: Document): boolean {
  const { path } = document;
  return !isTestPath(path) && !isDocumentationPath(path) && !toolPath.test(path) && !toolName.test(path) && !madeName.test(path) && !document.text.startsWith("#!") && !isBundle(document);
}

function isBundle({ text }: Document): boolean {
  if (text.includes("__webpack_require__") || text.includes("__vite__mapDeps")) return true;
  return longestLine(text) > longestWrittenLine;
}

function longestLine(text: string): number {
  let longest = 0;
  for (let start = 0; start < text.length && longest <= longestWrittenLine; ) {
    const end = text.indexOf("\n", start);
    longest = Math.max(longest, (end < 0 ? text.length : end) - start);
    start = end < 0 ? text.length : end + 1;
  }
  return longest;
}
