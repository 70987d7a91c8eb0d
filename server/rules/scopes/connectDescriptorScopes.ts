import type { Document } from "../../core/document.ts";
import { connectDescriptors } from "../../languages/data/connectDescriptor.ts";
import { memberNamed, valueAt } from "../../languages/data/dataNode.ts";
import type { AskedList, AskedScope } from "./askedScope.ts";
import { bitbucketVocabulary, connectVocabulary } from "./vocabularies.ts";

/** The scopes of Connect descriptors. Only Bitbucket's have `contexts`, and scopes of their own. */
export function connectDescriptorScopes(document: Document): AskedList[] {
  return connectDescriptors(document).flatMap((descriptor): AskedList[] => {
    const list = valueAt(descriptor, "scopes");
    if (list?.kind !== "array") return [];
    const vocabulary = memberNamed(descriptor, "contexts") ? bitbucketVocabulary : connectVocabulary;
    const scopes = list.items.flatMap((item): AskedScope[] =>
      item.kind === "string" && isName(item.value) && item.verbatim ? [{ name: item.value, range: item.range, vocabulary }] : [],
    );
    return [{ vocabulary, scopes, complete: list.complete && scopes.length === list.items.length }];
  });
}

/** Templates put a descriptor's scopes in later. */
function isName(value: string): boolean {
  return value !== "" && !/[{}$<>%]/.test(value);
}
