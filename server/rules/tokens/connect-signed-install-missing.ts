import { isTestPath } from "../../core/filePurpose.ts";
import type { Document } from "../../core/document.ts";
import type { Problem, TextEdit } from "../../core/finding.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import { connectDescriptors } from "../../languages/data/connectDescriptor.ts";
import { memberNamed, valueAt, type DataMember, type DataObject } from "../../languages/data/dataNode.ts";
import { insertMembers, quoteOf } from "../../languages/data/edits.ts";
import { descriptor } from "./connectExamples.ts";

const migration = "signed-install";
const title = 'Ask for signed installs; the server must then verify the token of "installed" with Atlassian\'s public key';

function check(document: Document, report: Report): void {
  if (isTestPath(document.path)) return;
  for (const found of connectDescriptors(document)) {
    const problem = isConcerned(found) ? problemOf(document, found) : undefined;
    if (problem) report(problem);
  }
}

/** Bitbucket's descriptors alone have `contexts`, and Bitbucket knows no signed installs. Without jwt there is no key to hand over. */
function isConcerned(found: DataObject): boolean {
  const type = valueAt(found, "authentication", "type");
  const isSigned = type?.kind === "string" && type.value.toLowerCase() === "jwt";
  return isSigned && !memberNamed(found, "contexts") && memberNamed(valueAt(found, "lifecycle"), "installed") !== undefined;
}

function problemOf(document: Document, found: DataObject): Problem | undefined {
  const migrations = memberNamed(found, "apiMigrations");
  const set = memberNamed(migrations?.value, migration);
  if (set) {
    if (set.value.kind !== "other" || set.value.value !== false) return undefined;
    const edits = [{ range: set.value.range, newText: "true" }];
    return { range: set.value.range, message: "The app refuses signed installs, so anyone can install it under the name of another site.", fixes: [{ title, safe: false, edits }] };
  }
  const isAbsent = migrations ? migrations.value.kind === "object" && migrations.value.complete : found.complete;
  const place = migrations ?? memberNamed(found, "lifecycle");
  if (!isAbsent || !place) return undefined;
  const edit = addition(document, found, migrations);
  return {
    range: place.nameRange,
    message: 'The descriptor does not ask for signed installs: make sure that calls of "installed" are verified with Atlassian\'s public key.',
    fixes: edit ? [{ title, safe: false, edits: [edit] }] : [],
    // Sites may sign without being asked, and the callback may verify it.
    atMost: "information",
  };
}

function addition(document: Document, found: DataObject, migrations: DataMember | undefined): TextEdit | undefined {
  if (migrations?.value.kind === "object") {
    const { value } = migrations;
    const last = value.members.at(-1);
    const quote = quoteOf(document, migrations) || '"';
    const pair = `${quote}${migration}${quote}: true`;
    return last ? insertMembers(document, value, last, [pair]) : { range: value.range, newText: `{ ${pair} }` };
  }
  const after = memberNamed(found, "authentication");
  const quote = after && quoteOf(document, after);
  return after && insertMembers(document, found, after, [`${quote}apiMigrations${quote}: { ${quote || '"'}${migration}${quote || '"'}: true }`]);
}

const jwt = '"authentication": { "type": "jwt" }';
const base = '"baseUrl": "https://app.example.com"';
const installed = '"lifecycle": { "installed": "/installed" }';
const marked = '"[|lifecycle|]": { "installed": "/installed" }';

export default defineRule({
  id: "connect-signed-install-missing",
  title: "Connect app without signed installs",
  concern: "tokens",
  languages: ["json", "typescript"],
  marketplaces: ["atlassian"],
  requirements: ["atlassian/connect-signed-install"],
  severity: "error",
  cwe: [345],
  fix: "review",
  triggers: ["baseUrl"],
  anchors: ["baseUrl"],
  documentation: {
    wrong:
      "The descriptor of an Atlassian Connect app with the authentication `jwt` has an `installed` callback, and `apiMigrations` does not set `signed-install` to `true`.",
    why:
      "The callback brings the key by which all later tokens are verified. Unsigned, anyone can call it and give the app a key of their own for a site that is not theirs. Atlassian's requirements ask for verified lifecycle calls, and its scanner calls the address with forged tokens. Where the migration is refused (`false`) the finding is an error. Where it is absent it is an information: some sites sign without being asked.",
    fix:
      "The quick fix adds `\"signed-install\": true`. The server then gets a token signed with Atlassian's private key and has to verify it: atlassian-connect-express does, a callback of your own needs `authenticateInstall()`.",
    suppress: "Where the callback verifies the signature already and the descriptor is put together elsewhere. Bitbucket's apps are not reported: Bitbucket has no signed installs.",
  },
  examples: {
    bad: [
      { name: "absent", file: "atlassian-connect.json", code: descriptor(base, jwt, marked), fixed: descriptor(base, jwt, '"apiMigrations": { "signed-install": true }', installed) },
      {
        name: "refused",
        file: "atlassian-connect.json",
        code: descriptor(base, jwt, installed, '"apiMigrations": { "signed-install": [|false|] }'),
        fixed: descriptor(base, jwt, installed, '"apiMigrations": { "signed-install": true }'),
      },
      {
        name: "other migrations only",
        file: "atlassian-connect.json",
        code: descriptor(base, jwt, installed, '"[|apiMigrations|]": { "gdpr": true }'),
        fixed: descriptor(base, jwt, installed, '"apiMigrations": { "gdpr": true, "signed-install": true }'),
      },
      {
        name: "no migrations in the object",
        file: "atlassian-connect.json",
        code: descriptor(base, jwt, installed, '"[|apiMigrations|]": {}'),
        fixed: descriptor(base, jwt, installed, '"apiMigrations": { "signed-install": true }'),
      },
      {
        name: "in code",
        code: `export default { key: "app", baseUrl: url, authentication: { type: 'jwt' }, [|lifecycle|]: { installed: "/installed" } };\n`,
        fixed: `export default { key: "app", baseUrl: url, authentication: { type: 'jwt' }, apiMigrations: { "signed-install": true }, lifecycle: { installed: "/installed" } };\n`,
      },
      {
        name: "refused by a constant",
        code: `const SIGNED = [|false|];\nexport default { key: "app", baseUrl: url, authentication: { type: "jwt" }, lifecycle: { installed: "/in" }, apiMigrations: { "signed-install": SIGNED } };\n`,
      },
    ],
    good: [
      { name: "signed", file: "atlassian-connect.json", code: descriptor(base, jwt, installed, '"apiMigrations": { "signed-install": true }') },
      { name: "Bitbucket", file: "atlassian-connect.json", code: descriptor(base, jwt, installed, '"contexts": ["account"]') },
      { name: "no callback", file: "atlassian-connect.json", code: descriptor(base, jwt, '"lifecycle": { "uninstalled": "/gone" }') },
      { name: "no authentication", file: "atlassian-connect.json", code: descriptor(base, '"authentication": { "type": "none" }', installed) },
      { name: "a value that cannot be known", code: `export default { key: "app", baseUrl: url, authentication: { type: "jwt" }, lifecycle: { installed: "/in" }, apiMigrations: { "signed-install": flags.signed } };\n` },
      { name: "migrations that are spread in", code: `export default { ...defaults, key: "app", baseUrl: url, authentication: { type: "jwt" }, lifecycle: { installed: "/in" } };\n` },
      { name: "a test's descriptor", file: "test/descriptor.json", code: descriptor(base, jwt, installed) },
    ],
  },
  check,
});
