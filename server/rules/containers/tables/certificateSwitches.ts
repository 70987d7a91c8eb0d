import type { TextRange } from "../../../core/text.ts";
import type { Invocation, ShellWord } from "../../../languages/dockerfile/shellCommands.ts";

/** A place where a program is told not to check certificates. */
interface Switch {
  readonly range: TextRange;
  /** What stays of a word that holds other options too. */
  readonly keep?: string;
  /** The command does nothing else, so that no part of it can be taken away. */
  readonly isSetting?: boolean;
}

/** Variables that switch the check off, with the values that do so. */
export const certificateVariables: Readonly<Record<string, RegExp>> = {
  NODE_TLS_REJECT_UNAUTHORIZED: /^0$/,
  GIT_SSL_NO_VERIFY: /^(?:1|true|yes|on)$/i,
  PYTHONHTTPSVERIFY: /^0$/,
  NPM_CONFIG_STRICT_SSL: /^false$/i,
  YARN_ENABLE_STRICT_SSL: /^(?:0|false)$/i,
};

/** Letters of curl that take a value: what follows them in one word is no option. */
const curlWithValue = /^-[#:a-zA-Z0-9]*?[AbcCdDeEFhHKmoPQrTtuUwxXyYz]/;

/** By program: where its words switch the check off. From the programs' own manuals. */
export const certificateSwitches: Readonly<Record<string, (invocation: Invocation) => Switch[]>> = {
  curl: ({ words }) => words.flatMap((word, at) => (isValueOf(words[at - 1]) ? [] : curlSwitch(word))),
  wget: ({ words }) => named(words, /^--no-check-certificate$/),
  wget2: ({ words }) => named(words, /^--no-check-certificate$/),
  aria2c: ({ words }) => named(words, /^--check-certificate=false$/),
  pip,
  pip3: pip,
  uv: pip,
  git: ({ words }) => git(words),
  npm: ({ words }) => [...setting(words, /^config$/, /^strict-ssl(?:=false)?$/), ...named(words, /^--(?:no-strict-ssl|strict-ssl=false)$/)],
  pnpm: ({ words }) => [...setting(words, /^config$/, /^strict-ssl(?:=false)?$/), ...named(words, /^--(?:no-strict-ssl|strict-ssl=false)$/)],
  yarn: ({ words }) => setting(words, /^config$/, /^(?:strict-ssl|enableStrictSsl)$/),
  "apt-get": ({ words }) => options(words, /^-o$/, /^Acquire::https::(?:[^:]+::)?Verify-(?:Peer|Host)=false$/i),
  apt: ({ words }) => options(words, /^-o$/, /^Acquire::https::(?:[^:]+::)?Verify-(?:Peer|Host)=false$/i),
  yum: ({ words }) => named(words, /^--setopt=(?:[^.]+\.)?sslverify=(?:0|false|no)$/i),
  dnf: ({ words }) => named(words, /^--setopt=(?:[^.]+\.)?sslverify=(?:0|false|no)$/i),
};

function isValueOf(previous: ShellWord | undefined): boolean {
  const text = previous?.text ?? "";
  return /^-[a-zA-Z]*[AbcCdDeEFHKmoPQrTtuUwxXyYz]$/.test(text) || /^--(?:header|output|data|user|user-agent|url)$/.test(text);
}

function curlSwitch({ text, range }: ShellWord): Switch[] {
  if (/^--(?:insecure|proxy-insecure)$/.test(text) || text === "-k") return [{ range }];
  if (!/^-[#a-zA-Z0-9]*k/.test(text) || text.startsWith("--")) return [];
  const value = curlWithValue.exec(text)?.[0].length ?? text.length;
  const at = text.indexOf("k");
  return at < value && range.end - range.start === text.length ? [{ range, keep: text.replace("k", "") }] : [];
}

function named(words: readonly ShellWord[], pattern: RegExp): Switch[] {
  return words.filter(({ text }) => pattern.test(text)).map(({ range }) => ({ range }));
}

/** An option whose value is the next word. */
function options(words: readonly ShellWord[], option: RegExp, value: RegExp): Switch[] {
  return words.flatMap((word, at) => {
    const next = words[at + 1];
    return next && option.test(word.text) && value.test(next.text) ? [{ range: { start: word.range.start, end: next.range.end } }] : [];
  });
}

function pip({ words }: Invocation): Switch[] {
  return [...named(words, /^--(?:trusted-host|allow-insecure-host)=/), ...options(words, /^--(?:trusted-host|allow-insecure-host)$/, /^[^-]/)];
}

function git(words: readonly ShellWord[]): Switch[] {
  const forOne = options(words, /^-c$/, /^http\.(?:\S+\.)?sslverify=(?:false|0|no)$/i);
  return [...forOne, ...setting(words, /^config$/, /^http\.(?:\S+\.)?sslverify$/i)];
}

/** `config set NAME false`, in its several orders. */
function setting(words: readonly ShellWord[], verb: RegExp, name: RegExp): Switch[] {
  if (!words[0] || !verb.test(words[0].text)) return [];
  const at = words.findIndex(({ text }) => name.test(text));
  const word = words[at];
  const value = words[at + 1];
  if (!word) return [];
  if (word.text.endsWith("=false")) return [{ range: { start: words[0].range.start, end: word.range.end }, isSetting: true }];
  return value && /^(?:false|0|no)$/i.test(value.text) ? [{ range: { start: words[0].range.start, end: value.range.end }, isSetting: true }] : [];
}
