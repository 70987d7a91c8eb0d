import type { Document } from "../../../core/document.ts";
import { contains, type TextRange } from "../../../core/text.ts";
import { closing, isMark, span } from "../../../languages/csharp/reading.ts";
import { csharpSyntax, type CsharpToken } from "../../../languages/csharp/tokens.ts";
import { callsNear, type ArgumentText, type NamedSink } from "./argumentText.ts";
import type { ArgumentKind } from "./sinkTable.ts";

type Row = readonly [names: string, argument: number, kind: ArgumentKind];

/**
 * Constructors behind `new`. From the documentation of .NET 9, Microsoft.IdentityModel 8, Azure.Identity 1.13, the AWS
 * SDK 4 and RestSharp 112.
 */
const made: readonly Row[] = [
  ["NetworkCredential", 1, "password"],
  ["SymmetricSecurityKey", 0, "key"],
  ["HMACSHA1 HMACSHA256 HMACSHA384 HMACSHA512 HMACSHA3_256 HMACMD5", 0, "key"],
  ["Rfc2898DeriveBytes PasswordDeriveBytes", 0, "key"],
  ["X509Certificate2", 1, "password"],
  ["ClientCredential", 1, "client secret"],
  ["ClientSecretCredential", 2, "client secret"],
  ["AzureKeyCredential ApiKeyCredential", 0, "token"],
  ["StorageSharedKeyCredential", 1, "key"],
  ["BasicAWSCredentials", 1, "client secret"],
  ["HttpBasicAuthenticator", 1, "password"],
];
/** Methods, by names that no other class has. */
const called: readonly Row[] = [
  ["WithClientSecret", 0, "client secret"],
  ["SetBasicAuthentication", 1, "password"],
];

const sinksOf = (rows: readonly Row[]): NamedSink[] => rows.map(([names, argument, kind]) => ({ names: names.toLowerCase().split(" "), argument, kind }));
const madeSinks = sinksOf(made);
const calledSinks = sinksOf(called);

/** Words of which one stands in every C# file with a sink. */
export const csharpSinkTriggers: readonly string[] = [...madeSinks, ...calledSinks].flatMap(({ names }) => names);
const promise = callsNear([...madeSinks, ...calledSinks]);

/** Whether a file of C# calls a sink. */
export function mayHaveCsharpArgument(text: string): boolean {
  return promise.test(text) && text.includes('"');
}

type Tokens = readonly CsharpToken[];

/** Every known text that reaches a sink in a file of C#: at the call, or under a name that is given once. */
export function csharpArguments(document: Document): ArgumentText[] {
  const { tokens } = document.syntax(csharpSyntax);
  return tokens.flatMap((token, index) => {
    if (token.kind !== "name" || !isMark(tokens, index + 1, "(")) return [];
    const isNew = tokens[index - 1]?.text === "new" || qualifiedNew(tokens, index);
    const name = token.text.toLowerCase();
    const sink = (isNew ? madeSinks : calledSinks).find(({ names }) => names.includes(name));
    if (!sink) return [];
    const argument = argumentAt(tokens, index + 1, sink.argument);
    const text = argument && textOf(tokens, argument.first, argument.last);
    const call = span(tokens, index, closing(tokens, index + 1));
    if (text?.value === undefined || !text.content || isShortTokenKey(token.text, text, call)) return [];
    const callName = isNew ? `new ${token.text}` : token.text;
    return [{ kind: sink.kind, callName, callee: token.range, call, value: text.value, written: text.content, isHere: true }];
  });
}

/** A short key of web tokens that is written into the call: `jwt-weak-secret` has it. */
function isShortTokenKey(name: string, { range, value = "" }: CsharpToken, call: TextRange): boolean {
  return name === "SymmetricSecurityKey" && Buffer.byteLength(value) < 32 && contains(call, range);
}

/** `new System.Net.NetworkCredential`. */
function qualifiedNew(tokens: Tokens, index: number): boolean {
  let at = index;
  while (isMark(tokens, at - 1, ".") && tokens[at - 2]?.kind === "name") at -= 2;
  return at < index && tokens[at - 1]?.text === "new";
}

interface Stretch {
  readonly first: number;
  readonly last: number;
}

/** The tokens of an argument by its place; undefined where there are fewer. */
function argumentAt(tokens: Tokens, open: number, wanted: number): Stretch | undefined {
  const end = closing(tokens, open);
  let place = 0;
  let first = open + 1;
  for (let at = open + 1; at <= end; at++) {
    if (at < end && /^[([{]$/.test(tokens[at]?.text ?? "") && tokens[at]?.kind === "punctuation") at = closing(tokens, at);
    else if (at === end || isMark(tokens, at, ",")) {
      if (place === wanted) return at > first ? { first, last: at - 1 } : undefined;
      place++;
      first = at + 1;
    }
  }
  return undefined;
}

/** Calls that only change the form of a text. */
const coats: ReadonlySet<string> = new Set(["GetBytes", "FromBase64String"]);

/** The text that an argument is: written there, behind `??`, in bytes, or given to a name once. */
function textOf(tokens: Tokens, first: number, last: number): CsharpToken | undefined {
  if (isMark(tokens, first + 1, ":") && tokens[first]?.kind === "name") return textOf(tokens, first + 2, last);
  for (let at = first; at < last; at++) {
    if (isMark(tokens, at, "(") || isMark(tokens, at, "[")) at = closing(tokens, at);
    else if (isMark(tokens, at, "??")) return textOf(tokens, at + 1, last);
  }
  const only = tokens[first];
  if (first === last) return only?.kind === "string" ? only : only?.kind === "name" ? givenTo(tokens, only.text) : undefined;
  if (!isMark(tokens, last, ")")) return undefined;
  for (let at = first; at < last; at++) {
    if (!isMark(tokens, at, "(")) continue;
    return coats.has(tokens[at - 1]?.text ?? "") && span(tokens, at, closing(tokens, at)).end === tokens[last]?.range.end ? textOf(tokens, at + 1, last - 1) : undefined;
  }
  return undefined;
}

/** The text that a name is given, where the file gives it something once. */
function givenTo(tokens: Tokens, name: string): CsharpToken | undefined {
  const given = tokens.flatMap((token, index) => (token.kind === "name" && token.text === name && isMark(tokens, index + 1, "=") ? [index + 2] : []));
  const [start, ...others] = given;
  if (start === undefined || others.length > 0) return undefined;
  const text = tokens[start];
  return text?.kind === "string" && isMark(tokens, start + 1, ";") ? text : undefined;
}
