/** A small app with what its scopes are, worked out by hand. */
export interface GroundTruth {
  /** What is hard about it. */
  readonly about: string;
  readonly files: Readonly<Record<string, string>>;
  /** By the path of each manifest. */
  readonly apps: Readonly<Record<string, Truth>>;
}

/** The scopes of one manifest, each list sorted by name. */
export interface Truth {
  readonly asked: readonly string[];
  /** Those that calls, events and modules need, in the way that the app asks for them. */
  readonly needed: readonly string[];
  readonly unused: readonly string[];
  readonly missing: readonly string[];
  /** Asked ones of which nobody can tell, because something that may need them cannot be read. */
  readonly untold?: readonly string[];
  /** How many things cannot be read. */
  readonly unresolved?: number;
}

/** A manifest with a function in `src/index` and more. */
export function manifest(scopes: string, more = "", modules = ""): string {
  return `app:
  id: ari:cloud:ecosystem::app/00000000-0000-0000-0000-000000000000
modules:
  function:
    - key: main
      handler: index.run
${modules}permissions:
  scopes:${scopes}
${more}`;
}

/** A list of scopes below `scopes:`. */
export function list(...names: readonly string[]): string {
  return names.map((name) => `\n    - ${name}`).join("");
}
