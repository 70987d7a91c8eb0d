import type { BadExample, GoodExample } from "../../core/rule.ts";
import { credentialSamples } from "./exampleTokens.ts";

const { key } = credentialSamples;
const guarded = (name: string, variable: string): string => `if (!${name}) throw new Error("${variable} is not set.");\n`;

const bad: readonly BadExample[] = [
  { name: "the key of a web token", code: 'import jwt from "jsonwebtoken";\nconst token = jwt.sign({ id }, "[|shop key of ours|]", { expiresIn: "1h" });\n', fixed: 'import jwt from "jsonwebtoken";\nconst token = jwt.sign({ id }, process.env.SECRET_KEY, { expiresIn: "1h" });\n' },
  { name: "the key through a constant", code: 'const { sign, verify } = require("jsonwebtoken");\nconst SIGN_WITH = "[|hgfedcba|]";\nexports.make = (id) => sign({ id }, SIGN_WITH);\nexports.read = (token) => verify(token, SIGN_WITH);\n', fixed: `const { sign, verify } = require("jsonwebtoken");\nconst SIGN_WITH = process.env.SECRET_KEY;\n${guarded("SIGN_WITH", "SECRET_KEY")}exports.make = (id) => sign({ id }, SIGN_WITH);\nexports.read = (token) => verify(token, SIGN_WITH);\n` },
  { name: "the fallback of a look-up", code: 'import session from "express-session";\napp.use(session({ resave: false, secret: process.env.SESSION_SECRET || "[|pineapple under water|]" }));\n' },
  { name: "a list of keys", code: 'const cookieSession = require("cookie-session");\napp.use(cookieSession({ name: "s", keys: ["[|first of two|]", "[|second of two|]"] }));\n', fixed: 'const cookieSession = require("cookie-session");\napp.use(cookieSession({ name: "s", keys: [process.env.SECRET_KEY, process.env.SECRET_KEY_2] }));\n' },
  { name: "a keyed hash", code: 'import { createHmac } from "node:crypto";\nconst signature = createHmac("sha256", "[|ours alone|]").update(body).digest("hex");\n', fixed: 'import { createHmac } from "node:crypto";\nconst signature = createHmac("sha256", process.env.SECRET_KEY).update(body).digest("hex");\n' },
  { name: "a cipher's key in bytes", code: 'import * as crypto from "crypto";\nconst cipher = crypto.createCipheriv("aes-256-cbc", Buffer.from("[|twelve and twenty letters in all|]"), iv);\n' },
  { name: "a constant from another file", file: "src/auth.ts", code: 'import { verify } from "jsonwebtoken";\nimport { signature } from "./settings";\nexport const read = (token: string) => verify(token, [|signature|]);\n', files: { "src/settings.ts": 'export const signature = "pencil case";\n' } },
  { name: "a property of an object", code: 'import passport from "passport";\nimport { Strategy } from "passport-github2";\nconst github = { clientID: "app", clientSecret: "[|only known to us|]", callbackURL: "/back" };\npassport.use(new Strategy(github, done));\n' },
  { name: "a database's password", code: 'import { Pool } from "pg";\nconst pool = new Pool({ host: "db", user: "shop", password: "[|umbrella|]" });\n' },
  { name: "the third argument of Sequelize", code: 'const Sequelize = require("sequelize");\nmodule.exports = new Sequelize("shop", "shop", "[|umbrella|]", { dialect: "mysql" });\n' },
  { name: "mail", code: 'import nodemailer from "nodemailer";\nconst transport = nodemailer.createTransport({ host: "mail.acme.io", auth: { user: "shop", pass: "[|umbrella|]" } });\n' },
  { name: "Connect's web token", code: 'import * as jwt from "atlassian-jwt";\nconst token = jwt.encodeSymmetric({ iss: key }, "[|shared by all sites|]");\n' },
  { name: "a cloud's key", code: 'import { ClientSecretCredential } from "@azure/identity";\nconst who = new ClientSecretCredential(tenant, app, "[|not~for~you|]");\n' },
  { name: "a sign-in of .NET", file: "Mail.cs", code: 'class Mail\n{\n    void Send() => client.Credentials = new System.Net.NetworkCredential("robot", "[|umbrella stand|]");\n}\n', fixed: 'class Mail\n{\n    void Send() => client.Credentials = new System.Net.NetworkCredential("robot", System.Environment.GetEnvironmentVariable("PASSWORD"));\n}\n' },
  { name: "the key of a web token in C#", file: "Program.cs", code: 'var issuer = "[|ours alone and nobody else\'s|]";\nvar key = new SymmetricSecurityKey(Encoding.UTF8.GetBytes(issuer));\n' },
  { name: "a keyed hash in C#, the fallback of a look-up", file: "Sign.cs", code: 'using var mac = new HMACSHA256(key: Encoding.ASCII.GetBytes(configuration["Hook"] ?? "[|pineapple under water|]"));\n' },
  { name: "an app's secret for Azure", file: "Graph.cs", code: 'var app = ConfidentialClientApplicationBuilder.Create(id).WithClientSecret("[|blueMountain|]").Build();\n' },
  { name: "a keyed hash in PHP", file: "src/Hook.php", code: "<?php\nclass Hook {\n  private const WORD = '[|pineapple under water|]';\n  function mac($body) { return hash_hmac('sha256', $body, self::WORD); }\n}\n" },
  { name: "a database in PHP", file: "src/db.php", code: "<?php\n$db = new \\PDO('mysql:host=db;dbname=shop', 'shop', '[|umbrella stand|]');\n$other = mysqli_connect('db', 'shop', '[|umbrella stand|]');\n" },
  { name: "web tokens in PHP", file: "src/Token.php", code: "<?php\nuse Firebase\\JWT\\{JWT, Key};\n$token = JWT::encode($claims, getenv('WORD') ?: '[|ours alone|]', 'HS256');\n$claims = JWT::decode($token, new Key('[|ours alone too|]', 'HS256'));\n" },
  { name: "Akeneo's client in PHP", file: "src/Pim.php", code: "<?php\n$pim = $builder->buildAuthenticatedByPassword($id, '[|blueMountain|]', 'robot', '[|umbrella stand|]');\n" },
];

