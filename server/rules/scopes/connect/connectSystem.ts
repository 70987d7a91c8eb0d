import type { Fact } from "../../../core/fact.ts";
import { codeApps, openReading, placeOf, type CodeReading } from "../oauth/apps.ts";
import type { CodeScopeFact } from "../oauth/codeFact.ts";
import { codeScopeFacts, projectFacts } from "../oauth/codeFacts.ts";
import { listEditor } from "../oauth/listEdits.ts";
import type { Need, ScopeSystem } from "../system.ts";
import { connectScopeNamed } from "../tables/connect.ts";
import { lookUp } from "../tables/endpointLookup.ts";
import type { EndpointRow } from "../tables/endpoints/endpointRow.ts";
import { productRequest } from "./address.ts";
import { connectVocabulary } from "../vocabularies.ts";

function read(fact: Fact<CodeScopeFact>): CodeReading | undefined {
  const { value } = fact;
  const place = placeOf(fact);
  if (value.kind === "use") return useReading(value.use, fact);
  if (value.kind !== "request" && value.kind !== "mention") return openReading(fact, "connect");
  const target = productRequest(value.address);
  const methods = value.kind === "request" ? value.methods : [null];
  const isCertain = value.kind === "request" && value.certain && value.client === "connect";
  if (!target) return undefined;
  const needs: Need[] = [];
  const unclear: EndpointRow[] = [];
  let isUnknown = false;
  for (const method of methods) {
    const found = lookUp(target.api, method ?? undefined, target.path);
    if (found.kind === "row") needs.push(needOf(found.row, isCertain, fact));
    else if (found.kind === "some") unclear.push(...found.rows);
    else isUnknown = true;
  }
  const rungs = new Set(unclear.flatMap(({ connect }) => connect));
  const why = isUnknown ? `The scope of ${target.path} is not known` : "Which operation this request is cannot be read";
  const isOpen = isUnknown || unclear.length > 0;
  return { needs, open: isOpen ? [{ why, place, mayNeed: (name) => isUnknown || rungs.has(name) }] : [], isCall: true };
}

function needOf({ method, path, connect, derived }: EndpointRow, isCertain: boolean, fact: Fact<CodeScopeFact>): Need {
  const scopes = connect.filter((name) => name !== "NONE");
  const certainty = !isCertain ? "possible" : derived ? "likely" : "certain";
  return { what: `${method} ${path}`, place: placeOf(fact), anyOf: scopes.length > 0 ? scopes.map((name) => [name]) : [], certainty };
}

/** Webhooks bring what the app may read; with a user's token the app acts as the user. */
function useReading(use: string, fact: Fact<CodeScopeFact>): CodeReading | undefined {
  const place = placeOf(fact);
  if (use === "webhooks") return { needs: [{ what: "the webhooks of the descriptor", place, anyOf: [["READ"]], certainty: "possible" }], open: [] };
  if (use === "act as user") return { needs: [{ what: "a request as a user", place, anyOf: [["ACT_AS_USER"]], certainty: "possible" }], open: [] };
  return undefined;
}

const descriptions: Readonly<Record<string, string>> = {
  NONE: "No access",
  READ: "Read what the user or the app may see",
  WRITE: "Create and change",
  DELETE: "Delete",
  PROJECT_ADMIN: "Administer projects",
  SPACE_ADMIN: "Administer spaces",
  ADMIN: "Administer the whole site",
  ACT_AS_USER: "Act as a user who is not there",
  ACCESS_EMAIL_ADDRESSES: "Read e-mail addresses of users",
};
/** Which calls bring addresses the table does not say, and nothing asks for NONE. */
const unjudged: ReadonlySet<string> = new Set(["NONE", "ACCESS_EMAIL_ADDRESSES"]);

/** The scopes of Connect descriptors, beside requests of servers and of pages inside Jira and Confluence. */
export const connectSystem: ScopeSystem = {
  id: "connect",
  vocabulary: connectVocabulary,
  sources: [codeScopeFacts, projectFacts],
  appsIn: (facts) =>
    codeApps(facts, connectSystem, { system: "connect", read, noCalls: "No request to Jira or Confluence is seen in this code, so the server that makes them may be elsewhere" }),
  judges: (name) => connectVocabulary.has(name) && !unjudged.has(name),
  includes: (name) => connectScopeNamed(name)?.implies ?? [],
  breadth: (name) => connectSystem.includes(name).length,
  isPowerful: (name) => name !== "READ" && name !== "NONE",
  describe: (name) => descriptions[name.toUpperCase()],
  edit: listEditor,
};
