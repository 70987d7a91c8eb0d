import type { Document } from "../../core/document.ts";
import { connectDescriptors } from "../../languages/data/connectDescriptor.ts";
import { memberNamed, valueAt } from "../../languages/data/dataNode.ts";
import type { AskedScope } from "./askedScope.ts";
import { bitbucketVocabulary, connectVocabulary } from "./vocabularies.ts";

/** The scopes of Connect descriptors. Only Bitbucket's have `contexts`, and scopes of their own. */
export function connectDescriptorScopes(document: Document): AskedScope[] {
  return connectDescriptors(document).flatMap((descriptor) => {
    const scopes = valueAt(descriptor, "scopes");
    const vocabulary = memberNamed(descriptor, "contexts") ? bitbucketVocabulary : connectVocabulary;
    return (scopes?.kind === "array" ? scopes.items : []).flatMap((item) =>
      item.kind === "string" && isName(item.value) && item.verbatim ? [{ name: item.value, range: item.range, vocabulary }] : [],
    );
  });
}

/** Templates put a descriptor's scopes in later. */
function isName(value: string): boolean {
  return value !== "" && !/[{}$<>%]/.test(value);
}
