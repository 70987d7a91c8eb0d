import { entropyOf } from "../silence.ts";

/** Kinds of files, algorithms and versions that stand under names of secrets and have digits. */
const technical = /^(?:sha-?\d{1,3}|md[45]|hs\d{3}|rs\d{3}|es\d{3}|aes-?\d{3}(?:-\w{3})?|base(?:32|58|64)(?:url)?|utf-?\d{1,2}|oauth-?[12](?:\.0)?|http[12]|v\d{1,3}|x509|pkcs\d{1,2}|argon2\w{0,2}|bcrypt|scrypt|pbkdf2|ed25519|secp\d{3}\w\d|p\d{3}|i18n|a11y|l10n|k8s|s3|ec2|b64|uuid-?v?\d|latin1|iso-?\d{4})$/i;
/** The words of a run of letters: capitals stand at their starts, or all through. */
const wordRuns = /[A-Z]+[a-z]*|[a-z]+/g;
/** Pairs of letters that no word of a European language has, in small letters: capitals may be acronyms. */
const unheardOf = /[bcdfghjklmnprstvwxyz]q|q[^u]|[bcdfghjkmpqstvwxz]x|[bcfghjkmnpqsvwxz]v(?![aeiouly])|j[bcdfghklmpqrstvwxz]|v[bcdfghjkmnpqtvwxz]|x[bdfgjkmnqrvxz]|z[bcdfgjnpqrvx]|[fhjqxz]z(?![aeioy])|[bdghjkmpqvwxz]j(?![aeou])/;
const vowels = /[aeiouyAEIOUY]/g;

/** Whether a run of letters reads like words. Generators make too few vowels in a row of consonants, or too many capitals. */
function readsLikeWords(run: string): boolean {
  if (run.length <= 4) return true;
  if (run.length / (run.match(wordRuns)?.length ?? 1) < 2.6) return false;
  const share = (run.match(vowels)?.length ?? 0) / run.length;
  return share >= 0.2 && share <= 0.75 && !unheardOf.test(run) && !/[bcdfghjklmnpqrstvwxz]{6}/i.test(run);
}

/** Whether a value is put together of words, numbers and signs between them: `user-token-2`, `auth.password`, `newPassword`. */
export function isMadeOfWords(value: string): boolean {
  if (technical.test(value)) return true;
  const parts = value.split(/[^A-Za-z0-9]+/).filter((part) => part !== "");
  return parts.every((part) => {
    const [, letters = "", digits = "", rest = ""] = /^([A-Za-z]*)(\d*)(.*)$/s.exec(part) ?? [];
    if (rest !== "") return technical.test(part);
    return (letters === "" || readsLikeWords(letters)) && digits.length <= 4;
  });
}

/** Only letters, which may be words of a person. */
export function isLetters(value: string): boolean {
  return /^[A-Za-z]+$/.test(value);
}

/** How often letters and digits follow one another. */
function switches(value: string): number {
  return value.match(/[A-Za-z](?=\d)|\d(?=[A-Za-z])/g)?.length ?? 0;
}

/** Whether a value looks like a generator's work: long enough, of mixed kinds, and no words. */
export function looksGenerated(value: string): boolean {
  if (value.length < 12 || /\s/.test(value)) return false;
  if (isMadeOfWords(value)) return false;
  const plain = value.replace(/[=]+$/, "");
  if (/^[0-9.-]+$/.test(plain)) return false;
  if (!/\d/.test(plain)) return plain.length >= 16 && entropyOf(plain) > 3.3;
  const least = /^[0-9a-f]+$/i.test(plain) ? 2.7 : plain.length < 20 ? 2.9 : 3.2;
  return entropyOf(plain) >= least && (switches(plain) >= 2 || plain.length >= 24);
}

/** Whether a value looks like what a person takes for a password: letters with digits or signs, and no name of something. */
export function looksChosen(value: string): boolean {
  if (value.length < 6 || value.length > 80 || /\s/.test(value) || technical.test(value)) return false;
  const hasLetter = /[A-Za-z]/.test(value);
  const hasDigit = /\d/.test(value);
  const hasSign = /[!@#$%^&*+=?~|;,<>{}()[\]]/.test(value);
  // Letters alone are a name of something, unless nobody could read them.
  if (hasLetter && !hasDigit && !hasSign) return value.length >= 8 && /[a-z]/.test(value) && /[A-Z]/.test(value) && !isMadeOfWords(value);
  if (!hasLetter) return false;
  // `step-2`, `field_1`, `item.3`: names of things. `Winter2024` is nobody's name of a thing.
  return hasSign || switches(value) >= 2 || /[a-zA-Z]{3,}\d{2,}$/.test(value) || /^\d{2,}[a-zA-Z]{3,}/.test(value) || !isMadeOfWords(value) || (/[a-z]\d$/.test(value) && !/[-_./:]/.test(value) && value.length >= 7);
}
