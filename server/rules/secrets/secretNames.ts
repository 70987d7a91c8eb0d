/** A part of a name: a word of lower case, one that begins with a capital, an acronym, a number. */
const namePart = /[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+/g;
/** Longer names are data. */
const longestName = 80;

/** The words of a name in whatever style, in lower case: `apiKey`, `API_KEY` and `api-key` are all `api key`. */
export function wordsOf(name: string): string {
  if (name.length > longestName) return "";
  return (name.match(namePart) ?? []).join(" ").toLowerCase();
}

/** Ends of names that hold a secret whatever the program is about. */
const secretEnd =
  /(?:^| )(?:passwords?|passwd|pwd|passphrase|passcode|client secrets?|(?:app|shared|api|signing|webhook|session|cookie|jwt|oauth|consumer|market(?:place)?|token|auth|encryption|hmac|totp|store) secret|secret|secret key|secret access key|api ?keys?|auth ?key|access key|private key|privatekey|signing key|encryption key|master key|service account key|account key|credentials?|(?:access|api|auth|refresh|bearer|id|session|user|app|application|admin|bot|personal|oauth|jwt|trello|github|gitlab|slack|jira|system user|reset|verification|member|security|service|login|csrf|xsrf|deploy|npm|verify|invite|password reset) ?tokens?|jwt|sotoken|authorization|bearer|connection string)$/;
/** A token may be a word of a language or a unit of a model's text: only the program's other words tell. */
const bareToken = /^(?:(?:new|old|raw|plain|stored|saved|cached|header|cookie|request|sso|signed) )?token$/;
/** Names that speak of a secret and hold something about it. */
const harmlessStart = /^(?:is|has|had|use|uses|show|hide|no|num|max|min|count|total|should|can|needs?|require[sd]?|missing|invalid|valid|expired|with|without|public|old has|wrong|forgot|bad|encrypted|hashed|masked|redacted|obfuscated|sanitized) /;

/** What a name says of its value: a secret, a token that may be one, or neither. */
export type Secrecy = "secret" | "token" | "none";

/** Judges a name by its words. Names such as `tokenType` or `passwordLength` end with what they hold, which is no secret. */
export function secrecyOf(name: string): Secrecy {
  const words = wordsOf(name);
  if (words === "" || harmlessStart.test(words)) return "none";
  if (secretEnd.test(words)) return "secret";
  return bareToken.test(words) ? "token" : "none";
}

/** Words of programs in which a token is a credential. */
const authWords = /\b(?:oauth2?|bearer|jsonwebtoken|jwt|authenticat\w*|authoriz\w*|access_?token|refresh_?token|api_?token|sign-?in|log-?in)\b/i;
/** Words of programs in which it is a part of a text, an amount, or a coin. */
const otherTokens = /\b(?:lexer|tokeni[sz]e\w*|parser|token_?count|max_?tokens|prompt_?tokens|erc20|nextToken|design tokens?|syntax tree)\b/i;

/** Whether a file's other words say that its tokens are credentials. */
export function speaksOfCredentials(text: string): boolean {
  return authWords.test(text) && !otherTokens.test(text);
}

/** What a secret is called in a message: `access token` of `accessToken`. */
export function secretNoun(name: string): string {
  return wordsOf(name).replace(/^(?:my|the|new|current|process env) /, "") || "secret";
}
