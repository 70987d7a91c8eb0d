import type { AttributeName, FlagDefaults } from "./cookieAttributes.ts";
import type { ResponseKind } from "./responseNames.ts";

/** How a call that sets a cookie is recognised. */
export type SetterCall =
  /** Exports of modules; `*` for the module itself. `automatic`: a framework whose files have it without an import. */
  | { readonly kind: "export"; readonly modules: readonly string[]; readonly names: readonly string[]; readonly automatic?: string }
  /** Methods of a response. */
  | { readonly kind: "response"; readonly names: readonly string[]; readonly of: ResponseKind }
  /** Methods of what calls of exports made: `const store = await cookies()`. `*` for the module itself. */
  | { readonly kind: "made"; readonly modules: readonly string[]; readonly by: readonly string[]; readonly names: readonly string[] }
  /** A part of what an export gives as a list or an object: `const [cookies, setCookie] = useCookies()`. */
  | { readonly kind: "part"; readonly modules: readonly string[]; readonly by: string; readonly at: string }
  /** `….cookies.set`, in files that import one of the modules, or have such a name. */
  | { readonly kind: "jar"; readonly jar: JarPlace }
  /** `register(plugin, options)`, `register({ plugin, options })`. */
  | { readonly kind: "plugin"; readonly modules: readonly string[]; readonly form: "arguments" | "object" }
  /** A method of whatever object, whose other arguments have certain texts: `server.auth.strategy("session", "cookie", …)`. */
  | { readonly kind: "method"; readonly names: readonly string[]; readonly texts: Readonly<Record<number, string>>; readonly modules: readonly string[] };

/** Where a framework hands its cookies to a program. */
export interface JarPlace {
  /** The member that holds them. */
  readonly member: "cookies" | "cookie";
  /** Whether a cookie's own name follows: `cookie.session.set(…)`. */
  readonly named: boolean;
  /** Modules of which the file imports one. */
  readonly modules: RegExp;
  /** Paths of files that the framework reads by their name. */
  readonly path?: RegExp;
  /** Texts of which the file has one: globals of a runtime. */
  readonly text?: string;
  /** Names of objects whose member this is, whatever the file imports. */
  readonly owner?: RegExp;
}

/** A call that makes a server, or a script, send a cookie, and where it says with which attributes. */
export interface CookieSetter {
  /** How messages name it. */
  readonly library: string;
  readonly call: SetterCall;
  /** With exactly so many arguments, where their number tells forms apart. */
  readonly arguments?: number;
  /** Zero-based place of the options among the arguments. */
  readonly options: number;
  /** The options that hold the attributes, outermost first, where they are not on the top level. */
  readonly nested?: readonly string[];
  /** Only where the nested options are given: without them the library's own cookie is sent. */
  readonly nestedOnly?: true;
  /** Where the cookie's name is: an argument, or a property of the options. */
  readonly name: number | readonly string[];
  /** The name where none is given. */
  readonly defaultName?: string;
  /** Another option that says what the cookie has: where it is given, nothing is known. */
  readonly unlessGiven?: string;
  /** The argument, or the property of the options, that is the cookie's value. */
  readonly value?: number | readonly string[];
  /** A session's own cookie, whatever its name. */
  readonly session?: true;
  /** Names of attributes, where they are others. */
  readonly keys?: Partial<Readonly<Record<AttributeName, string>>>;
  readonly defaults: FlagDefaults;
  /** Defaults of older versions: those of `module` before a major version. */
  readonly before?: { readonly module: string; readonly major: number; readonly defaults: FlagDefaults };
  /** The plugin whose registration gives the defaults: where this file registers it without any, there are none. */
  readonly registration?: { readonly module: string; readonly option: string };
  /** The path where none is given; undefined: that of the address. */
  readonly path?: "/";
  /** What the number behind `maxAge` counts; seconds where it is not said. */
  readonly age?: "milliseconds" | "days";
  /** How `sameSite` is written; `lax` where it is not said. */
  readonly lax?: "Lax";
  /** With `secure: true` it sends no cookie, or throws, where it does not see the connection as encrypted. */
  readonly refusesPlainConnections?: true;
  /** It runs in a page: no script can make a cookie `HttpOnly`. */
  readonly byScript?: "always" | "without-response";
}
