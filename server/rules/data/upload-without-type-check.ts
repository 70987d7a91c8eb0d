import type { Document } from "../../core/document.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import { allCalls, calledOrigin, calleePath, type Call } from "../../languages/typescript/calls.ts";
import { importedModules } from "../../languages/typescript/imports.ts";
import { rangeOf } from "../../languages/typescript/nodes.ts";
import { propertiesOf } from "../../languages/typescript/objects.ts";
import { typescriptSyntax, type TypeScriptSyntax } from "../../languages/typescript/syntax.ts";
import { isAppCode } from "./programPurpose.ts";

const message = "Nothing in this file looks at the type of uploads: unless it is checked, a page, a script or a program can be stored under the app's own address.";

/** How a library takes uploads. Options that look at the type make its calls silent. */
interface UploadLibrary {
  readonly module: string;
  /** Exports whose call takes uploads; `*` for the module itself. */
  readonly names: readonly string[];
  /** Options that decide by type. */
  readonly filters: readonly string[];
}

/** multer 2, formidable 3, busboy 1, express-fileupload 1.5, @fastify/multipart 9, @fastify/busboy 3, connect-multiparty 2, @koa/multer 3, koa-body 6. */
const libraries: readonly UploadLibrary[] = [
  { module: "multer", names: ["*"], filters: ["fileFilter"] },
  { module: "@koa/multer", names: ["*"], filters: ["fileFilter"] },
  { module: "koa-multer", names: ["*"], filters: ["fileFilter"] },
  { module: "formidable", names: ["*", "formidable", "IncomingForm", "Formidable"], filters: ["filter"] },
  { module: "busboy", names: ["*"], filters: [] },
  { module: "@fastify/busboy", names: ["*", "Busboy"], filters: [] },
  { module: "express-fileupload", names: ["*"], filters: [] },
  { module: "connect-multiparty", names: ["*"], filters: [] },
  { module: "multiparty", names: ["Form"], filters: [] },
  { module: "@nestjs/platform-express", names: ["FileInterceptor", "FilesInterceptor", "FileFieldsInterceptor", "AnyFilesInterceptor"], filters: ["fileFilter"] },
];
/** Methods that take uploads in Fastify: the file says elsewhere that it registers the plugin. */
const fastifyMethods: ReadonlySet<string> = new Set(["file", "files", "saveRequestFiles"]);

