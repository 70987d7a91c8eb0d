import { list, manifest, type GroundTruth } from "./app.ts";

/** The map form of the list. */
export const mapForm: GroundTruth = {
  about: "the map form",
  files: {
    "manifest.yaml": manifest("\n    read:jira-work: {}\n    'write:jira-work':\n      allowImpersonation: true\n    manage:jira-webhook:"),
    "src/index.js": `import { asUser, route } from "@forge/api";
export const run = ({ accountId, key }) => asUser(accountId).requestJira(route\`/rest/api/3/issue/\${key}/worklog\`, { method: "post" });
`,
  },
  apps: {
    "manifest.yaml": { asked: ["manage:jira-webhook", "read:jira-work", "write:jira-work"], needed: ["write:jira-work"], unused: ["manage:jira-webhook", "read:jira-work"], missing: [] },
  },
};

/** The same scope twice counts once. */
export const duplicates: GroundTruth = {
  about: "duplicate entries in a flow list over an anchor",
  files: {
    "manifest.yml": `x-common: &read read:jira-work\n${manifest(" [*read, read:jira-work, 'read:jira-work', storage:app]")}`,
    "src/index.ts": `import { kvs } from "@forge/kvs";
import api, { route } from "@forge/api";
export const run = async () => {
  await kvs.set("seen", true);
  return api.asApp().requestJira(route\`/rest/api/3/search?jql=\${"project = A"}\`);
};
`,
  },
  apps: {
    "manifest.yml": { asked: ["read:jira-work", "storage:app"], needed: ["read:jira-work", "storage:app"], unused: [], missing: [] },
  },
};

/** A complete granular list is as good as the classic scope; Confluence's second version has granular ones only. */
export const granular: GroundTruth = {
  about: "granular against classic",
  files: {
    "manifest.yml": manifest(list("read:permission:jira", "read:page:confluence", "write:issue.property:jira", "read:space:confluence")),
    "src/index.ts": `import api, { route } from "@forge/api";
export const run = async (id: string, key: string) => {
  await api.asUser().requestJira(route\`/rest/api/3/mypermissions\`);
  await api.asUser().requestConfluence(route\`/wiki/api/v2/pages/\${id}\`);
  await api.asUser().requestConfluence(route\`/wiki/api/v2/pages/\${id}/title\`, { method: "PUT" });
  await api.asApp().requestJira(route\`/rest/api/3/issue/\${key}/properties/state\`, { method: "PUT" });
  return api.asApp().requestJira(route\`/rest/api/3/issue/\${key}/properties/state\`);
};
`,
  },
  apps: {
    "manifest.yml": {
      asked: ["read:page:confluence", "read:permission:jira", "read:space:confluence", "write:issue.property:jira"],
      needed: ["read:jira-work", "read:page:confluence", "read:permission:jira", "write:issue.property:jira", "write:page:confluence"],
      unused: ["read:space:confluence"],
      missing: ["read:jira-work", "write:page:confluence"],
    },
  },
};

/** Scopes are needed without a request. */
export const withoutRequests: GroundTruth = {
  about: "events, hooks, storage, tokens",
  files: {
    "manifest.yml": manifest(
      list("read:jira-work", "write:jira-work", "read:confluence-space.summary", "read:app-user-token", "storage:app"),
      "remotes:\n  - key: back\n    baseUrl: https://back.example.com\n    auth:\n      appSystemToken:\n        enabled: true\n      appUserToken:\n        enabled: false\n",
      "  trigger:\n    - key: t\n      function: main\n      events:\n        - avi:jira:created:issue\n        - avi:forge:installed:app\n",
    ),
    "src/index.jsx": `import { useIssueProperty } from "@forge/ui-jira";
import { storage as store } from "@forge/api";
export const run = async () => {
  const [tasks, setTasks] = useIssueProperty("tasks", []);
  await store.entity("task").set("a", tasks);
};
`,
  },
  apps: {
    "manifest.yml": {
      asked: ["read:app-user-token", "read:confluence-space.summary", "read:jira-work", "storage:app", "write:jira-work"],
      needed: ["read:app-system-token", "read:jira-work", "storage:app", "write:jira-work"],
      unused: ["read:app-user-token"],
      missing: ["read:app-system-token"],
      // The remote gets a token, and what it does with it is not here.
      untold: ["read:confluence-space.summary"],
      unresolved: 1,
    },
  },
};

/** Nobody can say what is called. */
export const unreadable: GroundTruth = {
  about: "calls that cannot be read",
  files: {
    "manifest.yml": manifest(list("read:jira-work", "write:jira-work", "read:confluence-user", "storage:app")),
    "src/jira.ts": `import api, { route } from "@forge/api";
export const get = (path: string) => api.asUser().requestJira(route\`\${path}\`);
`,
    "src/index.ts": `import { get } from "./jira";
import { requestConfluence } from "@forge/bridge";
import { createClient } from "confluence-client";
export const run = async (req: { payload: { paths: string[] } }) => Promise.all(req.payload.paths.map(get));
export const confluence = createClient(requestConfluence);
`,
  },
  apps: {
    "manifest.yml": {
      asked: ["read:confluence-user", "read:jira-work", "storage:app", "write:jira-work"],
      needed: [],
      // A GET of a path that is not known may need read:jira-work, and never write:jira-work.
      unused: ["storage:app", "write:jira-work"],
      missing: [],
      untold: ["read:confluence-user", "read:jira-work"],
      unresolved: 2,
    },
  },
};
