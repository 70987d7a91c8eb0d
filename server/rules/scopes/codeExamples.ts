import type { RuleMetadata } from "../../core/rule.ts";

type Examples = RuleMetadata["examples"];

const start = '{ "key": "app", "baseUrl": "https://app.example.com", "authentication": { "type": "jwt" }, "lifecycle": { "installed": "/installed" }, "apiMigrations": { "signed-install": true }, "scopes": ';

/** A Connect descriptor with a list of scopes, written as in JSON. */
function descriptor(scopes: string): string {
  return `${start}[${scopes}] }\n`;
}

/** A Connect app's server: `client` is bound to a site. */
function server(body: string): string {
  return `export function routes(app, addon) {\n  app.get("/issue", addon.authenticate(), async (req, res) => {\n    const client = addon.httpClient(req);\n    ${body}\n  });\n}\n`;
}

const readsIssue = { "src/routes.js": server("res.json(await client.get(`/rest/api/3/issue/${req.query.key}`));") };
const writesIssue = { "src/routes.js": server('client.post({ url: "/rest/api/3/issue", json: req.body }, () => res.end());') };

/** Akeneo's authorize address over a list. */
function akeneo(list: string): string {
  return `const SCOPES = [${list}];\nexport const url = (pim, id) => \`\${pim}/connect/apps/v1/authorize?response_type=code&client_id=\${id}&scope=\${SCOPES.join("%20")}\`;\n`;
}

const pimWrapper =
  'export async function call(pim, token, path, options = {}) {\n  const answer = await fetch(`${pim}/api/rest/v1/${path}`, { ...options, headers: { Authorization: `Bearer ${token}` } });\n  return answer.json();\n}\n';
const readsProducts = { "src/pim.js": pimWrapper, "src/job.js": 'import { call } from "./pim.js";\nexport const run = (pim, token) => call(pim, token, "products-uuid?limit=100");\n' };
const writesProducts = { "src/pim.js": pimWrapper, "src/job.js": 'import { call } from "./pim.js";\nexport const run = (pim, token, body) => call(pim, token, "products-uuid", { method: "PATCH", body });\n' };
const php = (scopes: string): string =>
  `<?php\nclass Auth {\n  private const OAUTH_SCOPES = [${scopes}];\n  function url($pim) { return $pim . '/connect/apps/v1/authorize?' . http_build_query(['scope' => implode(' ', self::OAUTH_SCOPES)]); }\n}\n`;
const phpReads = { "src/Import.php": "<?php\nfunction run($client) { foreach ($client->getProductApi()->all() as $product) { save($product); } }\n" };

const trello = (scope: string): string => `Trello.authorize({ name: "App", scope: "${scope}", expiration: "1hour" });\n`;
const readsBoard = { "js/board.js": "export const board = (id) => Trello.get(`/boards/${id}/cards`);\n" };
const movesCard = { "js/board.js": "export const move = (id, list) => Trello.put(`cards/${id}`, { idList: list });\n" };

/** Examples of scope-unused where code and descriptors ask. */
export const unusedInCode: Examples = {
  bad: [
    { name: "Connect: nobody acts as a user", file: "atlassian-connect.json", code: descriptor('"READ", "[|ACT_AS_USER|]"'), fixed: descriptor('"READ"'), files: readsIssue },
    { name: "Trello: nothing is written", file: "js/auth.js", code: trello("read,[|write|]"), fixed: trello("read"), files: readsBoard },
    { name: "Trello: no account is read", file: "js/auth.js", code: trello("[|account|],read,write"), fixed: trello("read,write"), files: movesCard },
    { name: "Akeneo: a wrapper that reads products", file: "src/auth.js", code: akeneo('"read_products", "[|read_categories|]", "openid"'), fixed: akeneo('"read_products", "openid"'), files: readsProducts },
    { name: "Akeneo: its PHP client", file: "src/Auth.php", code: php("'read_products', '[|read_assets|]'"), fixed: php("'read_products'"), files: phpReads },
    { name: "Akeneo: the environment", file: ".env", code: 'AKENEO_PIM_URL=https://pim.example.com\nOAUTH_SCOPES="read_products [|write_assets|]"\n', fixed: 'AKENEO_PIM_URL=https://pim.example.com\nOAUTH_SCOPES="read_products"\n', files: readsProducts },
    {
      name: "cannot be told: a request whose address comes from elsewhere",
      file: "js/auth.js",
      code: trello("read,[|write|]"),
      files: { ...readsBoard, "js/queue.js": "export const send = async (queue) => fetch((await queue.next()).url, { method: 'PUT' });\n" },
    },
    { name: "cannot be told: a package makes the calls", file: "js/auth.js", code: trello("[|read|]"), files: { "js/api.js": 'import Client from "trello";\nexport const client = new Client(key, token);\n' } },
  ],
  good: [
    { name: "Trello: a button that asks for what another one does", file: "js/auth.js", code: trello("read"), files: { ...movesCard, "js/more.js": trello("read,write") } },
    { name: "Connect: the ladder", file: "atlassian-connect.json", code: descriptor('"WRITE"'), files: writesIssue },
    { name: "Connect: a user's token", file: "atlassian-connect.json", code: descriptor('"READ", "ACT_AS_USER"'), files: { "src/routes.js": server('addon.httpClient(req).asUserByAccountId(req.query.user).get("/rest/api/3/myself", () => res.end());') } },
    { name: "Connect: the server is elsewhere", file: "atlassian-connect.json", code: descriptor('"READ", "ADMIN"') },
    { name: "Trello: cards are moved", file: "js/auth.js", code: trello("read,write"), files: movesCard },
    { name: "Trello: the member's address", file: "js/auth.js", code: trello("read,account"), files: { "js/me.js": 'export const me = () => Trello.get("/members/me", { fields: "email" });\n' } },
    { name: "Akeneo: a client with a base address", file: "src/auth.js", code: akeneo('"write_assets"'), files: { "src/pim.js": 'import axios from "axios";\nconst client = axios.create({ baseURL: `${process.env.PIM}/api/rest/v1` });\nexport const save = (family, assets) => client.patch(`/asset-families/${family}/assets`, assets);\n' } },
    { name: "Akeneo: who the user is", file: "src/auth.js", code: akeneo('"read_products", "openid", "email"'), files: readsProducts },
    { name: "OAuth 2.0 of Atlassian", code: 'const url = "https://auth.atlassian.com/authorize?scope=read:jira-work%20read:me%20offline_access";\n' },
  ],
};

