import type { Document } from "../../core/document.ts";
import type { Fix } from "../../core/finding.ts";
import type { Report } from "../../core/rule.ts";
import { calledOrigin, calleePath } from "../../languages/typescript/calls.ts";
import type { Constant } from "../../languages/typescript/constants.ts";
import { isElsewhere } from "../../languages/typescript/images.ts";
import { literalText, plainKey } from "../../languages/typescript/keys.ts";
import { isFunction, rangeOf, unwrap, type Node } from "../../languages/typescript/nodes.ts";
import { alternativesOf } from "../../languages/typescript/objects.ts";
import { typescriptSyntax, type TypeScriptSyntax } from "../../languages/typescript/syntax.ts";
import { occasionOf } from "./occasions.ts";
import { dropOption, faultyValues, setOption, writtenOptions, type WrittenOption } from "./writtenOptions.ts";

/** An option by which libraries are told not to check a certificate. */
interface CertificateOption {
  readonly name: string;
  /** Which values switch the check off; `nothing` is a function that never objects. */
  readonly off: readonly (string | number | boolean)[] | "nothing";
  /** What the fix writes; absent where the option is taken out. */
  readonly right?: string;
  /** Calls whose argument the option must be part of, where its name alone means other things as well. */
  readonly calls?: readonly { readonly module: string; readonly names: readonly string[] }[];
}

/**
 * From the documentation of each library: Node 24 `tls` (taken over by https, axios, got, undici, node-fetch, ws, pg, mysql,
 * mysql2, redis, ioredis, nodemailer, ldapjs, amqplib, mqtt), request 2.88, mongodb 6 and its 3.x names, tedious 19, mssql 12,
 * @grpc/grpc-js 1.14, http-proxy 1.18 with its middleware 3.
 */
const certificateOptions: readonly CertificateOption[] = [
  { name: "rejectUnauthorized", off: [false, 0], right: "true" },
  { name: "strictSSL", off: [false], right: "true" },
  { name: "checkServerIdentity", off: "nothing" },
  { name: "tlsAllowInvalidCertificates", off: [true], right: "false" },
  { name: "tlsAllowInvalidHostnames", off: [true], right: "false" },
  { name: "tlsInsecure", off: [true], right: "false" },
  { name: "sslValidate", off: [false], right: "true" },
  { name: "trustServerCertificate", off: [true], right: "false" },
  { name: "NODE_TLS_REJECT_UNAUTHORIZED", off: ["0", 0], right: '"1"' },
  {
    name: "secure",
    off: [false],
    right: "true",
    calls: [
      { module: "http-proxy", names: ["createProxyServer", "createProxy", "createServer", "*"] },
      { module: "http-proxy-middleware", names: ["createProxyMiddleware", "default", "*"] },
      { module: "express-http-proxy", names: ["*", "default"] },
    ],
  },
];

const byName = new Map(certificateOptions.map((option) => [option.name, option]));
const names: ReadonlySet<string> = new Set(byName.keys());

/** Parts of connection strings that switch the check off: those of MongoDB, PostgreSQL and SQL Server. */
const connectionSwitch = /(?:sslmode=no-verify|(?:tlsInsecure|tlsAllowInvalidCertificates|tlsAllowInvalidHostnames)=true)/i;
/** Servers whose option means the client's certificate: without `requestCert` it does nothing, with it the program looks. */
const server = /^(?:create(?:Secure|Https?)?Server|(?:WebSocket)?Server|fastify|createContext)$/i;

/** Words of which one stands in all code with such an option. */
export const certificateWords: readonly string[] = [...byName.keys(), "sslmode=no-verify", "http-proxy"].filter((name) => name !== "secure");

const message = "The server's certificate is not verified, so anyone on the way can read and change the traffic.";

/** Reports the options and connection strings in TypeScript and JavaScript that switch the check off. */
export function checkCertificateOptions(document: Document, report: Report): void {
  const syntax = document.syntax(typescriptSyntax);
  for (const option of writtenOptions(syntax, names)) {
    const row = byName.get(option.name);
    if (!row || isServerOption(option) || !isGivenTo(option, row, syntax)) continue;
    for (const place of row.off === "nothing" ? objectless(option.value, syntax) : faultyValues(option, syntax, (value) => isOff(value, row))) {
      say(document, syntax, option, row, place, report);
    }
  }
  for (const node of [...syntax.all("Literal"), ...syntax.all("TemplateElement")]) {
    const text = node.type === "Literal" ? (literalText(node) ?? "") : node.value.raw;
    if (connectionSwitch.test(text) && /:\/\/|[?&]/.test(text)) report({ range: rangeOf(node), message });
  }
}

function say(document: Document, syntax: TypeScriptSyntax, option: WrittenOption, row: CertificateOption, place: Node, report: Report): void {
  const occasion = occasionOf(option.node, document, syntax);
  if (occasion === "development") return;
  const edit = isElsewhere(place) ? undefined : row.right === undefined ? dropOption(document, option) : setOption(option, place, row.right);
  const fixes: Fix[] = edit ? [{ title: "Verify the certificate", safe: false, edits: [edit] }] : [];
  const range = rangeOf(place === option.value ? option.node : place);
  report({ range, message, fixes, ...(occasion === "chosen" ? { atMost: "information" } : {}) });
}

function isOff(value: Constant, { off }: CertificateOption): boolean {
  return (value.kind === "string" || value.kind === "number" || value.kind === "boolean") && off !== "nothing" && off.includes(value.value);
}

/** A function for `checkServerIdentity` that objects to nothing: it does nothing, or gives nothing. */
function objectless(value: Node, syntax: TypeScriptSyntax): Node[] {
  const ends = alternativesOf(value, syntax).map(({ node }) => unwrap(node));
  return ends.length > 0 && ends.every(objectsToNothing) ? [value] : [];
}

function objectsToNothing(made: Node): boolean {
  if (!isFunction(made)) return false;
  if (made.body.type !== "BlockStatement") return isNothing(made.body);
  const [first, ...others] = made.body.body;
  if (!first) return true;
  return others.length === 0 && first.type === "ReturnStatement" && (!first.argument || isNothing(first.argument));
}

function isNothing(node: Node): boolean {
  const value = unwrap(node);
  if (value.type === "Identifier") return value.name === "undefined";
  if (value.type === "UnaryExpression") return value.operator === "void";
  return value.type === "Literal" && (value.value === null || value.value === true);
}

function isServerOption({ object }: WrittenOption): boolean {
  if (!object) return false;
  return isServerCall(object) || object.properties.some((one) => one.type === "Property" && plainKey(one) === "requestCert");
}

function isServerCall(object: Node): boolean {
  const call = object.parent;
  return (call?.type === "CallExpression" || call?.type === "NewExpression") && server.test(calleePath(call).at(-1) ?? "");
}

function isGivenTo({ object }: WrittenOption, { calls }: CertificateOption, syntax: TypeScriptSyntax): boolean {
  if (!calls) return true;
  const call = object?.parent;
  if (call?.type !== "CallExpression" && call?.type !== "NewExpression") return false;
  const origin = calledOrigin(call, syntax);
  return calls.some(({ module, names: exports }) => origin?.module === module && exports.includes(origin.name));
}
