import type { AppendedLine } from "../../core/finding.ts";
import type { Severity } from "../../core/severity.ts";

/** Names under which configuration keeps SuperOffice's application token, without separators, lower case. */
const tokenNames: ReadonlySet<string> = new Set([
  "applicationtoken",
  "soapptoken",
  "superofficeapptoken",
  "superofficeapplicationtoken",
]);
const separators = /[-_ ]/g;

/** The environment variable that the fixes read, with the line that declares it. */
export const environmentName = "SO_APP_TOKEN";
export const environmentLine: AppendedLine = { fileName: ".env.example", line: `${environmentName}=` };

/** Where a deployment puts the token in. SuperOffice's own release transforms write it so. */
export const deploymentPlaceholder = "#{ApplicationToken}";

/** Whether a key, the last part of `SuperOffice:ApplicationToken` and the like, names the application token. */
export function namesApplicationToken(key: string): boolean {
  return tokenNames.has(key.replace(separators, "").toLowerCase());
}

/** SuperOffice issues 32 lower-case hexadecimal digits; upper case is the same number. */
const issuedForm = /^[0-9a-f]{32}$/i;
/** Long and mixed enough to be a key of another form. */
const keyLike = /^(?=[^0-9]*[0-9])(?=[^A-Za-z]*[A-Za-z])[A-Za-z0-9+/=_-]{20,128}$/;
const placeholder = /^__.*__$|your|example|sample|dummy|token|secret|placeholder|change|insert|todo|test|x{4}|[.]{3}/i;
const countedDigits = "0123456789abcdef0123456789abcdef";

/**
 * How sure it is that a literal is a real token: `error` for the form that SuperOffice issues, `warning` for
 * another key-like text, undefined for placeholders, texts and anything that a person made up.
 */
export function tokenCertainty(value: string): Severity | undefined {
  if (issuedForm.test(value)) {
    const digits = value.toLowerCase();
    const madeUp = new Set(digits).size < 6 || (countedDigits + countedDigits).includes(digits.slice(0, 16));
    return madeUp ? undefined : "error";
  }
  return keyLike.test(value) && !placeholder.test(value) ? "warning" : undefined;
}

/** What is wrong with a token that is written down. Says nothing of the token but its length. */
export function literalMessage(value: string): string {
  return `SuperOffice's application token is written into this file (${value.length} characters); it works like a password.`;
}
