import { createHash, randomBytes } from "node:crypto";
import { createRemoteJWKSet, jwtVerify } from "jose";

function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set`);
  return value;
}

const clientId = required("SO_CLIENT_ID");
const clientSecret = required("SO_CLIENT_SECRET");
const redirectUri = new URL("/callback", required("PUBLIC_URL")).href;
const login = `https://${required("SO_ENVIRONMENT")}.superoffice.com/login`;
const keys = createRemoteJWKSet(new URL(`${login}/.well-known/jwks`));

export interface SignIn {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

export interface User {
  readonly name: string;
  readonly context: string;
  readonly webApiUrl: string;
  readonly accessToken: string;
}

export function startSignIn(): SignIn {
  const random = () => randomBytes(32).toString("base64url");
  return { state: random(), nonce: random(), verifier: random() };
}

export function signInUrl({ state, nonce, verifier }: SignIn): string {
  const query = new URLSearchParams({
    response_type: "code",
    client_id: clientId,
    redirect_uri: redirectUri,
    scope: "openid",
    state,
    nonce,
    code_challenge: createHash("sha256").update(verifier).digest("base64url"),
    code_challenge_method: "S256",
  });
  return `${login}/common/oauth/authorize?${query}`;
}

/** The tenant's API is named by a claim: only SuperOffice's own hosts are called. */
function trustedWebApiUrl(value: unknown): string {
  const url = new URL(String(value));
  if (url.protocol !== "https:" || !url.hostname.endsWith(".superoffice.com")) throw new Error("Unknown tenant address");
  return url.href.replace(/\/$/, "");
}

export async function finishSignIn(code: string, signIn: SignIn): Promise<User> {
  const answer = await fetch(`${login}/common/oauth/tokens`, {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "authorization_code",
      client_id: clientId,
      client_secret: clientSecret,
      redirect_uri: redirectUri,
      code,
      code_verifier: signIn.verifier,
    }),
  });
  if (!answer.ok) throw new Error(`SuperID answered ${answer.status}`);
  const tokens = (await answer.json()) as { id_token: string; access_token: string };
  const { payload } = await jwtVerify(tokens.id_token, keys, {
    issuer: new URL(login).origin,
    audience: clientId,
    algorithms: ["RS256"],
  });
  if (payload.nonce !== signIn.nonce) throw new Error("The token belongs to another sign-in");
  const claim = (name: string) => payload[`http://schemes.superoffice.net/identity/${name}`];
  return {
    name: String(claim("upn")),
    context: String(claim("ctx")),
    webApiUrl: trustedWebApiUrl(claim("webapi_url")),
    accessToken: tokens.access_token,
  };
}
