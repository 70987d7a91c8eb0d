import type { Document } from "../../../core/document.ts";
import type { TextRange } from "../../../core/text.ts";

/** How a value without quotes is joined to its name. */
export type BareStyle = "assigned" | "colon" | "flag";

/** Files whose lines are `name=value`, by name. */
const settingsFile = /\.(?:properties|ini|cfg|conf|cnf|npmrc|pypirc|netrc|env[\w.-]*|tfvars|service|toml)$|(?:^|\/)\.?(?:npmrc|pypirc|env[\w.-]*|yarnrc|curlrc|my\.cnf|pgpass)$/i;
const shellFile = /\.(?:sh|bash|zsh|fish|ps1|bat|cmd|mk|md)$|(?:^|\/)(?:Makefile|Procfile|Justfile|Jenkinsfile|Vagrantfile|\.(?:bash|zsh|pro)\w{1,10})$/i;
const wholeLine = /[^\r\n]{0,400}/y;
const word = /[^\s"'`;&|<>(),]{0,400}/y;
const flowValue = /[^\r\n,}\]]{0,400}/y;
const comment = /[ \t]#.*$/;
const settingLine = /^\s+(?:export\s|set\s|env\s)?\s{0,3}[\w.-]{1,100}\s?=\s?$/;

function take(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? "";
}

/** The line up to a place, or its last 400 characters. */
function lineBefore({ text }: Document, at: number): string {
  const before = text.slice(Math.max(0, at - 400), at);
  return before.slice(before.lastIndexOf("\n") + 1);
}

/** Whether an odd number of one kind of quotes stands before: then the place is inside a text. */
function isInText(before: string): boolean {
  return ['"', "'", "`"].some((quote) => before.split(quote).length % 2 === 0);
}

/** The unquoted value at `at`; undefined where the language knows none there. */
export function bareValueAt(document: Document, at: number, style: BareStyle): TextRange | undefined {
  const { text, language, path } = document;
  const before = lineBefore(document, at);
  const range = (value: string): TextRange => ({ start: at, end: at + value.length });
  if (style === "flag") return range(take(word, text, at));
  if (style === "colon") {
    if (language !== "yaml" || /^\s*#/.test(before)) return undefined;
    const isFlow = /[{[][^}\]]*$/.test(before);
    return range(take(isFlow ? flowValue : wholeLine, text, at).replace(comment, ""));
  }
  // `Server=a;Password=b;` and `?token=c&d` inside a text.
  const isJoined = /[;?&\s"'`(,=]\s?[\w.\- ]{1,80}\s?=\s?$/.test(before) && isInText(before);
  if (isJoined && !/^\s*(?:#|\/\/)/.test(before)) return isKeyValueList(before, text, at) ? range(take(/[^\s"'`;&<>\\]{0,400}/y, text, at)) : undefined;
  if (/^\s*(?:#|\/\/|;)/.test(before)) return undefined;
  switch (language) {
    case "dotenv":
      return range(take(wholeLine, text, at).replace(comment, ""));
    case "dockerfile":
      return range(take(word, text, at));
    case "yaml":
      if (/^\s*-\s/.test(before)) return range(take(wholeLine, text, at).replace(comment, ""));
      // A line of a file or script that stands in the YAML as a text.
      return settingLine.test(before) ? range(take(word, text, at)) : undefined;
    case "text":
      if (settingsFile.test(path)) return range(take(wholeLine, text, at).replace(comment, ""));
      return shellFile.test(path) ? range(take(word, text, at)) : undefined;
    default:
      return undefined;
  }
}

/** A connection string or a query: several pairs, or one behind a question mark or semicolon. */
function isKeyValueList(before: string, text: string, at: number): boolean {
  if (/[;?&][^;?&"'`]{0,60}=\s?$/.test(before)) return true;
  return /^[^\s"'`;&]{1,400}[;&]/.test(text.slice(at, at + 402)) || /--[\w-]{1,40}=$/.test(before);
}
