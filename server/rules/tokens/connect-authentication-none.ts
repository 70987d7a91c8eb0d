import { isTestPath } from "../../core/filePurpose.ts";
import type { Document } from "../../core/document.ts";
import type { Fix, TextEdit } from "../../core/finding.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import { connectDescriptors } from "../../languages/data/connectDescriptor.ts";
import { memberNamed, valueAt, type DataMember, type DataObject } from "../../languages/data/dataNode.ts";
import { insertMembers, quoteOf } from "../../languages/data/edits.ts";

/** Modules through which Atlassian calls the app's server, without a browser. */
const calledModules: readonly string[] = ["webhooks", "jiraWorkflowPostFunctions", "staticContentMacros"];
const lifecycleEvents: readonly string[] = ["installed", "uninstalled", "enabled", "disabled"];

/** Why the app is more than static pages: a phrase, or undefined where nothing shows it. */
function dynamicPart(descriptor: DataObject): string | undefined {
  const scopes = valueAt(descriptor, "scopes");
  const asksFor = scopes?.kind === "array" ? scopes.items : [];
  if (asksFor.some((scope) => scope.kind === "string" && scope.value.toUpperCase() !== "NONE")) return "asks for scopes";
  if (lifecycleEvents.some((event) => valueAt(descriptor, "lifecycle", event)?.kind === "string")) return "has lifecycle callbacks";
  const called = calledModules.find((name) => {
    const module = valueAt(descriptor, "modules", name);
    return module?.kind === "object" || (module?.kind === "array" && module.items.length > 0);
  });
  if (called !== undefined) return called === "webhooks" ? "has webhooks" : `has ${called}`;
  return undefined;
}

function check(document: Document, report: Report): void {
  if (isTestPath(document.path)) return;
  for (const descriptor of connectDescriptors(document)) {
    const part = dynamicPart(descriptor);
    if (part === undefined) continue;
    const authentication = memberNamed(descriptor, "authentication");
    const type = memberNamed(authentication?.value, "type");
    if (type?.value.kind === "string") {
      if (type.value.value.toLowerCase() !== "none") continue;
      const { range, verbatim } = type.value;
      const edit = verbatim ? { range, newText: "jwt" } : undefined;
      report({
        range,
        message: `The descriptor ${part}, yet its authentication type is "${type.value.value}": calls to the app are not signed.`,
        fixes: fixOf(edit && [edit], additions(document, descriptor, authentication)),
      });
    } else if (isAbsent(descriptor, authentication, type)) {
      reportAbsent(document, descriptor, part, authentication, report);
    }
  }
}

/** Whether no type is given for sure: a spread, or a value that cannot be read, may give one. */
function isAbsent(descriptor: DataObject, authentication: DataMember | undefined, type: DataMember | undefined): boolean {
  if (!authentication) return descriptor.complete;
  const { value } = authentication;
  return !type && value.kind === "object" && value.complete;
}

function reportAbsent(
  document: Document,
  descriptor: DataObject,
  part: string,
  authentication: DataMember | undefined,
  report: Report,
): void {
  const place = authentication ?? memberNamed(descriptor, "key");
  if (!place) return;
  const quote = quoteOf(document, place);
  const pair = `${quote}type${quote}: ${quote || '"'}jwt${quote || '"'}`;
  const added = [`${quote}authentication${quote}: { ${pair} }`, ...missingMembers(descriptor, quote)];
  const edits = authentication
    ? [{ range: authentication.value.range, newText: `{ ${pair} }` }]
    : listOf(insertMembers(document, descriptor, memberNamed(descriptor, "baseUrl") ?? place, added));
  const more = authentication ? additions(document, descriptor, authentication) : installedEdit(document, descriptor);
  report({
    range: place.nameRange,
    message: `The descriptor ${part}, yet it states no authentication type: calls to the app are not signed.`,
    fixes: fixOf(edits.length > 0 ? edits : undefined, more),
  });
}

function fixOf(edits: readonly TextEdit[] | undefined, more: readonly TextEdit[]): Fix[] {
  if (!edits) return [];
  const title = 'Set the type to "jwt"; the server must then verify every token';
  return [{ title, safe: false, edits: [...edits, ...more] }];
}

/** What else the descriptor needs, behind the authentication. */
function additions(document: Document, descriptor: DataObject, authentication: DataMember | undefined): TextEdit[] {
  const members = authentication ? missingMembers(descriptor, quoteOf(document, authentication)) : [];
  const beside = authentication && members.length > 0 ? listOf(insertMembers(document, descriptor, authentication, members)) : [];
  return [...beside, ...installedEdit(document, descriptor)];
}

