import type { Fact } from "../../../core/fact.ts";
import { codeApps, openReading, placeOf, type CodeReading } from "../oauth/apps.ts";
import type { CodeScopeFact } from "../oauth/codeFact.ts";
import { codeScopeFacts, projectFacts } from "../oauth/codeFacts.ts";
import { listEditor } from "../oauth/listEdits.ts";
import type { Need, ScopeSystem } from "../system.ts";
import { trelloPath } from "./address.ts";
import { trelloVocabulary } from "../vocabularies.ts";

/** Where a member's address, preferences and notifications are, which `account` opens. */
const accountPath = /^\/?(?:members|notifications|tokens|\{\})(?=\/|$|\{)/;

function read(fact: Fact<CodeScopeFact>): CodeReading | undefined {
  const { value } = fact;
  if (value.kind !== "request" && value.kind !== "mention") return openReading(fact, "trello");
  const path = trelloPath(value.address);
  if (path === undefined) return undefined;
  const place = placeOf(fact);
  const methods = value.kind === "request" ? value.methods : [null];
  // Another token may be sent with an address; the library sends the one that the user granted.
  const certainty = value.kind === "request" && value.client === "trello" ? "certain" : "possible";
  const needs = methods.flatMap((method): Need[] => {
    if (method === null) return [];
    const what = `${method} /1/${path.replaceAll("{}", "…")}`;
    // What is written comes back in the answer, which may be what the app reads it for.
    return method === "GET" ? [{ what, place, anyOf: [["read"]], certainty }] : [{ what, place, anyOf: [["write"]], certainty }, { what, place, anyOf: [["read"]], certainty: "possible" }];
  });
  const isOfAccounts = path === "" || accountPath.test(path);
  if (isOfAccounts) needs.push({ what: `a call of /1/${path.replaceAll("{}", "…")}`, place, anyOf: [["account"]], certainty: "possible" });
  const isUnclear = methods.includes(null);
  const open = isUnclear ? [{ why: "The method of this request to Trello cannot be read", place, mayNeed: (name: string) => name !== "account" || isOfAccounts }] : [];
  return { needs, open, isCall: true };
}

const descriptions: Readonly<Record<string, string>> = {
  read: "Read boards, cards and workspaces",
  write: "Change boards, cards and workspaces",
  account: "Read the member's e-mail address, change the member's account",
};

/** Trello's authorize calls and addresses with `read`, `write` and `account`, beside the requests of the Power-Up. */
export const trelloSystem: ScopeSystem = {
  id: "trello",
  vocabulary: trelloVocabulary,
  sources: [codeScopeFacts, projectFacts],
  appsIn: (facts) =>
    codeApps(facts, trelloSystem, { system: "trello", read, noCalls: "No request to Trello is seen in this code, so the token may be used elsewhere" }),
  judges: (name) => Object.hasOwn(descriptions, name),
  includes: () => [],
  breadth: () => 0,
  isPowerful: (name) => name !== "read",
  describe: (name) => (Object.hasOwn(descriptions, name) ? descriptions[name] : undefined),
  edit: listEditor,
};
