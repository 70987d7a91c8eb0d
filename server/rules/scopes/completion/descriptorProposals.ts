import type { WorkspaceFacts } from "../../../core/fact.ts";
import { jsonCursor } from "../../../languages/json/cursor.ts";
import { bitbucketSystem } from "../bitbucket/bitbucketSystem.ts";
import { connectSystem } from "../connect/connectSystem.ts";
import type { Proposals } from "./proposal.ts";
import { scopeProposals } from "./scopeProposals.ts";

/** Keys that a Connect descriptor must have. */
const requiredKeys = ['"baseUrl"', '"key"'];
/** One list of texts behind `scopes`, which may be half written. */
const scopeList = /"scopes"\s*:\s*\[([^\]]*)/;

/** What can be written into `scopes` of a Connect descriptor in JSON, which may be half written. */
export function descriptorProposals(path: string, text: string, offset: number, facts: WorkspaceFacts | undefined): Proposals | undefined {
  if (!requiredKeys.every((key) => text.includes(key))) return undefined;
  const cursor = jsonCursor(text, offset);
  if (cursor?.path[0] !== "scopes" || cursor.path.length !== 2) return undefined;
  // Only Bitbucket's descriptors have contexts.
  const system = text.includes('"contexts"') ? bitbucketSystem : connectSystem;
  const app = facts && system.appsIn(facts).find(({ home, unseen }) => home.path === path && unseen === undefined);
  const own = text.slice(cursor.range.start, cursor.range.end);
  const written = Array.from((scopeList.exec(text)?.[1] ?? "").matchAll(/"([^"\n]*)"/g), ([, name = ""]) => name);
  // The name at the cursor may be replaced by itself.
  const others = cursor.quoted ? written.filter((name) => name !== own) : written;
  const proposals = scopeProposals(system, app, others.map((name) => (system === connectSystem ? name.toUpperCase() : name)))
    .filter(({ label }) => label !== "NONE")
    .map((one) => (cursor.quoted ? one : { ...one, newText: `"${one.newText}"` }));
  return { range: cursor.range, proposals };
}
