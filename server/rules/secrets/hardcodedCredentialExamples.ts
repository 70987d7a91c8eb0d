import type { BadExample, GoodExample } from "../../core/rule.ts";
import { credentialSamples } from "./exampleTokens.ts";

const { password, hexKey, key, token, hash, session } = credentialSamples;

const bad: readonly BadExample[] = [
  { name: "a password in an options object", code: `const pool = connect({ host: "db", user: "shop", password: "[|${password}|]" });\n`, fixed: "const pool = connect({ host: \"db\", user: \"shop\", password: process.env.PASSWORD });\n" },
  { name: "a client secret in a constant", code: `export const clientSecret: string = "[|${key}|]";\n`, fixed: `export const clientSecret: string = process.env.CLIENT_SECRET;\nif (!clientSecret) throw new Error("CLIENT_SECRET is not set.");\n` },
  { name: "the fallback of a look-up", code: `const secret = process.env.SESSION_SECRET || "[|${hexKey}|]";\n`, fixed: `const secret = process.env.SESSION_SECRET;\nif (!secret) throw new Error("SESSION_SECRET is not set.");\n` },
  { name: "an API key as a class's field", code: `class Api {\n  private readonly apiKey = '[|${key}|]';\n}\n`, fixed: "class Api {\n  private readonly apiKey = process.env.API_KEY;\n}\n" },
  { name: "a comparison", code: `if (password === "[|${password}|]") next();\n` },
  { name: "an access token in kebab case in JSON", file: "config.json", code: `{ "access-token": "[|${token}|]" }\n` },
  { name: "a setting of .NET", file: "web.config", code: `<appSettings>\n  <add key="ApiSecret" value="[|${key}|]" />\n</appSettings>\n` },
  { name: "a connection string", file: "appsettings.json", code: `{ "Default": "Server=db;User Id=shop;Password=[|${password}|];" }\n` },
  { name: "an environment file", file: ".env", code: `DB_HOST=db\nDB_PASSWORD=[|${password}|]\n` },
  { name: "variables of an image", file: "Dockerfile", code: `FROM alpine:3.22\nARG API_TOKEN=[|${token}|]\nENV DB_PASSWORD [|${password}|]\n` },
  { name: "a compose file, as a map", file: "compose.yaml", code: `services:\n  db:\n    environment:\n      DB_PASSWORD: [|${password}|]\n`, fixed: "services:\n  db:\n    environment:\n      DB_PASSWORD: ${DB_PASSWORD}\n" },
  { name: "a compose file, as a list", file: "compose.yaml", code: `services:\n  api:\n    environment:\n      - API_SECRET=[|${key}|]\n`, fixed: "services:\n  api:\n    environment:\n      - API_SECRET=${API_SECRET}\n" },
  { name: "a Secret's data in base64", file: "secret.yaml", code: `apiVersion: v1\nkind: Secret\nmetadata:\n  name: db\ndata:\n  password: [|${Buffer.from(password).toString("base64")}|]\n` },
  { name: "a Secret's data as text", file: "secret.yaml", code: `apiVersion: v1\nkind: Secret\nstringData:\n  api-token: "[|${token}|]"\n` },
  { name: "a chart's values", file: "values.yaml", code: `postgresql:\n  auth:\n    postgresPassword: [|${password}|]\n` },
  { name: "a database's address", code: `const client = new MongoClient("mongodb+srv://shop:[|${password}|]@shop.a1b2c.mongodb.net/orders");\n` },
  { name: "an address of a proxy", file: "deploy.sh", code: `export HTTPS_PROXY=http://build:[|${password}|]@proxy.acme.io:3128\n` },
  { name: "a Basic header", code: `fetch(url, { headers: { Authorization: "Basic [|${Buffer.from(`sync:${password}`).toString("base64")}|]" } });\n` },
  { name: "a Bearer header", code: `const headers = { authorization: "Bearer [|${token}|]" };\n` },
  { name: "a flag in a package's script", file: "package.json", code: `{ "scripts": { "publish:app": "forge-publish --token [|${token}|] --yes" } }\n` },
  { name: "a constant in C#", file: "Client.cs", code: `class Client { private const string ClientSecret = "[|${key}|]"; }\n` },
  { name: "a constant in PHP", file: "config.php", code: `<?php\ndefine('DB_PASSWORD', '[|${password}|]');\n` },
  { name: "an array of PHP", file: "settings.php", code: `<?php\nreturn ['api_key' => '[|${key}|]'];\n`, fixed: "<?php\nreturn ['api_key' => getenv('API_KEY')];\n" },
  { name: "properties of Java", file: "application.properties", code: `spring.datasource.username=shop\nspring.datasource.password=[|${password}|]\n` },
  { name: "an attribute of a view", file: "Login.tsx", code: `const view = <Client apiToken="[|${token}|]" />;\n`, fixed: "const view = <Client apiToken={process.env.API_TOKEN} />;\n" },
];

