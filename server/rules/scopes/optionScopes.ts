import type { TSESTree } from "@typescript-eslint/types";
import type { Document } from "../../core/document.ts";
import { builtTexts } from "../../languages/typescript/builtText.ts";
import { methodCall } from "../../languages/typescript/calls.ts";
import { plainKey } from "../../languages/typescript/keys.ts";
import { rangeOf, type Node } from "../../languages/typescript/nodes.ts";
import { alternativesOf, objectsOf, propertiesOf, type ObjectReading } from "../../languages/typescript/objects.ts";
import { typescriptSyntax } from "../../languages/typescript/syntax.ts";
import { trelloOptions } from "../../languages/typescript/trelloAuthorization.ts";
import { joinedList, type AskedList, type AskedScope } from "./askedScope.ts";
import { scopesInText } from "./scopeText.ts";
import { akeneoVocabulary, atlassianOAuthVocabulary, bitbucketVocabulary, superofficeVocabulary, trelloVocabulary, type Vocabulary } from "./vocabularies.ts";

/** The scopes in option objects: of Trello's `authorize`, and of login libraries for Atlassian. */
export function optionScopes(document: Document): AskedList[] {
  return [...trelloScopes(document), ...loginScopes(document), ...providerScopes(document)];
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

/** Who is meant by an address in the options of an OAuth client, or by a strategy's name. */
const providers: readonly { readonly address: RegExp; readonly strategy: string; readonly vocabulary: Vocabulary }[] = [
  { address: /\bsuperoffice\.com\/login\b/, strategy: "superoffice", vocabulary: superofficeVocabulary },
  { address: /\bbitbucket\.org\/site\/oauth2\b/, strategy: "bitbucket", vocabulary: bitbucketVocabulary },
  { address: /\/connect\/apps\/v1\b/, strategy: "akeneo", vocabulary: akeneoVocabulary },
];
/** The options of OAuth clients that name the server: oidc-client, passport-oauth2, openid-client, Auth.js. */
const serverNames = ["authority", "issuer", "authorizationURL", "authorization", "authorizationEndpoint", "authorization_endpoint", "wellKnown", "url", "metadata"];
const scopeNames = ["scope", "scopes"];

/** `scope` beside the address of a server that we know, and of `passport.authenticate("bitbucket", …)`. */
function providerScopes(document: Document): AskedList[] {
  if (!/superoffice|bitbucket|connect\/apps\/v1/i.test(document.text)) return [];
  const syntax = document.syntax(typescriptSyntax);
  const beside = syntax.all("ObjectExpression").flatMap((object) => {
    const { properties } = propertiesOf(object, syntax);
    if (!scopeNames.some((name) => properties.has(name))) return [];
    const servers = serverNames.flatMap((name) => properties.get(name)?.values ?? []).flatMap(({ value }) => (value ? builtTexts(value, document) : []));
    const provider = providers.find(({ address }) => servers.some(({ text }) => address.test(text)));
    return provider ? scopesUnder(properties, document, provider.vocabulary) : [];
  });
  const authenticated = syntax.all("CallExpression").flatMap((call) => {
    const [name, options] = call.arguments;
    const provider = providers.find(({ strategy }) => name?.type === "Literal" && name.value === strategy);
    if (!provider || !options || methodCall(call)?.name !== "authenticate") return [];
    return scopesUnder(propertiesOf(options, syntax).properties, document, provider.vocabulary);
  });
  return [...beside, ...authenticated];
}

function scopesUnder(properties: ObjectReading["properties"], document: Document, vocabulary: Vocabulary): AskedList[] {
  const values = scopeNames.flatMap((name) => properties.get(name)?.values ?? []);
  return values.flatMap(({ value }) => (value ? scopesOf(value, document, vocabulary) : []));
}
