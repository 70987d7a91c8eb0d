import type { Document } from "../../core/document.ts";
import { jsonData } from "../json/dataOf.ts";
import { plainKey } from "../typescript/keys.ts";
import { typescriptData } from "../typescript/dataOf.ts";
import { typescriptSyntax } from "../typescript/syntax.ts";
import { memberNamed, valueAt, type DataNode, type DataObject } from "./dataNode.ts";

/** A descriptor has one of these besides its key and address. */
const partNames = ["authentication", "lifecycle", "modules", "apiMigrations"];
/** One of them as the name of a member; keeps other files from being parsed. */
const partMember = /\b(?:authentication|lifecycle|modules|apiMigrations)["'\]]{0,2}\s*[:,}]/;
const lifecycleEvents = ["installed", "uninstalled", "enabled", "disabled"];
/** Members that tell a descriptor from other objects with a key, an address and modules. */
const tellingNames = ["vendor", "scopes", "apiVersion", "contexts", "enableLicensing", "links"];

/** The Atlassian Connect descriptors of a JSON file, or of the objects that code builds. */
export function connectDescriptors(document: Document): DataObject[] {
  const { text } = document;
  if (!text.includes("baseUrl") || !partMember.test(text)) return [];
  if (document.language === "json") {
    const root = jsonData(document);
    return root && isDescriptorFile(root) ? [root] : [];
  }
  return objectsInCode(document);
}

function isDescriptorFile(root: DataNode): root is DataObject {
  if (root.kind !== "object" || !memberNamed(root, "key") || !memberNamed(root, "baseUrl")) return false;
  return partNames.some((name) => valueAt(root, name)?.kind === "object");
}

function objectsInCode(document: Document): DataObject[] {
  return document.syntax(typescriptSyntax).all("ObjectExpression").flatMap((node) => {
    const names = new Set(node.properties.map((property) => (property.type === "Property" ? plainKey(property) : undefined)));
    if (!names.has("key") || !names.has("baseUrl")) return [];
    const data = typescriptData(node, document);
    return data.kind === "object" && isDescriptorInCode(data) ? [data] : [];
  });
}

/** Code has other objects with a key, an address and even modules: more than one of a descriptor's own parts is asked for. */
function isDescriptorInCode(data: DataObject): boolean {
  if (valueAt(data, "authentication", "type")) return true;
  if (lifecycleEvents.some((event) => valueAt(data, "lifecycle", event))) return true;
  return valueAt(data, "modules")?.kind === "object" && tellingNames.some((name) => memberNamed(data, name));
}
