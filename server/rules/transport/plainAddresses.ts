import type { Document } from "../../core/document.ts";
import type { Fix } from "../../core/finding.ts";
import type { TextRange } from "../../core/text.ts";

/** An address that encrypts nothing: its scheme and its public host. */
export interface PlainAddress {
  readonly scheme: "http" | "ws";
  readonly host: string;
  /** Length of scheme, host and port. */
  readonly length: number;
}

const address = /^(http|ws):\/\/([a-z0-9](?:[a-z0-9-]{0,62}\.){1,10}[a-z][a-z0-9-]{1,30}|\d{1,3}(?:\.\d{1,3}){3})(:\d{1,5})?(?=[/?#\s"'`\0$]|$)/i;
/** Networks of one's own (RFC 1918, 3927, 6598), loopback, and the numbers kept for documentation (RFC 5737). */
const privateNumber = /^(?:0|10|127|169\.254|192\.168|172\.(?:1[6-9]|2\d|3[01])|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])|192\.0\.2|198\.51\.100|203\.0\.113)\./;
/** Names that no public server has (RFC 2606, 6761, 6762, 8375), names inside of clusters, tunnels to one's own machine. */
const privateName = /(?:^|\.)(?:local|localhost|localdomain|test|invalid|example|internal|intranet|lan|home|corp|private|svc|cluster|consul|docker|arpa)$|(?:^|\.)example\.(?:com|org|net|edu)$|(?:^|\.)(?:lvh\.me|nip\.io|sslip\.io|localtest\.me|ngrok\.io|ngrok-free\.app)$|\.svc\./i;
/** Hosts of identifiers that look like addresses and are compared, not called. */
const identifierHost = /^(?:www\.)?(?:w3\.org|json-schema\.org|schema\.org|purl\.org|purl\.oclc\.org|xmlns\.com|ogp\.me|opengis\.net|tempuri\.org|opensource\.org|apache\.org|gnu\.org|creativecommons\.org|openid\.net|xml\.org|xmlsoap\.org|oasis-open\.org|specs\.openid\.net|java\.sun\.com|relaxng\.org|docbook\.org|adobe\.com)$|^(?:schemas?|schemes?|xmlns?|ns|id|docs\.oasis-open|rdf|dtd)\./i;
/** Names that stand for a host that somebody fills in. */
const placeholder = /(?:^|[.-])(?:your|my|some|foo|bar|baz|dummy|fake|placeholder|changeme|acme|xxx+|domain|hostname|yourdomain|mydomain|test|unknown|base)(?=[.-])/i;

/** The address at the start of a text, where it is that of a public host; undefined otherwise. */
export function plainAddress(text: string): PlainAddress | undefined {
  const found = address.exec(text);
  const host = found?.[2]?.toLowerCase() ?? "";
  if (!found || privateNumber.test(host) || privateName.test(host) || identifierHost.test(host) || placeholder.test(host)) return undefined;
  return { scheme: found[1]?.toLowerCase() === "ws" ? "ws" : "http", host, length: found[0].length };
}

/** Something in a file that holds an address: a constant, a setting. */
const settingName = /^(?:\w*(?:base|api|server|backend|service|gateway|socket|ws|websocket|token|auth|oauth|authorize|authorization|login|graphql|rest|remote|prefix|upload|webhook|rpc|jwks|userinfo|tenant|instance)(?:base|root)?(?:url|uri|endpoint|address)|endpoint|baseurl|endpointurl)$/;
const otherName = /doc|help|home|licen[cs]e|schema|namespace|issuer|audience|redirect|callback|proxy|support|example|placeholder|image|icon|logo|terms|privacy|website|vendor/;

/** Whether a name says that it holds an address that is called. */
export function isAddressName(name: string): boolean {
  const plain = name.replace(/[-_.]/g, "").toLowerCase();
  return settingName.test(plain) && !otherName.test(plain);
}

/** The names of variables of the environment end in what they hold. */
export function isVariableName(name: string): boolean {
  return /^[A-Z][A-Z0-9_]*_(?:URL|URI|ENDPOINT|BASE_URL)$/.test(name) && !otherName.test(name.toLowerCase().replaceAll("_", ""));
}

/** What is said of an address. */
export function plainMessage({ scheme, host }: PlainAddress): string {
  return `What is sent to ${host} goes over ${scheme} in clear, so anyone on the way can read and change it.`;
}

/** Writes the scheme with encryption. The server has to answer there. */
export function encryptingFix(document: Document, { scheme }: PlainAddress, range: TextRange | undefined): Fix[] {
  if (!range || document.text.slice(range.start, range.start + scheme.length).toLowerCase() !== scheme) return [];
  const edits = [{ range: { start: range.start, end: range.start + scheme.length }, newText: `${scheme}s` }];
  return [{ title: `Change to ${scheme}s; the server must answer there`, safe: false, edits }];
}

/** The bytes around `http://` and `ws://` by which addresses of public hosts are told from everything else, before a tree. */
export const addressConfirmations: ReadonlyMap<string, RegExp> = new Map(
  ["http://", "ws://"].map((scheme) => [
    scheme,
    new RegExp(`(?<=["'\`=>:\\s])${scheme}(?!localhost|127\\.|0\\.0|10\\.|192\\.168\\.|(?:www\\.)?w3\\.org|schemas?\\.|schemes?\\.|json-schema|(?:www\\.)?apache\\.org|(?:[\\w-]{1,40}\\.)?example\\.|opensource)[A-Za-z0-9][A-Za-z0-9-]{0,62}\\.[A-Za-z0-9]`, "iy"),
  ]),
);
