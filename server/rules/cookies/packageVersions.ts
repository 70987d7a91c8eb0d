import type { Document } from "../../core/document.ts";
import { jsonData } from "../../languages/json/dataOf.ts";

/** Deeper folders than this are not looked for. */
const maximumLevels = 20;
const sections: readonly string[] = ["dependencies", "devDependencies", "peerDependencies"];
/** The first major number of a range: `^4.24.5`, `>=4 <6`, `npm:name@5.0.0-beta.3`. */
const firstMajor = /(?:^|[\^~>=<\s@v])(\d{1,4})(?:\.|$|\s|-)/;

/** The range in which the nearest `package.json` that names a package wants it; undefined where none names it. */
function rangeOfPackage(document: Document, name: string): string | undefined {
  const folders = document.path.split("/").slice(0, -1);
  for (let left = Math.min(folders.length, maximumLevels); left >= 0; left--) {
    const path = [...folders.slice(0, left), "package.json"].join("/");
    const found = document.neighbours?.read(path);
    const range = found && rangeIn(found, name);
    if (range !== undefined) return range;
  }
  return undefined;
}

function rangeIn(file: Document, name: string): string | undefined {
  if (!file.text.includes(`"${name}"`)) return undefined;
  return sections.map((section) => valueAt(file, section, name)).find((range) => range !== undefined);
}

function valueAt(file: Document, section: string, name: string): string | undefined {
  const data = jsonData(file);
  const group = data?.kind === "object" ? data.members.find((member) => member.name === section)?.value : undefined;
  const value = group?.kind === "object" ? group.members.find((member) => member.name === name)?.value : undefined;
  return value?.kind === "string" ? value.value : undefined;
}

/** The major version that the project wants of a package; undefined where that is not said, which is the newest. */
export function majorOf(document: Document, name: string): number | undefined {
  const major = firstMajor.exec(rangeOfPackage(document, name) ?? "")?.[1];
  return major === undefined ? undefined : Number(major);
}

/** Whether the project names a package among its dependencies. */
export function dependsOn(document: Document, name: string): boolean {
  return rangeOfPackage(document, name) !== undefined;
}
