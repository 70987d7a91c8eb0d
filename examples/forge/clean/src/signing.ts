import { createSign } from "node:crypto";

const lifetimeInSeconds = 300;

function signingKey(): string {
  const key = process.env.SHIPCHECK_SIGNING_KEY;
  if (!key) throw new Error("Set the variable SHIPCHECK_SIGNING_KEY with forge variables set --encrypt");
  return key;
}

function part(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}

/** The Authorization header the build service expects: a short-lived RS256 token. */
export function signedBearer(issuer: string): string {
  const now = Math.floor(Date.now() / 1000);
  const claims = { iss: issuer, aud: "api.shipcheck.example", iat: now, exp: now + lifetimeInSeconds };
  const unsigned = `${part({ alg: "RS256", typ: "JWT" })}.${part(claims)}`;
  const signature = createSign("RSA-SHA256").update(unsigned).sign(signingKey(), "base64url");
  return `Bearer ${unsigned}.${signature}`;
}
