import type { BadExample, GoodExample } from "../../../core/rule.ts";

const bad: readonly BadExample[] = [
  { name: "a Basic header", code: 'const auth = Buffer.from(`${email}:${apiToken}`).toString("base64");\nawait fetch(`https://${site}.atlassian.net/rest/api/3/issue/${key}`, { headers: { [|Authorization: `Basic ${auth}`|] } });\n' },
  { name: "an HTTP client's option", code: 'import axios from "axios";\nconst jira = axios.create({ baseURL: "https://acme.atlassian.net", [|auth: { username: email, password: token }|] });\n' },
  { name: "the address in a variable", code: 'const headers = { [|Authorization: "Basic " + encoded|], Accept: "application/json" };\nconst base = settings.site;\nawait fetch(`${base}/wiki/rest/api/content`, { headers });\n' },
  { name: "a client library", code: 'import { Version3Client } from "jira.js";\nconst client = new Version3Client({ host, authentication: { [|basic: { email, apiToken }|] } });\n' },
  { name: "a token that is kept", code: 'import { storage } from "@forge/api";\nexport const save = ({ payload }) => [|storage.setSecret("jiraApiToken", payload.token)|];\n' },
  { name: "a field of a form", file: "src/Settings.tsx", code: 'export const Settings = () => <Textfield name="token" placeholder="[|Your Jira API token|]" />;\n' },
  { name: "a link to where tokens are made", file: "public/setup.html", code: '<p>Make one <a href="[|https://id.atlassian.com/manage-profile/security/api-tokens|]">here</a></p>\n<input id="email">\n' },
];

const good: readonly GoodExample[] = [
  { name: "Forge's request", code: 'import api, { route } from "@forge/api";\nawait api.asUser().requestJira(route`/rest/api/3/issue/${key}`, { headers: { Accept: "application/json" } });\n' },
  { name: "a bearer token", code: "await fetch(`https://api.atlassian.com/ex/jira/${cloudId}/rest/api/3/myself`, { headers: { Authorization: `Bearer ${accessToken}` } });\n" },
  { name: "a Connect app's JWT", code: "await fetch(`${host.baseUrl}/rest/api/3/myself`, { headers: { Authorization: `JWT ${jwt}` } });\n" },
  { name: "Basic for another service", code: 'await fetch("https://api.acme.test/rest/v1/items", { headers: { Authorization: `Basic ${encoded}` } });\nawait fetch("https://acme.atlassian.net/rest/api/3/myself", { headers: { Authorization: `Bearer ${token}` } });\n' },
  { name: "a client library with OAuth", code: 'import { Version3Client } from "jira.js";\nconst client = new Version3Client({ host, authentication: { oauth2: { accessToken } } });\n' },
  { name: "another service's token", file: "src/Settings.tsx", code: 'export const Settings = () => <Textfield name="apiToken" placeholder="Your Acme API token" />;\n' },
  { name: "a developer's script", file: "scripts/import.ts", code: 'await fetch("https://acme.atlassian.net/rest/api/3/issue", { headers: { Authorization: `Basic ${encoded}` } });\n' },
];

/** What the rule finds and what it leaves alone. */
export const atlassianUserCredentialExamples = { bad, good };
