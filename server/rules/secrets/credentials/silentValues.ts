import type { Document } from "../../../core/document.ts";
import { isPlaceholder, placeOf } from "../silence.ts";
import { isShownCode } from "../shownCode.ts";
import { normalName } from "../boundName.ts";
import type { Candidate } from "./candidate.ts";
import { wordsOf } from "./credentialNames.ts";
import { weakPasswords } from "./weakPasswords.ts";
import { isLetters, isMadeOfWords, looksChosen, looksGenerated } from "./randomness.ts";

/** Why something under a credential's name is none. */
export interface Reason {
  readonly id: string;
  /** A sentence for the documentation. */
  readonly why: string;
  holds(candidate: Candidate): boolean;
}

const lookUp =
  /\$\{|\{\{|\$\(|#\{|%\(|<%|\{%|^\$[A-Za-z_]|^%[A-Za-z_]\w*(?:\([^)]*\))?%$|^@[A-Za-z]|^&[a-z]|^\*[a-z]|^!\w|process\.env|import\.meta|os\.environ|getenv|System\.get|^env[.(:[]|^ENV\[|^(?:secret|vault|ssm|op|awssm|gcpsm|akv|keyvault|sops|ref|file|aws|asm)(?::|\+?:\/\/)|secretref|KeyVault|secretsmanager|^arn:|^ENC\[|^ENC\(|^projects\/|\/secrets\/|^\{[^{}]*\}$|^\[[^\]]*\]$|^<[^>]*>?$|^__\w+__$|^@@.*@@$|^\{\w+\}|^%[sdv]|^:\w+$|^\?$|^~|^null$|^undefined$|^none$|^true$|^false$/i;
const placeholderPart =
  /example|sample|dummy|placeholder|change[_-]?(?:me|this|it)|replace|redacted|insert|todo|fixme|not-?a?-?real|fake|mock|your|^my[-_A-Z]|^a-|^some[-_A-Z]|^the[-_A-Z]|x{4}|\*{3}|\.{3}|…|foo|bar(?:$|[^a-z])|hidden|secret[-_]?(?:here|goes)|here$|goes|lorem|qwerty|asdf|abc(?:123|def)|123(?:4|$|abc)|p[a@4][s5$]{2}w[o0]rd\d{0,4}!?$|^(?:secret|admin|test|root|guest|user|demo|default|letmein|welcome|pass|keyboard|temp|tmp|local|dev)[-_]?\d{0,4}!?$|^test|test$|-test-|_test_|-dev-|local(?:host|dev)|development|do-?not-?use|unsafe|insecure|only[-_]?for|for[-_]?test/i;
/** Long random values hold short words by chance: there only words between signs count. */
const placeholderWord = /(?:^|[-_.:/])(?:example|sample|dummy|placeholder|changeme|replace(?:me|d|-with)?|redacted|todo|fixme|fake|mock|your|my|some|foo|bar|test(?:ing)?|dev|local|demo|unsafe|insecure)(?:[-_.:/]|$)/i;
const hashed = /^(?:sha(?:1|256|384|512)[-:=]|md5[-:=]|\$2[abxy]?\$|\$argon2|\$[156y]\$|\$pbkdf2|\{S?SHA\d*\}|pbkdf2[:_]|scrypt:|bcrypt:)/i;
const sealed = /^kind: SealedSecret|^[ \t]{0,20}encryptedData:|^sops:/m;
const uuid = /^\{?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\}?$/i;
const publicMaterial = /^(?:ssh-(?:rsa|ed25519|dss) |ecdsa-sha2|-----BEGIN (?:CERTIFICATE|PUBLIC|RSA PUBLIC)|LS0tLS1CRUdJTiBDRVJU|LS0tLS1CRUdJTiBQVUJM|MII[A-Za-z0-9+/]{60}|AAAA[BC]3NzaC1)/;
const publicValue = /^(?:pk_(?:live|test)_|pk\.|phc_|sb_publishable_|AIza|G-[A-Z0-9]{6,12}$|UA-\d|GTM-|ca-pub-|pub[-_]|public|6L[A-Za-z0-9_-]{38}$)/;
/** Keys that pages of Trello, Google Maps, Firebase, Algolia, reCAPTCHA and analytics must show. */
const publicHolder = /(?:trello|maps?|firebase|algolia|search|recaptcha|analytics|posthog|segment|mapbox|gtm|amplitude|mixpanel|sentry)\w{0,12}(?:key|token|dsn)$|^(?:appkey|sitekey|anonkey|widgetkey|publickey)$/;
const publicNear = /authdomain|messagingsenderid|firebaseapp\.com|storagebucket|measurementid|maps\.googleapis\.com|trellopowerup/i;
const identifier = /^[A-Z][A-Z0-9]*(?:[_-][A-Z0-9]+)+$|^[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*|\[-?\d{1,4}\])+(?:\(\))?$|^[A-Za-z_$][\w$]*\(.*\)?;?$/;
const path = /^(?:\.{0,2}\/|~\/|[A-Za-z]:\\|[\w@.-]+\/[\w@./-]*$|\\\\)|\.(?:json|ya?ml|txt|pem|key|crt|cer|env|tsx?|jsx?|mjs|cs|php|py|html?|css|svg|png|md|sh|pfx|p12|jks|conf|ini|xml)$/i;
const address = /^[a-z][a-z0-9+.-]{1,20}:\/\/|^(?:mailto|data|urn|blob|tel):|^[^@\s]{1,64}@[^@\s]{1,100}\.[a-z]{2,24}$|^(?:\d{1,3}\.){3}\d{1,3}(?::\d+)?$|^[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|io|dev|local|svc|internal|app)(?::\d+)?(?:\/|$)/i;
const selector = /^[#.][A-Za-z][\w-]*(?:$|[ .:>[#])|^\[[\w-]+|^(?:input|button|form|label|div|a|textarea)[[#.:]|^\/\/\w+\[|^\^|\$$|\[\^?[a-z]-[a-z]|\\[dws]|\(\?[:=!]/i;
const colourOrFont = /^#(?:[0-9a-f]{3,4}){1,2}$|^(?:rgba?|hsla?|var|calc|url)\(|^\d+(?:\.\d+)?(?:px|rem|em|vh|vw|%|pt|ms|s)$/i;
const dateOrVersion = /^\d{4}-\d{2}-\d{2}|^v?\d+\.\d+(?:\.\d+)?(?:[-+][\w.]+)?$|^\d+(?:px|ms|s|m|h|d|kb|mb)?$/i;
const typeName = /^(?:string|number|boolean|any|unknown|never|object|text|email|hidden|varchar(?:\(\d+\))?|bearer|basic|jwt|oauth2?|apikey|uuid|integer)(?:\[\])?[;,]?$|^(?:z|t|yup|Joi|Schema|types|Type|Field|Column|models|prisma)\b[.(]/i;
const translation = /(?:^|\/)(?:i18n|l10n|locales?|langs?|languages?|translations?|messages|nls|resx?)\/|(?:^|[./_-])(?:i18n|messages|strings|translations?|lang|labels)[._-]?[\w-]*\.(?:json|ya?ml|[jt]sx?|properties|php|xml)$|(?:^|\/)[a-z]{2}(?:[-_][A-Za-z]{2,4})?\.(?:json|ya?ml|[jt]s)$|\.(?:po|pot|arb|xlf|xliff|resx|strings)$/i;
/** A program that is written to be read by nobody has lines like this, in characters. */
const bundledLine = 1_500;

const encrypted = new WeakMap<Document, boolean>();

function isEncrypted({ document }: Candidate): boolean {
  if (document.language !== "yaml") return false;
  const known = encrypted.get(document) ?? sealed.test(document.text);
  encrypted.set(document, known);
  return known;
}

function isFillIn({ value, path: holder }: Candidate): boolean {
  const isRandom = value.length >= 16 && looksGenerated(value);
  return (isRandom ? placeholderWord : placeholderPart).test(value) || weakPasswords.has(value.toLowerCase()) || isPlaceholder(value, holder);
}

function isBundled({ document, range }: Candidate): boolean {
  const line = document.lineOf(range.start);
  return document.lineEnd(line) - (document.lines[line] ?? 0) > bundledLine;
}

/** Words that say what a value is for: one that is made of these and of its own name is no value. */
const vocabulary: ReadonlySet<string> = new Set(["secret", "key", "token", "password", "pass", "pwd", "passwd", "api", "access", "auth", "client", "app", "jwt", "my", "your", "the", "a", "user", "admin", "super", "very", "long", "random", "string", "value", "private", "shared", "session", "cookie", "refresh", "id", "db", "database", "root", "prod", "dev", "local", "some", "strong", "secure", "encryption", "signing"]);

function repeatsItsName({ value, path: holder }: Candidate): boolean {
  if (normalName(value) === normalName(holder) || normalName(value) === normalName(wordsOf(holder).slice(-2).join(""))) return true;
  const own = new Set([...wordsOf(holder), ...vocabulary]);
  const words = wordsOf(value);
  return words.length > 0 && words.every((word) => own.has(word) || /^\d{1,4}$/.test(word));
}

/** Whether a variable is set for a program: what stands there is used and no label, even if it is a word. */
function isVariable({ language }: Document, holder: string): boolean {
  return language === "dotenv" || ((language === "yaml" || language === "dockerfile") && /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/.test(holder));
}

/** Whether anything speaks for a value, by where it stands and what its name promises. */
function isConvincing({ kind, position, value, document, path: holder }: Candidate): boolean {
  if (position === "compared" && kind !== "password") return looksGenerated(value);
  if (kind === "token") return looksGenerated(value);
  if (kind === "secret") return looksGenerated(value) || (value.length >= 8 && looksChosen(value) && !isMadeOfWords(value));
  if (looksChosen(value) || looksGenerated(value)) return true;
  // Behind a user's name stands a password, whatever it looks like; in code it may be a label or a name.
  if (position === "url" || position === "header") return value.length >= 6;
  return position === "bare" && isVariable(document, holder) && isLetters(value) && value.length >= 10;
}

/**
 * Every reason for silence on a generic credential, in one place. A format that is certain by itself is judged by
 * `certainty.ts`, milder in tests and not at all where it is public.
 */
export const reasons: readonly Reason[] = [
  { id: "generated-file", why: "Lock files, source maps, minified files and bundles (long lines) are made from something else; integrity hashes live there.", holds: (one) => placeOf(one.document) === "generated" || isBundled(one) },
  { id: "test-or-documentation", why: "Tests, fixtures, mocks, samples, documentation and code in a text that is Markdown hold made-up values; only certain formats count there, one severity lower.", holds: (one) => placeOf(one.document) !== "code" || isShownCode(one.document.text, one.range.start) },
  { id: "translation", why: "In files of translations and labels, `password` is the key of a word that people read.", holds: (one) => one.position === "quoted" && translation.test(one.document.path) },
  { id: "look-up", why: "A look-up in the environment or a secret manager, a template's hole, a reference or nothing at all.", holds: (one) => one.value === "" || lookUp.test(one.value) },
  { id: "text", why: "A sentence: white space or letters beyond ASCII in a value that stands in quotes.", holds: (one) => /\s/.test(one.value) || /[^\x21-\x7e]/.test(one.value) },
  { id: "placeholder", why: "Words that stand for a value to be filled in, weak defaults (these are for `default-credential`), runs and repetitions.", holds: isFillIn },
  { id: "own-name", why: "The value repeats its own name, or says only that it is a secret.", holds: repeatsItsName },
  { id: "hash", why: "A hash of a password or a digest: what opens something is not in it.", holds: (one) => hashed.test(one.value) },
  { id: "web-token", why: "A JSON Web Token is read by `hardcoded-secret`, which knows those of a session, of a browser and of an exercise.", holds: (one) => one.value.startsWith("eyJ") },
  { id: "encrypted", why: "Values that are encrypted where they stand: sealed secrets and files of sops.", holds: isEncrypted },
  { id: "uuid", why: "A UUID names things. Providers whose keys are UUIDs have their own format.", holds: (one) => uuid.test(one.value) },
  { id: "public-material", why: "Public keys and certificates are there to be given away.", holds: (one) => publicMaterial.test(one.value) },
  { id: "public-by-design", why: "Publishable keys, and keys that a page must show: Trello's, Firebase's, Maps', analytics'.", holds: isPublic },
  { id: "identifier", why: "The name of a variable, key, constant, error code or function.", holds: (one) => one.position !== "header" && one.position !== "url" && identifier.test(one.value) && !looksGenerated(one.value) },
  { id: "path", why: "The path of a file, such as that of a mounted secret.", holds: (one) => path.test(one.value) && !looksGenerated(one.value.replace(/\//g, "")) },
  { id: "address", why: "An address without a password.", holds: (one) => one.position !== "url" && address.test(one.value) },
  { id: "selector-or-pattern", why: "A CSS selector or a regular expression.", holds: (one) => one.position === "quoted" && selector.test(one.value) },
  { id: "colour-or-font", why: "Colours, sizes and fonts of design tokens.", holds: (one) => colourOrFont.test(one.value) },
  { id: "date-or-version", why: "Dates, versions and numbers.", holds: (one) => dateOrVersion.test(one.value) },
  { id: "type", why: "The name of a type or of a kind of field.", holds: (one) => typeName.test(one.value) },
  { id: "not-convincing", why: "Words and short values, which labels, ids and enum members are made of: no generator made them, and no person chose them as a password.", holds: (one) => !isConvincing(one) },
];

function isPublic({ document, range, value, path: holder }: Candidate): boolean {
  if (publicValue.test(value) || publicHolder.test(normalName(holder))) return true;
  if (!/api_?key$/i.test(holder)) return false;
  return publicNear.test(document.text.slice(Math.max(0, range.start - 600), range.end + 600));
}

/** The first reason not to speak of a candidate; undefined where it is a credential. */
export function reasonForSilence(candidate: Candidate): Reason | undefined {
  return reasons.find((reason) => reason.holds(candidate));
}
