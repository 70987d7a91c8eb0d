/** An argument of a call that signs or encrypts sessions or cookies. */
export interface SessionSecret {
  /** The package as messages name it. */
  readonly library: string;
  /** Modules that export the function; empty for a method that its other arguments tell. */
  readonly modules: readonly string[];
  readonly names: readonly string[];
  readonly argument: number;
  /** Where in that argument; absent where it is the argument itself. */
  readonly path?: readonly string[];
  /** The property's name alone tells a secret: hardcoded-credential finds what looks random there, so only words are left. */
  readonly wordsOnly?: true;
}

const remix = ["@remix-run/node", "@remix-run/cloudflare", "@remix-run/deno", "@remix-run/server-runtime", "react-router", "@shopify/remix-oxygen"];

/**
 * From the packages' documentation: h3 2.0, hono 4.13, elysia 1.4, react-router 7.18, @hapi/cookie 12.0. Those of
 * express-session, cookie-session, cookie-parser, @fastify/session, iron-session, next-auth and csrf-csrf are told by
 * hardcoded-credential-argument.
 */
export const sessionSecrets: readonly SessionSecret[] = [
  { library: "Remix", modules: remix, names: ["createCookie"], argument: 1, path: ["secrets"] },
  { library: "Remix", modules: remix, names: ["createCookieSessionStorage", "createSessionStorage", "createMemorySessionStorage", "createFileSessionStorage", "createWorkersKVSessionStorage"], argument: 0, path: ["cookie", "secrets"] },
  { library: "h3", modules: ["h3", "#imports"], names: ["useSession", "getSession", "updateSession", "sealSession", "unsealSession"], argument: 1, path: ["password"], wordsOnly: true },
  { library: "Elysia", modules: ["elysia"], names: ["Elysia", "*"], argument: 0, path: ["cookie", "secrets"] },
  { library: "Hono", modules: ["hono/cookie"], names: ["setSignedCookie"], argument: 3 },
  { library: "Hono", modules: ["hono/cookie"], names: ["getSignedCookie"], argument: 1 },
  { library: "@hapi/cookie", modules: [], names: ["strategy"], argument: 2, path: ["cookie", "password"], wordsOnly: true },
];

/** Words of which one stands in every file with such a call. */
export const sessionSecretTriggers: readonly string[] = ["SessionStorage(", "createCookie(", "useSession(", "getSession(", "updateSession(", "sealSession(", "elysia", "SignedCookie(", ".strategy(", ".keys ="];
