import assert from "node:assert/strict";
import { createAnalyser } from "../../../../server/analysis/analyse.ts";
import type { WorkspaceFacts, WorkspaceRule } from "../../../../server/core/fact.ts";
import { judgements, missingScopes } from "../../../../server/rules/scopes/comparison.ts";
import { scopeApps, scopeSources } from "../../../../server/rules/scopes/evidence.ts";
import scopeUnused from "../../../../server/rules/scopes/scope-unused.ts";
import type { ScopeApp } from "../../../../server/rules/scopes/system.ts";
import { analyseWorkspace } from "../exampleWorkspace.ts";

/** What is true of one list: names by what can be said of them, worked out by hand. */
interface Truth {
  readonly used?: string;
  readonly unused?: string;
  readonly missing?: string;
  /** Something that cannot be read may need them. */
  readonly untold?: string;
  /** No call shows the use of them. */
  readonly unjudged?: string;
}

interface SmallApp {
  readonly about: string;
  readonly files: Readonly<Record<string, string>>;
  /** By system and the path of the file that asks. */
  readonly apps: Readonly<Record<string, Truth>>;
}

async function appsOf(files: SmallApp["files"]): Promise<ScopeApp[]> {
  const found: ScopeApp[] = [];
  const probe: WorkspaceRule = {
    ...scopeUnused,
    sources: scopeSources,
    checkWorkspace(facts: WorkspaceFacts) {
      found.push(...scopeApps(facts));
    },
  };
  await analyseWorkspace(files, createAnalyser([], [probe]), [probe]);
  return found;
}

function truthOf(app: ScopeApp): Required<Truth> {
  const inState = (state: string): string => judgements(app).filter((one) => one.state === state).map(({ asked }) => asked.name).sort().join(" ");
  const missing = missingScopes(app).flatMap(({ names }) => names).sort().join(" ");
  return { used: inState("used"), unused: inState("unused"), missing, untold: inState("open"), unjudged: inState("unjudged") };
}

const akeneoUrl = 'export const url = (pim, scopes) => `${pim}/connect/apps/v1/authorize?scope=${scopes}`;\n';
const connect = (scopes: string): string => `{ "key": "app", "baseUrl": "https://app.example.com", "authentication": { "type": "jwt" }, "scopes": [${scopes}] }\n`;

