import type { Document, LanguageId } from "../../core/document.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import { typescriptSyntax } from "../../languages/typescript/syntax.ts";
import { csharpAddresses, dataAddresses, dotenvAddresses, htmlAddresses, phpAddresses, xmlAddresses, type WrittenAddress } from "./addressSettings.ts";
import { addressUses } from "./addressUses.ts";
import { occasionOf } from "./occasions.ts";
import { addressConfirmations, encryptingFix, plainAddress, plainMessage } from "./plainAddresses.ts";
import { isAside } from "./textPlaces.ts";

const readers: Partial<Record<LanguageId, (document: Document) => readonly WrittenAddress[]>> = {
  json: dataAddresses,
  yaml: dataAddresses,
  dotenv: dotenvAddresses,
  html: htmlAddresses,
  xml: xmlAddresses,
  csharp: csharpAddresses,
  php: phpAddresses,
};

function check(document: Document, report: Report): void {
  if (isAside(document)) return;
  const read = readers[document.language];
  for (const { address, range } of read?.(document) ?? []) {
    report({ range, message: plainMessage(address), fixes: encryptingFix(document, address, range) });
  }
  if (document.language !== "typescript" && document.language !== "html") return;
  const syntax = document.syntax(typescriptSyntax);
  for (const { address, range, node, isFallback } of addressUses(document)) {
    if (occasionOf(node, document, syntax) === "development") continue;
    report({ range, message: plainMessage(address), fixes: encryptingFix(document, address, range), ...(isFallback ? { atMost: "warning" } : {}) });
  }
}

