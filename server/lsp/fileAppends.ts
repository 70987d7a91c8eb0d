import * as fs from "node:fs";
import * as path from "node:path";
import { Document } from "../core/document.ts";
import { uriOf, type Place } from "./folders.ts";
import type { PlaceAppend } from "./workspaceEdits.ts";

function readIfThere(file: string): string | undefined {
  try {
    return fs.readFileSync(file, "utf8");
  } catch {
    // Not there, or not readable: then it is made, and the editor says if it can't be.
    return undefined;
  }
}

/** The nearest folder upwards that has the file or is a package, else the root. */
function folderFor(place: Place, fileName: string): string {
  let folder = path.posix.dirname(place.path);
  for (;;) {
    const absolute = path.join(place.root, folder);
    if (fs.existsSync(path.join(absolute, fileName)) || fs.existsSync(path.join(absolute, "package.json"))) return folder;
    if (folder === "." || folder === "/" || folder === "") return ".";
    folder = path.posix.dirname(folder);
  }
}

/** Finds the place of appended lines for fixes in one document; open documents count before the disk. */
export function appendPlacer(place: Place, openText: (uri: string) => string | undefined): PlaceAppend {
  return ({ fileName, line }) => {
    if (place.root === "") return undefined;
    const target = path.posix.join(folderFor(place, fileName), fileName);
    const uri = uriOf(place.root, target);
    const text = openText(uri) ?? readIfThere(path.join(place.root, target));
    const existing = new Document(target, "text", text ?? "");
    if (existing.text.split(/\r?\n/).includes(line)) return undefined;
    const separator = existing.text === "" || existing.text.endsWith("\n") ? "" : existing.lineBreak;
    return {
      uri,
      exists: text !== undefined,
      end: existing.positionAt(existing.text.length),
      text: `${separator}${line}${existing.lineBreak}`,
    };
  };
}
