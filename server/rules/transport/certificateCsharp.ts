import type { Document } from "../../core/document.ts";
import type { Report } from "../../core/rule.ts";
import { closing, isMark, span } from "../../languages/csharp/reading.ts";
import { csharpSyntax, type CsharpToken } from "../../languages/csharp/tokens.ts";

type Tokens = readonly CsharpToken[];

/** Members and classes of .NET that take a callback to judge a certificate. */
const callbacks: ReadonlySet<string> = new Set([
  "ServerCertificateValidationCallback", "ServerCertificateCustomValidationCallback", "RemoteCertificateValidationCallback", "CertificateValidationCallback",
]);
const anyServer = "DangerousAcceptAnyServerCertificateValidator";
const message = "The server's certificate is not verified, so anyone on the way can read and change the traffic.";

/** Words of which one stands in all C# that switches the check off. */
export const certificateCsharpWords: readonly string[] = ["CertificateValidationCallback", "CertificateCustomValidationCallback", anyServer, "TrustServerCertificate"];

/** Reports callbacks that accept every certificate, and connection strings that do. */
export function checkCertificateCsharp(document: Document, report: Report): void {
  const { tokens } = document.syntax(csharpSyntax);
  for (const [index, token] of tokens.entries()) {
    const last = token.kind === "name" ? acceptsAll(tokens, index) : undefined;
    if (last !== undefined && !isForDevelopment(document, tokens, index)) report({ range: span(tokens, index, last), message });
    if (token.kind === "string" && token.content && trustsAny(token.value ?? "")) report({ range: token.content, message, atMost: "warning" });
  }
}

const localServer = /(?:Server|Data Source|Address)\s*=\s*(?:tcp:)?(?:localhost|127\.0\.0\.1|\(local\)|\(localdb\)|\.(?=[\\;,])|host\.docker\.internal)/i;

function trustsAny(connection: string): boolean {
  return /(?:^|;)\s*Trust\s?Server\s?Certificate\s*=\s*(?:true|yes)/i.test(connection) && /(?:Server|Data Source|Address)\s*=/i.test(connection) && !localServer.test(connection);
}

/** Index of the last token of a callback that says yes to everything. */
function acceptsAll(tokens: Tokens, index: number): number | undefined {
  const name = tokens[index]?.text ?? "";
  if (name === anyServer) return index;
  if (!callbacks.has(name)) return undefined;
  let at = index + 1;
  if (!isMark(tokens, at, "=") && !isMark(tokens, at, "+=") && !isMark(tokens, at, "(")) return undefined;
  at++;
  // `new RemoteCertificateValidationCallback(…)` is looked at by itself.
  if (tokens[at]?.text === "async" || tokens[at]?.text === "static") at++;
  if (tokens[at]?.text === "delegate") {
    at++;
    if (isMark(tokens, at, "(")) at = closing(tokens, at) + 1;
    return returnsTrue(tokens, at);
  }
  at = isMark(tokens, at, "(") ? closing(tokens, at) + 1 : at + 1;
  if (!isMark(tokens, at, "=>")) return undefined;
  if (tokens[at + 1]?.text !== "true") return returnsTrue(tokens, at + 1);
  const next = tokens[at + 2]?.text ?? ";";
  return /^[;,)}]$/.test(next) ? at + 1 : undefined;
}

/** `{ return true; }` */
function returnsTrue(tokens: Tokens, at: number): number | undefined {
  const words = ["{", "return", "true", ";", "}"];
  return words.every((word, offset) => tokens[at + offset]?.text === word) ? at + words.length - 1 : undefined;
}

/** Inside `#if DEBUG`, or behind a test on the environment's name in the same member. */
function isForDevelopment({ text }: Document, tokens: Tokens, index: number): boolean {
  const offset = tokens[index]?.range.start ?? 0;
  const before = text.slice(Math.max(0, offset - 2000), offset);
  const opened = Math.max(before.lastIndexOf("#if DEBUG"), before.lastIndexOf("#if Debug"));
  if (opened > Math.max(before.lastIndexOf("#endif"), before.lastIndexOf("#else"))) return true;
  return tokens.slice(Math.max(0, index - 60), index).some((token) => /^Is(?:Development|Debug|Local)/.test(token.text));
}