export default defineRule({
  id: "http-endpoint",
  title: "Address without encryption",
  concern: "transport",
  languages: ["typescript", "html", "json", "yaml", "dotenv", "xml", "csharp", "php"],
  triggers: ["http://", "ws://"],
  confirmations: addressConfirmations,
  anchors: ["http://", "ws://"],
  promising: (document, hits) => !isAside(document) && hits.some(({ offset }) => plainAddress(document.text.slice(offset, offset + 300)) !== undefined),
  requirements: ["atlassian/tls", "superoffice/encrypted-code", "openchannel/encrypted-traffic", "akeneo/no-vulnerabilities"],
  severity: "error",
  cwe: [319],
  fix: "review",
  documentation: {
    wrong: "An address of a public host that starts with `http://` or `ws://` is called, loaded or configured: the argument of an HTTP client or a socket, a constant or setting whose name says so (`baseURL`, `API_URL`, `tokenEndpoint`), the source of a script, frame or form in a page, what a Forge manifest fetches from, in TypeScript, JSON, YAML, environment files, .NET configuration, C# and PHP. Addresses of one's own machine and network, identifiers that look like addresses (XML namespaces, schemas), links for readers, comments and tests are left alone.",
    why: "Tokens, keys and customer data cross the network in clear, and anyone on the way can answer in the server's place. The marketplaces ask for TLS 1.2 or later everywhere.",
    fix: "The quick fix writes `https` or `wss`. The server has to answer there with a valid certificate.",
    suppress: "When the host answers on a private network alone and its name does not show it.",
  },
  examples: {
    bad: [
      { name: "fetch", code: 'const answer = await fetch("[|http://api.timely.io|]/v1/boards", { headers });\n', fixed: 'const answer = await fetch("https://api.timely.io/v1/boards", { headers });\n' },
      { name: "axios", code: "import axios from 'axios';\nconst client = axios.create({\n  baseURL: '[|http://api.timely.io:8080|]/v1', // to be moved\n});\n", fixed: "import axios from 'axios';\nconst client = axios.create({\n  baseURL: 'https://api.timely.io:8080/v1', // to be moved\n});\n" },
      { name: "a constant, put together", code: 'const host = "[|http://api.timely.io|]";\nconst got = require("got");\ngot(`${host}/users/${id}`);\n', fixed: 'const host = "https://api.timely.io";\nconst got = require("got");\ngot(`${host}/users/${id}`);\n' },
      { name: "a fallback", code: 'export const API_URL = process.env.API_URL || "[|http://api.timely.io|]";\n', fixed: 'export const API_URL = process.env.API_URL || "https://api.timely.io";\n' },
      { name: "a socket", code: "const socket = new WebSocket(`[|ws://live.timely.io|]/${room}`);\n", fixed: "const socket = new WebSocket(`wss://live.timely.io/${room}`);\n" },
      { name: "an older request", code: "const xhr = new XMLHttpRequest();\nxhr.open('GET', '[|http://api.timely.io|]/cards');\n", fixed: "const xhr = new XMLHttpRequest();\nxhr.open('GET', 'https://api.timely.io/cards');\n" },
      { name: "the options of a request", code: "const options = { method: 'GET', uri: `[|http://api.timely.io|]/cards/${id}`, json: true };\nreturn this.helpers.request(options);\n", fixed: "const options = { method: 'GET', uri: `https://api.timely.io/cards/${id}`, json: true };\nreturn this.helpers.request(options);\n" },
      { name: "a page", file: "connector.html", code: '<script src="[|http://cdn.timely.io|]/client.js"></script>\n<script>fetch("[|http://api.timely.io|]/cards")</script>\n', fixed: '<script src="https://cdn.timely.io/client.js"></script>\n<script>fetch("https://api.timely.io/cards")</script>\n' },
      { name: "settings", file: "config/production.json", code: '{ "apiUrl": "[|http://api.timely.io|]", "homepage": "http://timely.io" }\n', fixed: '{ "apiUrl": "https://api.timely.io", "homepage": "http://timely.io" }\n' },
      { name: "a Forge manifest", file: "manifest.yml", code: "app:\n  id: ari:cloud:ecosystem::app/1\nremotes:\n  - key: backend\n    baseUrl: [|http://app.timely.io|]\npermissions:\n  external:\n    fetch:\n      backend:\n        - '[|http://api.timely.io|]'\n        - address: https://files.timely.io\n", fixed: "app:\n  id: ari:cloud:ecosystem::app/1\nremotes:\n  - key: backend\n    baseUrl: https://app.timely.io\npermissions:\n  external:\n    fetch:\n      backend:\n        - 'https://api.timely.io'\n        - address: https://files.timely.io\n" },
      { name: "compose", file: "docker-compose.yml", code: "services:\n  app:\n    image: timely/app:1.2.3\n    environment:\n      - PIM_URL=[|http://pim.timely.io|]\n", fixed: "services:\n  app:\n    image: timely/app:1.2.3\n    environment:\n      - PIM_URL=https://pim.timely.io\n" },
      { name: "an environment file", file: ".env", code: "PIM_URL=[|http://pim.timely.io|]\nDOCS_URL=http://docs.timely.io\n", fixed: "PIM_URL=https://pim.timely.io\nDOCS_URL=http://docs.timely.io\n" },
      { name: ".NET configuration", file: "Web.config", code: '<configuration><appSettings><add key="ApiUrl" value="[|http://api.timely.io|]/v1" /></appSettings></configuration>\n', fixed: '<configuration><appSettings><add key="ApiUrl" value="https://api.timely.io/v1" /></appSettings></configuration>\n' },
      { name: "C#", file: "Client.cs", code: 'client.BaseAddress = new Uri("[|http://api.timely.io|]/v1/");\n', fixed: 'client.BaseAddress = new Uri("https://api.timely.io/v1/");\n' },
      { name: "PHP", file: "client.php", code: "<?php\n$client = new \\GuzzleHttp\\Client(['base_uri' => '[|http://pim.timely.io|]']);\n$a = file_get_contents(\"[|http://api.timely.io|]/cards/$id\");\n", fixed: "<?php\n$client = new \\GuzzleHttp\\Client(['base_uri' => 'https://pim.timely.io']);\n$a = file_get_contents(\"https://api.timely.io/cards/$id\");\n" },
    ],
    good: [
      { name: "https", code: 'const answer = await fetch("https://api.timely.io/v1/boards");\n' },
      { name: "one's own machine and network", code: 'fetch("http://localhost:3000/a");\nfetch("http://127.0.0.1/a");\nfetch("http://192.168.0.7/a");\nconst API_URL = "http://backend:8080";\nconst baseUrl = "http://app.default.svc.cluster.local";\n' },
      { name: "the metadata of a machine in the cloud", code: 'fetch("http://169.254.169.254/latest/meta-data");\n' },
      { name: "an XML namespace", code: 'const namespaceUri = "http://www.opengis.net/kml/2.2";\nnode.setAttributeNS("http://ns.timely.io/xml", "a", "b");\n' },
      { name: "a claim's name", code: 'const id = payload["http://schemes.superoffice.net/identity/ctx"];\n' },
      { name: "a link for readers", code: 'const help = { url: "http://docs.timely.io/start" };\nexport const Link = () => <a href="http://timely.io">Timely</a>;\n', file: "link.tsx" },
      { name: "a comparison", code: 'if (url.startsWith("http://api.timely.io")) url = url.replace("http://", "https://");\n' },
      { name: "a base that only parses", code: 'const { pathname } = new URL(request.url, "http://host.timely.io");\n' },
      { name: "a comment", code: '// see http://api.timely.io/docs\nconst apiUrl = "https://api.timely.io";\n' },
      { name: "while developing", code: 'const apiUrl = process.env.NODE_ENV === "production" ? "https://api.timely.io" : "http://staging.timely.io";\nif (isDevelopment) fetch("http://staging.timely.io/a");\n' },
      { name: "a placeholder", code: 'const apiUrl = "http://your-domain.com/api";\nconst baseUrl = "http://api.example.com";\n' },
      { name: "a test", file: "test/client.test.ts", code: 'fetch("http://api.timely.io/v1/boards");\n' },
      { name: "a package", file: "package.json", code: '{ "repository": { "url": "http://git.timely.io/a" }, "apiUrl": "http://a.timely.io" }\n' },
      { name: "the description of an interface", file: "petstore.json", code: '{ "swagger": "2.0", "securityDefinitions": { "a": { "authorizationUrl": "http://petstore.timely.io/oauth" } } }\n' },
      { name: "a Connect descriptor, which has a rule of its own", file: "atlassian-connect.json", code: '{ "key": "a", "baseUrl": "http://app.timely.io", "authentication": { "type": "jwt" }, "lifecycle": {}, "modules": {} }\n' },
      { name: "a page's links", file: "index.html", code: '<a href="http://timely.io">Timely</a>\n<html xmlns="http://www.w3.org/1999/xhtml">\n' },
    ],
  },
  check,
});