const good: readonly GoodExample[] = [
  { name: "look-ups", code: 'import jwt from "jsonwebtoken";\njwt.sign({ id }, process.env.JWT_SECRET);\njwt.sign({ id }, config.get("jwt.secret"));\njwt.verify(token, `${process.env.JWT_SECRET}`);\n' },
  { name: "a parameter", code: 'import { createHmac } from "node:crypto";\nexport const mac = (key: string, body: string) => createHmac("sha256", key).update(body).digest("hex");\n' },
  { name: "a function of another module with the same name", code: 'import { sign } from "./sign-language";\nsign({ id }, "hello");\n' },
  { name: "a public key", code: `import jwt from "jsonwebtoken";\njwt.verify(token, \`${"-".repeat(5)}BEGIN PUBLIC KEY${"-".repeat(5)}\nMFk\`);\n` },
  { name: "a placeholder that a provider refuses", code: 'import { Strategy } from "passport-google-oauth20";\nnew Strategy({ clientID: "id", clientSecret: "your-client-secret" }, done);\n' },
  { name: "a database's default, which is for default-credential", code: 'import { Pool } from "pg";\nnew Pool({ user: "postgres", password: "postgres" });\nnew Pool({ user: "shop", password: "" });\n' },
  { name: "a test", file: "test/auth.test.ts", code: 'import jwt from "jsonwebtoken";\nconst token = jwt.sign({ id: 1 }, "anything");\n' },
  { name: "a key that Telegram prints", code: 'import { createHmac } from "crypto";\nconst secret = createHmac("sha256", "WebAppData").update(botToken).digest();\n' },
  { name: "a value that hardcoded-credential reports", code: `import jwt from "jsonwebtoken";\nconst jwtSecret = "${key}";\njwt.sign({ id }, jwtSecret);\n` },
  { name: "an algorithm, and a hash without a key", code: 'import crypto from "crypto";\ncrypto.createHash("sha256").update("anything").digest("hex");\ncrypto.createHmac("sha256", secret);\n' },
  { name: "a hole", code: 'import session from "express-session";\nsession({ secret: "<secret>" });\nsession({ secret: "" });\nsession({ secret: "${SESSION_SECRET}" });\n' },
  { name: "options that come from elsewhere", code: 'import session from "express-session";\nexport default (options) => session({ ...options, name: "sid" });\n' },
  { name: "a look-up from another file", file: "src/auth.ts", code: 'import { verify } from "jsonwebtoken";\nimport { secret } from "./settings";\nexport const read = (token: string) => verify(token, secret);\n', files: { "src/settings.ts": "export const secret = process.env.JWT_SECRET;\n" } },
  { name: "look-ups in C#", file: "Mail.cs", code: 'var a = new NetworkCredential("robot", configuration["Mail:Password"]);\nvar b = new SymmetricSecurityKey(Encoding.UTF8.GetBytes(Environment.GetEnvironmentVariable("KEY")!));\nvar c = new HMACSHA256(key);\nvar d = app.WithClientSecret(options.ClientSecret);\n' },
  { name: "a name that is given twice in C#", file: "Sign.cs", code: 'string key = "";\nkey = "nobody knows";\nkey = Read();\nvar mac = new HMACSHA256(Encoding.UTF8.GetBytes(key));\n' },
  { name: "a method of C# with a sink's name", file: "Sign.cs", code: 'void NetworkCredential(string user, string text) { }\nvar a = NetworkCredential("robot", "umbrella stand");\n' },
  { name: "look-ups in PHP", file: "src/db.php", code: "<?php\n$db = new PDO($dsn, 'shop', getenv('DB_PASSWORD'));\n$mac = hash_hmac('sha256', $body, $this->secret);\n$hash = hash('sha256', 'text');\nJWT::encode($claims, $key, 'HS256');\n" },
  { name: "a session's default, which is for default-credential", code: 'import session from "express-session";\napp.use(session({ resave: false, secret: "keyboard cat" }));\n' },
  { name: "an empty password on the own machine, and a default for default-credential", file: "src/db.php", code: "<?php\n$db = new PDO('mysql:host=localhost', 'root', '');\n$other = mysqli_connect('db', 'root', 'root');\n" },
  { name: "names and public parts in C#", file: "Who.cs", code: 'var a = new ClientSecretCredential("tenant", "app", secret);\nvar b = new X509Certificate2("shop.cer");\nvar c = new StorageSharedKeyCredential("account", key);\n' },
  { name: "another class's key in PHP", file: "src/Row.php", code: "<?php\n$key = new Key('shop_id', 'primary');\n$text = Json::encode($row, 'pretty print');\n" },
  { name: "a test in PHP", file: "tests/HookTest.php", code: "<?php\n$mac = hash_hmac('sha256', $body, 'pineapple under water');\n" },
];

/** What the rule finds and what it leaves alone. */
export const examples = { bad, good };