/** Examples of scope-missing where code and descriptors ask. */
export const missingInCode: Examples = {
  bad: [
    { name: "Connect: an issue is made", file: "atlassian-connect.json", code: descriptor('"[|READ|]"'), fixed: descriptor('"WRITE"'), files: writesIssue },
    { name: "Connect: a page of the app deletes", file: "atlassian-connect.json", code: descriptor('"[|read|]"'), fixed: descriptor('"delete"'), files: { "public/app.js": 'AP.request({ url: "/rest/api/3/issue/A-1", type: "DELETE" });\n' } },
    { name: "Trello: a card is moved", file: "js/auth.js", code: trello("[|read|]"), fixed: trello("read,write"), files: movesCard },
    { name: "Akeneo: products are changed", file: "src/auth.js", code: akeneo('"[|read_products|]", "openid"'), fixed: akeneo('"write_products", "openid"'), files: writesProducts },
    { name: "Akeneo: its PHP client", file: "src/Auth.php", code: php("'[|read_assets|]'"), fixed: php("'read_assets', 'read_products'"), files: { "src/Import.php": `${phpReads["src/Import.php"]}function more($client) { return $client->getAssetManagerApi()->all('family'); }\n` } },
  ],
  good: [
    { name: "Connect: a higher rung", file: "atlassian-connect.json", code: descriptor('"DELETE"'), files: writesIssue },
    { name: "Connect: a placeholder", file: "atlassian-connect.json", code: descriptor('"READ", "{{scope}}"'), files: writesIssue },
    { name: "Connect: another server's path", file: "atlassian-connect.json", code: descriptor('"READ"'), files: { ...readsIssue, "src/sync.js": 'export const sync = (body) => fetch("https://jira.example.com/rest/api/3/issue", { method: "POST", body });\n' } },
    { name: "Trello: the call has a token of its own", file: "js/auth.js", code: trello("read"), files: { "server.js": "export const add = (name) => fetch(`https://api.trello.com/1/cards?token=${process.env.TOKEN}`, { method: 'POST', body: name });\n" } },
    { name: "Trello: two buttons", file: "js/auth.js", code: `${trello("read")}${trello("write")}`, files: movesCard },
    { name: "Akeneo: delete includes write", file: "src/auth.js", code: akeneo('"delete_products"'), files: writesProducts },
    { name: "Akeneo: calls with a connection's token", file: "src/auth.js", code: akeneo('"read_products"'), files: { ...writesProducts, "src/token.js": "export const token = (pim) => fetch(`${pim}/api/oauth/v1/token`, { method: 'POST' });\n" } },
    { name: "Akeneo: names put together", file: "src/auth.js", code: akeneo('"read_products", `write_${kind}`'), files: writesProducts },
    { name: "Akeneo: a slip is found as such", file: "src/auth.js", code: akeneo('"write_product", "openid"'), files: writesProducts },
  ],
};

