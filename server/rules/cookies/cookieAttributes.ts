/** The attributes that are judged, by the name that most libraries give them. */
export type AttributeName = "httpOnly" | "secure" | "sameSite" | "domain" | "path" | "maxAge" | "expires";

/** The attributes that a cookie should simply have. */
export type FlagName = "httpOnly" | "secure" | "sameSite";

/**
 * What a library does where an attribute is not given: sets it, leaves it out, sets it on encrypted
 * connections only, or takes it from a place that the call does not show.
 */
export type AttributeDefault = "set" | "left-out" | "by-connection" | "elsewhere";

/** What holds where a flag is not given, for each of them. */
export type FlagDefaults = Readonly<Record<FlagName, AttributeDefault>>;

/** A library that sets nothing by itself. */
export const nothingByDefault: FlagDefaults = { httpOnly: "left-out", secure: "left-out", sameSite: "left-out" };

/** A library that sets everything by itself. */
export const allByDefault: FlagDefaults = { httpOnly: "set", secure: "set", sameSite: "set" };

/** Flags as the text of a header has them. */
export const flagInHeader: Readonly<Record<FlagName, string>> = { httpOnly: "HttpOnly", secure: "Secure", sameSite: "SameSite=Lax" };

/** Flags as messages name them. */
export const flagWords: Readonly<Record<FlagName, string>> = { httpOnly: "HttpOnly", secure: "Secure", sameSite: "SameSite" };
