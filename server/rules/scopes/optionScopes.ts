import type { TSESTree } from "@typescript-eslint/types";
import type { Document } from "../../core/document.ts";
import { builtTexts } from "../../languages/typescript/builtText.ts";
import { plainKey } from "../../languages/typescript/keys.ts";
import { rangeOf, type Node } from "../../languages/typescript/nodes.ts";
import { alternativesOf, objectsOf } from "../../languages/typescript/objects.ts";
import { typescriptSyntax } from "../../languages/typescript/syntax.ts";
import { trelloOptions } from "../../languages/typescript/trelloAuthorization.ts";
import { joinedList, type AskedList, type AskedScope } from "./askedScope.ts";
import { scopesInText } from "./scopeText.ts";
import { atlassianOAuthVocabulary, trelloVocabulary, type Vocabulary } from "./vocabularies.ts";

/** The scopes in option objects: of Trello's `authorize`, and of login libraries for Atlassian. */
export function optionScopes(document: Document): AskedList[] {
  return [...trelloScopes(document), ...loginScopes(document)];
}

function trelloScopes(document: Document): AskedList[] {
  if (!/trello|getRestApi/i.test(document.text)) return [];
  return trelloOptions(document.syntax(typescriptSyntax)).flatMap(({ properties }) =>
    (properties.get("scope")?.values ?? []).flatMap(({ value }) => (value ? scopesOf(value, document, trelloVocabulary) : [])),
  );
}

/** Lists in lists: nobody writes more, and a list may name itself. */
const maximumDepth = 5;

/** A text, a list of texts, or an object whose keys are the names: a list for each thing the value may be. */
function scopesOf(value: Node, document: Document, vocabulary: Vocabulary, depth = maximumDepth): AskedList[] {
  if (depth === 0) return [];
  const syntax = document.syntax(typescriptSyntax);
  return alternativesOf(value, syntax).flatMap(({ node }): AskedList[] => {
    if (node.type === "ObjectExpression") return objectsOf(node, syntax).map(({ properties, open }) => {
      const scopes = [...properties.values()].flatMap(({ name, values }) => values.flatMap((one) => keyScope(name, one.node, vocabulary)));
      return { vocabulary, scopes, complete: !open };
    });
    if (node.type === "ArrayExpression") {
      const parts = node.elements.flatMap((element) => {
        if (!element) return [];
        return scopesOf(element.type === "SpreadElement" ? element.argument : element, document, vocabulary, depth - 1);
      });
      return [joinedList(vocabulary, parts)];
    }
    return builtTexts(node, document).map((text) => scopesInText(text, 0, text.text.length, vocabulary));
  });
}

function keyScope(name: string, node: Node, vocabulary: Vocabulary): AskedScope[] {
  if (node.type !== "Property" || isFalse(node.value)) return [];
  const { start, end } = rangeOf(node.key);
  const quoted = node.key.type === "Literal" ? 1 : 0;
  return [{ name, range: { start: start + quoted, end: end - quoted }, vocabulary }];
}

function isFalse(node: TSESTree.Property["value"]): boolean {
  return node.type === "Literal" && (node.value === false || node.value === "false");
}

/** `scope` of any object counts as Atlassian's where at least one name of it is known to be. */
function loginScopes(document: Document): AskedList[] {
  if (!/:(?:jira|confluence|trello|compass)|offline_access/.test(document.text)) return [];
  return document.syntax(typescriptSyntax).all("Property").flatMap((property) => {
    if (property.parent.type !== "ObjectExpression" || !/^scopes?$/i.test(plainKey(property) ?? "")) return [];
    return scopesOf(property.value, document, atlassianOAuthVocabulary).filter(({ scopes }) =>
      scopes.some(({ name }) => name.includes(":") && atlassianOAuthVocabulary.has(name)),
    );
  });
}
