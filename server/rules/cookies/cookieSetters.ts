/** The attributes that are judged, by the name that options give them. */
export type AttributeName = "httpOnly" | "secure";

/**
 * What a library does where an attribute is not given: sets it, leaves it out, sets it on encrypted
 * connections only, or takes it from a place that the call does not show.
 */
export type AttributeDefault = "set" | "left-out" | "by-connection" | "elsewhere";

/** A call that makes a server send a cookie, and where it says with which attributes. */
export interface CookieSetter {
  /** How messages name it. */
  readonly library: string;
  /** A function that a module exports as such, or methods of a response. */
  readonly call:
    | { readonly kind: "module"; readonly module: string }
    | { readonly kind: "method"; readonly names: readonly string[]; readonly of: ResponseKind };
  /** Zero-based place of the options among the arguments. */
  readonly options: number;
  /** The option that holds the attributes, where they are not on the top level. */
  readonly nested?: string;
  /** Where the cookie's name is: an argument or an option. */
  readonly name: number | string;
  /** The argument that is the cookie's value. */
  readonly value?: number;
  readonly defaults: Readonly<Record<AttributeName, AttributeDefault>>;
  /** With `secure: true` it sends no cookie, or throws, where it does not see the connection as encrypted. */
  readonly refusesPlainConnections: boolean;
}

/** Responses that have methods for cookies, with the names and types by which handlers know them. */
export type ResponseKind = "express" | "fastify";

/** How a response of a kind is recognised where it is not typed, and where it is. */
export interface ResponseNames {
  readonly parameter: RegExp;
  readonly type: RegExp;
  /** Modules whose types of that name mean something else. */
  readonly foreign: RegExp;
}

/** Names of parameters and types, one a kind of response. */
export const responseNames: Readonly<Record<ResponseKind, ResponseNames>> = {
  express: {
    parameter: /^_?(?:http|express)?(?:res|resp|response)$/i,
    type: /(?:^|\.)\w*Res(?:ponse)?$/,
    // Test clients and other clients, whose answers come in; Adonis has defaults of its own.
    foreign:
      /^(?:supertest|superagent|chai-http|light-my-request|node-fetch|undici|axios|got|ky|needle|request|msw|playwright|puppeteer|cypress|@playwright\/test|@edge-runtime\/.*|@adonisjs\/.*|@ioc:Adonis\/.*)$/,
  },
  fastify: { parameter: /^_?reply$/i, type: /(?:^|\.)FastifyReply$/, foreign: /^$/ },
};

/**
 * The calls that are known. Defaults are those of the libraries' documentation and code: express 5
 * (`res.cookie`), express-session 1.18 (`cookie.secure`, `cookie.httpOnly`), cookie-session 2.1 (its
 * `secure` is on for encrypted connections and off for others, so that leaving it out is no fault),
 * @fastify/cookie 11 (defaults come from `parseOptions` at the registration).
 */
export const cookieSetters: readonly CookieSetter[] = [
  {
    library: "Express",
    call: { kind: "method", names: ["cookie"], of: "express" },
    options: 2,
    name: 0,
    value: 1,
    defaults: { httpOnly: "left-out", secure: "left-out" },
    refusesPlainConnections: false,
  },
  {
    library: "express-session",
    call: { kind: "module", module: "express-session" },
    options: 0,
    nested: "cookie",
    name: "name",
    defaults: { httpOnly: "set", secure: "left-out" },
    refusesPlainConnections: true,
  },
  {
    library: "cookie-session",
    call: { kind: "module", module: "cookie-session" },
    options: 0,
    name: "name",
    defaults: { httpOnly: "set", secure: "by-connection" },
    refusesPlainConnections: true,
  },
  {
    library: "Fastify",
    call: { kind: "method", names: ["cookie", "setCookie"], of: "fastify" },
    options: 2,
    name: 0,
    value: 1,
    defaults: { httpOnly: "elsewhere", secure: "elsewhere" },
    refusesPlainConnections: false,
  },
];

/** Words of which one occurs in every file that sets a cookie in a way that is known here. */
export const cookieTriggers: readonly string[] = [".cookie(", ".setCookie(", "express-session", "cookie-session", "set-cookie"];

/** A method or header for cookies, an option or a member named so, or a module. */
export const cookieAnchors: readonly string[] = ["cookie", "express-session"];
