import type { Document } from "../../core/document.ts";
import type { DataNode } from "../../languages/data/dataNode.ts";
import { membersBelow } from "../../languages/data/walk.ts";
import { dotenvSyntax } from "../../languages/dotenv/syntax.ts";
import { jsonData } from "../../languages/json/dataOf.ts";
import { phpSyntax } from "../../languages/php/syntax.ts";
import { itemsOf, phpTexts } from "../../languages/php/texts.ts";
import { builtTexts, writtenText, type BuiltText } from "../../languages/typescript/builtText.ts";
import { plainKey } from "../../languages/typescript/keys.ts";
import type { Node } from "../../languages/typescript/nodes.ts";
import { alternativesOf } from "../../languages/typescript/objects.ts";
import { typescriptSyntax } from "../../languages/typescript/syntax.ts";
import { yamlData } from "../../languages/yaml/dataOf.ts";
import { joinedList, type AskedList, type AskedScope } from "./askedScope.ts";
import { scopesInText } from "./scopeText.ts";
import { akeneoVocabulary, nearestScope } from "./vocabularies.ts";

/** Names of constants and variables that hold scopes. */
const listName = /(?:^|_)scopes?$|Scopes?$/i;
/** What a name must look like, so that a list counts as Akeneo's at all. */
const akeneoShape = /^(?:(?:read|write|delete|create|manage)_[a-z][a-z_]*|openid|profile|email)$/i;
/** Marks of Akeneo in the same file. Shopify has scopes of the same shape, so the names alone say little. */
const akeneoMark = /akeneo|pim_url|\bPIM_|connect\/apps\/v1\/|code_identifier/i;
/** Things that only Akeneo has scopes for. */
const akeneoOnly = /_(?:catalog_structure|attribute_options|channel_localization|channel_settings|association_types|asset_families|reference_entit|catalogs)/;

/**
 * Akeneo's scopes in constants, configuration and environment files, from where the authorize address takes
 * them. Silent unless every name of the list has Akeneo's shape and something shows that it is Akeneo's.
 */
export function akeneoScopeLists(document: Document): AskedList[] {
  if (!/\b(?:read|write|delete)_[a-z]/i.test(document.text)) return [];
  const isMarked = akeneoMark.test(document.text);
  return listsIn(document).flatMap((texts) => {
    const list = joinedList(akeneoVocabulary, texts.map((text) => scopesInText(text, 0, text.text.length, akeneoVocabulary)));
    return isAkeneoList(texts, list.scopes, isMarked) ? [list] : [];
  });
}

function isAkeneoList(texts: readonly BuiltText[], scopes: readonly AskedScope[], isMarked: boolean): boolean {
  if (!scopes.every(({ name }) => akeneoShape.test(name))) return false;
  if (!scopes.some(({ name }) => akeneoVocabulary.has(name) || nearestScope(name, akeneoVocabulary) !== undefined)) return false;
  if (isMarked || scopes.some(({ name }) => akeneoOnly.test(name))) return true;
  // Akeneo parts scopes by blanks, Shopify by commas.
  const known = scopes.filter(({ name }) => akeneoVocabulary.has(name)).length;
  return scopes.length > 1 && known * 2 > scopes.length && !texts.some(({ text }) => text.includes(","));
}

function listsIn(document: Document): (readonly BuiltText[])[] {
  switch (document.language) {
    case "typescript":
      return listsInCode(document);
    case "dotenv":
      return document.syntax(dotenvSyntax).flatMap(({ name, valueRange }) =>
        listName.test(name) ? [[writtenText(document, valueRange)]] : [],
      );
    case "php":
      return listsInPhp(document);
    case "yaml":
      return yamlData(document).flatMap((root) => listsInData(root, document));
    case "json": {
      const root = jsonData(document);
      return root ? listsInData(root, document) : [];
    }
    default:
      return [];
  }
}

function listsInData(root: DataNode, document: Document): (readonly BuiltText[])[] {
  return Array.from(membersBelow(root)).flatMap(({ member: { name, value } }) => {
    if (!listName.test(name)) return [];
    const items = value.kind === "array" ? value.items : [value];
    const texts = items.flatMap((item) => (item.kind === "string" && item.verbatim ? [writtenText(document, item.range)] : []));
    return texts.length === items.length ? [texts] : [];
  });
}

/** Constants, properties, variables and entries of arrays for scopes: lists of names, or one text. */
function listsInPhp(document: Document): (readonly BuiltText[])[] {
  const syntax = document.syntax(phpSyntax);
  const values = [
    ...syntax.declarations.flatMap(({ name, value }) => (listName.test(name) ? [value] : [])),
    ...syntax.all("assignment").flatMap(({ target, value }) => (target.kind === "variable" && listName.test(target.name) ? [value] : [])),
    ...syntax.all("array").flatMap(({ entries }) => entries.flatMap(({ key, value }) => (key?.kind === "text" && listName.test(key.value) ? [value] : []))),
  ];
  return values.flatMap((value) => {
    const items = itemsOf(value, document);
    return items ? [items.flat()] : phpTexts(value, document).map((text) => [text]);
  });
}

function listsInCode(document: Document): (readonly BuiltText[])[] {
  const syntax = document.syntax(typescriptSyntax);
  const values: Node[] = [
    ...syntax.all("VariableDeclarator").flatMap(({ id, init }) => (init && id.type === "Identifier" && listName.test(id.name) ? [init] : [])),
    ...syntax.all("Property").flatMap((property) => (property.parent.type === "ObjectExpression" && listName.test(plainKey(property) ?? "") ? [property.value] : [])),
    ...syntax.all("PropertyDefinition").flatMap((field) => (field.value && listName.test(plainKey(field) ?? "") ? [field.value] : [])),
  ];
  return values.map((value) => alternativesOf(value, syntax).flatMap(({ node }) => textsIn(node, document)));
}

/** Lists in lists: nobody writes more, and a list may name itself. */
const maximumDepth = 5;

function textsIn(node: Node, document: Document, depth = maximumDepth): readonly BuiltText[] {
  if (depth === 0) return [];
  if (node.type !== "ArrayExpression") return builtTexts(node, document);
  return node.elements.flatMap((element) => {
    if (!element) return [];
    const inner = element.type === "SpreadElement" ? element.argument : element;
    return alternativesOf(inner, document.syntax(typescriptSyntax)).flatMap((one) => textsIn(one.node, document, depth - 1));
  });
}
