/** Set by `scripts/build.mjs` from the bundles that analyse. */
declare const MARKETLINT_ENGINE: string | undefined;

/**
 * Says which engine this is: it changes with every rule, parser and library. Undefined where the sources run without
 * having been built; nothing can be cached there, since no one knows when they change.
 */
export const engineBuild: string | undefined = typeof MARKETLINT_ENGINE === "string" ? MARKETLINT_ENGINE : undefined;
