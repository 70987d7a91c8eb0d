import { createHash, randomBytes } from "node:crypto";
import { configuration } from "./configuration.js";

/** What the report reads, and nothing else. */
const scopes = [
  "read_product",
  "read_locales",
];

/** The PIM's origin, or undefined: the parameter comes from outside, and the server calls that host later. */
export function trustedPim(value: unknown): string | undefined {
  if (typeof value !== "string" || !URL.canParse(value)) return undefined;
  const url = new URL(value);
  const trusted = url.protocol === "https:" && url.port === "" && url.hostname.endsWith(".cloud.akeneo.com");
  return trusted ? url.origin : undefined;
}

export function authorizeUrl(pim: string, state: string): string {
  const query = new URLSearchParams({
    response_type: "code",
    client_id: configuration.clientId,
    scope: scopes.join(" "),
    state,
  });
  return `${pim}/connect/apps/v1/authorize?${query}`;
}

/** Exchanges the code. The client secret only enters the challenge, it is never sent. */
export async function requestToken(pim: string, code: string): Promise<string> {
  const codeIdentifier = randomBytes(30).toString("hex");
  const codeChallenge = createHash("sha256").update(codeIdentifier + configuration.clientSecret).digest("hex");
  const answer = await fetch(`${pim}/connect/apps/v1/oauth2/token`, {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "authorization_code",
      client_id: configuration.clientId,
      code,
      code_identifier: codeIdentifier,
      code_challenge: codeChallenge,
    }),
  });
  if (!answer.ok) throw new Error(`The PIM answered ${answer.status} to the token request`);
  const { access_token: token } = (await answer.json()) as { access_token: string };
  return token;
}
