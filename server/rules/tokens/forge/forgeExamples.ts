/** A Forge manifest for examples, with the modules as written. */
export function forgeManifestExample(modules: string): string {
  return `app:\n  id: ari:cloud:ecosystem::app/00000000-0000-0000-0000-000000000000\nmodules:\n${modules}`;
}
