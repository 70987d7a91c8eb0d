import type { Confirmations } from "../../../core/rule.ts";
import type { TextRange } from "../../../core/text.ts";
import { weakPasswords } from "./weakPasswords.ts";

/** Schemes whose addresses have a user and a password before the host. */
export const urlTriggers: readonly string[] = [
  "postgres", "postgresql", "mysql", "mysql2", "mariadb", "mongodb", "mongodb+srv", "redis", "rediss", "amqp", "amqps", "mssql", "sqlserver", "oracle", "cockroachdb", "clickhouse", "couchbase", "neo4j", "bolt",
  "elasticsearch", "nats", "mqtt", "mqtts", "kafka", "stomp", "ftp", "ftps", "sftp", "ssh", "smtp", "smtps", "imap", "imaps", "ldap", "ldaps", "rtsp", "socks5", "http", "https", "ws", "wss",
].map((scheme) => `${scheme}://`);

/** Most addresses have neither user nor password. */
const userAndPassword = /[a-z0-9+]{2,20}:\/\/[^\t\n\r "'`<>:@/]{0,400}:[^\t\n\r "'`<>@/]{3,700}@/iy;
export const urlConfirmations: Confirmations = new Map(urlTriggers.map((trigger) => [trigger, userAndPassword]));

/** User, password, host. Sticky; each part is bounded. A password may hold an escaped sign, not a bare one. */
const authority = /([^\s:@/"'`<>{}$|\\^[\]]{0,80}):([^\s@/"'`<>\\]{3,200})@([A-Za-z0-9.\-_[\]${}]{1,200})/y;
/** Hosts that are made up by definition (RFC 2606 and 6761). */
const madeUpHost = /(?:^|\.)(?:example|invalid|test)(?:\.(?:com|org|net))?$|^(?:host|hostname|server|your|my|db_?host|ip|domain|cluster\d?|x+)\b/i;

/** The password in the address whose scheme ends before `offset`. */
export interface UrlPassword {
  readonly range: TextRange;
  readonly user: string;
}

/** Reads `user:password@host` at an offset; undefined where there is none, or one that is made up by its host or its words. */
export function urlPasswordAt(text: string, offset: number): UrlPassword | undefined {
  authority.lastIndex = offset;
  const [, user = "", password, host = ""] = authority.exec(text) ?? [];
  if (password === undefined || madeUpHost.test(host)) return undefined;
  const lower = password.toLowerCase();
  if (weakPasswords.has(lower) || lower === user.toLowerCase()) return undefined;
  const start = offset + user.length + 1;
  return { range: { start, end: start + password.length }, user };
}
