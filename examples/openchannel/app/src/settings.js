import { readFileSync } from "node:fs";
import { join } from "node:path";

function required(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set`);
  return value;
}

/** A secret is a file, so that it is in no process listing and in no image. */
function secretFile(name) {
  return readFileSync(join(required("SECRETS_DIRECTORY"), name), "utf8").trim();
}

export const settings = {
  port: Number(process.env.PORT ?? 8080),
  marketId: required("MARKET_ID"),
  marketSecret: secretFile("market-secret"),
  launchSecret: secretFile("launch-secret"),
  sessionSecret: secretFile("session-secret"),
};
