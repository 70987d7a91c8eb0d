import { akeneoOperationsAt, akeneoPath } from "../akeneo/lookup.ts";
import { bitbucketPath } from "../bitbucket/address.ts";
import { productRequest } from "../connect/address.ts";
import { lookUp } from "../tables/endpointLookup.ts";
import { trelloPath } from "../trello/address.ts";

/** Akeneo's GraphQL interface; what is read of it stands in the query. */
export const graphqlAddress = /\bgraphql\.(?:sdk\.)?(?:cloud\.)?akeneo\b/;

/** Whether an address, with `{}` for what is unknown, is one that some system answers at. */
export function isInterface(address: string): boolean {
  return trelloPath(address) !== undefined || akeneoPath(address) !== undefined || bitbucketPath(address) !== undefined || productRequest(address) !== undefined || graphqlAddress.test(address);
}

/** Whether the operation of a request is known, so that no caller has to be asked for more of it. */
export function isKnownOperation(address: string, method: string): boolean {
  const trello = trelloPath(address);
  if (trello !== undefined) return /^[a-z]/i.test(trello);
  const akeneo = akeneoPath(address);
  if (akeneo !== undefined) return akeneoOperationsAt(akeneo, method).length === 1;
  const bitbucket = bitbucketPath(address);
  if (bitbucket !== undefined) return lookUp("bitbucket", method, bitbucket).kind === "row";
  const product = productRequest(address);
  return product !== undefined && lookUp(product.api, method, product.path).kind === "row";
}
