import type { ObjectSource } from "../../../languages/typescript/libraryObjects.ts";

/** What a call does with a token. `decode` reads it without looking at the signature. */
export type JwtAct = "sign" | "verify" | "decode";

/** How one library signs, verifies or decodes. Places are zero-based. */
export interface JwtRow {
  readonly module: string;
  readonly act: JwtAct;
  /** Called exports; `*` for the module itself. */
  readonly exports?: readonly string[];
  /** Methods of an object of {@link jwtObjects}. */
  readonly methods?: { readonly of: JwtObject; readonly names: readonly string[] };
  /** What is signed, or the token. Absent where another call gets it: a factory, a middleware. */
  readonly subject?: number;
  readonly key?: number;
  readonly options?: number;
  /** Where the options hold what this table calls by another name. */
  readonly names?: { readonly key?: string; readonly algorithms?: string; readonly issuer?: string; readonly audience?: string };
  /** An argument that, where it is true, leaves the signature unchecked. */
  readonly skips?: number;
  /** An argument that names the algorithm. */
  readonly algorithm?: number;
  /** Without a list of algorithms the library takes the one that the token names, or several. */
  readonly takesAnyAlgorithm?: true;
}

/** Objects of these libraries that tokens are made or read with. */
export type JwtObject = "nest-service";

/** How such objects come about. */
export const jwtObjects: readonly ObjectSource<JwtObject>[] = [{ kind: "nest-service", module: "@nestjs/jwt", made: ["JwtService"], types: ["JwtService"] }];

/**
 * Read in November 2026: jsonwebtoken 9, jose 6, fast-jwt 6, @nestjs/jwt 11, express-jwt 8, koa-jwt 4, passport-jwt 4,
 * atlassian-jwt 2, jwt-simple 0.5, jwt-decode 4, hono 4.
 */
export const jwtRows: readonly JwtRow[] = [
  { module: "jsonwebtoken", act: "sign", exports: ["sign"], subject: 0, key: 1, options: 2 },
  { module: "jsonwebtoken", act: "verify", exports: ["verify"], subject: 0, key: 1, options: 2, takesAnyAlgorithm: true },
  { module: "jsonwebtoken", act: "decode", exports: ["decode"], subject: 0 },
  { module: "jose", act: "verify", exports: ["jwtVerify"], subject: 0, key: 1, options: 2 },
  { module: "jose", act: "decode", exports: ["decodeJwt", "UnsecuredJWT.decode"], subject: 0 },
  { module: "fast-jwt", act: "sign", exports: ["createSigner"], options: 0 },
  { module: "fast-jwt", act: "verify", exports: ["createVerifier"], options: 0, names: { issuer: "allowedIss", audience: "allowedAud" } },
  { module: "@nestjs/jwt", act: "sign", methods: { of: "nest-service", names: ["sign", "signAsync"] }, subject: 0, options: 1, names: { key: "secret" } },
  { module: "@nestjs/jwt", act: "verify", methods: { of: "nest-service", names: ["verify", "verifyAsync"] }, subject: 0, options: 1, names: { key: "secret" } },
  { module: "@nestjs/jwt", act: "decode", methods: { of: "nest-service", names: ["decode"] }, subject: 0 },
  { module: "express-jwt", act: "verify", exports: ["*", "expressjwt"], options: 0, names: { key: "secret" }, takesAnyAlgorithm: true },
  { module: "koa-jwt", act: "verify", exports: ["*"], options: 0, names: { key: "secret" }, takesAnyAlgorithm: true },
  { module: "passport-jwt", act: "verify", exports: ["Strategy"], options: 0, names: { key: "secretOrKey" }, takesAnyAlgorithm: true },
  { module: "atlassian-jwt", act: "sign", exports: ["encodeSymmetric", "encode"], subject: 0, key: 1, algorithm: 2 },
  { module: "atlassian-jwt", act: "verify", exports: ["decodeSymmetric", "decodeAsymmetric"], subject: 0, key: 1, algorithm: 2, skips: 3 },
  { module: "atlassian-jwt", act: "verify", exports: ["decode"], subject: 0, key: 1, skips: 2, algorithm: 3 },
  { module: "jwt-simple", act: "sign", exports: ["encode"], subject: 0, key: 1, algorithm: 2 },
  { module: "jwt-simple", act: "verify", exports: ["decode"], subject: 0, key: 1, skips: 2, algorithm: 3 },
  { module: "jwt-decode", act: "decode", exports: ["*", "jwtDecode"], subject: 0 },
  { module: "hono/jwt", act: "sign", exports: ["sign"], subject: 0, key: 1, algorithm: 2 },
  { module: "hono/jwt", act: "verify", exports: ["verify"], subject: 0, key: 1, algorithm: 2 },
  { module: "hono/jwt", act: "decode", exports: ["decode"], subject: 0 },
];

/** Words of which one is in every file that names one of these libraries. */
export const jwtModules: readonly string[] = [
  "jsonwebtoken", "'jose'", '"jose"', "fast-jwt", "@nestjs/jwt", "express-jwt", "koa-jwt", "passport-jwt", "atlassian-jwt", "jwt-simple", "jwt-decode", "hono/jwt",
];
