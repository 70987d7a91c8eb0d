import { list, manifest, type GroundTruth } from "./app.ts";

/** Front ends with packages of their own below the manifest. */
export const frontEnds: GroundTruth = {
  about: "front ends in subfolders, built beside their source",
  files: {
    "manifest.yml": `${manifest(list("read:confluence-content.summary", "read:jira-work", "write:confluence-content"), "resources:\n  - key: panel\n    path: static/panel/build\n  - key: macro\n    path: static/macro\n  - key: icons\n    path: static/icons\n", "  jira:issuePanel:\n    - key: p\n      resource: panel\n      icon: resource:icons;a.png\n  macro:\n    - key: m\n      resource: macro\n")}`,
    "src/index.ts": "export const run = () => 1;\n",
    "static/panel/package.json": "{}",
    "static/panel/src/App.jsx": `import { requestJira, view } from "@forge/bridge";
export async function App() {
  const { extension } = await view.getContext();
  const response = await requestJira(\`/rest/api/3/issue/\${extension.issue.key}?fields=summary\`);
  return <b>{(await response.json()).fields.summary}</b>;
}
`,
    "static/macro/package.json": "{}",
    "static/macro/index.html": `<script type="module" src="main.js"></script>`,
    "static/macro/main.js": `import { requestConfluence } from "@forge/bridge";
requestConfluence("/wiki/rest/api/content/" + id + "/label").then((response) => response.json());
`,
  },
  apps: {
    "manifest.yml": {
      asked: ["read:confluence-content.summary", "read:jira-work", "write:confluence-content"],
      needed: ["read:confluence-content.summary", "read:jira-work"],
      unused: ["write:confluence-content"],
      missing: [],
    },
  },
};

/** Two apps that share code beside them. */
export const monorepo: GroundTruth = {
  about: "a monorepo: two apps, and a package for both",
  files: {
    "apps/one/manifest.yml": manifest(list("read:jira-work")),
    "apps/one/src/index.ts": `import { jira } from "../../../packages/jira/src/jira";\nexport const run = (key: string) => jira(\`/rest/api/3/issue/\${key}\`);\n`,
    "apps/two/manifest.yaml": manifest(list("read:jira-work", "write:jira-work")),
    "apps/two/src/index.ts": `import { jira } from "../../../packages/jira/src/jira";\nexport const run = (key: string) => jira(\`/rest/api/3/issue/\${key}/watchers\`, "POST");\n`,
    "packages/jira/src/jira.ts": `import api, { route } from "@forge/api";
export function jira(path: string, method: "GET" | "POST" = "GET") {
  return api.asApp().requestJira(route\`\${path}\`, { method });
}
`,
  },
  apps: {
    "apps/one/manifest.yml": { asked: ["read:jira-work"], needed: ["read:jira-work"], unused: [], missing: [] },
    "apps/two/manifest.yaml": { asked: ["read:jira-work", "write:jira-work"], needed: ["write:jira-work"], unused: ["read:jira-work"], missing: [] },
  },
};

/** What is not code of the app. */
export const comments: GroundTruth = {
  about: "commented-out calls and texts that look like calls",
  files: {
    "manifest.yml": manifest("\n    # - read:jira-user\n    - read:jira-work # issues\n    - write:jira-work"),
    "src/index.jsx": `import api, { route } from "@forge/api";
// const me = await api.asUser().requestJira(route\`/rest/api/3/myself\`);
/*
 * api.asUser().requestJira(route\`/rest/api/3/issue\`, { method: "POST" });
 */
const help = "call requestJira('/rest/api/3/issue', { method: 'POST' })";
export const run = async (key) => {
  const response = await api.asUser().requestJira(
    // route\`/rest/api/3/users\`
    route\`/rest/api/3/issue/\${key}/changelog\`, // { method: "PUT" }
  );
  return <p title={help}>{/* requestJira("/rest/api/3/myself") */ await response.json()}</p>;
};
`,
  },
  apps: {
    "manifest.yml": { asked: ["read:jira-work", "write:jira-work"], needed: ["read:jira-work"], unused: ["write:jira-work"], missing: [] },
  },
};

/** Tests call what the app does not. */
export const tests: GroundTruth = {
  about: "tests, mocks and fixtures",
  files: {
    "manifest.yml": manifest(list("read:jira-work", "read:jira-user", "storage:app")),
    "src/index.ts": `import { requestJira } from "@forge/bridge";\nexport const run = () => requestJira("/rest/api/3/project");\n`,
    "src/__tests__/index.test.ts": `import api, { route, storage } from "@forge/api";\ntest("me", () => api.asUser().requestJira(route\`/rest/api/3/myself\`));\nstorage.set("a", 1);\n`,
    "src/__mocks__/api.ts": `import api, { route } from "@forge/api";\nexport const user = api.asUser().requestJira(route\`/rest/api/3/user?accountId=1\`);\n`,
    "test/fixtures/page.ts": `import api, { route } from "@forge/api";\napi.asUser().requestConfluence(route\`/wiki/api/v2/pages\`);\n`,
  },
  apps: {
    "manifest.yml": { asked: ["read:jira-user", "read:jira-work", "storage:app"], needed: ["read:jira-work"], unused: ["read:jira-user", "storage:app"], missing: [] },
  },
};
