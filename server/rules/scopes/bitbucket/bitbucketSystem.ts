import type { Fact } from "../../../core/fact.ts";
import { codeApps, openReading, placeOf, type CodeReading } from "../oauth/apps.ts";
import type { CodeScopeFact } from "../oauth/codeFact.ts";
import { codeScopeFacts, projectFacts } from "../oauth/codeFacts.ts";
import { listEditor } from "../oauth/listEdits.ts";
import type { ScopeSystem } from "../system.ts";
import { bitbucketImplications } from "../tables/bitbucket.ts";
import { lookUp } from "../tables/endpointLookup.ts";
import { bitbucketPath } from "./address.ts";
import { bitbucketVocabulary } from "../vocabularies.ts";

function read(fact: Fact<CodeScopeFact>): CodeReading | undefined {
  const { value } = fact;
  if (value.kind !== "request" && value.kind !== "mention") return openReading(fact, "bitbucket");
  const path = bitbucketPath(value.address);
  if (path === undefined) return undefined;
  const place = placeOf(fact);
  const methods = value.kind === "request" ? value.methods : [null];
  const isCertain = value.kind === "request" && value.certain;
  const readings = methods.map((method): CodeReading => {
    const found = lookUp("bitbucket", method ?? undefined, path);
    if (found.kind !== "row") {
      const names = new Set(found.kind === "some" ? found.rows.flatMap(({ connect }) => connect) : []);
      return { needs: [], open: [{ why: "Which operation of Bitbucket this request is cannot be read", place, mayNeed: (name) => names.size === 0 || names.has(name) }] };
    }
    const { method: verb, path: template, connect, derived } = found.row;
    const anyOf = connect.length > 0 ? [connect] : [];
    return { needs: [{ what: `${verb} ${template}`, place, anyOf, certainty: isCertain && !derived ? "likely" : "possible" }], open: [] };
  });
  return { needs: readings.flatMap(({ needs }) => needs), open: readings.flatMap(({ open }) => open), isCall: true };
}

const rungWords: Readonly<Record<string, string>> = { write: "Read and change", admin: "Administer", delete: "Delete" };

function describeBitbucketScope(name: string): string {
  const [thing = "", rung = ""] = name.split(":");
  return `${rungWords[rung] ?? "Read"}: ${thing}`;
}

/** The scopes of Bitbucket's Connect descriptors and OAuth consumers, beside the requests to its REST interface. */
export const bitbucketSystem: ScopeSystem = {
  id: "bitbucket",
  vocabulary: bitbucketVocabulary,
  sources: [codeScopeFacts, projectFacts],
  appsIn: (facts) =>
    codeApps(facts, bitbucketSystem, { system: "bitbucket", read, noCalls: "No request to Bitbucket is seen in this code, so the server that makes them may be elsewhere" }),
  // Webhooks, pages and the clone of a repository need scopes that no request shows.
  judges: () => false,
  includes: (name) => bitbucketImplications.get(name) ?? [],
  breadth: (name) => bitbucketSystem.includes(name).length,
  isPowerful: (name) => /:(?:write|admin|delete)$/.test(name),
  describe: (name) => (bitbucketVocabulary.has(name) ? describeBitbucketScope(name) : undefined),
  edit: listEditor,
};
