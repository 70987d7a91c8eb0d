import type { Document } from "../../../core/document.ts";
import type { Confirmations, TriggerHit } from "../../../core/rule.ts";
import type { Severity } from "../../../core/severity.ts";
import type { TextRange } from "../../../core/text.ts";
import { classOf, nameTriggers } from "../credentials/credentialNames.ts";
import { kubernetesTriggers, secretEntries } from "../credentials/kubernetesSecrets.ts";
import { valueAfterName, type NamedValue } from "../credentials/valueAfterName.ts";
import { isShownCode } from "../shownCode.ts";
import { placeOf } from "../silence.ts";
import { secretNoun, wordsOf } from "../secretNames.ts";
import { defaultPasswords, defaultSecrets, isDocumentationPair } from "./defaultValues.ts";

/** A default password or secret. */
export interface DefaultCredential {
  readonly range: TextRange;
  readonly noun: string;
  /** The name that holds it; absent in an address. */
  readonly name?: string;
  readonly why: "known" | "user" | "fallback";
  readonly atMost: Severity;
}

/** Between a user and a host, of databases, queues and the web. */
const pairInAddress = /\b(postgres(?:ql)?|mysql2?|mariadb|mongodb(?:\+srv)?|rediss?|amqps?|mssql|sqlserver|jdbc:\w{2,12}|nats|mqtts?|ldaps?|ftps?|sftp|smtps?|clickhouse|neo4j|bolt|elasticsearch|https?):\/\/([^\s:/@"'`<>${}%]{0,60}):([^\s:/@"'`<>${}]{1,60})@([\w.-]{1,100})/gi;
const addressTriggers = ["://"];
/** The words by which the rule is asked to look at a file. */
export const defaultTriggers: readonly string[] = [...new Set([...nameTriggers, ...kubernetesTriggers, ...addressTriggers])];
/** Of addresses only those with a user and a password. */
export const defaultConfirmations: Confirmations = new Map(addressTriggers.map((trigger) => [trigger, /:\/\/[^\t\n\r "'`<>:@/]{0,300}:[^\t\n\r "'`<>:@/]{1,300}@/y]));
const namesWanted = new Set(nameTriggers);
const kindsWanted = new Set(kubernetesTriggers);

const dataLanguages: ReadonlySet<string> = new Set(["yaml", "json", "xml", "dotenv", "dockerfile"]);
const settingsFile = /\.(?:properties|ini|cfg|conf|cnf|toml|tfvars|env)$/i;
/** Pages and labels: a password there is a word that people read. */
const shownToPeople = /\.(?:[jt]sx|vue|svelte|html?|cshtml)$|(?:^|\/)(?:i18n|l10n|locales?|lang|languages?|translations?|messages)\/|schema|openapi|swagger/i;
/** What stands beside a password that is used. */
const companion = /\b(?:host(?:name)?|server|user(?:name|id)?|user_?id|uid|login|database|db|dbname|port|email|connection\w*|dialect|client)["']?\s{0,5}[:=]/i;
const companionReach = 250;
const fallback = /^\$\{[A-Za-z_]\w*:?[-=]([^}]{1,60})\}?$/;
const ownMachine = /^(?:localhost|127\.0\.0\.1|0\.0\.0\.0|host\.docker\.internal)$/i;

/** Files for the services of a test run. */
const forTestRuns = /(?:^|\/)(?:\.devcontainer|\.github|\.gitlab|\.circleci|\.vscode|cypress|playwright)\/|(?:^|\/)(?:\.gitlab-ci|bitbucket-pipelines|azure-pipelines|\.travis)\.ya?ml$|(?:^|[._/-])(?:test|tests|ci|e2e)(?=[._/-]|[A-Z])|postman/;

/** The default credentials of a document, in order of the text. `hits` are {@link defaultTriggers}. */
export function findDefaults(document: Document, hits: readonly TriggerHit[]): DefaultCredential[] {
  if (placeOf(document) !== "code" || forTestRuns.test(document.path)) return [];
  const found = new Map<number, DefaultCredential>();
  const add = (one: DefaultCredential | undefined): void => {
    if (one && !found.has(one.range.start)) found.set(one.range.start, one);
  };
  for (const { trigger, offset } of hits) {
    if (namesWanted.has(trigger)) add(named(document, offset));
    if (kindsWanted.has(trigger)) for (const one of inKubernetesSecret(document, offset)) add(one);
  }
  if (hits.some(({ trigger }) => trigger === "://")) for (const one of inAddresses(document)) add(one);
  return [...found.values()].sort((left, right) => left.range.start - right.range.start);
}

function named(document: Document, offset: number): DefaultCredential | undefined {
  const given = valueAfterName(document, offset);
  if (!given || isShown(document, offset)) return undefined;
  const name = given.path.slice(given.path.lastIndexOf(".") + 1);
  const kind = classOf(name);
  if (kind === undefined || kind === "token") return undefined;
  const written = document.text.slice(given.range.start, given.range.end);
  const behind = fallback.exec(written)?.[1];
  const value = (behind ?? written).toLowerCase();
  const known = (kind === "password" ? defaultPasswords : defaultSecrets).has(value);
  const isUser = !known && kind === "password" && isUsersName(document, given, name, value);
  if ((!known && !isUser) || !isUsed(document, given, name, value, kind)) return undefined;
  const atMost = given.position === "compared" || (kind === "secret" && isCode(document)) ? "error" : "warning";
  return { range: given.range, noun: secretNoun(name), name, why: behind !== undefined ? "fallback" : known ? "known" : "user", atMost: behind !== undefined ? "information" : atMost };
}

/** What starts a comment, and a quote that is escaped: there a text shows how something is used. */
const comment = /^\s*(?:\/\/|\/?\*|#|<!--|--|;)/;

/** `'password: "password"'`: a text that becomes a line of other code. */
function isLineOfCode(before: string, from: string): boolean {
  return /["'`]\s{0,20}[\w.-]*$/.test(before) && /^[\w.-]{1,60}:\s{0,3}\\?["']/.test(from);
}

function isShown({ text }: Document, offset: number): boolean {
  const lineStart = text.lastIndexOf("\n", offset - 1) + 1;
  const before = text.slice(Math.max(lineStart, offset - 300), offset);
  return comment.test(text.slice(lineStart, lineStart + 40)) || /\\["'][\w.-]*$/.test(before) || before.includes("\\n") || isShownCode(text, offset) || isLineOfCode(before, text.slice(offset, offset + 80));
}

function isCode({ language, path }: Document): boolean {
  return !dataLanguages.has(language) && !settingsFile.test(path);
}

/** Whether a value is used as a password, and is not a label, a type or a form's default. */
function isUsed(document: Document, given: NamedValue, name: string, value: string, kind: "password" | "secret"): boolean {
  if (given.position === "compared") return kind === "password" && !/^(?:password|pass|pwd|passwd|default|user)$/.test(value);
  if (shownToPeople.test(document.path)) return false;
  const isSetting = /^[A-Z][A-Z0-9_]*$/.test(name) && name.includes("_");
  if (isSetting && (!isCode(document) || given.position === "bare")) return true;
  if (kind === "secret" && isCode(document)) return /jwt|session|cookie|sign|app|^secret/i.test(name) && value !== name.toLowerCase() && /\s{0,3}[:=]/.test(document.text.slice(given.range.start - 6, given.range.start));
  const repeats = wordsOf(name).split(" ").includes(value);
  if (!isCode(document) && !repeats) return true;
  const { text } = document;
  const around = text.slice(Math.max(0, given.range.start - companionReach), given.range.end + companionReach);
  return companion.test(around);
}

/** `POSTGRES_USER: shop` beside `POSTGRES_PASSWORD: shop`. */
function isUsersName(document: Document, { range }: NamedValue, name: string, value: string): boolean {
  const owner = /^([A-Z][A-Z0-9_]*?)_?(?:PASSWORD|PASSWD|PWD|PASS|PW)$/.exec(name)?.[1];
  if (owner === undefined || value.length < 3 || !/^[\w.-]+$/.test(value)) return false;
  const around = document.text.slice(Math.max(0, range.start - 400), range.end + 400);
  const user = new RegExp(`\\b${owner}_?(?:USER|USERNAME|USER_NAME|LOGIN)["']?\\s{0,3}[:=]\\s{0,3}["']?([\\w.-]{1,60})`).exec(around)?.[1];
  return user?.toLowerCase() === value;
}

function inKubernetesSecret(document: Document, offset: number): DefaultCredential[] {
  return secretEntries(document.text, offset).flatMap(({ name, range, value }) => {
    const kind = classOf(name);
    const known = kind === "password" ? defaultPasswords : kind === "secret" ? defaultSecrets : undefined;
    return known?.has(value.toLowerCase()) ? [{ range, noun: secretNoun(name), name, why: "known" as const, atMost: "warning" as const }] : [];
  });
}

function inAddresses(document: Document): DefaultCredential[] {
  return Array.from(document.text.matchAll(pairInAddress)).flatMap(({ 0: whole, 1: scheme = "", 2: user = "", 3: password = "", 4: host = "", index }) => {
    if (isShown(document, index) || isDocumentationPair(user, password) || /^(?:host(?:name)?|example\.\w+|.*\.example(?:\.\w+)?)$/i.test(host)) return [];
    const isUser = user !== "" && user.toLowerCase() === password.toLowerCase();
    if (!isUser && !defaultPasswords.has(password.toLowerCase())) return [];
    // A web address with a password is a sample more often than not.
    if (/^https?$/i.test(scheme) && !isUser) return [];
    const start = index + whole.length - host.length - 1 - password.length;
    const why = isUser ? "user" : "known";
    return [{ range: { start, end: start + password.length }, noun: "password in this address", why, atMost: ownMachine.test(host) ? "information" : "warning" }];
  });
}
