import type { NamedFormat, SecretKind, TokenFormat } from "../secretFormat.ts";

/** Alphabets of tokens, as parts of patterns. */
export const base62 = "[A-Za-z0-9]";
export const base64 = "[A-Za-z0-9+/]";
export const base64url = "[A-Za-z0-9_-]";
export const hex = "[0-9a-f]";
export const lowerAlphanumeric = "[a-z0-9]";
export const upperAlphanumeric = "[A-Z0-9]";
export const uuid = `${hex}{8}-${hex}{4}-${hex}{4}-${hex}{4}-${hex}{12}`;

/** What a row may add to a kind of secret. */
type KindOptions = Partial<Omit<SecretKind, "id" | "provider" | "name">>;

/** What a row may add to a token format. */
export interface TokenOptions extends KindOptions {
  /** What stands before the literal, and how long that can be. */
  readonly head?: string;
  readonly leads?: readonly number[];
  readonly strict?: boolean;
  readonly shown?: string;
  /** The prefix is too short to search for: only behind a quote, a sign or a space. */
  readonly quoted?: boolean;
}

/** Id, name, literal (or several of which one stands in the token), what follows it, options. */
export type TokenRow = readonly [id: string, name: string, literal: string | readonly string[], body: string, options?: TokenOptions];

const quotes = ['"', "'", "`", "=", ":", " ", "\n", "\t", ">"];

function escaped(literal: string): string {
  return literal.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}

/** A provider as the first part of a variable's name. */
export function variableOwner(provider: string): string {
  return provider.toUpperCase().replace(/[^A-Z0-9]+/g, "_").replace(/^(?=[0-9])/, "_");
}

/** `GITHUB_TOKEN` of GitHub and "personal access token". */
function variableOf(provider: string, name: string): string {
  const noun = /(?:token|key|secret|password)\b(?!.*(?:token|key|secret|password)\b)/i.exec(name)?.[0] ?? "secret";
  const owner = variableOwner(provider);
  const what = noun.toLowerCase() === "key" ? (name.includes("private") ? "PRIVATE_KEY" : "API_KEY") : noun.toUpperCase();
  return owner === "" ? what : `${owner}_${what}`;
}

/** Fills in what a kind of secret has by default. */
export function kindOf(provider: string, id: string, name: string, options: KindOptions = {}): SecretKind {
  return { variable: variableOf(provider, name), proof: "checksum valid", doubt: "checksum not valid", ...options, id, provider, name };
}

/** The token formats of one provider. */
export function tokens(provider: string, rows: readonly TokenRow[]): readonly TokenFormat[] {
  return rows.map(([id, name, literal, body, options = {}]) => {
    const { head = "", leads = [0], strict = false, quoted = false, shown, ...kind } = options;
    const literals = typeof literal === "string" ? [literal] : literal;
    return {
      ...kindOf(provider, id, name, kind),
      triggers: quoted ? literals.flatMap((one) => quotes.map((quote) => quote + one)) : literals,
      leads: quoted ? [-1] : leads,
      pattern: new RegExp(`${head}(?:${literals.map(escaped).join("|")})${body}`, "y"),
      strict,
      ...(shown !== undefined && { shown }),
    };
  });
}

/** A value that counts only beside a provider's word or under a name. */
export interface NamedRow extends KindOptions {
  readonly id: string;
  readonly provider: string;
  readonly name: string;
  readonly near: readonly string[];
  readonly value: string;
  /** The longest value, in characters. */
  readonly longest: number;
  readonly names?: RegExp;
  readonly ownNames: RegExp;
  readonly reach?: number;
  readonly mixed?: readonly RegExp[];
}

/** Builds a named format: the boundaries are part of its pattern. */
export function named(row: NamedRow): NamedFormat {
  const { id, provider, name, near, value, longest, reach = 400, names, ownNames, mixed, ...kind } = row;
  return {
    ...kindOf(provider, id, name, kind),
    triggers: near,
    reach,
    pattern: new RegExp(`(?<![A-Za-z0-9_/+.-])(?:${value})(?![A-Za-z0-9_/+=-])`, "g"),
    longest,
    ownNames,
    ...(names && { names }),
    ...(mixed && { mixed }),
  };
}

/** Random values hold all of these; words and hashes in one case do not. */
export const upperLowerDigit: readonly RegExp[] = [/[A-Z]/, /[a-z]/, /[0-9]/];
export const letterAndDigit: readonly RegExp[] = [/[A-Za-z]/, /[0-9]/];

/** Id, name, the last words of the names that hold it, the value's pattern, its greatest length. */
export type NearbyRow = readonly [id: string, name: string, nouns: readonly string[], value: string, longest: number];

/** `client_secret` as names write it: in snake, kebab and camel. */
function spellings(owner: string, noun: string): string[] {
  return ["_", "-", ""].map((joint) => [owner, ...noun.split("_")].join(joint));
}

/**
 * Values without a telling part whose holder names the provider: `SPOTIFY_CLIENT_SECRET`. Beside the provider's word
 * alone nothing is said, since many of these are shaped like a hash; `hardcoded-credential` judges such by the name.
 */
export function nearby(provider: string, owners: string | readonly string[], rows: readonly NearbyRow[]): readonly NamedFormat[] {
  const all = typeof owners === "string" ? [owners] : owners;
  return rows.map(([id, name, nouns, value, longest]) => {
    const near = [...new Set(all.flatMap((owner) => nouns.flatMap((noun) => spellings(owner, noun))))];
    const plain = (words: readonly string[]): string => words.map((word) => word.replaceAll("_", "")).join("|");
    return named({
      id, provider, name, near, value, longest,
      names: new RegExp(`(?:${plain(all)}).{0,40}(?:${plain(nouns)})`),
      ownNames: /./,
      mixed: letterAndDigit,
      reach: 120,
      variable: (near[0] ?? "").toUpperCase(),
    });
  });
}
