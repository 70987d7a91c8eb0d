import { base62, dice, hexDigits, type LabelledCase } from "./cases.ts";

/** Whole files that look dangerous and are not. `%r` is 32 random characters, `%h` 40 hexadecimal ones. */
const files: readonly (readonly [group: string, path: string, text: string])[] = [
  // Code that reads its secrets from somewhere.
  ["look-ups in code", "src/a.ts", "const password = process.env.DB_PASSWORD;\nconst token = await vault.read('app/token');\nconst secret = config.get<string>('auth.secret');\n"],
  ["look-ups in code", "src/b.ts", 'import jwt from "jsonwebtoken";\nconst secret = process.env.JWT_SECRET;\nif (!secret) throw new Error("JWT_SECRET is not set");\njwt.sign({ id }, secret);\n'],
  ["look-ups in code", "src/c.ts", 'import session from "express-session";\napp.use(session({ secret: process.env["SESSION_SECRET"], name: "shop.sid" }));\n'],
  ["look-ups in code", "src/d.ts", 'import { createHmac } from "node:crypto";\nexport const mac = (secret: string, body: string) => createHmac("sha256", secret).update(body).digest("hex");\n'],
  ["look-ups in code", "app.py", 'PASSWORD = os.environ["DB_PASSWORD"]\nTOKEN = os.getenv("API_TOKEN", "")\nSECRET_KEY = env("SECRET_KEY")\n'],
  ["look-ups in code", "Client.cs", 'var secret = Environment.GetEnvironmentVariable("CLIENT_SECRET");\nvar token = configuration["SuperOffice:ApplicationToken"];\nstring password = settings.Password;\n'],
  ["look-ups in code", "config.php", "<?php\nreturn ['password' => env('DB_PASSWORD', ''), 'secret' => getenv('APP_SECRET'), 'token' => $_ENV['TOKEN']];\n"],
  ["look-ups in code", "main.go", 'package main\n\nvar token = os.Getenv("API_TOKEN")\nvar password = viper.GetString("db.password")\n'],
  ["look-ups in code", "Main.java", 'String password = System.getenv("DB_PASSWORD");\nString secret = props.getProperty("client.secret");\n'],
  ["look-ups in code", "deploy.sh", 'export DB_PASSWORD="$(cat /run/secrets/db)"\nTOKEN=$(vault kv get -field=token secret/app)\ncurl -H "Authorization: Bearer $TOKEN" https://acme.io\ncurl -u "$USER:$PASSWORD" https://acme.io\nacme push --token "$TOKEN" --password=$PASSWORD\n'],
  ["look-ups in code", "main.tf", 'variable "db_password" {\n  type      = string\n  sensitive = true\n}\nresource "acme_db" "a" {\n  password = var.db_password\n  token    = data.vault.token\n}\n'],
  ["look-ups in code", ".github/workflows/ci.yml", "jobs:\n  a:\n    env:\n      TOKEN: ${{ secrets.TOKEN }}\n    steps:\n      - run: acme push --token ${{ secrets.ACME_TOKEN }}\n        with:\n          password: ${{ secrets.PASSWORD }}\n"],
  ["look-ups in code", "src/forge.ts", 'import { storage } from "@forge/api";\nconst token = await storage.getSecret("token");\nconst key = process.env.FORGE_USER_VAR_KEY;\n'],
  // References.
  ["references", "deployment.yaml", "env:\n  - name: DB_PASSWORD\n    valueFrom:\n      secretKeyRef:\n        name: db-credentials\n        key: password\n  - name: TOKEN_FILE\n    value: /run/secrets/token\n"],
  ["references", "external.yaml", "kind: ExternalSecret\nspec:\n  data:\n    - secretKey: db-password\n      remoteRef:\n        key: prod/db/password\n        property: password\n"],
  ["references", "sealed.yaml", "kind: SealedSecret\nspec:\n  encryptedData:\n    password: AgBy3i4OJSWK%r%r\n    token: AgCtr%r%h\n"],
  ["references", "ingress.yaml", "kind: Ingress\nspec:\n  tls:\n    - secretName: acme-tls-2024\n      hosts: [acme.io]\n"],
  ["references", "values.yaml", "auth:\n  existingSecret: db-secret1\n  existingSecretPasswordKey: password1\n  passwordSecretName: shop-db-1\nimagePullSecrets:\n  - name: regcred2\n"],
  ["references", "compose.yaml", "services:\n  db:\n    secrets: [db_password]\n    environment:\n      POSTGRES_PASSWORD_FILE: /run/secrets/db_password\nsecrets:\n  db_password:\n    file: ./db_password.txt\n"],
  ["references", "secret.yaml", "apiVersion: v1\nkind: Secret\nmetadata:\n  name: a\nstringData:\n  password: ${DB_PASSWORD}\n  token: {{ .Values.token }}\ndata:\n  ca.crt: LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCk1JSURCVENDQWUyZ0F3SUJBZ0lJ\n"],
  ["references", "pod.yaml", "kind: Pod\nspec:\n  containers:\n    - env:\n        - value: $(DB_PASSWORD)\n          name: URL_PASSWORD\n        - { name: API_TOKEN, value: '{{ .Values.token }}' }\n        - name: DB_PASSWORD\n          value: changeme\n        - name: TOKEN_AUDIENCE\n          value: shop-api-v2\n"],
  ["references", "config.yaml", "kind: ConfigMap\ndata:\n  DB_PASSWORD_FILE: /run/secrets/db1\n  DB_PASSWORD: ''\n  secret-name: shop-db-2\n  app.properties: |\n    db.password=${DB_PASSWORD}\n    token.lifetime=3600\n    api_token=<api-token>\n"],
  ["references", "parts.yaml", "apiVersion: v1\nkind: Secret\nmetadata:\n  name: parts\nstringData:\n  username: shop-a8f3k2\n  host: a8f3k2m9.eu.acme.io\n  clientId: %r\n  bucket: shop-a8f3k2m9x1\n  realm: customers\n"],
  ["references", ".gitlab-ci.yml", "variables:\n  DEPLOY_TOKEN:\n    value: ''\n    description: 'Token2 of the deployment'\n  DB_PASSWORD:\n    value: $CI_DB_PASSWORD\nbuild:\n  script:\n    - docker login -u $CI_REGISTRY_USER -p $CI_REGISTRY_PASSWORD $CI_REGISTRY\n    - export DB_PASSWORD=$(cat /run/db)\n"],
  ["references", "script.yml", "jobs:\n  a:\n    steps:\n      - run: |\n          export DB_PASSWORD=${{ secrets.DB_PASSWORD }}\n          TOKEN=$(./token --once)\n          docker login ghcr.io -u ci -p \"$TOKEN\"\n          const token = await login2();\n"],
  ["references", "variables.tf", 'variable "db_password" {\n  type      = string\n  sensitive = true\n}\nvariable "token_type" {\n  default = "bearer2"\n}\nvariable "secret_name" {\n  default = "shop-db-1a"\n}\n'],
  ["references", "stack.yaml", "Parameters:\n  DatabasePassword:\n    Type: String\n    NoEcho: true\n    MinLength: 8\n  Token:\n    Type: AWS::SSM::Parameter::Value<String>\n    Default: /shop/token1\n"],
  ["references", "azuredeploy.parameters.json", '{ "parameters": { "adminPassword": { "reference": { "keyVault": { "id": "/subscriptions/1/kv1" }, "secretName": "admin-password1" } }, "sasToken": { "value": "" }, "password": { "value": "GEN-UNIQUE" } } }\n'],
  ["references", "task.json", '{ "secrets": [ { "name": "DB_PASSWORD", "valueFrom": "arn:aws:ssm:eu-west-1:123456789012:parameter/db" } ] }\n'],
  // Data that a program needs to show or check.
  ["forms and interface texts", "Login.tsx", 'export const Login = () => (\n  <form>\n    <input type="password" name="password" autoComplete="current-password" placeholder="Password123" />\n    <Field token="primary2" secret={secret} />\n  </form>\n);\n'],
  ["forms and interface texts", "login.html", '<label for="password">Password</label><input id="password" type="password" value="">\n<input type="hidden" name="csrf_token" value="%r">\n'],
  ["forms and interface texts", "messages.ts", 'export const messages = { password: "Password", tokenHelp: "Paste the token from step 2", secretLabel: "Client secret (32 letters)" };\n'],
  ["forms and interface texts", "src/lang/fr.json", '{ "password": "Mot2passe", "token": "Jeton1", "secret": "Secret-partage2" }\n'],
  ["forms and interface texts", "schema.json", '{ "properties": { "password": { "type": "string", "format": "password", "minLength": 8 }, "token": { "$ref": "#/definitions/token2" } } }\n'],
  ["forms and interface texts", "openapi.yaml", "components:\n  schemas:\n    Login:\n      properties:\n        password:\n          type: string\n        token: { type: string }\n  securitySchemes:\n    apiKey:\n      type: apiKey\n      name: X-Api-Key\n"],
  ["forms and interface texts", "validate.ts", 'if (password === "") errors.password = "password.required2";\nif (token === undefined || token.kind === "keyword") return;\nconst isWeak = /^(?=.*\\d).{8,}$/.test(password);\n'],
  ["forms and interface texts", "types.ts", 'export interface Auth { password: string; token?: string | null; apiKey: "header" | "query"; secret: Uint8Array }\nexport enum TokenKind { Access = "access_token", Refresh = "refresh_token2" }\n'],
  ["forms and interface texts", "theme.json", '{ "tokens": { "colorToken": "#1a2b3c", "spaceToken": "0.25rem", "token": { "value": "{color.blue.500}" } } }\n'],
  ["forms and interface texts", "parser.ts", 'const token = lexer.next();\nif (token.type === "string2" || token.value === "async1") return parse({ token: "expression_statement2" });\nswitch (secret) { case "a1": break; }\n'],
  // Addresses without anybody's password.
  ["addresses", "src/a.ts", 'const urls = ["https://acme.io/a@b", "postgres://localhost/shop", "redis://cache:6379/0", "mongodb://shop@db/shop", "https://example.com:8443/path", "git@github.com:acme/shop.git"];\n'],
  ["addresses", ".env", "DATABASE_URL=postgres://postgres:postgres@localhost:5432/shop\nREDIS_URL=redis://redis:6379\nAMQP_URL=amqp://guest:guest@rabbit\nURL=https://user:password@example.com\nMONGO=mongodb://${USER}:${PASSWORD}@db/shop\nPG=postgresql://root:root@db\n"],
  ["addresses", "db.ts", "const url = `postgres://${user}:${password}@${host}/shop`;\nconst other = 'mysql://' + user + ':' + password + '@db';\nconst jdbc = \"jdbc:mysql://db/shop?useSSL=false\";\n"],
  ["addresses", "appsettings.json", '{ "Shop": "Server=db;Database=shop;Integrated Security=True", "Other": "Server=db;User=sa;Password={0};", "Third": "Server=db;Password=${PASSWORD};" }\n'],
  ["addresses", "a.md", "Connect with `https://user:pass@host/path`.\n"],
  // Data in large pieces.
  ["data", "src/icons.ts", 'export const icon = "data:image/png;base64,iVBORw0KGgo%r%h%r%h";\nexport const path = "M12 2C6.48 2 2 6.48 2 12s4.48 10 10 10";\n'],
  ["data", "page.html", '<script src="a.js" integrity="sha384-%r%r" crossorigin></script>\n<meta name="google-site-verification" content="%r">\n'],
  ["data", "yarn.lock", 'token@^1.0.0:\n  version "1.0.1"\n  resolved "https://npm.acme.io/token/-/token-1.0.1.tgz#%h"\n  integrity sha512-%r%r\n'],
  ["data", "known_hosts.txt", "acme.io ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI%r\n"],
  ["data", "revisions.json", '{ "commit": "%h", "tree": "%h", "etag": "%r", "build": "%r" }\n'],
  ["data", "ca.yaml", "ca: |\n  -----BEGIN CERTIFICATE-----\n  MIIDBTCCAe2gAwIBAgI%r%r\n  %r%r\n  -----END CERTIFICATE-----\n"],
  ["data", "jwks.json", '{ "keys": [ { "kty": "RSA", "e": "AQAB", "kid": "%h", "n": "%r%r%r%r" } ] }\n'],
  ["data", "vectors.ts", 'export const digests = ["%h", "%h"];\nexport const ids = { user: "%r", order: "%r" };\n'],
  ["data", "fonts.css", "@font-face { src: url(data:font/woff2;base64,d09GMgABAAAAA%r%r) }\n.token.keyword { color: #a1b2c3 }\n"],
  // Formats that are only spoken of.
  ["formats spoken of", "detect.ts", 'const prefixes = ["ghp_", "xoxb-", "sk_live_", "AKIA", "glpat-", "npm_", "ATATT3xFfGF0"];\nconst pattern = /ghp_[A-Za-z0-9]{36}/;\nconst mask = "ghp_************************************";\n'],
  ["formats spoken of", "setup.ts", 'const key = "sk_test_XXXXXXXXXXXXXXXXXXXXXXXX";\nconst slack = "xoxb-your-token-here";\nconst github = "ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx";\nconst npm = "npm_REPLACEME";\n'],
  ["formats spoken of", ".env", `AWS_ACCESS_KEY_ID=${"AKIAIOSFODNN7"}EXAMPLE\nAWS_SECRET_ACCESS_KEY=${"wJalrXUtnFEMI/K7MDENG"}/bPxRfiCYEXAMPLEKEY\n`],
  ["formats spoken of", "keys.ts", `const head = "${"-".repeat(5)}BEGIN PRIVATE KEY${"-".repeat(5)}";\nif (text.startsWith(head)) throw new Error("a private key");\nconst sample = \`${"-".repeat(5)}BEGIN RSA PRIVATE KEY${"-".repeat(5)}\n...\n${"-".repeat(5)}END RSA PRIVATE KEY${"-".repeat(5)}\`;\n`],
  ["formats spoken of", "firebase.ts", 'export const app = initializeApp({ apiKey: "AIzaSy%rA", authDomain: "shop.firebaseapp.com", projectId: "shop", messagingSenderId: "123456789012", appId: "1:1:web:%h" });\n'],
  ["formats spoken of", "board.ts", 'window.TrelloPowerUp.initialize({}, { appKey: "%r", appName: "Shop" });\nconst trelloApiKey = "0a1b2c3d4e5f60718293a4b5c6d7e8f9";\n'],
  ["formats spoken of", "auth.ts", 'const header = "Bearer " + token;\nconst basic = `Basic ${btoa(user + ":" + password)}`;\nif (scheme === "Basic realm") next("Bearer realm=shop");\n'],
  ["formats spoken of", "hash.ts", 'import crypto from "crypto";\ncrypto.createHash("sha256").update("hello world").digest("hex");\nconst secret = createHmac("sha256", "WebAppData").update(token).digest();\n'],
];

/** Random parts differ, so that no case rests on one value. */
export function nearMissFiles(): LabelledCase[] {
  return files.flatMap(([group, path, text], index) =>
    Array.from({ length: /%[rh]/.test(text) ? 4 : 2 }, (_, round) => {
      const own = dice(400_000 + index * 10 + round);
      const filled = text.replace(/%[rh]/g, (hole) => own.text(hole === "%r" ? base62 : hexDigits, hole === "%r" ? 32 : 40));
      return { group, path: round % 2 ? `app/${path}` : path, text: filled, secrets: [] };
    }),
  );
}
