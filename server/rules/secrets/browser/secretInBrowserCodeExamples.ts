import type { BadExample, GoodExample } from "../../../core/rule.ts";
import { sample } from "../exampleTokens.ts";

const bad: readonly BadExample[] = [
  { name: "a client secret that Vite makes public", file: ".env", code: "[|VITE_OAUTH_CLIENT_SECRET|]=\nVITE_OAUTH_CLIENT_ID=abc\n" },
  { name: "read in the code", code: "export const secret = import.meta.env.[|VITE_CLIENT_SECRET|];\nexport const again = import.meta.env.VITE_CLIENT_SECRET;\n" },
  { name: "a key of a service that bills for it", file: "src/app/chat.tsx", code: "const client = new OpenAI({ apiKey: process.env.[|NEXT_PUBLIC_OPENAI_API_KEY|] });\n" },
  { name: "a token, likely of an API", file: "src/api.js", code: 'const token = process.env["[|REACT_APP_API_TOKEN|]"];\n' },
  { name: "given to the build of an image", file: "Dockerfile", code: "FROM node:24\nARG [|NEXT_PUBLIC_DB_PASSWORD|]\nRUN npm run build\n" },
  { name: "in a compose file", file: "compose.yml", code: "services:\n  web:\n    environment:\n      - [|EXPO_PUBLIC_JIRA_API_TOKEN|]=${JIRA_API_TOKEN}\n" },
  { name: "the whole environment, by webpack", file: "webpack.config.js", code: 'plugins.push(new webpack.DefinePlugin({ "process.env": JSON.stringify([|process.env|]) }));\n' },
  { name: "one secret, by Vite", file: "vite.config.ts", code: 'export default defineConfig({ define: { __VERSION__: JSON.stringify("1"), __SECRET__: JSON.stringify(env.[|CLIENT_SECRET|]) } });\n' },
  { name: "a secret among names", file: "webpack.config.js", code: 'plugins.push(new webpack.EnvironmentPlugin(["NODE_ENV", "[|JWT_SECRET|]"]));\n' },
  { name: "one secret, by Next.js", file: "next.config.js", code: "module.exports = { env: { secret: process.env.[|JWT_SECRET|], region: process.env.REGION } };\n" },
  {
    name: "a module with a secret, imported by a page's code",
    file: "frontend/src/main.ts",
    code: 'import { token } from "[|../../shared/config|]";\ndocument.getElementById("app").textContent = token;\n',
    files: { "shared/config.ts": `export const token = "${sample.github}";\n` },
  },
];

const good: readonly GoodExample[] = [
  { name: "keys for browsers", file: ".env", code: "NEXT_PUBLIC_STRIPE_PUBLISHABLE_KEY=pk\nVITE_FIREBASE_API_KEY=a\nREACT_APP_MAPBOX_TOKEN=b\nVITE_RECAPTCHA_SITE_KEY=c\nVITE_SUPABASE_ANON_KEY=d\nPUBLIC_VAPID_KEY=e\n" },
  { name: "addresses and identifiers", file: ".env", code: "VITE_API_URL=/api\nVITE_CLIENT_ID=1\nVITE_TOKEN_URL=/token\nREACT_APP_PASSWORD_MIN_LENGTH=8\n" },
  { name: "a key that may be for browsers", code: "const key = import.meta.env.VITE_API_KEY;\n" },
  { name: "a secret without the prefix", file: ".env", code: "CLIENT_SECRET=\nMY_VITE_CLIENT_SECRET=\n" },
  { name: "a comment", file: ".env", code: "# never VITE_CLIENT_SECRET=\n" },
  { name: "a name that is no look-up", code: 'const forbidden = ["VITE_CLIENT_SECRET"];\n' },
  { name: "a bundle that runs on a server", file: "webpack.config.js", code: 'module.exports = { target: "node", plugins: [new webpack.DefinePlugin({ "process.env": JSON.stringify(process.env) })] };\n' },
  { name: "harmless names", file: "webpack.config.js", code: 'plugins.push(new webpack.EnvironmentPlugin(["NODE_ENV", "API_URL"]));\n' },
  { name: "single harmless values", file: "vite.config.ts", code: 'export default { define: { "process.env.NODE_ENV": JSON.stringify(process.env.NODE_ENV), __URL__: JSON.stringify(env.API_URL) } };\n' },
  { name: "a server's environment in a configuration", file: "webpack.config.js", code: "const port = process.env.PORT;\nconst child = { env: { ...process.env, PASSWORD: process.env.PASSWORD } };\n" },
  {
    name: "a module without a secret, and a server's module with one",
    file: "frontend/src/main.ts",
    code: 'import { url } from "../../shared/config";\ndocument.title = url;\n',
    files: { "shared/config.ts": "export const url = process.env.URL;\n", "server/config.ts": `export const token = "${sample.github}";\n` },
  },
];

/** What the rule finds and what it leaves alone. */
export const secretInBrowserCodeExamples = { bad, good };
