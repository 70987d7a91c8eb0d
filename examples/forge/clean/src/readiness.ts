import api, { fetch, route } from "@forge/api";
import { signedBearer } from "./signing";

interface Issue {
  readonly fields: {
    readonly fixVersions: readonly { readonly name: string }[];
    readonly subtasks: readonly { readonly fields: { readonly status: { readonly statusCategory: { readonly key: string } } } }[];
  };
}

export interface Readiness {
  readonly issueKey: string;
  readonly hasVersion: boolean;
  readonly openSubtasks: number;
  readonly build: "green" | "red" | "unknown";
  readonly ready: boolean;
}

export async function readReadiness(issueKey: string): Promise<Readiness> {
  const response = await api.asUser().requestJira(route`/rest/api/3/issue/${issueKey}?fields=fixVersions,subtasks`);
  if (!response.ok) throw new Error(`Jira answered ${response.status}`);
  const issue: Issue = await response.json();
  const hasVersion = issue.fields.fixVersions.length > 0;
  const openSubtasks = issue.fields.subtasks.filter((task) => task.fields.status.statusCategory.key !== "done").length;
  const build = await readBuild(issueKey);
  return { issueKey, hasVersion, openSubtasks, build, ready: hasVersion && openSubtasks === 0 && build === "green" };
}

export async function saveSignOff(issueKey: string): Promise<void> {
  const response = await api.asUser().requestJira(route`/rest/api/3/issue/${issueKey}/properties/ship-check`, {
    method: "PUT",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ signedOff: true, at: new Date().toISOString() }),
  });
  if (!response.ok) throw new Error(`Jira answered ${response.status}`);
}

async function readBuild(issueKey: string): Promise<Readiness["build"]> {
  const response = await fetch(`https://api.shipcheck.example/v1/builds/${encodeURIComponent(issueKey)}`, {
    headers: { Authorization: signedBearer("ship-check"), Accept: "application/json" },
  });
  if (!response.ok) return "unknown";
  const { state } = await response.json();
  return state === "green" || state === "red" ? state : "unknown";
}
