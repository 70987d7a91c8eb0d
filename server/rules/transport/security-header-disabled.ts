import { defineRule } from "../../core/rule.ts";
import { checkHeaderOptions } from "./headerOptions.ts";
import { checkPolicyTexts, checkPolicyWords, policyWords } from "./policyTexts.ts";
import { isAside } from "./textPlaces.ts";

export default defineRule({
  id: "security-header-disabled",
  title: "Security header is off or allows what it should keep out",
  concern: "transport",
  languages: ["typescript", "html", "csharp", "php", "json", "yaml", "xml", "text"],
  triggers: [...policyWords, "helmet"],
  requirements: ["atlassian/referrer-policy", "akeneo/no-vulnerabilities", "superoffice/owasp-top-ten", "openchannel/web-integration-tested"],
  severity: "error",
  cwe: [693, 79, 200],
  fix: "review",
  documentation: {
    wrong: "A header that protects pages is switched off, or its value lets through what it is there to stop: `contentSecurityPolicy`, `noSniff`, `referrerPolicy` set to false in helmet, a content security policy with `'unsafe-inline'` or `'unsafe-eval'` for scripts, a Referrer-Policy of `unsafe-url` or `no-referrer-when-downgrade`, X-Frame-Options with a value that no browser knows. Looked at are code, pages, hosting and server configuration.",
    why: "A policy with these keywords stops no injected script. A loose referrer policy hands the address of a page, with tokens and names in its query, to every site that it links to or loads from; Atlassian forbids both values by name.",
    fix: "Give scripts a nonce or a hash in place of `'unsafe-inline'`, and parse data with `JSON.parse` in place of `eval`. The quick fix takes a switched-off header back in, or writes `strict-origin-when-cross-origin`.",
    suppress: "When a server sends data and never a page, or a library of a page cannot do without `eval` and its vendor says so.",
  },
  examples: {
    bad: [
      { name: "no policy", code: 'import helmet from "helmet";\napp.use(helmet({ [|contentSecurityPolicy: false|], hsts: true }));\n', fixed: 'import helmet from "helmet";\napp.use(helmet({ hsts: true }));\n' },
      { name: "types are guessed", code: "const helmet = require('helmet');\napp.use(\n  helmet({\n    [|noSniff: false|], // breaks the old export\n    hsts: true,\n  }),\n);\n" },
      { name: "nobody says who may frame", code: 'import helmet from "@fastify/helmet";\napp.register(helmet, { [|contentSecurityPolicy: false|], [|frameguard: false|] });\n' },
      { name: "inline scripts in directives", code: "import helmet from \"helmet\";\napp.use(helmet.contentSecurityPolicy({ directives: { scriptSrc: [\"'self'\", \"[|'unsafe-inline'|]\"], styleSrc: [\"'unsafe-inline'\"] } }));\n" },
      { name: "eval in a header", code: "res.setHeader(\"Content-Security-Policy\", \"default-src 'self'; script-src 'self' [|'unsafe-eval'|]\");\n" },
      { name: "by default", code: "const policy = [\"default-src 'self' [|'unsafe-inline'|]\", \"img-src *\"].join(\"; \");\n" },
      { name: "a referrer policy", code: 'res.setHeader("Referrer-Policy", "[|unsafe-url|]");\n', fixed: 'res.setHeader("Referrer-Policy", "strict-origin-when-cross-origin");\n' },
      { name: "a referrer policy in helmet", code: "import helmet from 'helmet';\napp.use(helmet({ referrerPolicy: { policy: '[|no-referrer-when-downgrade|]' } }));\n", fixed: "import helmet from 'helmet';\napp.use(helmet({ referrerPolicy: { policy: 'strict-origin-when-cross-origin' } }));\n" },
      { name: "a page", file: "panel.html", code: "<meta http-equiv=\"Content-Security-Policy\" content=\"script-src 'self' [|'unsafe-inline'|]; style-src 'unsafe-inline'\">\n<meta name=\"referrer\" content=\"[|unsafe-url|]\">\n" },
      { name: "a policy of nginx", file: "nginx.conf", code: "add_header Content-Security-Policy \"default-src 'self'; script-src 'self' [|'unsafe-eval'|]\";\n" },
      { name: "a referrer policy of nginx", file: "nginx.conf", code: "add_header Referrer-Policy \"[|no-referrer-when-downgrade|]\";\n", fixed: "add_header Referrer-Policy \"strict-origin-when-cross-origin\";\n" },
      { name: "PHP", file: "index.php", code: "<?php\nheader('Referrer-Policy: [|unsafe-url|]');\n", fixed: "<?php\nheader('Referrer-Policy: strict-origin-when-cross-origin');\n" },
      { name: "frames", code: "res.set('X-Frame-Options', '[|ALLOWALL|]');\n" },
    ],
    good: [
      { name: "as it comes", code: 'import helmet from "helmet";\napp.use(helmet());\n' },
      { name: "off in development", code: 'import helmet from "helmet";\napp.use(helmet({ contentSecurityPolicy: process.env.NODE_ENV === "production" ? undefined : false }));\n' },
      { name: "an app in frames", code: "import helmet from \"helmet\";\napp.use(helmet({ frameguard: false, contentSecurityPolicy: { directives: { frameAncestors: [\"https://*.atlassian.net\"] } } }));\n" },
      { name: "a policy of one's own", code: "import helmet from \"helmet\";\napp.use(helmet({ contentSecurityPolicy: false }));\napp.use((req, res, next) => {\n  res.setHeader(\"Content-Security-Policy\", policyFor(req));\n  next();\n});\n" },
      { name: "inline beside a nonce", code: "res.setHeader(\"Content-Security-Policy\", `script-src 'nonce-${nonce}' 'unsafe-inline'`);\n" },
      { name: "a nonce by a function", code: "import helmet from \"helmet\";\nhelmet.contentSecurityPolicy({ directives: { scriptSrc: [\"'unsafe-inline'\", (req, res) => res.locals.nonce] } });\n" },
      { name: "styles alone", code: "res.setHeader(\"Content-Security-Policy\", \"default-src 'self'; style-src 'self' 'unsafe-inline'\");\n" },
      { name: "by default, but scripts have their own", code: "res.setHeader(\"Content-Security-Policy\", \"default-src 'unsafe-inline'; script-src 'self'\");\n" },
      { name: "eval while developing", code: "const scripts = isDev ? \"script-src 'self' 'unsafe-eval'\" : \"script-src 'self'\";\n" },
      { name: "a type", code: "type Options = { referrerPolicy: 'unsafe-url' | 'no-referrer-when-downgrade' };\n" },
      { name: "a careful referrer policy", code: 'res.setHeader("Referrer-Policy", "same-origin");\nhelp("never use unsafe-url");\n' },
      { name: "nginx", file: "nginx.conf", code: "# add_header Content-Security-Policy \"script-src 'unsafe-eval'\";\nadd_header Content-Security-Policy \"default-src 'self'; style-src 'unsafe-inline'\";\n" },
      { name: "other options", code: 'import helmet from "helmet";\napp.use(helmet({ crossOriginEmbedderPolicy: false, originAgentCluster: false }));\n' },
    ],
  },
  check(document, report, hits) {
    if (isAside(document)) return;
    checkPolicyWords(document, report, hits);
    if (document.language === "typescript") checkHeaderOptions(document, report);
    else checkPolicyTexts(document, report, hits);
  },
});
