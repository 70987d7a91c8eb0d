import { list, manifest, type GroundTruth } from "./app.ts";

/** The request function or its wrapper has another name where it is called. */
export const otherNames: GroundTruth = {
  about: "request functions and wrappers under other names",
  files: {
    "manifest.yml": manifest(list("read:jira-user", "read:jira-work", "write:jira-work", "manage:jira-project", "manage:jira-configuration")),
    "src/bridge.ts": `export { requestJira as request } from "@forge/bridge";\n`,
    "src/alias.ts": `import api from "@forge/api";\nexport const ask = (...args: never[]) => fetch(...args);\nexport const product = api.asUser().requestJira;\n`,
    "src/jiraClient.ts": `import api, { route } from "@forge/api";
export default async (path: string, init = {}) => api.asApp().requestJira(route\`\${path}\`, init);
`,
    "src/instance.ts": `import { requestJira } from "@forge/bridge";
class Projects {
  private async send(path: string, method: string) { return requestJira(path, { method }); }
  remove(id: string) { return this.send(\`/rest/api/3/version/\${id}/removeAndSwap\`, "POST"); }
}
export const projects = new Projects();
`,
    "src/index.ts": `import { request } from "./bridge";
import { product as jira } from "./alias";
import callIt from "./jiraClient";
import { projects } from "./instance";
export const run = async (key: string) => {
  await request("/rest/api/3/myself");
  await jira("/rest/api/3/priority");
  await callIt(\`/rest/api/3/issue/\${key}\`, { method: "DELETE" });
  return projects.remove(key);
};
`,
  },
  apps: {
    "manifest.yml": {
      asked: ["manage:jira-configuration", "manage:jira-project", "read:jira-user", "read:jira-work", "write:jira-work"],
      needed: ["manage:jira-project", "read:jira-user", "read:jira-work", "write:jira-work"],
      unused: ["manage:jira-configuration"],
      missing: [],
    },
  },
};

/** What makes the path is a function, a table or a destructured client. */
export const paths: GroundTruth = {
  about: "paths made by functions, taken from tables, asked for by a destructured client",
  files: {
    "manifest.yml": manifest(list("read:jira-work", "read:jira-user", "write:jira-work")),
    "src/paths.js": `import { route } from "@forge/api";
export const issuePath = (key) => route\`/rest/api/3/issue/\${key}\`;
export const TABLE = { me: "/rest/api/3/myself", fields: "/rest/api/3/field" };
`,
    "src/index.js": `import api from "@forge/api";
import { issuePath, TABLE } from "./paths";
const { requestJira } = api.asUser();
export const run = async (key) => {
  await requestJira(issuePath(key));
  await requestJira(TABLE.me, { headers: {} });
  const options = { headers: {} };
  options.method = "POST";
  return requestJira("/rest/api/3/issueLink", options);
};
`,
  },
  apps: {
    "manifest.yml": {
      asked: ["read:jira-user", "read:jira-work", "write:jira-work"],
      needed: ["read:jira-user", "read:jira-work", "write:jira-work"],
      unused: [],
      missing: [],
    },
  },
};

/** A wrapper that is a member of an exported object, and one that goes to components by a context. */
export const members: GroundTruth = {
  about: "wrappers as members of objects, and one that is handed to components",
  files: {
    "manifest.yml": manifest(list("read:jira-user", "write:jira-work", "manage:jira-project")),
    "src/api.js": `import { requestJira } from "@forge/bridge";
const load = (path) => requestJira(path);
const change = (path, body) => requestJira(path, { method: "PUT", body });
export const jira = { fetchJson: load, change };
`,
    "src/index.js": `import { jira } from "./api";
export const run = async (key) => {
  await jira.fetchJson("/rest/api/3/myself");
  return jira.change(\`/rest/api/3/issue/\${key}\`, "{}");
};
`,
    "src/App.jsx": `import { requestJira } from "@forge/bridge";
const remove = (path) => requestJira(path, { method: "DELETE" });
export const App = () => <Api.Provider value={{ remove }}><Page /></Api.Provider>;
remove("/rest/api/3/issue/A-1");
`,
  },
  apps: {
    "manifest.yml": {
      asked: ["manage:jira-project", "read:jira-user", "write:jira-work"],
      needed: ["read:jira-user", "write:jira-work"],
      unused: [],
      missing: [],
      // Some DELETE requests of Jira's take it, and the components' ones cannot be seen.
      untold: ["manage:jira-project"],
      unresolved: 1,
    },
  },
};

/** Paths that come from a list, a callback, a table with a key that is not known. */
export const open: GroundTruth = {
  about: "paths from loops, callbacks and computed keys; a component in a notation of its own",
  files: {
    "manifest.yml": manifest(list("read:jira-work", "manage:jira-project", "read:confluence-user")),
    "src/index.js": `import { requestJira } from "@forge/bridge";
const PATHS = { a: "/rest/api/3/myself", b: "/rest/api/3/field" };
export const run = async (name, key) => {
  for (const path of ["/rest/api/3/project", "/rest/api/3/field"]) await requestJira(path);
  return requestJira(PATHS[name]);
};
`,
    "static/app/package.json": "{}",
    "static/app/src/App.vue": `<script setup>\nimport { requestConfluence } from "@forge/bridge";\nrequestConfluence("/wiki/rest/api/user/current");\n</script>\n`,
  },
  apps: {
    "manifest.yml": {
      asked: ["manage:jira-project", "read:confluence-user", "read:jira-work"],
      needed: [],
      // Only GET requests are made, some GET of Jira's take manage:jira-project.
      unused: [],
      missing: [],
      untold: ["manage:jira-project", "read:confluence-user", "read:jira-work"],
      unresolved: 3,
    },
  },
};

/** A path known up to its middle leaves only what starts so. */
export const beginnings: GroundTruth = {
  about: "paths of which only the beginning is known",
  files: {
    "manifest.yml": manifest(list("read:jira-work", "read:jira-user", "manage:jira-webhook")),
    "src/index.js": `import api, { route, assumeTrustedRoute } from "@forge/api";
export const run = async ({ payload }) => {
  await api.asUser().requestJira(assumeTrustedRoute("/rest/api/3/issue/" + payload.rest + "/" + payload.more));
  return api.asUser().requestJira(route\`/rest/api/3/search\${payload.query}\`);
};
`,
  },
  apps: {
    "manifest.yml": {
      asked: ["manage:jira-webhook", "read:jira-user", "read:jira-work"],
      needed: ["read:jira-work"],
      unused: ["manage:jira-webhook", "read:jira-user"],
      missing: [],
      unresolved: 1,
    },
  },
};

/** Code of a package that makes the requests itself. */
export const packages: GroundTruth = {
  about: "a package that gets the client, CommonJS, an older user interface",
  files: {
    "manifest.yml": manifest(list("read:jira-work", "write:jira-work")),
    "src/index.js": `const { asApp, route } = require("@forge/api");
const { Jira } = require("jira-on-forge");
exports.run = async (key) => {
  const jira = new Jira(asApp());
  await asApp().requestJira(route\`/rest/api/2/issue/\${key}?fields=summary\`);
  return jira.comment(key, "seen");
};
`,
  },
  apps: {
    "manifest.yml": { asked: ["read:jira-work", "write:jira-work"], needed: ["read:jira-work"], unused: [], missing: [], untold: ["write:jira-work"], unresolved: 1 },
  },
};
