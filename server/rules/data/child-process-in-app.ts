import type { Document } from "../../core/document.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import { allCalls, argumentAt, calledOrigin, type Call } from "../../languages/typescript/calls.ts";
import { constantOf, optionsOf } from "../../languages/typescript/constants.ts";
import { originOf, type Origin } from "../../languages/typescript/imports.ts";
import { rangeOf, unwrap, type Node } from "../../languages/typescript/nodes.ts";
import { alternativesOf, propertiesOf } from "../../languages/typescript/objects.ts";
import { flowsFrom } from "../../languages/typescript/provenance.ts";
import { typescriptSyntax, type TypeScriptSyntax } from "../../languages/typescript/syntax.ts";
import { isForgeCode } from "./forgeCode.ts";
import { isAppCode } from "./programPurpose.ts";
import { textPieces } from "./textPieces.ts";

const forgeMessage = "A Forge app must not start processes: the platform's security requirements forbid code that runs outside its own.";
const shellMessage = "A value becomes a part of this shell command, so whoever decides it can run commands of their own.";

/** Functions that start a process; of those in `shells` the first argument is a line for a shell. */
const starters: Readonly<Record<string, ReadonlySet<string>>> = {
  child_process: new Set(["exec", "execSync", "spawn", "spawnSync", "execFile", "execFileSync", "fork"]),
  execa: new Set(["execa", "execaSync", "execaCommand", "execaCommandSync", "command", "commandSync", "default", "*"]),
  "cross-spawn": new Set(["default", "*", "sync", "spawn"]),
  shelljs: new Set(["exec"]),
};
const shells: Readonly<Record<string, ReadonlySet<string>>> = {
  child_process: new Set(["exec", "execSync"]),
  execa: new Set(["execaCommand", "execaCommandSync", "command", "commandSync"]),
  shelljs: new Set(["exec"]),
};
/** What quotes for a shell. */
const quoting = /quot|escape|sanit|shell/i;

function check(document: Document, report: Report): void {
  if (!isAppCode(document)) return;
  const syntax = document.syntax(typescriptSyntax);
  const isForge = isForgeCode(document, syntax);
  for (const call of allCalls(syntax)) {
    const origin = startedBy(call, syntax);
    if (!origin || !starters[origin.module]?.has(origin.name)) continue;
    if (isForge) {
      report({ range: rangeOf(call.callee), message: forgeMessage });
      continue;
    }
    const line = shellLine(call, origin, syntax);
    const inserted = line && textPieces(line, syntax, (inner) => quoting.test(document.text.slice(inner.callee.range[0], inner.callee.range[1])));
    const value = inserted?.find((piece) => piece.kind === "inserted");
    if (value?.kind !== "inserted" || !decidesCommand(value.source, syntax)) continue;
    const isSent = flowsFrom(value.source, syntax).some(({ kind }) => kind === "user-input");
    report({ range: rangeOf(value.node), message: shellMessage, requirements: otherRequirements, ...(isSent ? {} : { atMost: "warning" }) });
  }
}

const otherRequirements = ["atlassian/untrusted-data", "akeneo/no-vulnerabilities", "superoffice/input-validated", "superoffice/owasp-top-ten"];

/** The starter itself, or what `promisify` made of it. */
function startedBy(call: Call, syntax: TypeScriptSyntax): Origin | undefined {
  const direct = calledOrigin(call, syntax);
  if (direct) return direct;
  const [only, ...others] = alternativesOf(call.callee, syntax);
  const made = only && others.length === 0 ? unwrap(only.node) : undefined;
  const [promised] = made?.type === "CallExpression" ? made.arguments : [];
  const isPromised = made?.type === "CallExpression" && calledOrigin(made, syntax)?.name === "promisify";
  return isPromised && promised ? originOf(promised, syntax) : undefined;
}

/** The text that a shell is given: of `exec` always, of the others with `shell: true`. */
function shellLine(call: Call, { module, name }: Origin, syntax: TypeScriptSyntax): Node | undefined {
  const first = argumentAt(call, 0);
  if (typeof first === "string") return undefined;
  if (shells[module]?.has(name)) return first;
  const options = [argumentAt(call, 1), argumentAt(call, 2)].flatMap((one) => (typeof one === "string" ? [] : [one]));
  const values = options.flatMap((one) => propertiesOf(one, syntax, call).properties.get("shell")?.values ?? []);
  const isShell = values.length > 0 && values.every(({ value }) => value && optionsOf(constantOf(value, syntax)).every((one) => one.kind === "boolean" && one.value));
  return isShell ? first : undefined;
}

