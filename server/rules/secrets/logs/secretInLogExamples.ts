import type { BadExample, GoodExample } from "../../../core/rule.ts";

const bad: readonly BadExample[] = [
  {
    name: "an access token on the console",
    code: "export function save(accessToken: string) {\n  console.log(\"got\", [|accessToken|]);\n}\n",
    fixed: "export function save(accessToken: string) {\n  console.log(\"got\", \"[redacted]\");\n}\n",
  },
  {
    name: "a password in a text, through winston",
    code: "import winston from \"winston\";\nconst journal = winston.createLogger({});\njournal.info(`login of ${user.name} with ${[|user.password|]}`);\n",
    fixed: "import winston from \"winston\";\nconst journal = winston.createLogger({});\njournal.info(`login of ${user.name} with [redacted]`);\n",
  },
  {
    name: "the body of a request, through pino",
    code: "import pino from \"pino\";\nconst logger = pino();\napp.post(\"/login\", (req, res) => {\n  logger.debug({ body: [|req.body|] }, \"login\");\n});\n",
    fixed: "import pino from \"pino\";\nconst logger = pino();\napp.post(\"/login\", (req, res) => {\n  logger.debug({ body: Object.keys(req.body) }, \"login\");\n});\n",
  },
  {
    name: "the headers, which hold the authorization",
    code: "export const handler = (request) => {\n  console.info(JSON.stringify([|request.headers|]));\n};\n",
    fixed: "export const handler = (request) => {\n  console.info(JSON.stringify(Object.keys(request.headers)));\n};\n",
  },
  {
    name: "an object that is put together with the secret",
    code: "const options = { clientId, clientSecret: process.env.CLIENT_SECRET };\nconsole.log(\"connecting\", [|options|]);\n",
    fixed: "const options = { clientId, clientSecret: process.env.CLIENT_SECRET };\nconsole.log(\"connecting\", \"[redacted]\");\n",
  },
  {
    name: "a bare token where the file speaks of authorization",
    code: "import debug from \"debug\";\nconst log = debug(\"app:auth\");\nasync function authorize(t) {\n  const token = await t.getRestApi().getToken();\n  log(\"authorized with %s\", [|token|]);\n}\n",
    fixed: "import debug from \"debug\";\nconst log = debug(\"app:auth\");\nasync function authorize(t) {\n  const token = await t.getRestApi().getToken();\n  log(\"authorized with %s\", \"[redacted]\");\n}\n",
  },
  {
    name: "the whole environment",
    code: "console.log([|process.env|]);\n",
    fixed: "console.log(Object.keys(process.env));\n",
  },
  {
    name: "a shorthand property, and another file's logger",
    code: "import { logger } from \"./logger\";\nlogger.error(\"refused\", { url, [|refreshToken|] });\n",
    fixed: "import { logger } from \"./logger\";\nlogger.error(\"refused\", { url, refreshToken: \"[redacted]\" });\n",
  },
  {
    name: "C#, by an argument and in a text",
    file: "Login.cs",
    code: "_logger.LogInformation(\"Login {User} {Secret}\", user.Name, [|options.ClientSecret|]);\nConsole.WriteLine($\"ticket for {user.Name}: {[|context.AccessToken|]}\");\n",
  },
  {
    name: "PHP, by a variable and in a text",
    file: "login.php",
    code: "<?php\nerror_log('password ' . [|$password|]);\n$this->logger->debug(\"token [|$accessToken|] for $user\");\n",
  },
];

const good: readonly GoodExample[] = [
  { name: "only the word", code: "console.log(\"The password is wrong\", user.id);\n" },
  { name: "whether there is one", code: "console.log(\"has token\", !!accessToken, Boolean(apiKey), accessToken ? \"set\" : \"not set\");\n" },
  { name: "its length", code: "console.log(accessToken.length, passwordLength, tokenType);\n" },
  { name: "a masked value", code: "const shown = mask(apiKey);\nconsole.log(mask(apiKey), shown, apiKey.slice(-4), apiKey.replace(/./g, \"*\"));\n" },
  { name: "a masked value under the secret's name", code: "console.log({ password: redact(user.password), apiKey: \"***\" });\n" },
  { name: "a logger that redacts", code: "import pino from \"pino\";\nconst logger = pino({ redact: [\"headers.authorization\", \"body.password\"] });\napp.use((req) => logger.info({ headers: req.headers, body: req.body }));\n" },
  { name: "chosen fields of a body", code: "app.post(\"/\", (req) => console.log(req.body.title, JSON.stringify(req.body, [\"title\"]), Object.keys(req.headers)));\n" },
  { name: "a token of a text", code: "const token = lexer.next();\nconsole.log(\"unexpected\", token);\n" },
  { name: "amounts of tokens", code: "console.log(usage.maxTokens, usage.tokens, tokenCount, nextPageToken);\n" },
  { name: "the body of a response", code: "const response = await fetch(url);\nconsole.log(response.body, response.headers);\n" },
  { name: "a test", file: "test/login.test.ts", code: "console.log(accessToken);\n" },
  { name: "a program for the terminal", file: "scripts/make-token.ts", code: "console.log(apiToken);\n" },
  { name: "C# without a value", file: "Login.cs", code: "_logger.LogInformation(\"Password changed for {User}\", user.Name);\nConsole.WriteLine($\"{user.HasPassword} {options.ClientSecret.Length}\");\n" },
  { name: "PHP without a value", file: "login.php", code: "<?php\nerror_log('password of ' . $user->name . ' is wrong');\n$logger->info(mask($user));\n" },
];

/** What the rule finds and what it leaves alone. */
export const secretInLogExamples = { bad, good };
