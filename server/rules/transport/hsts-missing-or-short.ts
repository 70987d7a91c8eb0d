import { defineRule } from "../../core/rule.ts";
import { checkHstsOptions } from "./hstsOptions.ts";
import { checkHstsTexts, hstsTextWords } from "./hstsTexts.ts";
import { isAside } from "./textPlaces.ts";

export default defineRule({
  id: "hsts-missing-or-short",
  title: "Strict-Transport-Security is missing or too short",
  concern: "transport",
  languages: ["typescript", "csharp", "php", "json", "yaml", "xml", "text"],
  triggers: [...hstsTextWords, "hsts", "strictTransportSecurity", "X-Content-Type-Options"],
  requirements: ["atlassian/tls", "superoffice/encrypted-code", "openchannel/encrypted-traffic"],
  severity: "error",
  cwe: [319],
  fix: "review",
  documentation: {
    wrong: "The header Strict-Transport-Security is switched off (`helmet({ hsts: false })`, `max-age=0`) or holds for less than a year: in options of helmet, @fastify/helmet, koa-helmet and hsts, in headers that code, nginx, Apache, web.config, PHP or a hosting configuration sets, in `AddHsts` of ASP.NET. It is a hint where code sets other security headers by hand and this one not.",
    why: "Until a browser has seen the header, and again once it has run out, the first request of a visit may go over http, where anyone on the way can answer it. Atlassian asks for a year at least.",
    fix: "The quick fix writes a year, 31536000 seconds. Every host under the name must answer by https before `includeSubDomains` is set.",
    suppress: "When what ends the encrypted connections in front of the app sets the header, or the server is reachable on the loopback interface alone.",
  },
  examples: {
    bad: [
      { name: "switched off in helmet", code: 'import helmet from "helmet";\napp.use(helmet({ [|hsts: false|], noSniff: true }));\n', fixed: 'import helmet from "helmet";\napp.use(helmet({ hsts: { maxAge: 31536000, includeSubDomains: true }, noSniff: true }));\n' },
      { name: "ninety days", code: 'import helmet from "helmet";\napp.use(helmet({\n  strictTransportSecurity: {\n    [|maxAge: 7776000|], // for now\n    includeSubDomains: true,\n  },\n}));\n', fixed: 'import helmet from "helmet";\napp.use(helmet({\n  strictTransportSecurity: {\n    maxAge: 31536000, // for now\n    includeSubDomains: true,\n  },\n}));\n' },
      { name: "the part alone, a product", code: 'const helmet = require("helmet");\napp.use(helmet.hsts({ [|maxAge: 60 * 60 * 24|] }));\n', fixed: 'const helmet = require("helmet");\napp.use(helmet.hsts({ maxAge: 31536000 }));\n' },
      { name: "Fastify", code: 'import helmet from "@fastify/helmet";\nawait app.register(helmet, { [|hsts: false|] });\n', fixed: 'import helmet from "@fastify/helmet";\nawait app.register(helmet, { hsts: { maxAge: 31536000, includeSubDomains: true } });\n' },
      { name: "a header", code: 'app.use((req, res, next) => {\n  res.setHeader("Strict-Transport-Security", [|"max-age=86400; includeSubDomains"|]);\n  next();\n});\n', fixed: 'app.use((req, res, next) => {\n  res.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");\n  next();\n});\n' },
      { name: "Next.js", code: "export default {\n  headers: async () => [{ source: '/:path*', headers: [{ key: 'Strict-Transport-Security', value: [|'max-age=0'|] }] }],\n};\n", fixed: "export default {\n  headers: async () => [{ source: '/:path*', headers: [{ key: 'Strict-Transport-Security', value: 'max-age=31536000' }] }],\n};\n" },
      { name: "nginx", file: "nginx.conf", code: 'add_header Strict-Transport-Security "max-age=[|2592000|]; includeSubDomains" always;\n', fixed: 'add_header Strict-Transport-Security "max-age=31536000; includeSubDomains" always;\n' },
      { name: "web.config", file: "Web.config", code: '<add name="Strict-Transport-Security" value="max-age=[|300|]" />\n', fixed: '<add name="Strict-Transport-Security" value="max-age=31536000" />\n' },
      { name: "ASP.NET", file: "Startup.cs", code: "services.AddHsts(options =>\n{\n    options.IncludeSubDomains = true;\n    options.MaxAge = TimeSpan.From[|Days(60|]);\n});\n", fixed: "services.AddHsts(options =>\n{\n    options.IncludeSubDomains = true;\n    options.MaxAge = TimeSpan.FromDays(365);\n});\n" },
      { name: "PHP", file: "index.php", code: "<?php\nheader('Strict-Transport-Security: max-age=[|3600|]');\n", fixed: "<?php\nheader('Strict-Transport-Security: max-age=31536000');\n" },
      { name: "hosting", file: "vercel.json", code: '{ "headers": [{ "source": "/(.*)", "headers": [\n  { "key": "Strict-Transport-Security",\n    "value": "max-age=[|600|]" }\n] }] }\n', fixed: '{ "headers": [{ "source": "/(.*)", "headers": [\n  { "key": "Strict-Transport-Security",\n    "value": "max-age=31536000" }\n] }] }\n' },
      { name: "all headers but this one", code: 'app.use((req, res, next) => {\n  [|res.setHeader("X-Content-Type-Options", "nosniff")|];\n  res.setHeader("Referrer-Policy", "no-referrer");\n  next();\n});\n' },
    ],
    good: [
      { name: "as it comes", code: 'import helmet from "helmet";\napp.use(helmet({ noSniff: true, hsts: true }));\n' },
      { name: "two years", code: 'import helmet from "helmet";\napp.use(helmet({ hsts: { maxAge: 2 * 365 * 24 * 60 * 60, preload: true } }));\n' },
      { name: "in production", code: 'import helmet from "helmet";\napp.use(helmet({ hsts: process.env.NODE_ENV === "production" }));\n' },
      { name: "off in one branch", code: 'import helmet from "helmet";\napp.use(helmet({ hsts: behindProxy ? false : { maxAge: 31536000 } }));\n' },
      { name: "off in development", code: 'import helmet from "helmet";\nif (process.env.NODE_ENV === "development") {\n  app.use(helmet({ hsts: false }));\n} else {\n  app.use(helmet());\n}\n' },
      { name: "a header for a year", code: 'res.setHeader("Strict-Transport-Security", "max-age=31536000");\n' },
      { name: "a header that is put together", code: "res.setHeader('Strict-Transport-Security', `max-age=${seconds}`);\n" },
      { name: "another header's life", code: 'res.setHeader("Cache-Control", "max-age=60");\nlog("no hsts here");\n' },
      { name: "one header by hand", code: 'res.setHeader("X-Content-Type-Options", "nosniff");\n' },
      { name: "nginx", file: "nginx.conf", code: '# add_header Strict-Transport-Security "max-age=60";\nadd_header Strict-Transport-Security "max-age=63072000";\n' },
      { name: "ASP.NET", file: "Startup.cs", code: "services.AddHsts(options => options.MaxAge = TimeSpan.FromDays(365));\n" },
      { name: "a test", file: "test/headers.test.ts", code: 'res.setHeader("Strict-Transport-Security", "max-age=1");\n' },
    ],
  },
  check(document, report, hits) {
    if (isAside(document)) return;
    if (document.language === "typescript") checkHstsOptions(document, report);
    else checkHstsTexts(document, report, hits);
  },
});
