import type { Document } from "../../core/document.ts";
import type { Report, TriggerHit } from "../../core/rule.ts";
import type { TextRange } from "../../core/text.ts";
import { groupRange, isCommented, matchAt } from "./textPlaces.ts";

/** A way to switch the check off that the text around one word shows. */
interface TextSwitch {
  /** In the rule's list of triggers. */
  readonly trigger: string;
  /** Matches from the trigger on. Its first group is what the fix replaces. */
  readonly pattern: RegExp;
  readonly right?: string;
  readonly files?: RegExp;
  /** The call that the word must be an argument of. */
  readonly callee?: RegExp;
}

/** `NAME=0`, `NAME: "0"`, `"NAME": "0"`, and Kubernetes' pair of `name` and `value`. */
function variable(name: string, off: string, right: string): TextSwitch {
  const between = String.raw`["']?[ \t]*(?:[:=][ \t]*|,?[ \t]*(?:\r?\n[ \t]*)?["']?value["']?[ \t]*:[ \t]*)["']?`;
  return { trigger: name, pattern: new RegExp(`${name}${between}(${off})(?![\\w.])`, "id"), right };
}

/** From the manuals of Node, Git, npm, Yarn, Python's ssl, requests and httpx, Go's crypto/tls, Ruby's openssl. */
const textSwitches: readonly TextSwitch[] = [
  variable("NODE_TLS_REJECT_UNAUTHORIZED", "0", "1"),
  variable("PYTHONHTTPSVERIFY", "0", "1"),
  variable("GIT_SSL_NO_VERIFY", "1|true", "0"),
  variable("NPM_CONFIG_STRICT_SSL", "false", "true"),
  variable("YARN_ENABLE_STRICT_SSL", "false|0", "true"),
  { trigger: "strict-ssl", pattern: /strict-ssl[ \t]*=?[ \t]*(false)\b/d, right: "true", files: /(?:^|\/)\.npmrc$|\.(?:sh|bash|ya?ml)$/ },
  { trigger: "enableStrictSsl", pattern: /enableStrictSsl:[ \t]*(false)\b/d, right: "true", files: /\.ya?ml$/ },
  { trigger: "verify=False", pattern: /verify=(False)\b/d, right: "True", files: /\.py$/, callee: /(?:\b(?:requests|httpx|sess|session|client|http)(?:\.\w{1,20}){1,3}|\b(?:Async)?Client)$/i },
  { trigger: ".verify = False", pattern: /\.verify = (False)\b/d, right: "True", files: /\.py$/ },
  { trigger: "_create_unverified_context", pattern: /_create_unverified_context/d, files: /\.py$/ },
  { trigger: "InsecureSkipVerify", pattern: /InsecureSkipVerify\s{0,4}[:=]\s{0,4}(true)\b/d, right: "false", files: /\.go$/ },
  { trigger: "VERIFY_NONE", pattern: /VERIFY_NONE\b/d, files: /\.rb$/ },
];

/** Words of which one stands in all texts with such a switch. */
export const certificateTextWords: readonly string[] = textSwitches.map(({ trigger }) => trigger);

const message = "Certificates are not verified, so anyone on the way can read and change the traffic.";
const development = /\bdev(?:elopment)?\b|\blocal\b|\btest\b/i;

/** Reports variables of the environment and settings that switch the check off, in files that are read as text. */
export function checkCertificateTexts(document: Document, report: Report, hits: readonly TriggerHit[]): void {
  for (const { trigger, offset } of hits) {
    for (const one of textSwitches) {
      if (one.trigger.toLowerCase() !== trigger.toLowerCase() || one.files?.test(document.path) === false) continue;
      const found = matchAt(one.pattern, document.text, offset);
      if (!found || isCommented(document, offset)) continue;
      if (one.callee && !one.callee.test(calleeBefore(document.text, offset))) continue;
      const fixes = found[1] === undefined || one.right === undefined ? [] : [{ title: "Verify certificates", safe: false, edits: [{ range: groupRange(found, 1), newText: one.right }] }];
      report({ range: shown(document, groupRange(found)), message, fixes, ...(isForDevelopment(document, offset) ? { atMost: "information" as const } : {}) });
    }
  }
}

/** A value on the next line is shown by its name. */
function shown(document: Document, range: TextRange): TextRange {
  const line = document.lineOf(range.start);
  return { start: range.start, end: Math.min(range.end, document.lineEnd(line)) };
}

/** A script or a file whose name says that it is for one's own machine. */
function isForDevelopment(document: Document, offset: number): boolean {
  const start = document.lines[document.lineOf(offset)] ?? 0;
  const script = /^\s*"([\w:.-]{1,60})"\s*:/.exec(document.text.slice(start, offset))?.[1] ?? "";
  return development.test(script) || development.test(document.fileName);
}

const furthestCallee = 600;

/** What stands before the bracket that is open at an offset. */
function calleeBefore(text: string, offset: number): string {
  let depth = 0;
  for (let at = offset - 1; at > offset - furthestCallee && at >= 0; at--) {
    if (text[at] === ")") depth++;
    else if (text[at] === "(" && depth-- === 0) return text.slice(Math.max(0, at - 80), at);
  }
  return "";
}