/** Words of a look at the type, or at what the file holds. With one of them anywhere in the file nothing is said. */
const typeCheck = /mime-?_?type|content-?type['"`\]]*\s*\)?\s*(?:===|!==|\.|\))|fileTypeFrom|file-type|\bextname\b|magic-?bytes|mmmagic|allowed_?(?:types|extensions|mimes)|fileFilter|ParseFilePipe|FileTypeValidator|detectMime|\.endsWith\(|isImage|sharp\(/i;
/** Files that are read at once and thrown away. */
const parsesOnly = /csv-?parse|papaparse|xlsx|exceljs|JSON\.parse\(/i;

function check(document: Document, report: Report): void {
  if (!isAppCode(document) || typeCheck.test(document.text) || parsesOnly.test(document.text)) return;
  const syntax = document.syntax(typescriptSyntax);
  // Where handlers are in other files, they may look at the type.
  const hasOtherFiles = [...importedModules(syntax)].some((module) => module.startsWith("."));
  for (const call of allCalls(syntax)) {
    if (takesAnything(call, syntax)) report({ range: rangeOf(call.callee), message, ...(hasOtherFiles && { atMost: "information" }) });
  }
}

function takesAnything(call: Call, syntax: TypeScriptSyntax): boolean {
  const origin = calledOrigin(call, syntax);
  const name = origin?.name === "default" ? "*" : origin?.name;
  const library = libraries.find((one) => one.module === origin?.module && name !== undefined && one.names.includes(name));
  if (!library) return isFastifyFile(call, syntax);
  if (isOnlyFields(call, syntax) || (library.module === "formidable" && !/\bfiles?\b/i.test(syntax.document.text))) return false;
  const readings = call.arguments.map((argument) => propertiesOf(argument, syntax, call));
  const isUnknown = readings.some(({ open, properties }) => open && properties.size === 0 && library.filters.length > 0 && !library.module.startsWith("@nestjs"));
  return !isUnknown && !readings.some(({ properties }) => library.filters.some((filter) => properties.has(filter)));
}

/** `multer().none()` takes no files. */
function isOnlyFields(call: Call, syntax: TypeScriptSyntax): boolean {
  const { parent } = call;
  if (parent.type === "MemberExpression") return parent.property.type === "Identifier" && parent.property.name === "none";
  const target = parent.type === "VariableDeclarator" && parent.id.type === "Identifier" ? parent.id.name : undefined;
  const uses = target === undefined ? [] : syntax.all("MemberExpression").filter(({ object }) => object.type === "Identifier" && object.name === target);
  return uses.length > 0 && uses.every(({ property }) => property.type === "Identifier" && property.name === "none");
}

/** `await request.file()` where the file registers the plugin itself. */
function isFastifyFile(call: Call, syntax: TypeScriptSyntax): boolean {
  const [owner = "", method = ""] = calleePath(call);
  if (!fastifyMethods.has(method) || !/^req(?:uest)?$/.test(owner) || calleePath(call).length !== 2) return false;
  return /["'`](?:@fastify\/multipart|fastify-multipart)["'`]/.test(syntax.document.text);
}

const express = 'import express from "express";\nconst app = express();\n';

export default defineRule({
  id: "upload-without-type-check",
  title: "Upload of any type accepted",
  concern: "data",
  languages: ["typescript"],
  requirements: ["openchannel/file-type-verified", "atlassian/untrusted-data", "akeneo/no-vulnerabilities", "superoffice/input-validated"],
  severity: "warning",
  cwe: [434],
  fix: "none",
  triggers: ["multer", "formidable", "busboy", "fileupload", "multipart", "multiparty", "FileInterceptor", "FilesInterceptor", "FileFieldsInterceptor"],
  promising: (document) => isAppCode(document) && !typeCheck.test(document.text) && !parsesOnly.test(document.text),
  documentation: {
    wrong: "A library for uploads is used without a filter by type, and nothing in the file looks at the type or the content of what arrives.",
    why: "An HTML file that is stored and handed out under the app's address runs its scripts there. A program under the name of a picture reaches whoever downloads it.",
    fix: "Accept a short list of types: `fileFilter` in multer, `filter` in formidable, a comparison of `mimetype` in the others. The sender writes the type, so compare the content as well, for instance with `file-type`.",
    suppress: "Where the type is checked in another file before anything is stored.",
  },
  examples: {
    bad: [
      { name: "multer with a folder", code: `${express}import multer from "multer";\nconst upload = [|multer|]({ dest: "uploads/" });\napp.post("/", upload.single("file"), (req, res) => res.end());\n` },
      { name: "multer in memory", code: 'const multer = require("multer");\nmodule.exports = [|multer|]({ storage: multer.memoryStorage(), limits: { fileSize: 1e6 } });\n' },
      { name: "formidable", code: 'import formidable from "formidable";\nexport const handle = (req) => [|formidable|]({ maxFileSize: 1e6 }).parse(req).then(([, files]) => keep(files));\n' },
      { name: "busboy", code: 'import busboy from "busboy";\nexport const handle = (req) => {\n  const bb = [|busboy|]({ headers: req.headers });\n  bb.on("file", (name, stream) => stream.pipe(target));\n};\n' },
      { name: "express-fileupload", code: `${express}import fileUpload from "express-fileupload";\napp.use([|fileUpload|]());\n` },
      { name: "Fastify", code: 'import multipart from "@fastify/multipart";\napp.register(multipart);\napp.post("/", async (request) => {\n  const data = await [|request.file|]();\n  return save(data);\n});\n' },
      { name: "NestJS", code: 'import { FileInterceptor } from "@nestjs/platform-express";\nclass Files {\n  @UseInterceptors([|FileInterceptor|]("file", { dest: "uploads" }))\n  upload() {}\n}\n' },
    ],
    good: [
      { name: "multer with a filter", code: 'import multer from "multer";\nexport const upload = multer({ dest: "uploads/", fileFilter: (req, file, done) => done(null, types.has(file.mimetype)) });\n' },
      { name: "multer with options of elsewhere", code: 'import multer from "multer";\nimport { options } from "./options.js";\nexport const upload = multer(options);\n' },
      { name: "fields only", code: `${express}import multer from "multer";\napp.post("/", multer().none(), (req, res) => res.end());\n` },
      { name: "formidable with a filter", code: 'import formidable from "formidable";\nexport const handle = (req) => formidable({ filter: ({ mimetype }) => mimetype === "image/png" }).parse(req);\n' },
      { name: "formidable, fields alone", code: 'import formidable from "formidable";\nexport const handle = (req) => formidable({}).parse(req).then(([fields]) => fields);\n' },
      { name: "busboy that looks at the type", code: 'import busboy from "busboy";\nexport const handle = (req) => {\n  const bb = busboy({ headers: req.headers });\n  bb.on("file", (name, stream, { mimeType }) => { if (!types.has(mimeType)) stream.resume(); });\n};\n' },
      { name: "compared afterwards", code: `${express}import fileUpload from "express-fileupload";\napp.use(fileUpload());\napp.post("/", (req, res) => { if (req.files.a.mimetype !== "image/png") res.status(415).end(); });\n` },
      { name: "the content is looked at", code: 'import multer from "multer";\nimport { fileTypeFromBuffer } from "file-type";\nexport const upload = multer({ storage: multer.memoryStorage() });\n' },
      { name: "the name of another thing", code: 'export const multer = () => ({});\nmulter();\n' },
      { name: "a test", file: "test/upload.test.ts", code: 'import multer from "multer";\nexport const upload = multer({ dest: "uploads/" });\n' },
    ],
  },
  check,
});
