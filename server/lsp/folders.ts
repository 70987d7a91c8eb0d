import * as path from "node:path";
import { URI } from "vscode-uri";

/** Where a document lies: a folder on disk, and the path below it with forward slashes. */
export interface Place {
  /** Absolute path of the outermost workspace folder that holds the file, or of the file's own folder. */
  readonly root: string;
  readonly path: string;
}

/** The workspace folders that are not inside another one, so that no file has two places. */
export class Folders {
  #roots: readonly string[] = [];

  /** Absolute paths of the outermost folders. */
  get roots(): readonly string[] {
    return this.#roots;
  }

  /** Takes the URIs of the workspace folders; those that are not on disk are left out. */
  set(uris: readonly string[]): void {
    const all = [...new Set(uris.map((uri) => URI.parse(uri)).filter((uri) => uri.scheme === "file").map((uri) => path.resolve(uri.fsPath)))];
    this.#roots = all.filter((root) => !all.some((other) => other !== root && isBelow(root, other)));
  }

  /** The place of a document; an untitled one lies nowhere, and its language decides its name. */
  placeOf(uri: string, languageId: string): Place | undefined {
    const parsed = URI.parse(uri);
    if (parsed.scheme === "untitled") return { root: "", path: untitledName(parsed.path, languageId) };
    if (parsed.scheme !== "file") return undefined;
    const file = path.resolve(parsed.fsPath);
    const root = this.#roots.find((folder) => isBelow(file, folder)) ?? path.dirname(file);
    return { root, path: path.relative(root, file).split(path.sep).join("/") };
  }
}

/** Whether `inner` is `outer` or lies below it. */
function isBelow(inner: string, outer: string): boolean {
  const relative = path.relative(outer, inner);
  return relative !== ".." && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}

/** The URI of a path below a root. */
export function uriOf(root: string, file: string): string {
  return URI.file(path.join(root, file)).toString();
}

const extensionOfLanguage: Readonly<Record<string, string>> = {
  typescript: ".ts", typescriptreact: ".tsx", javascript: ".js", javascriptreact: ".jsx", dockerfile: ".dockerfile",
  yaml: ".yaml", dockercompose: ".yaml", json: ".json", jsonc: ".jsonc", dotenv: ".env", xml: ".xml", html: ".html", csharp: ".cs", php: ".php",
};

function untitledName(name: string, languageId: string): string {
  const last = name.slice(name.lastIndexOf("/") + 1);
  const extension = extensionOfLanguage[languageId] ?? ".txt";
  return last.endsWith(extension) ? last : `${last}${extension}`;
}

/** The URI of another file of the same folder: `uri` is that of `path`. */
export function neighbourUri(uri: string, path: string, other: string): string {
  const root = URI.parse(uri).fsPath.split(/[\\/]/).slice(0, -path.split("/").length).join("/");
  return URI.file(`${root}/${other}`).toString();
}
