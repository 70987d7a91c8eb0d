import type { TextRange } from "../../../core/text.ts";
import { decodedText } from "../structures.ts";
import type { Candidate } from "./candidate.ts";
import { classOf } from "./credentialNames.ts";

/** Opens the one kind of object whose values are secrets by definition. Others' names go on behind the word. */
export const kubernetesTriggers: readonly string[] = ["kind: secret", 'kind: "secret"'];

/** An object is no longer than this, in characters. */
const longestObject = 20_000;
const separator = /^---/m;
const blockHead = /^(\s{0,20})(data|stringData):\s{0,20}$/;
const entry = /^(\s{1,40})["']?([\w.-]{1,100})["']?:[ \t]{1,20}["']?([^"'#\r\n]{1,2000}?)["']?[ \t]{0,20}(?:#[^\r\n]{0,400})?$/;

/** The values of a Secret, decoded, and where the object ends. */
export interface KubernetesSecret {
  readonly entries: readonly SecretEntry[];
  readonly end: number;
}

/** A value of a Secret: where it stands, and what it holds. */
export interface SecretEntry {
  readonly name: string;
  readonly range: TextRange;
  readonly value: string;
}

/** The Secret whose kind stands at `offset`; undefined where another kind stands there. */
export function kubernetesSecretAt(text: string, offset: number): KubernetesSecret | undefined {
  if (!/^kind: "?Secret"?[ \t]*(?:\r?\n|$)/.test(text.slice(offset, offset + 40))) return undefined;
  const before = text.slice(Math.max(0, offset - longestObject), offset);
  const above = before.lastIndexOf("\n---");
  const start = offset - (above < 0 ? before.length : before.length - above - 1);
  const behind = text.slice(offset, offset + longestObject);
  const next = separator.exec(behind)?.index ?? behind.length;
  return { entries: entriesIn(text.slice(start, offset + next), start), end: offset + next };
}

function entriesIn(object: string, origin: number): SecretEntry[] {
  const found: SecretEntry[] = [];
  let block: { readonly indent: number; readonly isEncoded: boolean } | undefined;
  let at = origin;
  for (const line of object.split("\n")) {
    const head = blockHead.exec(line);
    const match = block && entry.exec(line);
    if (head) block = { indent: head[1]?.length ?? 0, isEncoded: head[2] === "data" };
    else if (block && /^\S/.test(line)) block = undefined;
    if (block && match && (match[1]?.length ?? 0) > block.indent) {
      const written = match[3] ?? "";
      const start = at + line.indexOf(written, (match[1]?.length ?? 0) + (match[2]?.length ?? 0));
      const value = block.isEncoded ? decodedText(written).trim() : written.trim();
      found.push({ name: match[2] ?? "", range: { start, end: start + written.trimEnd().length }, value });
    }
    at += line.length + 1;
  }
  return found;
}

/** What people put into a Secret beside what is secret: who signs in, where, and what anybody may see. */
const notSecret = /user(?:_?name)?|(?:^|[-_.])(?:id|uid|host(?:name)?|port|url|uri|endpoint|region|zone|bucket|email|name|namespace|database|db|schema|type|version|realm|domain|issuer|ca|crt|cert|pub|public)(?:$|[-_.])|(?:Id|Host|Port|Url|Name|Cert)$/i;
/** What a registry's sign-in holds; its pair is in base64. */
const registryPair = /"(?:auth|password)"\s{0,5}:\s{0,5}"([^"\\]{6,400})"/;

/**
 * What an entry of a Secret is taken for. The place says that it is secret, so the name need not, where it does not say
 * the opposite; the value must look like a generator's work then.
 */
export function candidateIn({ name, value }: SecretEntry): Pick<Candidate, "kind" | "value"> | undefined {
  if (name.startsWith(".docker")) {
    const pair = registryPair.exec(value)?.[1];
    return pair === undefined ? undefined : { kind: "password", value: pair };
  }
  const kind = classOf(name);
  if (kind !== undefined) return { kind, value };
  return notSecret.test(name) || name.includes(".") ? undefined : { kind: "token", value };
}

/** The values of the Secret whose kind stands at `offset`; empty where another kind stands there. */
export function secretEntries(text: string, offset: number): readonly SecretEntry[] {
  return kubernetesSecretAt(text, offset)?.entries ?? [];
}
