import { list, manifest, type GroundTruth } from "./app.ts";

/** The path is a parameter of a function in another file, passed on by an index file. */
export const pathWrapper: GroundTruth = {
  about: "a wrapper with a path parameter, over two files",
  files: {
    "manifest.yml": manifest(list("read:jira-user", "read:jira-work", "write:jira-work")),
    "src/jira/client.ts": `import api, { route } from "@forge/api";
export const getJson = async (path: string) => {
  const response = await api.asUser().requestJira(route\`\${path}\`, { headers: { Accept: "application/json" } });
  return response.json();
};
const base = "/rest/api/3";
export async function getAll(path: string, query?: string) {
  let url = \`\${base}/\${path}\`;
  if (query) url += "?" + query;
  return getJson(url);
}
`,
    "src/jira/index.ts": `export * from "./client";\n`,
    "src/index.ts": `import { getAll, getJson as load } from "./jira";
export const run = async (req: { payload: { key: string } }) => [
  await load("/rest/api/2/myself"),
  await getAll("project/search", "maxResults=50"),
  await load(\`/rest/api/3/issue/\${req.payload.key}\`),
];
`,
  },
  apps: {
    "manifest.yml": { asked: ["read:jira-user", "read:jira-work", "write:jira-work"], needed: ["read:jira-user", "read:jira-work"], unused: ["write:jira-work"], missing: [] },
  },
};

/** Path and method are parameters, options, or members of a class. */
export const methodWrapper: GroundTruth = {
  about: "wrappers with a method parameter: positional, in an object with a default, in a class",
  files: {
    "manifest.yml": manifest(list("read:jira-work", "manage:jira-project")),
    "src/call.js": `const api = require("@forge/api");
exports.call = (method, path, body) =>
  api.default.asApp().requestJira(api.route\`\${path}\`, { method, body: body && JSON.stringify(body) });
exports.send = ({ path, method = "GET", ...rest }) => api.default.asApp().requestJira(path, { ...rest, method });
`,
    "src/client.js": `import { asUser, assumeTrustedRoute } from "@forge/api";
export class Client {
  constructor(version) { this.version = version; }
  request(path, init) { return asUser().requestJira(assumeTrustedRoute(path), init); }
  get(path) { return this.request(path); }
  post(path, body) { return this.request(path, { method: "POST", body }); }
}
`,
    "src/index.js": `import { call, send } from "./call";
import { Client } from "./client";
const client = new Client(3);
export const run = async (key) => {
  await call("PUT", \`/rest/api/3/issue/\${key}\`, {});
  await send({ path: "/rest/api/3/field" });
  await send({ path: \`/rest/api/3/version/\${key}/mergeto/1\`, method: "PUT" });
  await client.get("/rest/api/3/myself");
  return client.post("/rest/api/3/search/jql", "{}");
};
`,
  },
  apps: {
    "manifest.yml": {
      asked: ["manage:jira-project", "read:jira-work"],
      // PUT issue, POST search and GET field; merging versions takes manage:jira-project; GET myself takes read:jira-user.
      needed: ["manage:jira-project", "read:jira-user", "read:jira-work", "write:jira-work"],
      unused: [],
      missing: ["read:jira-user", "write:jira-work"],
    },
  },
};

/** Path and method come from branches, constants and templates. */
export const branches: GroundTruth = {
  about: "paths and methods set in branches, templates in templates, sums of texts",
  files: {
    "manifest.yml": manifest(list("read:jira-work", "read:jira-user", "manage:jira-configuration")),
    "src/paths.ts": `export const API = "/rest/api/3";\nexport const paths = { issue: \`\${API}/issue\`, users: API + "/users/search" } as const;\n`,
    "src/index.ts": `import { requestJira } from "@forge/bridge";
import api, { route } from "@forge/api";
import { paths } from "./paths";
export async function run(key: string, kind: "issue" | "users", remove: boolean) {
  let path;
  if (kind === "issue") {
    path = route\`\${paths.issue}/\${key}\`;
  } else {
    path = paths.users;
  }
  await api.asUser().requestJira(path);
  const method = remove ? "DELETE" : "PUT";
  await api.asApp().requestJira(paths.issue + "/" + key + "/properties/state", { method });
  const client = remove ? api.asApp() : api.asUser();
  const suffix = route\`/comment?maxResults=\${10}\`;
  return client.requestJira(route\`/rest/api/3/issue/\${key}\${suffix}\`);
}
`,
  },
  apps: {
    "manifest.yml": {
      asked: ["manage:jira-configuration", "read:jira-user", "read:jira-work"],
      needed: ["read:jira-user", "read:jira-work", "write:jira-work"],
      unused: ["manage:jira-configuration"],
      missing: ["write:jira-work"],
    },
  },
};
