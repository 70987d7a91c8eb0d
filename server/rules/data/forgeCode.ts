import type { Document } from "../../core/document.ts";
import { importedModules } from "../../languages/typescript/imports.ts";
import type { TypeScriptSyntax } from "../../languages/typescript/syntax.ts";

/** Packages that run in Forge's own runtime; `@forge/bridge` runs in the browser. */
const backend = /^@forge\/(?:api|resolver|kvs|sql|storage|events|object-store|cache|llm|db)$/;
const identified = /^\s+id:\s*["']?ari:cloud:ecosystem::app\//m;

/** Whether a file runs in Forge's runtime: it imports a package of it, or its app has a manifest and it lies beside it or in `src`. */
export function isForgeCode(document: Document, syntax: TypeScriptSyntax): boolean {
  return [...importedModules(syntax)].some((module) => backend.test(module)) || forgeRoot(document) !== undefined;
}

/** The same by the text alone, asked before a tree is made. */
export function mayBeForgeCode(document: Document): boolean {
  return /["'`]@forge\//.test(document.text) || forgeRoot(document) !== undefined;
}

/** The folder of the Forge manifest above a file, with its slash; undefined where there is none, or the file is of a page. */
export function forgeRoot(document: Document): string | undefined {
  const folders = document.path.split("/").slice(0, -1);
  for (let count = folders.length; count >= 0; count--) {
    const root = folders.slice(0, count).map((folder) => `${folder}/`).join("");
    const inside = document.path.slice(root.length);
    const manifest = document.neighbours?.read(`${root}manifest.yml`) ?? document.neighbours?.read(`${root}manifest.yaml`);
    if (manifest && identified.test(manifest.text)) return /^(?:src|lib|backend|functions)\/(?!frontend\/)|^[^/]+$/.test(inside) ? root : undefined;
  }
  return undefined;
}
