/** Where the shape comes from. */
export const source = "Forge manifest schema 13.7.0 (@forge/manifest), top level and permissions";

/** What a part of a manifest may be, as far as the schema says it for sure. */
export type Shape =
  | { readonly kind: "any" }
  | { readonly kind: "text" }
  | { readonly kind: "flag" }
  | { readonly kind: "list"; readonly of: Shape }
  /** Only these keys. */
  | { readonly kind: "keys"; readonly keys: Readonly<Record<string, Shape>> }
  /** Names of the author's own choice. */
  | { readonly kind: "names"; readonly of: Shape }
  | { readonly kind: "either"; readonly shapes: readonly Shape[] };

const any: Shape = { kind: "any" };
const text: Shape = { kind: "text" };
const flag: Shape = { kind: "flag" };
const texts: Shape = { kind: "list", of: text };
const address: Shape = { kind: "keys", keys: { address: text, category: text, inScopeEUD: flag } };
const addresses: Shape = { kind: "list", of: { kind: "either", shapes: [text, address] } };
const fetched: Shape = {
  kind: "list",
  of: { kind: "either", shapes: [text, { kind: "keys", keys: { address: text, category: text, inScopeEUD: flag, remote: text } }] },
};

/** `permissions` of a Forge manifest. */
export const permissionsShape: Shape = {
  kind: "keys",
  keys: {
    scopes: {
      kind: "either",
      // An item of the list is the business of the rules on scopes.
      shapes: [{ kind: "list", of: any }, { kind: "names", of: { kind: "either", shapes: [{ kind: "keys", keys: { allowImpersonation: flag } }, any] } }],
    },
    external: {
      kind: "keys",
      keys: {
        fetch: { kind: "keys", keys: { backend: fetched, client: fetched } },
        fonts: addresses,
        frames: addresses,
        images: addresses,
        media: addresses,
        navigation: addresses,
        scripts: addresses,
        styles: addresses,
        configurable: { kind: "keys", keys: { enabled: flag } },
      },
    },
    content: { kind: "keys", keys: { scripts: texts, styles: texts } },
    enforcement: text,
    sandbox: texts,
  },
};

/** The keys of a manifest, with the shapes that are told. */
export const manifestShape: Shape = {
  kind: "keys",
  keys: {
    app: any, connectModules: any, modules: any, permissions: permissionsShape, resources: any, remotes: any, providers: any, environment: any,
    translations: any, services: any, overrides: any,
  },
};

/** The keys that may stand below some others; undefined where the shape does not tell. */
export function manifestKeys(path: readonly string[]): readonly string[] | undefined {
  let shape: Shape | undefined = manifestShape;
  for (const name of path) shape = shape?.kind === "keys" && Object.hasOwn(shape.keys, name) ? shape.keys[name] : undefined;
  return shape?.kind === "keys" ? Object.keys(shape.keys) : undefined;
}
