import { isTestPath } from "../../core/filePurpose.ts";
import type { Document } from "../../core/document.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import { connectDescriptors } from "../../languages/data/connectDescriptor.ts";
import { valueAt } from "../../languages/data/dataNode.ts";
import { descriptor } from "./connectExamples.ts";

const plainHttp = /^http:\/\//i;
/** Addresses of one's own machine, and names that no public server has (RFC 6761, RFC 6762): for development only. */
const ownMachine = /^http:\/\/(?:localhost|127(?:\.\d{1,3}){3}|0\.0\.0\.0|\[::1\]|host\.docker\.internal|[\w.-]+\.(?:local|localhost|test|internal|invalid))(?=[:/?#]|$)/i;
const placeholder = /[{}$<>%]/;

function check(document: Document, report: Report): void {
  if (isTestPath(document.path)) return;
  for (const found of connectDescriptors(document)) {
    const address = valueAt(found, "baseUrl");
    if (address?.kind !== "string" || !plainHttp.test(address.value)) continue;
    if (ownMachine.test(address.value) || placeholder.test(address.value)) continue;
    const { start } = address.range;
    const edits = address.verbatim ? [{ range: { start, end: start + "http".length }, newText: "https" }] : [];
    report({
      range: address.range,
      message: "The app's address is not https, so the key of every site and every signed request crosses the network in clear.",
      fixes: edits.length > 0 ? [{ title: "Change to https; the server must answer there", safe: false, edits }] : [],
    });
  }
}

export default defineRule({
  id: "connect-base-url-insecure",
  title: "Connect app without transport encryption",
  concern: "tokens",
  languages: ["json", "typescript"],
  marketplaces: ["atlassian"],
  requirements: ["atlassian/tls"],
  severity: "error",
  cwe: [319],
  fix: "review",
  triggers: ["baseUrl"],
  anchors: ["baseUrl"],
  documentation: {
    wrong: "`baseUrl` in the descriptor of an Atlassian Connect app starts with `http://`.",
    why:
      "Atlassian sends the shared secret of a site to that address when the app is installed, and signed tokens with each page. Whoever reads the traffic can then act as the site. The requirements ask for TLS 1.2 or later everywhere, and Atlassian's own scanner tries it.",
    fix: "The quick fix writes `https`. The server has to answer there with a valid certificate, and should send Strict-Transport-Security.",
    suppress: "Where the descriptor is for one's own machine and its name does not show it. Localhost, private names and placeholders are not reported.",
  },
  examples: {
    bad: [
      { name: "a descriptor", file: "atlassian-connect.json", code: descriptor('"baseUrl": "[|http://app.example.com|]"', '"authentication": { "type": "jwt" }'), fixed: descriptor('"baseUrl": "https://app.example.com"', '"authentication": { "type": "jwt" }') },
      { name: "with a port and a path", file: "atlassian-connect.json", code: descriptor('"baseUrl": "[|HTTP://app.example.com:8080/jira|]"', '"lifecycle": {}'), fixed: descriptor('"baseUrl": "https://app.example.com:8080/jira"', '"lifecycle": {}') },
      { name: "static pages", file: "descriptor.json", code: descriptor('"baseUrl": "[|http://static.example.com|]"', '"authentication": { "type": "none" }', '"modules": {}') },
      { name: "an address by number", file: "atlassian-connect.json", code: descriptor('"baseUrl": "[|http://203.0.113.7|]"', '"authentication": { "type": "jwt" }') },
      { name: "in code", code: `export const descriptor = { key: "app", baseUrl: '[|http://app.example.com|]', authentication: { type: "jwt" } };\n`, fixed: `export const descriptor = { key: "app", baseUrl: 'https://app.example.com', authentication: { type: "jwt" } };\n` },
      { name: "over a constant", code: `const HOST = "[|http://app.example.com|]";\nmodule.exports = { key: "app", baseUrl: HOST, authentication: { type: "jwt" } };\n`, fixed: `const HOST = "https://app.example.com";\nmodule.exports = { key: "app", baseUrl: HOST, authentication: { type: "jwt" } };\n` },
      { name: "a host that only starts like one's own", file: "atlassian-connect.json", code: descriptor('"baseUrl": "[|http://localhost.example.com|]"', '"authentication": { "type": "jwt" }') },
    ],
    good: [
      { name: "https", file: "atlassian-connect.json", code: descriptor('"baseUrl": "https://app.example.com"', '"authentication": { "type": "jwt" }') },
      { name: "a placeholder", file: "atlassian-connect.json", code: descriptor('"baseUrl": "{{localBaseUrl}}"', '"authentication": { "type": "jwt" }') },
      { name: "one's own machine", file: "atlassian-connect.json", code: descriptor('"baseUrl": "http://localhost:3000"', '"authentication": { "type": "jwt" }') },
      { name: "one's own machine by number", file: "atlassian-connect.json", code: descriptor('"baseUrl": "http://127.0.0.1"', '"authentication": { "type": "jwt" }') },
      { name: "a part from the environment", code: "export const descriptor = { key: \"app\", baseUrl: `http://${process.env.HOST}`, authentication: { type: \"jwt\" } };\n" },
      { name: "no descriptor", file: "settings.json", code: '{ "key": "app", "baseUrl": "http://api.example.com", "modules": ["a"] }\n' },
      { name: "a test's descriptor", file: "test/descriptor.json", code: descriptor('"baseUrl": "http://app.example.com"', '"authentication": { "type": "jwt" }') },
    ],
  },
  check,
});
