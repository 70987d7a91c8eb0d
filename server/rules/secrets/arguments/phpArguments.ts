import type { Document } from "../../../core/document.ts";
import { calledClass, calledFunction, calledMethod, phpArgument } from "../../../languages/php/calls.ts";
import { phpAlternatives } from "../../../languages/php/following.ts";
import type { PhpCall, PhpNode } from "../../../languages/php/nodes.ts";
import { phpSyntax, type PhpSyntax } from "../../../languages/php/syntax.ts";
import { callsNear, type ArgumentText, type NamedSink } from "./argumentText.ts";
import type { ArgumentKind } from "./sinkTable.ts";

type Row = readonly [names: string, argument: number, kind: ArgumentKind, argumentName?: string];

interface PhpSink extends NamedSink {
  readonly argumentName?: string;
}

/** Functions of PHP 8.4, from its manual. */
const functions: readonly Row[] = [
  ["hash_hmac hash_hmac_file", 2, "key", "key"],
  ["openssl_encrypt openssl_decrypt", 2, "key", "passphrase"],
  ["hash_pbkdf2 openssl_pbkdf2", 1, "key", "password"],
  ["sodium_crypto_secretbox sodium_crypto_secretbox_open", 2, "key", "key"],
  ["mysqli_connect odbc_connect ldap_bind ftp_login imap_open ssh2_auth_password", 2, "password", "password"],
  ["mysqli_real_connect", 3, "password", "password"],
  ["oci_connect oci_pconnect", 1, "password", "password"],
];
/** Classes behind `new`, by the last part of their names. */
const classes: readonly Row[] = [
  ["pdo mysqli", 2, "password", "password"],
  // firebase/php-jwt 6
  ["firebase\\jwt\\key", 0, "key", "keyMaterial"],
];
/** Static methods, and methods by names that no other class has. */
const methods: readonly Row[] = [
  ["firebase\\jwt\\jwt::encode", 1, "key", "key"],
  // lcobucci/jwt 5
  ["lcobucci\\jwt\\signer\\key\\inmemory::plaintext lcobucci\\jwt\\signer\\key\\inmemory::base64encoded", 0, "key", "contents"],
  // akeneo/api-php-client 11
  ["buildauthenticatedbypassword buildauthenticatedbytoken", 1, "client secret", "secret"],
  ["buildauthenticatedbypassword", 3, "password", "password"],
];

function sinksOf(rows: readonly Row[]): PhpSink[] {
  return rows.map(([names, argument, kind, argumentName]) => ({ names: names.split(" "), argument, kind, ...(argumentName !== undefined && { argumentName }) }));
}

const [functionSinks, classSinks, methodSinks] = [sinksOf(functions), sinksOf(classes), sinksOf(methods)] as const;
const shortNames = [...functionSinks, ...classSinks, ...methodSinks].map((sink) => ({ ...sink, names: sink.names.map((name) => name.replace(/^.*(?:\\|::)/, "")) }));
const tooCommon: ReadonlySet<string> = new Set(["encode", "key", "pdo", "plaintext"]);

/** Words of which one stands in every file of PHP with a sink. */
export const phpSinkTriggers: readonly string[] = [...new Set([...shortNames.flatMap(({ names }) => names.filter((name) => !tooCommon.has(name))), "new pdo", "new \\pdo", "jwt::encode", "firebase\\jwt", "inmemory::plaintext"])];
const promise = callsNear(shortNames);

/** Whether a file of PHP calls a sink. */
export function mayHavePhpArgument(text: string): boolean {
  return promise.test(text);
}

/** Every known text that reaches a sink in a file of PHP. */
export function phpArguments(document: Document): ArgumentText[] {
  const syntax = document.syntax(phpSyntax);
  return syntax.all("call").flatMap((call) => sinksAt(call, syntax).flatMap((sink) => textsOf(call, sink, document, syntax)));
}

function sinksAt(call: PhpCall, syntax: PhpSyntax): PhpSink[] {
  const having = (sinks: readonly PhpSink[], name: string | undefined): PhpSink[] => (name === undefined ? [] : sinks.filter(({ names }) => names.includes(name)));
  const owner = calledClass(call, syntax)?.toLowerCase();
  if (call.isNew) return having(classSinks, owner);
  const method = calledMethod(call)?.toLowerCase();
  return [...having(functionSinks, calledFunction(call)), ...having(methodSinks, method), ...having(methodSinks, owner === undefined ? undefined : `${owner}::${method ?? ""}`)];
}

function textsOf(call: PhpCall, { argument, argumentName, kind }: PhpSink, document: Document, syntax: PhpSyntax): ArgumentText[] {
  const node = phpArgument(call, argument, argumentName);
  if (typeof node === "string") return [];
  return phpAlternatives(node, syntax).flatMap((one) => {
    const text = uncoated(one, syntax);
    if (text?.kind !== "text") return [];
    const callName = document.text.slice(call.range.start, document.text.indexOf("(", call.range.start)).trim();
    return [{ kind, callName, callee: call.callee.range, call: call.range, value: text.value, written: text.inner, isHere: true }];
  });
}

/** Functions that only change the form of a text. */
const coats: ReadonlySet<string> = new Set(["base64_decode", "hex2bin"]);

function uncoated(node: PhpNode, syntax: PhpSyntax): PhpNode | undefined {
  if (node.kind !== "call" || !coats.has(calledFunction(node) ?? "")) return node;
  const inner = phpArgument(node, 0);
  return typeof inner === "string" ? undefined : phpAlternatives(inner, syntax)[0];
}