/** The installed callback brings the key that tokens are signed with; signed installs show that it comes from Atlassian. */
function missingMembers(descriptor: DataObject, quote: string): string[] {
  if (!descriptor.complete) return [];
  const lifecycle = memberNamed(descriptor, "lifecycle") ? [] : [`${quote}lifecycle${quote}: { ${installedPair(quote)} }`];
  // Only Bitbucket's descriptors have contexts, and Bitbucket knows no signed installs.
  if (memberNamed(descriptor, "apiMigrations") ?? memberNamed(descriptor, "contexts")) return lifecycle;
  return [...lifecycle, `${quote}apiMigrations${quote}: { ${quote || '"'}signed-install${quote || '"'}: true }`];
}

function installedEdit(document: Document, descriptor: DataObject): TextEdit[] {
  const value = valueAt(descriptor, "lifecycle");
  if (value?.kind !== "object" || !value.complete || memberNamed(value, "installed")) return [];
  const last = value.members.at(-1);
  return last ? listOf(insertMembers(document, value, last, [installedPair(quoteOf(document, last))])) : [];
}

function installedPair(quote: string): string {
  return `${quote}installed${quote}: ${quote || '"'}/installed${quote || '"'}`;
}

function listOf(edit: TextEdit | undefined): TextEdit[] {
  return edit ? [edit] : [];
}