/** Nothing is said of what the app's own environment or an unknown function gives. */
function decidesCommand(node: Node, syntax: TypeScriptSyntax): boolean {
  if (node.type !== "Identifier" && node.type !== "MemberExpression") return flowsFrom(node, syntax).some(({ kind }) => kind === "user-input");
  return !flowsFrom(node, syntax).some(({ kind }) => kind === "environment");
}

export default defineRule({
  id: "child-process-in-app",
  title: "Process started by the app",
  concern: "data",
  languages: ["typescript"],
  requirements: ["atlassian/no-child-processes", "atlassian/government-no-child-processes", ...otherRequirements],
  severity: "error",
  cwe: [78],
  fix: "none",
  triggers: ["child_process", "execa", "cross-spawn", "shelljs"],
  promising: isAppCode,
  documentation: {
    wrong: "A Forge app starts a process; or another app gives a shell a command that has a value inserted into it.",
    why: "Forge's security requirements name child processes among the code that must not run. Elsewhere a shell reads `;`, `$()` and backquotes in the value as commands, so whoever decides the value runs programs on the server.",
    fix: "In Forge, use a library instead of a program, or move the work to a remote. Elsewhere call `execFile` or `spawn` with a list of arguments and without a shell.",
    suppress: "Where the value is made by the app itself and cannot hold more than letters and digits.",
  },
  examples: {
    bad: [
      { name: "Forge, any process", code: 'import Resolver from "@forge/resolver";\nimport { execFile } from "node:child_process";\nconst resolver = new Resolver();\nresolver.define("zip", () => [|execFile|]("zip", ["-r", "a.zip", "a"]));\n' },
      { name: "Forge, told by the manifest", file: "src/zip.js", files: { "manifest.yml": "app:\n  id: ari:cloud:ecosystem::app/1\n  runtime:\n    name: nodejs22.x\n" }, code: 'const cp = require("child_process");\nexports.zip = () => [|cp.spawnSync|]("zip", ["a"]);\n' },
      { name: "a file name from the request", code: 'import { exec } from "child_process";\napp.get("/", (req, res) => { exec("convert " + [|req.query.file|] + " out.png", () => res.end()); });\n' },
      { name: "a template", code: 'import { execSync } from "node:child_process";\nexport const clone = (repository) => execSync(`git clone ${[|repository|]}`);\n' },
      { name: "promisified", code: 'import { promisify } from "node:util";\nimport * as cp from "node:child_process";\nconst run = promisify(cp.exec);\nexport const list = (folder) => run(`ls ${[|folder|]}`);\n' },
      { name: "spawn with a shell", code: 'import { spawn } from "child_process";\nexport const ping = (host) => spawn(`ping ${[|host|]}`, { shell: true });\n' },
      { name: "shelljs", code: 'const shell = require("shelljs");\nexports.pack = (job) => shell.exec("tar cf a.tar " + [|job.folder|]);\n' },
    ],
    good: [
      { name: "a list of arguments", code: 'import { execFile } from "child_process";\nexport const clone = (repository) => execFile("git", ["clone", "--", repository]);\n' },
      { name: "a constant command", code: 'import { execSync } from "child_process";\nexport const version = () => execSync("git rev-parse HEAD");\n' },
      { name: "a number", code: 'import { exec } from "child_process";\nexport const stop = (pid: number) => exec(`kill ${pid}`);\n' },
      { name: "quoted", code: 'import { exec } from "child_process";\nimport { quote } from "shell-quote";\nexport const list = (folder) => exec(`ls ${quote([folder])}`);\n' },
      { name: "a pattern's exec", code: 'import { execFile } from "child_process";\nexport const parts = (text) => /a(b)/.exec(`x ${text}`);\n' },
      { name: "a script of the project", file: "scripts/release.js", code: 'const { execSync } = require("child_process");\nexecSync(`git tag ${process.argv[2]}`);\n' },
      { name: "from the environment", code: 'import { execSync } from "child_process";\nexport const zip = () => execSync(`${process.env.ZIP_PATH} a`);\n' },
      { name: "a build script beside a Forge app", file: "static/panel/build.mjs", files: { "manifest.yml": "app:\n  id: ari:cloud:ecosystem::app/1\n" }, code: 'import { execSync } from "child_process";\nexecSync("npm run build");\n' },
    ],
  },
  check,
});
