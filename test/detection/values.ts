import { base36, base62, digits, hexDigits, lower, type Dice } from "./cases.ts";

const seasons = ["Sommer", "Winter", "Berlin", "Kaffee", "Tromso", "Blauwal", "Maple", "Orchid", "Falcon", "Zebra", "Harbor", "Cobalt", "Thunder", "Velvet", "Juniper"];
const signs = "!#%+=?*^-_.@";

/** Passwords as people and password generators make them. */
export const passwordMakers: readonly ((dice: Dice) => string)[] = [
  (dice: Dice): string => `${dice.one(seasons)}${String(1970 + dice.below(60))}!`,
  (dice: Dice): string => `${dice.one(seasons)}${dice.text(digits, 3)}`,
  (dice: Dice): string => dice.one(seasons).replace("a", "@").replace("o", "0").replace("e", "3") + dice.text(digits, 2) + dice.one([..."!?+"]),
  (dice: Dice): string => dice.text(base62, 10),
  (dice: Dice): string => dice.text(base62, 16),
  (dice: Dice): string => dice.text(base36, 12),
  (dice: Dice): string => dice.text(base62 + signs, 14).replace(/^[^A-Za-z]/, "K"),
  (dice: Dice): string => dice.text(base62 + "!+=?^", 20).replace(/^[^A-Za-z]/, "w"),
  (dice: Dice): string => `${dice.one(seasons).toLowerCase()}-${dice.text(base36, 6)}-${dice.one(seasons).toLowerCase()}`,
];

/** Secrets and keys as generators make them. */
export const secretMakers: readonly ((dice: Dice) => string)[] = [
  (dice: Dice): string => dice.text(hexDigits, 32),
  (dice: Dice): string => dice.text(hexDigits, 40),
  (dice: Dice): string => dice.text(hexDigits, 64),
  (dice: Dice): string => dice.text(base62, 24),
  (dice: Dice): string => dice.text(base62, 32),
  (dice: Dice): string => dice.text(base62, 50),
  (dice: Dice): string => Buffer.from(dice.text(base62, 24)).toString("base64"),
  (dice: Dice): string => `${dice.text(`${base62}+/`, 43).replace(/^[^A-Za-z0-9]/, "p")}=`,
  (dice: Dice): string => dice.text(`${base62}-_`, 43).replace(/^[^A-Za-z0-9]/, "n"),
  (dice: Dice): string => dice.text(base36, 30),
  (dice: Dice): string => dice.text(base62, 16),
];

/** Tokens, some with a prefix that no table knows. */
export const tokenMakers: readonly ((dice: Dice) => string)[] = [
  ...secretMakers,
  (dice: Dice): string => `${dice.text(lower, 3)}_${dice.text(base62, 32)}`,
  (dice: Dice): string => `${dice.text(base62, 8)}.${dice.text(base62, 24)}`,
  (dice: Dice): string => `${dice.text(digits, 10)}-${dice.text(base62, 28)}`,
];

/** Names by what they hold, in words. */
export const names: Readonly<Record<"password" | "secret" | "token", readonly (readonly string[])[]>> = {
  password: ["password", "db password", "database password", "smtp password", "admin password", "user password", "redis password", "mail pass", "ftp passwd", "root password", "service account password", "keystore password", "ssl passphrase", "sftp pwd", "master password", "postgres password", "sync user password"].map((name) => name.split(" ")),
  secret: ["client secret", "app secret", "secret", "shared secret", "session secret", "cookie secret", "jwt secret", "webhook secret", "signing secret", "api secret", "consumer secret", "encryption key", "signing key", "api key", "secret key", "access key", "auth key", "master key", "oauth client secret", "akeneo client secret", "market secret", "partner api key", "shop api key", "hmac key"].map((name) => name.split(" ")),
  token: ["token", "access token", "api token", "auth token", "refresh token", "bot token", "deploy token", "service token", "so app token", "system user token", "admin token", "sync token", "webhook token", "user access token", "ci token"].map((name) => name.split(" ")),
};