/** Examples of scope-too-broad where code and descriptors ask. */
export const broadInCode: Examples = {
  bad: [
    { name: "Connect: an administrator who reads", file: "atlassian-connect.json", code: descriptor('"[|ADMIN|]"'), fixed: descriptor('"READ"'), files: readsIssue },
    { name: "Connect: lower case", file: "atlassian-connect.json", code: descriptor('"[|project_admin|]"'), fixed: descriptor('"write"'), files: writesIssue },
    { name: "Akeneo: products are read only", file: "src/auth.js", code: akeneo('"[|delete_products|]"'), fixed: akeneo('"read_products"'), files: readsProducts },
    { name: "Akeneo: in the environment", file: ".env", code: "AKENEO_SCOPES='[|write_products|] openid'\n", fixed: "AKENEO_SCOPES='read_products openid'\n", files: readsProducts },
  ],
  good: [
    { name: "Connect: a call that cannot be read", file: "atlassian-connect.json", code: descriptor('"WRITE"'), files: { "src/routes.js": server("client.get(req.query.path, () => res.end());\n    client.get('/rest/api/3/myself');") } },
    { name: "Connect: the rung that is needed", file: "atlassian-connect.json", code: descriptor('"WRITE"'), files: writesIssue },
    { name: "Akeneo: products are changed", file: "src/auth.js", code: akeneo('"write_products"'), files: writesProducts },
    { name: "Trello: scopes that do not include one another", file: "js/auth.js", code: trello("read,write"), files: movesCard },
  ],
};

/** Examples of scope-redundant where code and descriptors ask. */
export const redundantInCode: Examples = {
  bad: [
    { name: "Connect: read beside write", file: "atlassian-connect.json", code: descriptor('"[|READ|]", "WRITE"'), fixed: descriptor('"WRITE"'), files: writesIssue },
    { name: "Akeneo: one text", file: ".env", code: 'OAUTH_SCOPES="[|read_products|] write_products openid"\nPIM_URL=https://pim.example.com\n', fixed: 'OAUTH_SCOPES="write_products openid"\nPIM_URL=https://pim.example.com\n', files: writesProducts },
    { name: "Bitbucket: an address", file: "src/login.js", code: "export const url = (id) => `https://bitbucket.org/site/oauth2/authorize?client_id=${id}&scope=[|repository|]+pullrequest+email`;\n", fixed: "export const url = (id) => `https://bitbucket.org/site/oauth2/authorize?client_id=${id}&scope=pullrequest+email`;\n" },
  ],
  good: [
    { name: "Trello: read beside write", file: "js/auth.js", code: trello("read,write"), files: movesCard },
    { name: "Connect: to act as a user is no rung", file: "atlassian-connect.json", code: descriptor('"WRITE", "ACT_AS_USER"'), files: writesIssue },
    { name: "Akeneo: of different things", file: "src/auth.js", code: akeneo('"write_products", "read_categories", "openid"'), files: writesProducts },
    { name: "branches", file: "js/auth.js", code: 'passport.authenticate("bitbucket", { scope: full ? ["repository:write"] : ["repository"] });\n' },
  ],
};

/** Examples of scope-duplicate where code and descriptors ask. */
export const duplicateInCode: Examples = {
  bad: [
    { name: "Trello", file: "js/auth.js", code: trello("read,write,[|read|]"), fixed: trello("read,write"), files: movesCard },
    { name: "Akeneo: a list over lines", file: "src/auth.js", code: 'const SCOPES = [\n  "write_products",\n  "openid",\n  "[|write_products|]", // again\n];\nexport const url = (pim) => `${pim}/connect/apps/v1/authorize?scope=${SCOPES.join("%20")}`;\n', fixed: 'const SCOPES = [\n  "write_products",\n  "openid",\n];\nexport const url = (pim) => `${pim}/connect/apps/v1/authorize?scope=${SCOPES.join("%20")}`;\n', files: writesProducts },
    { name: "Connect", file: "atlassian-connect.json", code: descriptor('"WRITE", "[|write|]"'), fixed: descriptor('"WRITE"'), files: writesIssue },
    { name: "Atlassian's OAuth 2.0 in Auth.js", file: "auth.ts", code: 'export const provider = Atlassian({ authorization: { params: { scope: "read:jira-work read:me [|read:jira-work|] offline_access" } } });\n', fixed: 'export const provider = Atlassian({ authorization: { params: { scope: "read:jira-work read:me offline_access" } } });\n' },
    { name: "SuperOffice over oidc-client", file: "login.ts", code: 'export const manager = new UserManager({ authority: "https://sod.superoffice.com/login", client_id: id, redirect_uri: back, scope: "openid [|openid|]" });\n', fixed: 'export const manager = new UserManager({ authority: "https://sod.superoffice.com/login", client_id: id, redirect_uri: back, scope: "openid" });\n' },
  ],
  good: [
    { name: "two buttons that ask the same", file: "js/auth.js", code: `${trello("read,write")}${trello("read,write")}`, files: movesCard },
    { name: "branches", file: "js/auth.js", code: 'Trello.authorize({ scope: wide ? "read,write" : "read" });\n', files: movesCard },
    { name: "a list that another one takes up", file: "src/auth.js", code: 'const BASE_SCOPES = ["read_products", "openid"];\nconst ALL_SCOPES = [...BASE_SCOPES, "read_categories"];\nexport const url = (pim) => `${pim}/connect/apps/v1/authorize?scope=${ALL_SCOPES.join(" ")}`;\n' },
    { name: "another provider", file: "login.ts", code: 'export const client = new UserManager({ authority: "https://id.example.com", scope: "openid openid email" });\n' },
    { name: "PHP", file: "src/Auth.php", code: php("'read_products', 'read_categories'") },
  ],
};
