import { randomText } from "../exampleTokens.ts";

/** Values for examples: of nobody, and made when the program runs. */
export const credentialSamples = {
  password: `${"Kq7"}!vR${randomText("a password", "base36", 5)}`,
  hexKey: randomText("a key in hex", "hex", 48),
  key: randomText("a key", "base62", 32),
  token: randomText("a token", "base62", 40),
  words: { hashTail: randomText("a hash", "base62", 53) },
} as const;
