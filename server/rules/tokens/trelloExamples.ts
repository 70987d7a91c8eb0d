import type { Rule } from "../../core/rule.ts";

/** Examples of trello-token-never-expires: tests and documentation are made of them. */
export const trelloExamples: Rule["examples"] = {
  bad: [
    {
      name: "a Power-Up",
      code: `t.getRestApi().authorize({ scope: "read", expiration: "[|never|]" }).then(close);\n`,
      fixed: `t.getRestApi().authorize({ scope: "read", expiration: "1hour" }).then(close);\n`,
    },
    {
      name: "Trello's script",
      file: "client.js",
      code: `window.Trello.authorize({\n  type: 'popup',\n  name: 'App',\n  scope: { read: 'true', write: 'true' },\n  expiration: '[|never|]',\n  success: start,\n});\n`,
      fixed: `window.Trello.authorize({\n  type: 'popup',\n  name: 'App',\n  scope: { read: 'true', write: 'true' },\n  expiration: '1hour',\n  success: start,\n});\n`,
    },
    {
      name: "over constants, spreads and a variable",
      code: `const LIFE = "[|never|]";\nconst base = { name: "App", expiration: LIFE };\nconst api = t.getRestApi();\napi.authorize({ ...base, scope: "read" });\n`,
      fixed: `const LIFE = "1hour";\nconst base = { name: "App", expiration: LIFE };\nconst api = t.getRestApi();\napi.authorize({ ...base, scope: "read" });\n`,
    },
    {
      name: "in one branch, and set later",
      code: `const options = { scope: "read", expiration: remember ? "[|never|]" : "1day" };\nTrello.authorize(options);\nconst other = { scope: "read" };\nother.expiration = "[|never|]";\nTrello.authorize(other);\n`,
      fixed: `const options = { scope: "read", expiration: remember ? "1hour" : "1day" };\nTrello.authorize(options);\nconst other = { scope: "read" };\nother.expiration = "1hour";\nTrello.authorize(other);\n`,
    },
    {
      name: "an address",
      code: "const url = `https://trello.com/1/authorize?expiration=[|never|]&name=${encodeURIComponent(\"My App\")}&key=${key}`;\n",
      fixed: "const url = `https://trello.com/1/authorize?expiration=1hour&name=${encodeURIComponent(\"My App\")}&key=${key}`;\n",
    },
    {
      name: "an address put together",
      code: `const HOST = "https://trello.com";\nlet url = HOST + "/1/authorize?key=" + key +\n  "&scope=read&expiration=[|never|]";\nurl += "&name=App";\n`,
      fixed: `const HOST = "https://trello.com";\nlet url = HOST + "/1/authorize?key=" + key +\n  "&scope=read&expiration=1hour";\nurl += "&name=App";\n`,
    },
    {
      name: "a query object",
      code: `const query = new URLSearchParams({ key, scope: "read", expiration: "[|never|]" });\nopen(\`https://trello.com/1/authorize?\${query.toString()}\`);\n`,
      fixed: `const query = new URLSearchParams({ key, scope: "read", expiration: "1hour" });\nopen(\`https://trello.com/1/authorize?\${query.toString()}\`);\n`,
    },
    {
      name: "parameters set on an address",
      code: `const url = new URL("https://trello.com/1/authorize");\nurl.searchParams.set("key", key);\nurl.searchParams.set("expiration", "[|never|]");\nlocation.assign(url.href);\n`,
      fixed: `const url = new URL("https://trello.com/1/authorize");\nurl.searchParams.set("key", key);\nurl.searchParams.set("expiration", "1hour");\nlocation.assign(url.href);\n`,
    },
    {
      name: "options of a login library",
      code: `passport.use(new Strategy({ consumerKey, consumerSecret, trelloParams: { scope: "read", name: "App", expiration: "[|never|]" } }, verify));\n`,
      fixed: `passport.use(new Strategy({ consumerKey, consumerSecret, trelloParams: { scope: "read", name: "App", expiration: "1hour" } }, verify));\n`,
    },
    {
      name: "JSX and an unquoted attribute",
      file: "login.jsx",
      code: `const link = <a href="https://trello.com/1/authorize?key=k&amp;expiration=[|never|]&amp;scope=read">Sign in</a>;\n`,
      fixed: `const link = <a href="https://trello.com/1/authorize?key=k&amp;expiration=1hour&amp;scope=read">Sign in</a>;\n`,
    },
    {
      name: "a page: link, form, attribute and script",
      file: "login.html",
      code: `<a href="https://trello.com/1/authorize?expiration=[|never|]&amp;key=k">Sign in</a>\n<form action=https://trello.com/1/authorize>\n  <p><input type="hidden" name="expiration" value=[|never|]></p>\n</form>\n<button onclick="Trello.authorize({ expiration: '[|never|]' })">Sign in</button>\n<script>Trello.authorize({ expiration: "[|never|]" });</script>\n`,
      fixed: `<a href="https://trello.com/1/authorize?expiration=1hour&amp;key=k">Sign in</a>\n<form action=https://trello.com/1/authorize>\n  <p><input type="hidden" name="expiration" value=1hour></p>\n</form>\n<button onclick="Trello.authorize({ expiration: '1hour' })">Sign in</button>\n<script>Trello.authorize({ expiration: "1hour" });</script>\n`,
    },
    {
      name: "in another language, and by environment",
      file: "login.py",
      code: `url = "https://trello.com/1/authorize?expiration=[|never|]&scope=read&key=" + key\ncreate_oauth_token(expiration='[|never|]', scope='read')\n`,
      fixed: `url = "https://trello.com/1/authorize?expiration=1hour&scope=read&key=" + key\ncreate_oauth_token(expiration='1hour', scope='read')\n`,
    },
    { name: "an environment file", file: ".env", code: "TRELLO_EXPIRATION=[|never|]\n", fixed: "TRELLO_EXPIRATION=1hour\n" },
  ],
  good: [
    { name: "a life time", code: `t.getRestApi().authorize({ scope: "read,write", expiration: "1hour" });\n` },
    { name: "Trello's default of 30 days", code: `t.getRestApi().authorize({ scope: "read" });\nTrello.authorize();\n` },
    { name: "a value from elsewhere", code: `Trello.authorize({ name: "App", scope: "read", expiration: settings.expiration });\n` },
    { name: "another thing that never expires", code: `cache.put({ key: "a", expiration: "never" });\nclient.authorize({ expiration: "never" });\nconst options = { expiration: "never", path: "/" };\n` },
    { name: "another address", code: `const url = "https://example.com/authorize?expiration=never";\nconst api = "https://api.example.com/1/authorize?expiration=never";\nconst docs = "https://trello.com/1/authorize?expiration=1day&return_url=never";\n` },
    { name: "commented out", code: `// Trello.authorize({ expiration: "never" });\n/* https://trello.com/1/authorize?expiration=never */\n` },
    { name: "overwritten", code: `const base = { scope: "read", expiration: "never" };\nsave({ ...base, expiration: "1hour" });\n` },
    { name: "a longer word", file: "a.txt", code: "https://trello.com/1/authorize?expiration=never_mind&key=k\n" },
    {
      name: "a page with other forms",
      file: "login.html",
      code: `<!-- <a href="https://trello.com/1/authorize?expiration=never">old</a> -->\n<form action="/session"><input name="expiration" value="never"></form>\n<a href="https://trello.com/1/authorize?expiration=1hour&amp;name=never">Sign in</a>\n`,
    },
    { name: "documentation", file: "docs/login.txt", code: "https://trello.com/1/authorize?expiration=never\n" },
    { name: "a test", file: "test/login.test.ts", code: `Trello.authorize({ expiration: "never" });\n` },
    { name: "a comment in another language", file: "login.rb", code: `# https://trello.com/1/authorize?expiration=never\nurl = "https://trello.com/1/authorize?expiration=1day"\n` },
    { name: "a variable for something else", file: ".env", code: "CACHE_EXPIRATION=never\nTRELLO_EXPIRATION=1day\n" },
  ],
};
