import type { Verdict } from "./secretFormat.ts";

const base32Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const sha256InHex = /^[0-9a-f]{64}$/;
const snowflake = /^[0-9]{17,20}$/;
const marketplaceUser = /^[0-9a-f]{24}:[A-Za-z0-9_-]{43}$/;

/** Text behind base64 or base64url; what is no base64 is passed over. */
export function decodedText(base64: string): string {
  return Buffer.from(base64, "base64").toString("latin1");
}

/** Akeneo takes a SHA-256 in hex and writes it in base64, so that only few characters can stand at each place. */
export function akeneoStructure(value: string): Verdict {
  return sha256InHex.test(decodedText(value)) ? "valid" : "none";
}

/** The ten characters behind the prefix hold the account's number, which has twelve digits at most. */
export function awsAccount(keyId: string): Verdict {
  let bits = 0n;
  for (const digit of keyId.slice(4, 14)) bits = (bits << 5n) | BigInt(base32Digits.indexOf(digit));
  const account = ((bits >> 2n) & 0x7fffffffff80n) >> 7n;
  return account <= 999_999_999_999n ? "unknown" : "invalid";
}

/** A Discord bot token begins with the number of its user in base64. */
export function discordUser(token: string): Verdict {
  return snowflake.test(decodedText(token.slice(0, token.indexOf(".")))) ? "valid" : "none";
}

/** The credentials of OpenChannel's Market API as a basic authentication header has them. */
export function openChannelBasic(value: string): Verdict {
  return marketplaceUser.test(decodedText(value)) ? "valid" : "none";
}

/** The two readable parts of a JSON Web Token. */
export interface WebTokenParts {
  readonly header: Readonly<Record<string, unknown>>;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** Reads a JSON Web Token; undefined where a part is no JSON object or no algorithm is named. */
export function webTokenParts(token: string): WebTokenParts | undefined {
  const [first = "", second = ""] = token.split(".");
  const header = jsonObject(decodedText(first));
  const payload = jsonObject(decodedText(second));
  return header && payload && typeof header.alg === "string" ? { header, payload } : undefined;
}

function jsonObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    // No JSON: then it is no web token, which is the answer.
    return undefined;
  }
}

/** Supabase's key for servers passes over all row rules; the one for browsers has another role. */
export function supabaseServiceRole(token: string): Verdict {
  return webTokenParts(token)?.payload.role === "service_role" ? "valid" : "none";
}

/** Thirty days in seconds: a token that lives shorter is a session's, and over when the code is published. */
const longLife = 30 * 24 * 3600;

/** A signed token that never ends, or lives longer than a session, opens something for whoever reads it. */
export function longLivedWebToken(token: string): Verdict {
  const parts = webTokenParts(token);
  if (!parts || parts.header.alg === "none") return "none";
  const { exp, iat, iss, aud, role, sub } = parts.payload;
  // Supabase's role for browsers, and the sample that jwt.io shows.
  if (role === "anon" || sub === "1234567890") return "none";
  // A token that says neither who made it nor whom it is for is somebody's exercise.
  if ([iss, aud, sub].every((claim) => claim === undefined)) return "none";
  if (typeof exp !== "number") return "unknown";
  return typeof iat === "number" && exp - iat >= longLife ? "unknown" : "none";
}
