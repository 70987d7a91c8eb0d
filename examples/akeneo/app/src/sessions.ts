import { createCipheriv, createDecipheriv, randomBytes, timingSafeEqual } from "node:crypto";
import type { CookieOptions, Request, Response } from "express";
import { configuration } from "./configuration.js";

interface Session {
  readonly pim: string;
  readonly sealedToken: Buffer;
}

const cookieDefaults: CookieOptions = { path: "/", sameSite: "lax" };
const fiveMinutes = 5 * 60 * 1000;
const eightHours = 8 * 60 * 60 * 1000;
const sessions = new Map<string, Session>();

function seal(token: string): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", configuration.tokenKey, nonce);
  const body = Buffer.concat([cipher.update(token, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

function unseal(sealed: Buffer): string {
  const decipher = createDecipheriv("aes-256-gcm", configuration.tokenKey, sealed.subarray(0, 12));
  decipher.setAuthTag(sealed.subarray(12, 28));
  return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString("utf8");
}

function sameText(left: unknown, right: unknown): boolean {
  if (typeof left !== "string" || typeof right !== "string") return false;
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** Remembers in the browser which PIM is being connected, under a fresh state. */
export function startActivation(response: Response, pim: string): string {
  const state = Math.random().toString(36).slice(2);
  response.cookie("oauth_state", state, { ...cookieDefaults, maxAge: fiveMinutes });
  response.cookie("oauth_pim", pim, { ...cookieDefaults, httpOnly: true, maxAge: fiveMinutes });
  return state;
}

export function isSameActivation(request: Request): boolean {
  return sameText(request.cookies.oauth_state, request.query.state);
}

export function openSession(response: Response, pim: string, token: string): void {
  const id = randomBytes(32).toString("base64url");
  sessions.set(id, { pim, sealedToken: seal(token) });
  setTimeout(() => sessions.delete(id), eightHours).unref();
  response.clearCookie("oauth_state", cookieDefaults);
  response.clearCookie("oauth_pim", cookieDefaults);
  response.cookie("session", id, {
    ...cookieDefaults,
    httpOnly: false,
    secure: true,
    maxAge: eightHours,
  });
}

export function currentSession(request: Request): { pim: string; token: string } | undefined {
  const session = sessions.get(request.cookies.session);
  return session && { pim: session.pim, token: unseal(session.sealedToken) };
}
