import { kvs } from "@forge/kvs";
import Resolver from "@forge/resolver";
import { readReadiness, saveSignOff } from "./readiness";

interface IssueUpdated {
  readonly issue: { readonly id: string; readonly key: string };
}

const resolver = new Resolver();

resolver.define("getReadiness", async ({ context }) => {
  const issueKey: string = context.extension.issue.key;
  const changedSince = await kvs.get<string>(`changed:${context.extension.issue.id}`);
  return { ...(await readReadiness(issueKey)), changedSince: changedSince ?? null };
});

resolver.define("signOff", async ({ context }) => {
  const { id, key } = context.extension.issue;
  await saveSignOff(key);
  await kvs.delete(`changed:${id}`);
  return readReadiness(key);
});

export const handler = resolver.getDefinitions();

/** A sign-off is only good for the state it was given on: remember that the issue has changed. */
export async function onIssueUpdated(event: IssueUpdated): Promise<void> {
  await kvs.set(`changed:${event.issue.id}`, new Date().toISOString());
}
