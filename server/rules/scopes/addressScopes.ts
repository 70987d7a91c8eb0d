import type { Document } from "../../core/document.ts";
import { htmlAttribute, htmlSyntax } from "../../languages/html/elements.ts";
import { writtenText, type BuiltText } from "../../languages/typescript/builtText.ts";
import { builtUrls, parametersOf } from "../../languages/typescript/builtUrls.ts";
import { trelloAuthorizeAddress } from "../../languages/typescript/trelloAuthorization.ts";
import type { AskedList } from "./askedScope.ts";
import { scopesInText } from "./scopeText.ts";
import { akeneoVocabulary, atlassianOAuthVocabulary, bitbucketVocabulary, superofficeVocabulary, trelloVocabulary, type Vocabulary } from "./vocabularies.ts";

/** Who answers at an authorize address; `word` stands in every file that could put the address together. */
const authorities: readonly { readonly word: RegExp; readonly address: RegExp; readonly vocabulary: Vocabulary }[] = [
  { word: /\b1\/(?:authorize|connect)|OAuthAuthorizeToken/i, address: trelloAuthorizeAddress, vocabulary: trelloVocabulary },
  { word: /\bapps\/v1\/authorize/, address: /\bconnect\/apps\/v1\/authorize\b/, vocabulary: akeneoVocabulary },
  { word: /\bsite\/oauth2\/authorize/, address: /\bbitbucket\.org\/site\/oauth2\/authorize\b/, vocabulary: bitbucketVocabulary },
  { word: /\boauth\/authorize/, address: /\bsuperoffice\.com\/login\/common\/oauth\/authorize\b/, vocabulary: superofficeVocabulary },
  { word: /\bauth\.atlassian\.com/, address: /\bauth\.atlassian\.com\/authorize\b/, vocabulary: atlassianOAuthVocabulary },
];

/** The scopes in the authorize addresses that code and pages have. */
export function addressScopes(document: Document): AskedList[] {
  return authorities.filter(({ word }) => word.test(document.text)).flatMap(({ address, vocabulary }) => {
    const texts = [...builtUrls(document, address), ...addressesInPage(document, address)];
    return texts.flatMap((text) => scopeParameters(text, vocabulary));
  });
}

function scopeParameters(text: BuiltText, vocabulary: Vocabulary): AskedList[] {
  return parametersOf(text.text)
    .filter(({ name }) => name === "scope")
    .map(({ value, start }) => scopesInText(text, start, start + value.length, vocabulary));
}

function addressesInPage(document: Document, address: RegExp): BuiltText[] {
  if (document.language !== "html") return [];
  return document.syntax(htmlSyntax).flatMap((element) => {
    const value = ["href", "action", "data-href", "src"].map((name) => htmlAttribute(element, name)).find((one) => one && address.test(one.value));
    return value ? [writtenText(document, value.range)] : [];
  });
}