const smallApps: readonly SmallApp[] = [
  {
    about: "Connect: a wrapper with path and method, called from two files",
    files: {
      "atlassian-connect.json": connect('"READ", "WRITE", "DELETE", "ACT_AS_USER"'),
      "lib/jira.js": "export function jira(addon, req, method, path, body) {\n  const client = addon.httpClient(req);\n  return client[method.toLowerCase()](path);\n}\nexport function send(client, path, method = 'GET') {\n  return client.request({ url: path, method });\n}\n",
      "routes/a.js": "import { send } from '../lib/jira.js';\nexport const a = (addon, req) => addon.httpClient(req).get('/rest/api/3/myself');\n",
      "routes/b.js": "export const b = (addon, req, key) => addon.httpClient(req).put({ url: `/rest/api/2/issue/${key}`, json: {} });\n",
    },
    apps: { "connect atlassian-connect.json": { used: "DELETE READ WRITE", unused: "ACT_AS_USER" } },
  },
  {
    about: "Connect: pages inside Confluence, a commented-out call, a mock",
    files: {
      "atlassian-connect.json": connect('"read", "write"'),
      "public/page.html": "<script>\nAP.request({ url: '/rest/api/content/1', success: show });\n// AP.request({ url: '/rest/api/content/1', type: 'PUT' });\n</script>\n",
      "test/mock.test.js": "AP.request({ url: '/rest/api/content/1', type: 'DELETE' });\n",
    },
    apps: { "connect atlassian-connect.json": { used: "READ WRITE" } },
  },
  {
    about: "Connect: a descriptor in TypeScript, a site's address from the database",
    files: {
      "src/descriptor.ts": 'export const descriptor = { key: "app", baseUrl: url, authentication: { type: "jwt" }, scopes: ["READ"], lifecycle: { installed: "/installed" } };\n',
      "src/sync.ts": "export async function sync(site: { baseUrl: string }, token: string) {\n  await fetch(`${site.baseUrl}/rest/api/3/project/search`, { headers: { Authorization: `JWT ${token}` } });\n}\n",
    },
    apps: { "connect src/descriptor.ts": { used: "READ" } },
  },
  {
    about: "Connect: two apps of one repository",
    files: {
      "one/package.json": "{}", "one/atlassian-connect.json": connect('"READ"'),
      "one/app.js": "addon.httpClient(req).get('/rest/api/3/field');\n",
      "two/package.json": "{}", "two/atlassian-connect.json": connect('"READ"'),
      "two/app.js": "addon.httpClient(req).del('/rest/api/3/issue/A-1');\n",
    },
    apps: {
      "connect one/atlassian-connect.json": { used: "READ" },
      "connect two/atlassian-connect.json": { used: "READ", missing: "DELETE" },
    },
  },
  {
    about: "Trello: the library's own words, and a request by address",
    files: {
      "js/client.js": "window.Trello.authorize({ type: 'popup', scope: { read: 'true', write: true, account: false } });\nTrello.cards.get('1');\nTrello.rest('DELETE', 'cards/1');\n",
      "js/more.js": "const url = new URL('https://api.trello.com/1/boards/1');\nurl.searchParams.set('key', key);\nfetch(url);\n",
    },
    apps: { "trello js/client.js": { used: "read write" } },
  },
  {
    about: "Trello: an address without account's calls, in a page",
    files: {
      "login.html": '<a href="https://trello.com/1/authorize?expiration=1hour&scope=read,write,account&key=k">Sign in</a>\n<script src="app.js"></script>\n',
      "app.js": "Trello.get('boards/1');\n",
    },
    apps: { "trello login.html": { used: "read", unused: "account write" } },
  },
  {
    about: "Akeneo: constants in another file, axios with a base address, PATCH of a list",
    files: {
      "src/scopes.ts": 'export const OAUTH_SCOPES = ["read_products", "write_categories", "delete_products", "openid"];\n',
      "src/auth.ts": `import { OAUTH_SCOPES } from "./scopes";\n${akeneoUrl}export const start = (pim: string) => url(pim, OAUTH_SCOPES.join(" "));\n`,
      "src/pim.ts": 'import axios from "axios";\nexport class Pim {\n  private readonly http;\n  constructor(pim: string) {\n    this.http = axios.create({ baseURL: `${pim}/api/rest/v1/` });\n  }\n  list() {\n    return this.http.get("products");\n  }\n  save(categories: unknown) {\n    return this.http.patch("/categories", categories);\n  }\n}\n',
    },
    apps: { "akeneo src/scopes.ts": { used: "delete_products read_products write_categories", unjudged: "openid" } },
  },
  {
    about: "Akeneo: paths set in branches, got and ky",
    files: {
      ".env": "AKENEO_SCOPES=read_products write_assets read_catalog_structure\n",
      "src/pim.js": 'import got from "got";\nimport ky from "ky";\nexport async function read(pim, what) {\n  let path = "/api/rest/v1/families";\n  if (what === "products") path = "/api/rest/v1/products";\n  return got(pim + path).json();\n}\nexport const save = (pim, assets) => ky.patch(`${pim}/api/rest/v1/asset-families/packshots/assets`, { json: assets });\n',
    },
    apps: { "akeneo .env": { used: "read_catalog_structure read_products write_assets" } },
  },
  {
    about: "Akeneo: PHP with implode, variables for the resource, Guzzle, and a method that nobody knows",
    files: {
      "composer.json": "{}",
      "src/Auth.php": "<?php\nuse Akeneo\\Pim\\ApiClient\\AkeneoPimClientInterface;\nclass Auth {\n  public const OAUTH_SCOPES = ['read_products', 'read_catalog_structure', 'write_categories', 'read_assets'];\n  function url(string $pim): string { return \"$pim/connect/apps/v1/authorize?\" . http_build_query(['scope' => implode(' ', self::OAUTH_SCOPES)]); }\n}\n",
      "src/Import.php": "<?php\nfunction run($client, $http, $pim) {\n  $api = $client->getProductApi();\n  foreach ($api->all() as $product) { echo $product; }\n  $http->request('GET', $pim . '/api/rest/v1/families');\n  $client->getCategoryApi()->synchronise([]);\n}\n",
    },
    apps: { "akeneo src/Auth.php": { used: "read_catalog_structure read_products", unused: "read_assets", untold: "write_categories" } },
  },
  {
    about: "Akeneo: catalogs, as the guide asks",
    files: {
      "src/auth.js": `const SCOPES = ["read_products", "read_catalogs", "write_catalogs", "delete_catalogs"];\n${akeneoUrl}url(pim, SCOPES.join(" "));\n`,
      "src/catalogs.js": 'export const list = (pim) => fetch(`${pim}/api/rest/v1/catalogs`);\nexport const make = (pim, body) => fetch(`${pim}/api/rest/v1/catalogs`, { method: "POST", body });\n',
    },
    apps: { "akeneo src/auth.js": { used: "delete_catalogs read_catalogs write_catalogs", untold: "read_products" } },
  },
  {
    about: "Akeneo: another platform's scopes of the same shape are none",
    files: { "src/shop.js": 'const SCOPES = "read_products,write_orders";\nfetch(`https://${shop}/admin/oauth/authorize?scope=${SCOPES}`);\n' },
    apps: {},
  },
  {
    about: "a request function handed on leaves scopes untold",
    files: {
      "js/auth.js": 'Trello.authorize({ scope: "read,write" });\n',
      "js/api.js": "export const send = (url, options) => fetch(url, options);\n",
      "js/app.js": "import { send } from './api.js';\nqueue.each(send);\nTrello.get('boards/1');\n",
    },
    apps: { "trello js/auth.js": { used: "read", untold: "write" } },
  },
  {
    about: "Bitbucket, SuperOffice and OAuth 2.0 are read, and their use is not judged",
    files: {
      "a.js": 'passport.use(new BitbucketStrategy({ authorizationURL: "https://bitbucket.org/site/oauth2/authorize", scope: ["repository", "email"] }, done));\n',
      "b.js": 'new UserManager({ authority: "https://online.superoffice.com/login", scope: "openid" });\n',
      "c.js": 'Atlassian({ authorization: { params: { scope: "read:jira-work offline_access" } } });\n',
    },
    apps: {
      "bitbucket a.js": { unjudged: "email repository" },
      "superoffice b.js": { unjudged: "openid" },
      "atlassian-oauth c.js": { unjudged: "offline_access read:jira-work" },
    },
  },
];

describe("scopes of code, worked out by hand", () => {
  for (const { about, files, apps: truths } of smallApps) {
    it(about, async () => {
      const apps = await appsOf(files);
      const found = Object.fromEntries(apps.map((app) => [`${app.system.id} ${app.home.path}`, truthOf(app)]));
      const nothing: Required<Truth> = { used: "", unused: "", missing: "", untold: "", unjudged: "" };
      assert.deepEqual(found, Object.fromEntries(Object.entries(truths).map(([key, truth]) => [key, { ...nothing, ...truth }])));
    });
  }
});
