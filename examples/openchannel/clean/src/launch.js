import { createHmac, timingSafeEqual } from "node:crypto";
import { settings } from "./settings.js";

/** Whether the marketplace signed this link, and lately: HMAC-SHA256 over user and expiry. */
export function isSignedLaunch({ user, expires, signature }) {
  if (typeof user !== "string" || typeof expires !== "string" || typeof signature !== "string") return false;
  if (!(Number(expires) * 1000 > Date.now())) return false;
  const expected = createHmac("sha256", settings.launchSecret).update(`${user}\n${expires}`).digest();
  const given = Buffer.from(signature, "hex");
  return given.length === expected.length && timingSafeEqual(given, expected);
}
