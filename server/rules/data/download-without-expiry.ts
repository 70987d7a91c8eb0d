import type { Document } from "../../core/document.ts";
import type { Fix } from "../../core/finding.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import { allCalls, calledOrigin, methodCall, type Call } from "../../languages/typescript/calls.ts";
import { stringOf } from "../../languages/typescript/constants.ts";
import { isElsewhere } from "../../languages/typescript/images.ts";
import { plainKey } from "../../languages/typescript/keys.ts";
import { rangeOf, type Node } from "../../languages/typescript/nodes.ts";
import { typescriptSyntax, type TypeScriptSyntax } from "../../languages/typescript/syntax.ts";
import { isAppCode } from "./programPurpose.ts";
import { signedLifetime } from "./signedUrls.ts";

/** What the requirement calls a limited time. */
const longestSeconds = 3_600;
const longMessage = (hours: number): string => `The signed address is valid for ${hours} hours, so whoever comes by it can fetch the file for longer than the hour that a download needs.`;
const publicMessage = "The file is readable by everybody who knows its address, for ever; hand out signed addresses that end instead.";
const folderMessage = "Everything in the folder of uploads is handed out to everybody, for ever; hand out single files by a signed address or to who is allowed.";

const publicAccess = /^(?:public-read|public-read-write|publicRead|PublicRead)$/;
/** Folders that hold what users gave. A folder of the app's own pages is not meant. */
const uploads = /(?:^|[/\\])(?:uploads?|attachments?|user[-_]?files|user[-_]?content|exports?|reports?|backups?|invoices?|documents)[/\\]?$/i;
/** Middleware that hands out a folder. */
const folders: Readonly<Record<string, readonly string[]>> = { express: ["static"], "serve-static": ["*", "default"], "koa-static": ["*", "default"], "serve-index": ["*", "default"] };

function check(document: Document, report: Report): void {
  if (!isAppCode(document)) return;
  const syntax = document.syntax(typescriptSyntax);
  for (const call of allCalls(syntax)) {
    const lifetime = signedLifetime(call, syntax);
    if (lifetime && lifetime.seconds > longestSeconds) {
      const fixes: Fix[] = lifetime.isPlain && !isElsewhere(lifetime.node) ? [{ title: "Let it end after an hour", safe: false, edits: [{ range: rangeOf(lifetime.node), newText: "3600" }] }] : [];
      report({ range: rangeOf(lifetime.node), message: longMessage(Math.round((lifetime.seconds / 3600) * 10) / 10), fixes });
    }
    const folder = uploadFolder(call, syntax);
    if (folder) report({ range: rangeOf(folder), message: folderMessage, atMost: "warning" });
    if (methodCall(call)?.name === "makePublic" && call.arguments.length === 0) report({ range: rangeOf(call.callee), message: publicMessage });
  }
  for (const property of syntax.all("Property")) {
    if (!/^(?:ACL|acl|predefinedAcl)$/.test(plainKey(property) ?? "") || property.parent.type !== "ObjectExpression") continue;
    if (publicAccess.test(stringOf(property.value, syntax) ?? "")) report({ range: rangeOf(property), message: publicMessage });
  }
}

/** The folder that a call hands out, where it holds uploads. */
function uploadFolder(call: Call, syntax: TypeScriptSyntax): Node | undefined {
  const origin = calledOrigin(call, syntax);
  if (!origin || !folders[origin.module]?.includes(origin.name)) return undefined;
  const [folder] = call.arguments;
  return folder && uploads.test(lastText(folder, syntax) ?? "") ? folder : undefined;
}

/** `"uploads"`, `path.join(root, "uploads")`, `root + "/uploads"`. */
function lastText(node: Node, syntax: TypeScriptSyntax): string | undefined {
  const text = stringOf(node, syntax);
  if (text !== undefined) return text;
  if (node.type === "CallExpression") {
    const last = node.arguments.at(-1);
    return calledOrigin(node, syntax)?.module === "path" && last ? lastText(last, syntax) : undefined;
  }
  if (node.type === "BinaryExpression") return lastText(node.right, syntax);
  return node.type === "TemplateLiteral" ? node.quasis.at(-1)?.value.raw : undefined;
}

const presigner = 'import { getSignedUrl } from "@aws-sdk/s3-request-presigner";\n';

