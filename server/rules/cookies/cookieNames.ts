/** Tokens against forged requests: the page's own script has to read them and send them back. */
const forgeryToken = /csrf|xsrf/i;

/** Cookies that hold what a page shows: scripts often read them, and little is lost when others do. */
const preference = /theme|colou?r|dark|lang|locale|i18n|consent|gdpr|banner|layout|timezone|^tz$|currency|sidebar|pref/i;

/** Cookies that stand for a person or a sign-in: no script needs them. */
const signIn = /sess|\bsid\b|sid$|token|auth|jwt|login|logged|remember|ticket|refresh|access|identity|credential|oauth|nonce|pkce|passport|bearer/i;

/** Names of what signs a person in by itself: words that stand alone, or end a name. */
const credential = /(?:^|[^a-z])(?:sid|sess|session|session[-_]?id|jwt|bearer|credentials?)(?:$|[^a-z])|jwt|(?:token|session|session_?id|Sid)$|sess(?:ion)?id|(?:auth|access|refresh|id|api)[-_]?token/i;

/** Names like those of sign-ins, of cookies that hold a mere sign. */
const sign = /^(?:is|has|was|show|hide)[-_A-Z]|(?:expir|count|timeout|type|state|status|start|visited|seen|warn)/i;

/** Prefixes that are promises to the browser, which compares them without letter case. */
export const promisingPrefix = /^__(Host|Secure)-/i;

/** Whether a name or the text of an expression speaks of a token against forged requests. */
export function isForgeryToken(text: string): boolean {
  return forgeryToken.test(text);
}

/** Whether a name speaks of a setting of the page. */
export function isPreference(name: string): boolean {
  return preference.test(name) && !signIn.test(name);
}

/** Whether a name speaks of a session or a sign-in. */
export function isSignIn(name: string): boolean {
  return signIn.test(name);
}

/** Whether a name is that of a session or a token: whoever has the cookie is signed in. */
export function isCredential(name: string): boolean {
  return credential.test(name) && !sign.test(name) && !forgeryToken.test(name);
}
