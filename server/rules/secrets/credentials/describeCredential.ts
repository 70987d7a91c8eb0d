import { normalName } from "../boundName.ts";
import { kindOf } from "../formats/builders.ts";
import type { SecretKind } from "../secretFormat.ts";
import { wordsOf, type CredentialClass } from "./credentialNames.ts";
import type { Candidate, Position } from "./candidate.ts";

const kinds: Readonly<Record<CredentialClass, SecretKind>> = {
  password: kindOf("", "generic-password", "password"),
  secret: kindOf("", "generic-secret", "secret"),
  token: kindOf("", "generic-token", "token"),
};
const places: Readonly<Record<Position, string>> = {
  quoted: "is written in the file",
  bare: "is written in the file",
  url: "is written in an address",
  header: "is written in an Authorization header",
  compared: "is compared with a text in the file",
};

/** The kind of secret that a candidate is. */
export function kindOfCredential(candidate: Candidate): SecretKind {
  return kinds[candidate.kind];
}

/** A sentence on what is written where; never its value. The name is shown where it is a plain one. */
export function describeCredential({ kind, path, position, range }: Candidate): string {
  const own = path.slice(path.lastIndexOf(".") + 1);
  const named = position === "url" || position === "header" || !/^[A-Za-z][\w-]{1,60}$/.test(own) ? "" : `"${own}", `;
  const subject = kind.charAt(0).toUpperCase() + kind.slice(1);
  return `${subject} (${named}${range.end - range.start} characters) ${places[position]}, where everyone who can read the project can use it.`;
}

/** The name from which the environment's variable is made: `db.password` says more than `password`. */
export function variableSource({ path, position, kind }: Candidate): string | undefined {
  if (position === "header") return kind === "token" ? "API_TOKEN" : "API_PASSWORD";
  const parts = path.split(".").filter((part) => /^[\w-]+$/.test(part));
  const own = parts.at(-1);
  if (own === undefined) return undefined;
  const owner = parts.at(-2);
  const isBare = wordsOf(own).length === 1 && normalName(own).length <= 10;
  return isBare && owner !== undefined && !/^(?:this|self|process|env|config|options|module|exports|window|data)$/i.test(owner) ? `${owner}_${own}` : own;
}
