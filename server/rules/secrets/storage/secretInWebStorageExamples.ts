import type { BadExample, GoodExample } from "../../../core/rule.ts";

const bad: readonly BadExample[] = [
  { name: "a token in local storage", code: 'const token = await login();\n[|localStorage.setItem("token", token)|];\n' },
  { name: "as a property", code: "export function keep(result) {\n  [|window.localStorage.access_token = result.data|];\n}\n" },
  { name: "a password in session storage, under another key", code: "export function remember(password: string) {\n  [|sessionStorage.setItem(\"form\", JSON.stringify({ name: \"a\", password }))|];\n}\n" },
  { name: "a cookie that a script writes", code: "export function keep(jwt: string) {\n  [|document.cookie = `session_token=${jwt}; path=/; secure`|];\n}\n" },
  { name: "a cookie library of browsers", code: 'import Cookies from "js-cookie";\n[|Cookies.set("refreshToken", response.refresh, { secure: true })|];\n' },
  {
    name: "a Power-Up's data shared with the board",
    code: 'export const keep = (t, token) => [|t.set("board", "shared", "token", token)|];\n',
    fixed: 'export const keep = (t, token) => t.storeSecret("token", token);\n',
  },
  { name: "shared with the board, as an object", code: 'export const keep = (t, apiToken) => [|t.set("card", "shared", { colour: "red", apiToken })|];\n' },
  {
    name: "Forge's storage without encryption",
    code: 'import { storage } from "@forge/api";\nexport const keep = (clientSecret) => [|storage.set("clientSecret", clientSecret)|];\n',
    fixed: 'import { storage } from "@forge/api";\nexport const keep = (clientSecret) => storage.setSecret("clientSecret", clientSecret);\n',
  },
  {
    name: "Forge's key-value store, by the value's name",
    code: 'import kvs from "@forge/kvs";\nexport const keep = (user, apiToken) => [|kvs.set(`connection-${user}`, { user, apiToken })|];\n',
    fixed: 'import kvs from "@forge/kvs";\nexport const keep = (user, apiToken) => kvs.setSecret(`connection-${user}`, { user, apiToken });\n',
  },
  { name: "a page's script", file: "auth.html", code: '<script>\nwindow.onload = function () {\n  var token = location.hash.substring(7);\n  [|localStorage.setItem("trello_token", token)|];\n};\n</script>\n' },
];

const good: readonly GoodExample[] = [
  { name: "what a page remembers", code: 'localStorage.setItem("theme", theme);\nlocalStorage.lastRead = new Date().toISOString();\n' },
  { name: "reading and deleting", code: 'const token = localStorage.getItem("token");\nlocalStorage.removeItem("token");\ndocument.cookie = "token=; Max-Age=0";\n' },
  { name: "an emptied value", code: 'localStorage.setItem("token", "");\nlocalStorage.token = null;\n' },
  { name: "that there is one", code: 'localStorage.setItem("hasToken", String(!!token));\nlocalStorage.setItem("tokenExpiresAt", expires);\n' },
  { name: "a token against forgery", code: "document.cookie = `XSRF-TOKEN=${token}`;\n" },
  { name: "a Power-Up's secret store, and its private data", code: 't.storeSecret("token", token);\nt.set("member", "private", "token", token);\nt.set("board", "shared", "votes", votes);\n' },
  { name: "Forge's secret store", code: 'import { storage } from "@forge/api";\nawait storage.setSecret("apiToken", apiToken);\nawait storage.set("questions", questions);\n' },
  { name: "another map's set", code: 'const cache = new Map();\ncache.set("token", token);\nredis.set("token", token);\n' },
  { name: "a server's cookie", code: 'res.cookie("session", token, { httpOnly: true, secure: true });\ncookies().set("token", token, { httpOnly: true });\n' },
  { name: "a store of the program's own", code: "const localStorage = makeStore();\nlocalStorage.setItem(\"token\", token);\n" },
];

/** What the rule finds and what it leaves alone. */
export const secretInWebStorageExamples = { bad, good };