const good: readonly GoodExample[] = [
  { name: "look-ups", code: 'const a = { password: process.env.DB_PASSWORD, secret: config.get("secret"), token: `${token}` };\n' },
  { name: "labels and messages", code: 'const text = { password: "Password", newPassword: "Enter a new password", tokenError: "invalid_token", secret: "Client secret" };\n' },
  { name: "names of things", code: 'const names = { passwordField: "user-password", tokenKey: "auth.token.v2", apiKey: "X-Api-Key", secretName: "db-credentials", token: "accessToken" };\n' },
  { name: "types", code: "interface Login {\n  password: string;\n  token?: string;\n  apiKey: 'none' | 'basic';\n}\n" },
  { name: "placeholders", file: ".env", code: "DB_PASSWORD=changeme\nAPI_TOKEN=<your-token>\nCLIENT_SECRET=xxxxxxxxxxxxxxxx\nJWT_SECRET=your-256-bit-secret\nSECRET_KEY=\nOTHER=1\n" },
  { name: "a test", file: "test/login.test.ts", code: `login({ password: "${password}", clientSecret: "${key}" });\n` },
  { name: "documentation", file: "docs/setup.md", code: `Set \`DB_PASSWORD=${password}\`.\n` },
  { name: "a translation", file: "locales/de.json", code: '{ "password": "Passwort1", "token": "Zugriffs-Token2" }\n' },
  { name: "a hash of a password", code: `const user = { password: "${hash}" };\n` },
  { name: "a digest, and a name that says so", code: `const passwordHash = "${hexKey}";\nconst tokenDigest = "${hexKey}";\n` },
  { name: "a UUID", code: 'const token = "8b0a4f1e-7c35-4d2b-9e61-0f5a3c7d9b12";\n' },
  { name: "a public key's name and a publishable key", code: `const publicKey = "${key}";\nconst apiKey = "pk_${"live"}_${key}";\n` },
  { name: "a Trello Power-Up's key, which pages must show", code: `const trelloApiKey = "${hexKey}";\n` },
  { name: "a Firebase configuration", code: `const app = { apiKey: "${key}", authDomain: "shop.firebaseapp.com" };\n` },
  { name: "paths of mounted secrets", file: "compose.yaml", code: "services:\n  db:\n    environment:\n      POSTGRES_PASSWORD_FILE: /run/secrets/db\n      DB_PASSWORD: /run/secrets/db-password1\n" },
  { name: "references in Kubernetes", file: "deployment.yaml", code: "env:\n  - name: DB_PASSWORD\n    valueFrom:\n      secretKeyRef:\n        name: db-secret1\n        key: password1\n" },
  { name: "a sealed secret", file: "sealed.yaml", code: `kind: SealedSecret\nspec:\n  encryptedData:\n    username: ${key}\n` },
  { name: "an address without a password, and one with a hole", code: 'const a = ["https://shop@acme.io", `postgres://shop:${password}@db/shop`, "redis://localhost:6379"];\n' },
  { name: "a database of development, which is for default-credential", file: "compose.yaml", code: "services:\n  db:\n    environment:\n      POSTGRES_PASSWORD: postgres\n      DATABASE_URL: postgres://postgres:postgres@db/app\n" },
  { name: "selectors, paths and types", code: 'const a = { password: "#login-password1", token: "./tokens/main.ts", secret: "[name=secret1]", apiKey: "string[]" };\n' },
  { name: "design tokens", file: "tokens.json", code: '{ "color-token": "#a1b2c3", "fontToken": "12px", "token": "rgba(12,13,14,0.5)" }\n' },
  { name: "tokens of a parser", code: 'if (token === "Identifier" || token.type === "StringLiteral2") next({ nextPageToken: "abcDEF123456789" });\n' },
  { name: "integrity and state against forgery", file: "page.html", code: `<script integrity="sha384-${key}${key}"></script>\n<input name="csrfToken" value="${key}">\n` },
  { name: "prose", file: "notes.txt", code: "The password: ask Hans1 about it. The token = what you got. secret: 12 letters\n" },
  { name: "a Basic scheme alone", code: 'const header = "Basic " + btoa(`${user}:${password}`);\nconst other = "Bearer " + token;\n' },
  { name: "a JSON Web Token, which hardcoded-secret reads", code: `const token = "${session}";\n` },
  { name: "made up by the host", file: "notes.sh", code: `curl https://user:${password}@example.com/\n` },
];

/** What the rule finds and what it leaves alone. */
export const examples = { bad, good };
