/** Under this name stands what a CommonJS module is as a whole: `module.exports = …`, `export = …`. */
export const wholeModule = "=";

/** What stands behind an exported name. */
export type ExportedAs =
  /** A name of the file's own scope; `offset` is in a statement that has to do with it. */
  | { readonly kind: "name"; readonly name: string; readonly offset: number; readonly isFunction?: boolean }
  /** An expression in the statement at `offset`; where it is assigned, that is where the assignment starts. */
  | { readonly kind: "value"; readonly offset: number }
  /** An export of another module; its name is `*` for all of it. */
  | { readonly kind: "from"; readonly module: string; readonly name: string };

/** What a file gives to others. */
export interface ExportTable {
  readonly named: ReadonlyMap<string, ExportedAs>;
  /** The modules of `export * from`. */
  readonly stars: readonly string[];
}
