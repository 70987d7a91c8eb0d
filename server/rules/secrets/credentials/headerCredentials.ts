import type { Confirmations } from "../../../core/rule.ts";
import type { TextRange } from "../../../core/text.ts";
import { decodedText } from "../structures.ts";

/** Commands that take a password behind `-p`. */
const signInCommands = ["docker login ", "podman login ", "helm registry login ", "buildah login ", "sshpass "];
/** Schemes of an Authorization header behind a quote or a colon; and where tools keep such a pair. */
export const headerTriggers: readonly string[] = ['"basic ', "'basic ", "`basic ", ": basic ", '"bearer ', "'bearer ", "`bearer ", ": bearer ", "_auth=", '"auth":', "_password=", "curl ", ...signInCommands];

/** In prose and in configuration these words often have no credential behind them. */
export const headerConfirmations: Confirmations = new Map([
  ...headerTriggers.filter((trigger) => trigger.includes("bearer")).map((trigger) => [trigger, /[^a-z]{1,2}bearer {1,3}[A-Za-z0-9._~+/-]{16}/iy] as const),
  ["curl ", /curl[^\n]{0,900}?\s(?:-u|--user)/iy],
]);

const base64Pair = /[ "':=]{0,4}([A-Za-z0-9+/]{8,400}={0,2})(?![A-Za-z0-9+/=])/y;
const bearer = /[ ]{0,2}([A-Za-z0-9._~+/-]{16,600}={0,2})(?=["'`\s\\])/y;
const curlUser = /[^\n]{0,200}?(?:\s-u\s?|\s--user[ =])["']?[^\s:"'$]{1,80}:([^\s"'$]{4,100})(?=["'\s])/y;
const signIn = /[^\n]{0,200}?\s-p\s{0,3}["']?([^\s"'$]{4,100})(?=["'\s])/y;
const printable = /^[\x20-\x7e]{3,200}$/;

/** A value behind a scheme. */
export interface HeaderValue {
  readonly range: TextRange;
  /** What is to be judged: the password of a pair, or the token. */
  readonly value: string;
  readonly kind: "password" | "token";
}

/** The password of `user:password` in base64; undefined where it decodes to no pair. */
export function decodedPassword(base64: string): string | undefined {
  const text = decodedText(base64);
  const colon = text.indexOf(":");
  if (colon < 1 || !printable.test(text)) return undefined;
  const [user, password] = [text.slice(0, colon), text.slice(colon + 1)];
  return password === "" || password === user ? undefined : password;
}

/** Reads the value behind one of {@link headerTriggers}. */
export function headerValueAt(text: string, trigger: string, offset: number): HeaderValue | undefined {
  const from = offset + trigger.length;
  if (trigger === "curl ") return commandPassword(text, from - 1, curlUser);
  if (signInCommands.includes(trigger)) return commandPassword(text, from - 1, signIn);
  const pattern = trigger.includes("bearer") ? bearer : base64Pair;
  pattern.lastIndex = from;
  const match = pattern.exec(text);
  const [whole = "", value = ""] = match ?? [];
  if (value === "") return undefined;
  const start = from + whole.length - value.length;
  const range = { start, end: start + value.length };
  if (pattern === bearer) return { range, value, kind: "token" };
  // npm's `_password` is the password alone in base64.
  const password = trigger === "_password=" ? printableText(value) : decodedPassword(value);
  return password === undefined ? undefined : { range, value: password, kind: "password" };
}

function printableText(base64: string): string | undefined {
  const text = decodedText(base64);
  return printable.test(text) ? text : undefined;
}

function commandPassword(text: string, from: number, pattern: RegExp): HeaderValue | undefined {
  pattern.lastIndex = from;
  const match = pattern.exec(text);
  const [whole = "", password = ""] = match ?? [];
  if (password === "") return undefined;
  const end = from + whole.length;
  return { range: { start: end - password.length, end }, value: password, kind: "password" };
}