export default defineRule({
  id: "connect-authentication-none",
  title: "Connect descriptor without authentication",
  concern: "tokens",
  languages: ["json", "typescript"],
  marketplaces: ["atlassian"],
  requirements: ["atlassian/connect-authentication-jwt"],
  severity: "error",
  cwe: [306],
  fix: "review",
  triggers: ["baseUrl"],
  anchors: ["baseUrl"],
  documentation: {
    wrong:
      'The descriptor of an Atlassian Connect app has the authentication type `none`, or none at all, although Atlassian calls the app\'s server: the app asks for scopes, has webhooks, lifecycle callbacks or modules that are called without a browser.',
    why:
      "Without the type `jwt` nothing that reaches the app is signed. Anyone can pretend to be a customer's site, install the app under a wrong key, or send webhooks. Atlassian's requirements ask for `jwt`; its own scanner reads the descriptor and reports this. An app whose every page is static may stay with `none`.",
    fix:
      "The quick fix writes `jwt` and, where it is missing, the `installed` callback that brings the key, with signed installs. It does not make the app secure by itself: the server must verify the token of every request, and keep the key of each site.",
    suppress: "Where every address of the descriptor serves static files, and the scopes or callbacks are left over: better remove those.",
  },
  examples: {
    bad: [
      {
        name: "none, with scopes",
        file: "atlassian-connect.json",
        code: `{\n  "key": "app",\n  "name": "App",\n  "baseUrl": "https://app.example.com",\n  "authentication": { "type": "[|none|]" },\n  "scopes": ["READ"],\n  "lifecycle": { "installed": "/installed" }\n}\n`,
        fixed: `{\n  "key": "app",\n  "name": "App",\n  "baseUrl": "https://app.example.com",\n  "authentication": { "type": "jwt" },\n  "apiMigrations": { "signed-install": true },\n  "scopes": ["READ"],\n  "lifecycle": { "installed": "/installed" }\n}\n`,
      },
      {
        name: "none, with webhooks and no installed callback",
        file: "atlassian-connect.json",
        code: `{\n  "key": "app",\n  "baseUrl": "{{localBaseUrl}}",\n  "authentication": {\n    "type": "[|NONE|]"\n  },\n  "modules": { "webhooks": [{ "event": "jira:issue_created", "url": "/created" }] }\n}\n`,
        fixed: `{\n  "key": "app",\n  "baseUrl": "{{localBaseUrl}}",\n  "authentication": {\n    "type": "jwt"\n  },\n  "lifecycle": { "installed": "/installed" },\n  "apiMigrations": { "signed-install": true },\n  "modules": { "webhooks": [{ "event": "jira:issue_created", "url": "/created" }] }\n}\n`,
      },
      {
        name: "absent, under another file name",
        file: "descriptor.staging.json",
        code: `{\n  "[|key|]": "app",\n  "baseUrl": "https://app.example.com",\n  "modules": {},\n  "scopes": ["write"]\n}\n`,
        fixed: `{\n  "key": "app",\n  "baseUrl": "https://app.example.com",\n  "authentication": { "type": "jwt" },\n  "lifecycle": { "installed": "/installed" },\n  "apiMigrations": { "signed-install": true },\n  "modules": {},\n  "scopes": ["write"]\n}\n`,
      },
      {
        name: "an empty authentication, on one line",
        file: "atlassian-connect.json",
        code: `{ "key": "app", "baseUrl": "https://app.example.com", "[|authentication|]": {}, "lifecycle": { "uninstalled": "/gone" } }`,
        fixed: `{ "key": "app", "baseUrl": "https://app.example.com", "authentication": { "type": "jwt" }, "apiMigrations": { "signed-install": true }, "lifecycle": { "uninstalled": "/gone", "installed": "/installed" } }`,
      },
      {
        name: "a descriptor in TypeScript",
        code: `export const descriptor = {\n  key: process.env.KEY,\n  baseUrl: url,\n  authentication: { type: '[|none|]' }, // for now\n  scopes: ['READ', 'WRITE'],\n};\n`,
        fixed: `export const descriptor = {\n  key: process.env.KEY,\n  baseUrl: url,\n  authentication: { type: 'jwt' },\n  lifecycle: { installed: "/installed" },\n  apiMigrations: { "signed-install": true }, // for now\n  scopes: ['READ', 'WRITE'],\n};\n`,
      },
      {
        name: "over a constant, absent and spread",
        file: "descriptor.js",
        code: `const lifecycle = { installed: "/installed" };\nconst base = { vendor: { name: "Example" }, scopes: ["ADMIN"] };\nmodule.exports = { ...base, [|key|]: "app", baseUrl: url, lifecycle, modules: {} };\n`,
        fixed: `const lifecycle = { installed: "/installed" };\nconst base = { vendor: { name: "Example" }, scopes: ["ADMIN"] };\nmodule.exports = { ...base, key: "app", baseUrl: url, authentication: { type: "jwt" }, apiMigrations: { "signed-install": true }, lifecycle, modules: {} };\n`,
      },
      {
        name: "the type in a constant",
        code: `const AUTH = "[|none|]";\napp.get("/atlassian-connect.json", (request, response) => {\n  response.json({ key: "app", baseUrl: url, authentication: { type: AUTH }, lifecycle: { installed: "/installed" } });\n});\n`,
        fixed: `const AUTH = "jwt";\napp.get("/atlassian-connect.json", (request, response) => {\n  response.json({ key: "app", baseUrl: url, authentication: { type: AUTH }, apiMigrations: { "signed-install": true }, lifecycle: { installed: "/installed" } });\n});\n`,
      },
    ],
    good: [
      {
        name: "jwt",
        file: "atlassian-connect.json",
        code: `{ "key": "app", "baseUrl": "https://app.example.com", "authentication": { "type": "jwt" }, "scopes": ["READ"], "lifecycle": { "installed": "/installed" } }`,
      },
      {
        name: "upper case is the same",
        file: "atlassian-connect.json",
        code: `{ "key": "app", "baseUrl": "https://app.example.com", "authentication": { "type": "JWT" }, "scopes": ["READ"] }`,
      },
      {
        name: "static pages only",
        file: "atlassian-connect.json",
        code: `{ "key": "app", "baseUrl": "https://app.example.com", "authentication": { "type": "none" }, "scopes": ["NONE"], "modules": { "generalPages": [{ "key": "page", "url": "/page.html" }], "webhooks": [] } }`,
      },
      {
        name: "a placeholder",
        file: "atlassian-connect.json",
        code: `{ "key": "app", "baseUrl": "{{localBaseUrl}}", "authentication": { "type": "{{authentication}}" }, "scopes": ["READ"] }`,
      },
      {
        name: "no descriptor: compiler options, a remote",
        file: "tsconfig.json",
        code: `{ "key": "x", "compilerOptions": { "baseUrl": "." }, "scopes": ["READ"], "authentication": { "type": "none" } }`,
      },
      {
        name: "an API client in code",
        code: `const client = { key: "k", baseUrl: "https://api.example.com", modules: ["a"], authentication: "none", scopes: ["read"] };\nconst other = { baseUrl: url, authentication: { type: "none" }, scopes: ["read"] };\n`,
      },
      {
        name: "a type that cannot be known",
        code: `export const descriptor = { key: "app", baseUrl: url, authentication: { type: process.env.TYPE }, scopes: ["READ"] };\nexport const other = { ...defaults, key: "app", baseUrl: url, lifecycle: { installed: "/installed" } };\n`,
      },
      {
        name: "a test's descriptor",
        file: "test/descriptor.json",
        code: `{ "key": "app", "baseUrl": "https://app.example.com", "authentication": { "type": "none" }, "scopes": ["READ"] }`,
      },
    ],
  },
  check,
});
