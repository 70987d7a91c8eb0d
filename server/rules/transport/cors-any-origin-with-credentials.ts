import type { Document } from "../../core/document.ts";
import { defineRule, type Report, type TriggerHit } from "../../core/rule.ts";
import { checkCorsOptions } from "./corsOptions.ts";
import { groupRange, isAside, isCommented, matchAt } from "./textPlaces.ts";

/** How other languages and servers allow every origin; the first group is shown. What forbids the finding stands in `unless`. */
const corsTexts: readonly { readonly trigger: string; readonly files: RegExp; readonly pattern: RegExp; readonly credentials: RegExp; readonly unless?: RegExp }[] = [
  { trigger: "SetIsOriginAllowed", files: /\.cs$/, pattern: /(SetIsOriginAllowed\s{0,4}\(\s{0,4}\(?\w{1,30}\)?\s{0,4}=>\s{0,4}true\s{0,4}\))/d, credentials: /AllowCredentials\s*\(/ },
  { trigger: "Access-Control-Allow-Origin", files: /\.php$/, pattern: /(Access-Control-Allow-Origin:\s{0,4}(?:["']\s{0,4}\.\s{0,4}|\{)?\s{0,4}\$_SERVER\[["']?HTTP_ORIGIN["']?\])/d, credentials: /Access-Control-Allow-Credentials:\s*true/i, unless: /in_array|preg_match|strpos|str_ends_with|===?\s*\$|allowed/i },
  { trigger: "Access-Control-Allow-Origin", files: /\.(?:conf|template|tpl)$|nginx/i, pattern: /(Access-Control-Allow-Origin["']?\s{1,4}["']?\$http_origin)\b/d, credentials: /Access-Control-Allow-Credentials["']?\s+["']?true/i, unless: /if\s*\(\s*\$http_origin|map\s+\$http_origin/ },
  { trigger: "allow_origins", files: /\.py$/, pattern: /(allow_origins\s{0,4}=\s{0,4}\[\s{0,4}["']\*["']\s{0,4}\])/d, credentials: /allow_credentials\s*=\s*True/ },
];

const message = "Every site gets its own origin back with credentials allowed, so any page a user opens can use the app in the user's name.";

function checkCorsTexts(document: Document, report: Report, hits: readonly TriggerHit[]): void {
  for (const { trigger, offset } of hits) {
    for (const row of corsTexts) {
      if (row.trigger !== trigger || !row.files.test(document.path) || isCommented(document, offset)) continue;
      const found = matchAt(row.pattern, document.text, offset);
      const near = document.text.slice(Math.max(0, offset - 1_000), offset + 1_000);
      if (found && row.credentials.test(near) && !row.unless?.test(near)) report({ range: groupRange(found, 1), message });
    }
  }
}

export default defineRule({
  id: "cors-any-origin-with-credentials",
  title: "Any site may use the app in its users' names",
  concern: "transport",
  languages: ["typescript", "csharp", "php", "text"],
  triggers: ["credentials: true", "credentials:true", "Access-Control-Allow-Origin", "SetIsOriginAllowed", "allow_origins"],
  requirements: ["akeneo/no-vulnerabilities", "superoffice/owasp-top-ten", "openchannel/web-integration-tested"],
  severity: "error",
  cwe: [942],
  fix: "none",
  documentation: {
    wrong: "A server allows cross-origin requests with credentials from everywhere: `origin: true`, a function that always says yes, or the request's own `Origin` sent back without a comparison, together with `credentials: true`. Read are the options that cors, @fastify/cors, @koa/cors, Hono, Nest, socket.io, h3, Hapi and Elysia share, headers that are set by hand, `SetIsOriginAllowed` in C#, PHP's and nginx's headers, and Starlette's middleware. `*` with credentials is a warning: browsers refuse it.",
    why: "Browsers send the user's cookies along, and hand the answer to the page that asked. So every page that a signed-in user opens reads and changes what the user may.",
    fix: "Give the origins that need it as a list, from the configuration: the marketplace's hosts and the app's own. Where no other site needs the cookies, leave `credentials` out.",
    suppress: "When the server knows its users by no cookie, no client certificate and no address, so that credentials mean nothing.",
  },
  examples: {
    bad: [
      { name: "Express", code: 'import cors from "cors";\napp.use(cors({ [|origin: true|], credentials: true }));\n' },
      { name: "a function that always says yes", code: 'const cors = require("cors");\nconst options = {\n  [|origin: (origin, callback) => callback(null, true)|],\n  credentials: true,\n};\napp.use(cors(options));\n' },
      { name: "Fastify", code: 'import cors from "@fastify/cors";\nawait app.register(cors, { credentials: true, [|origin: /.*/|] });\n' },
      { name: "Nest", code: "const app = await NestFactory.create(AppModule);\napp.enableCors({ [|origin: true|], credentials: true });\n" },
      { name: "Hono", code: 'import { cors } from "hono/cors";\napp.use(cors({ [|origin: (origin) => origin|], credentials: true }));\n' },
      { name: "socket.io, refused by browsers", code: 'const io = new Server(server, { cors: { [|origin: "*"|], credentials: true } });\n' },
      { name: "headers by hand", code: 'app.use((req, res, next) => {\n  [|res.header("Access-Control-Allow-Origin", req.headers.origin)|];\n  res.header("Access-Control-Allow-Credentials", "true");\n  next();\n});\n' },
      { name: "a Lambda's answer", code: 'export const handler = async (event) => {\n  const origin = event.headers.origin;\n  return { statusCode: 200, headers: { [|"Access-Control-Allow-Origin": origin|], "Access-Control-Allow-Credentials": true } };\n};\n' },
      { name: "C#", file: "Startup.cs", code: "options.AddDefaultPolicy(policy => policy.[|SetIsOriginAllowed(_ => true)|].AllowAnyHeader().AllowCredentials());\n" },
      { name: "PHP", file: "api.php", code: "<?php\nheader(\"[|Access-Control-Allow-Origin: {$_SERVER['HTTP_ORIGIN']|]}\");\nheader('Access-Control-Allow-Credentials: true');\n" },
      { name: "nginx", file: "nginx.conf", code: "add_header [|Access-Control-Allow-Origin $http_origin|];\nadd_header Access-Control-Allow-Credentials true;\n" },
      { name: "Starlette", file: "main.py", code: 'app.add_middleware(CORSMiddleware, [|allow_origins=["*"]|], allow_credentials=True)\n' },
    ],
    good: [
      { name: "a list", code: 'import cors from "cors";\napp.use(cors({ origin: ["https://app.acme.cloud"], credentials: true }));\n' },
      { name: "all origins without credentials", code: 'import cors from "cors";\napp.use(cors({ origin: true }));\napp.get("/a", cors({ origin: "*", credentials: false }));\n' },
      { name: "from the environment", code: 'import cors from "cors";\napp.use(cors({ origin: process.env.ORIGIN, credentials: true }));\n' },
      { name: "everything in development", code: 'import cors from "cors";\nif (process.env.NODE_ENV !== "production") app.use(cors({ origin: true, credentials: true }));\n' },
      { name: "a function that compares", code: 'const options = { credentials: true, origin: (origin, callback) => callback(null, allowed.has(origin)) };\n' },
      { name: "a function that asks first", code: 'const options = { credentials: true, origin(origin, callback) { if (allowed.has(origin)) callback(null, true); else callback(new Error("no")); } };\n' },
      { name: "a request", code: 'const result = await got(url, { origin: "*", withCredentials: true });\nclient({ credentials: true });\n' },
      { name: "headers behind a comparison", code: 'app.use((req, res, next) => {\n  const { origin } = req.headers;\n  if (origins.includes(req.headers.origin)) res.header("Access-Control-Allow-Origin", req.headers.origin);\n  res.header("Access-Control-Allow-Credentials", "true");\n  next();\n});\n' },
      { name: "one origin by hand", code: 'res.header("Access-Control-Allow-Origin", "https://app.acme.cloud");\nres.header("Access-Control-Allow-Credentials", "true");\n' },
      { name: "everybody, without credentials", code: 'res.setHeader("Access-Control-Allow-Origin", "*");\n' },
      { name: "C#", file: "Startup.cs", code: "policy.SetIsOriginAllowed(origin => hosts.Contains(new Uri(origin).Host)).AllowCredentials();\npolicy.AllowAnyOrigin();\n" },
      { name: "PHP that compares", file: "api.php", code: "<?php\nif (in_array($_SERVER['HTTP_ORIGIN'], $origins)) {\n  header(\"Access-Control-Allow-Origin: {$_SERVER['HTTP_ORIGIN']}\");\n  header('Access-Control-Allow-Credentials: true');\n}\n" },
    ],
  },
  check(document, report, hits) {
    if (isAside(document)) return;
    if (document.language === "typescript") checkCorsOptions(document, report);
    else checkCorsTexts(document, report, hits);
  },
});