export default defineRule({
  id: "download-without-expiry",
  title: "Download address that hardly ends",
  concern: "data",
  languages: ["typescript"],
  requirements: ["openchannel/signed-download-urls", "atlassian/authenticate-every-request"],
  severity: "warning",
  cwe: [613, 732],
  fix: "review",
  triggers: ["getSignedUrl", "createPresignedPost", "presignedGetObject", "presignedUrl", "createSignedUrl", "generateSasUrl", "signatureUrl", "public-read", "publicRead", "makePublic", "express.static", "serve-static", "koa-static", "serve-index"],
  promising: isAppCode,
  documentation: {
    wrong: "A signed address is valid for more than an hour, a file is stored so that everybody may read it, or a folder of uploads is handed out as it is.",
    why: "Addresses travel: into chats, logs, browser histories and referrers. One that never ends is a password that cannot be withdrawn.",
    fix: "Sign an address when it is asked for, for an hour or less, after asking whether the user may have the file. Keep buckets private.",
    suppress: "Where the files are meant for everybody, such as pictures of a public page, or where a service needs days to fetch one.",
  },
  examples: {
    bad: [
      { name: "a week", code: `${presigner}export const link = (client, command) => getSignedUrl(client, command, { expiresIn: [|604800|] });\n`, fixed: `${presigner}export const link = (client, command) => getSignedUrl(client, command, { expiresIn: 3600 });\n` },
      { name: "a day, as a product", code: `${presigner}const day = 60 * 60 * 24;\nexport const link = (client, command) => getSignedUrl(client, command, { expiresIn: [|day|] });\n`, fixed: `${presigner}const day = 60 * 60 * 24;\nexport const link = (client, command) => getSignedUrl(client, command, { expiresIn: 3600 });\n` },
      { name: "version 2 of the SDK", code: 'exports.link = (s3, Key) => s3.getSignedUrl("getObject", { Bucket: "b", Key, Expires: [|86400|] });\n', fixed: 'exports.link = (s3, Key) => s3.getSignedUrl("getObject", { Bucket: "b", Key, Expires: 3600 });\n' },
      { name: "Google's storage", code: 'export const link = (file) => file.getSignedUrl({ action: "read", expires: [|Date.now() + 7 * 24 * 60 * 60 * 1000|] });\n' },
      { name: "Google's storage, centuries", code: 'export const link = (file) => file.getSignedUrl({ action: "read", expires: [|"03-09-2491"|] });\n' },
      { name: "MinIO", code: 'export const link = (minio) => minio.presignedGetObject("b", "a.pdf", [|24 * 60 * 60|]);\n', fixed: 'export const link = (minio) => minio.presignedGetObject("b", "a.pdf", 3600);\n' },
      { name: "Supabase", code: 'export const link = (storage) => storage.from("files").createSignedUrl("a.pdf", [|31536000|]);\n', fixed: 'export const link = (storage) => storage.from("files").createSignedUrl("a.pdf", 3600);\n' },
      { name: "a public object", code: 'import { PutObjectCommand } from "@aws-sdk/client-s3";\nexport const put = (Body) => new PutObjectCommand({ Bucket: "b", Key: "a", Body, [|ACL: "public-read"|] });\n' },
      { name: "a folder of uploads", code: 'import express from "express";\nimport path from "node:path";\nconst app = express();\napp.use("/files", express.static([|path.join(__dirname, "uploads")|]));\n' },
    ],
    good: [
      { name: "an hour", code: `${presigner}export const link = (client, command) => getSignedUrl(client, command, { expiresIn: 3600 });\n` },
      { name: "the default, a quarter of an hour", code: `${presigner}export const link = (client, command) => getSignedUrl(client, command);\n` },
      { name: "from the configuration", code: `${presigner}export const link = (client, command) => getSignedUrl(client, command, { expiresIn: Number(process.env.SECONDS) });\n` },
      { name: "Google's storage, ten minutes", code: 'export const link = (file) => file.getSignedUrl({ action: "read", expires: Date.now() + 10 * 60 * 1000 });\n' },
      { name: "a private object", code: 'import { PutObjectCommand } from "@aws-sdk/client-s3";\nexport const put = (Body) => new PutObjectCommand({ Bucket: "b", Key: "a", Body, ACL: "private" });\n' },
      { name: "a folder of pages", code: 'import express from "express";\nconst app = express();\napp.use(express.static("public"));\n' },
      { name: "a type, not a value", code: 'export interface Options { acl?: "private" | "public-read" }\n' },
      { name: "uploads that nobody hands out", code: 'import path from "node:path";\nexport const folder = path.join(__dirname, "uploads");\n' },
      { name: "another function of that name", code: 'export const link = (service) => service.getSignedUrl("a.pdf", 86400);\n' },
      { name: "a script", file: "scripts/publish.ts", code: 'import { PutObjectCommand } from "@aws-sdk/client-s3";\nexport const put = (Body) => new PutObjectCommand({ Bucket: "b", Key: "a", Body, ACL: "public-read" });\n' },
    ],
  },
  check,
});
