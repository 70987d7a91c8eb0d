/** Words of which one occurs in every TypeScript file that sets a cookie in a way that is known here. */
const inTypeScript: readonly string[] = [
  ".cookie(", "setCookie(", "setSignedCookie(", "cookies.set(", "next/headers", "createCookie", "SessionStorage(", ".cookie.", "document.cookie", "set-cookie", "multiValueHeaders", "cookies: [",
  "@fastify/cookie", "express-session", "cookie-session", "koa-session", "@fastify/session", "@fastify/secure-session", "isHttpOnly", "isSecure", "isSameSite", "iron-session", "better-auth",
  "lucia", "@supabase/ssr", "csurf", "csrf-csrf", "next-auth", "@auth/", "nookies", "js-cookie", "universal-cookie", "react-cookie", "cookies-next",
  '"cookie"', "'cookie'", "cookie-es", "elysia",
];

/** The same of C#, of PHP and of configuration in XML. */
const elsewhere: readonly string[] = [
  "HttpCookie", "CookieOptions", "Cookies.Append(", "CookieBuilder", "Cookie.HttpOnly", "Cookie.SecurePolicy", "Cookie.SameSite",
  "setcookie(", "setrawcookie(", "HttpFoundation\\Cookie", "session.cookie_", "session_set_cookie_params", "cookie_httponly", "cookie_secure", "http_only", "same_site",
  "requireSSL",
];

export const cookieTriggers: readonly string[] = [...inTypeScript, ...elsewhere];

/** A word in what a finding starts from, or in the import of what it calls. */
export const cookieAnchors: readonly string[] = [
  "cookie", "express-session", "koa-session", "@fastify/session", "@fastify/secure-session", "@hapi/yar", "iron-session", "better-auth", "lucia", "@supabase/ssr",
  "csurf", "csrf-csrf", "next-auth", "@auth/", "isHttpOnly", "isSecure", "isSameSite", "elysia", "SessionStorage",
];
