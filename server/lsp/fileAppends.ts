import * as fs from "node:fs";
import * as path from "node:path";
import { Document } from "../core/document.ts";
import { appendLines, appendTarget } from "../workspace/appendLines.ts";
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

/** Finds the place of appended lines for fixes in one document; open documents count before the disk. */
export function appendPlacer(place: Place, openText: (uri: string) => string | undefined): PlaceAppend {
  return (fileName, lines) => {
    if (place.root === "") return undefined;
    const target = appendTarget(place.root, place.path, fileName);
    const uri = uriOf(place.root, target);
    const text = openText(uri) ?? readIfThere(path.join(place.root, target));
    const after = appendLines(text, lines);
    if (after === undefined) return undefined;
    const existing = new Document(target, "text", text ?? "");
    return {
      uri,
      exists: text !== undefined,
      end: existing.positionAt(existing.text.length),
      text: after.slice(existing.text.length),
    };
  };
}
