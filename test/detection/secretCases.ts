import facts from "./formats.json";
import { akeneoToken, atlassianToken, checkedToken, privateKey, randomText, rsaKeyValue, webToken } from "../../server/rules/secrets/exampleTokens.ts";
import { crc32, crc32InHex } from "../../server/rules/secrets/checksums.ts";
import { textFor } from "../unit/rules/secrets/patternText.ts";
import { dice, spellings, type Dice, type LabelledCase } from "./cases.ts";
import { positions, type Position } from "./positions.ts";
import { sinkCases } from "./sinkCases.ts";
import { urlAndHeaderCases } from "./urlAndHeaderCases.ts";
import { names, passwordMakers, secretMakers, tokenMakers } from "./values.ts";

/** A format as its provider describes it, independent of the product's tables. */
interface FormatFact {
  readonly id: string;
  readonly name: string;
  readonly regex: string;
  readonly context?: readonly string[];
  readonly checksum?: string;
}


/** What opens nothing by itself: user names and identifiers of the providers, which the table lists for what stands beside. */
const identifiers: ReadonlySet<string> = new Set(["twilio-api-key", "digitalocean-spaces", "akeyless", "split"]);

/** Structures that a pattern does not show, made as the provider makes them. */
const made: Readonly<Record<string, (text: string) => string>> = {
  "github-ghp": () => checkedToken(`${"gh"}p_`, "corpus"),
  "npm-token": () => checkedToken(`${"np"}m_`, "corpus"),
  "atlassian-api-token": () => atlassianToken("corpus"),
  "private-key": () => privateKey("RSA PRIVATE KEY", 600),
  "openssh-private-key": () => opensshKey(),
  "private-key-base64": () => Buffer.from(privateKey("PRIVATE KEY", 300)).toString("base64"),
  "encrypted-private-key": () => privateKey("ENCRYPTED PRIVATE KEY", 300),
  jwt: (text) => webToken({ iss: "https://acme.io", sub: text.slice(-8) }),
  monday: (text) => webToken({ tid: 1, uid: 2, iss: "monday", sub: text.slice(-6) }),
  "supabase-service-role": () => webToken({ iss: "supabase", role: "service_role", ref: "abcd" }),
  "rsa-key-value": () => rsaKeyValue(),
  "google-service-account": () => privateKey("PRIVATE KEY", 600).replaceAll("\n", "\\n"),
  "putty-key": () => `PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none\nComment: a\nPublic-Lines: 2\n${randomText("ppk public", "base64", 64)}\n${randomText("ppk public 2", "base64", 12)}\nPrivate-Lines: 1\n${randomText("ppk", "base64", 44)}\nPrivate-MAC: ${randomText("ppk mac", "hex", 64)}`,
  "discord-bot": (text) => Buffer.from("123456789012345678").toString("base64url") + text.slice(text.indexOf(".")),
  "gitlab-pat-routable": (text) => text.slice(0, -7) + crc32(text.slice(0, -7)).toString(36).padStart(7, "0"),
  "cloudflare-prefixed": (text) => text.slice(0, -8) + crc32InHex(text.slice(text.indexOf("_") + 1, -8)).toLowerCase(),
  "openchannel-basic-credentials": (text) => Buffer.from(`${randomText(text, "hex", 24)}:${randomText(text, "base64url", 43)}`).toString("base64"),
  "azure-sas": (text) => text.slice(text.indexOf("=") + 1),
};

function opensshKey(): string {
  const body = Buffer.concat([Buffer.from("openssh-key-v1\0"), Buffer.from([0, 0, 0, 4]), Buffer.from("none"), Buffer.from(randomText("openssh", "base64", 200))]).toString("base64");
  const rule = "-".repeat(5);
  return [`${rule}BEGIN OPENSSH PRIVATE KEY${rule}`, ...(body.match(/.{1,70}/g) ?? []), `${rule}END OPENSSH PRIVATE KEY${rule}`].join("\n");
}

function valueOf(fact: FormatFact, { below }: Dice): string {
  const pattern = new RegExp(fact.regex.replace(/\{(\d+),\}/g, (_all, least: string) => `{${least},${Number(least) + 12}}`));
  const text = fact.id.includes('akeneo') && /token|app/.test(fact.id) && !/secret|password/.test(fact.id) ? akeneoToken(fact.id) : made[fact.id]?.(safely(pattern, below)) ?? textFor(pattern, "any", below);
  return text;
}

function safely(pattern: RegExp, below: Dice["below"]): string {
  try {
    return textFor(pattern, "any", below);
  } catch {
    // The pattern is a description; the maker needs no more than a seed.
    return "seed-for-the-maker";
  }
}

/** A name that says whose and what: `TWILIO_AUTH_TOKEN`. */
function nameFor(fact: FormatFact, spelling: Position["name"]): string {
  const noun = fact.name.includes("password") ? ["password"] : fact.name.includes("private key") ? ["private", "key"] : fact.name.includes("secret") ? ["client", "secret"] : fact.name.includes("key") ? ["api", "key"] : ["token"];
  const owner = (fact.context?.[0] ?? fact.id.split("-")[0] ?? "").toLowerCase().split(/[^a-z0-9]+/).filter((word) => word !== "" && !["token", "secret", "key", "api", "client"].includes(word));
  const isComplete = /secret|token|key$/.test(fact.context?.[0] ?? "");
  const words = isComplete ? (fact.context?.[0] ?? "").split(/[^A-Za-z0-9]+/).filter((word) => word !== "") : [...owner, ...noun];
  return spellings[spelling](words.map((word) => word.toLowerCase()));
}

function placed(position: Position, name: string, value: string, group = position.group): LabelledCase {
  return { group, path: position.path, text: position.text.replaceAll("%n", () => name).replaceAll("%v", () => value), secrets: [value] };
}

/** One of every format, each in a position of its own choice. */
function formatCases(): LabelledCase[] {
  return (facts as readonly FormatFact[]).filter(({ id }) => !identifiers.has(id)).map((fact, index) => {
    const own = dice(1000 + index);
    const value = valueOf(fact, own);
    const group = fact.context ? "formats told by their name" : "formats that tell themselves";
    if (value.includes("\n")) return { group, path: "keys/server.pem", text: `${value}\n`, secrets: [value] };
    if (value.startsWith("<")) return { group, path: "key.xml", text: `<key>${value}</key>\n`, secrets: [value] };
    if (fact.id === "npm-legacy") return { group, path: ".npmrc", text: `//npm.acme.io/:_authToken=${value}\n`, secrets: [value] };
    if (fact.id === "azure-sas") return { group, path: "src/blob.ts", text: `fetch("https://acme.blob.core.windows.net/a?sv=2024-01-01&se=2030-01-01&sig=${value}");\n`, secrets: [value] };
    const fitting = positions.filter(({ without }) => !without?.test(value));
    if (fitting.length === 0) return { group, path: "config/account.json", text: `{ "type": "service_account", "${nameFor(fact, "snake")}": "${value}" }\n`, secrets: [value] };
    const position = own.one(fitting);
    return placed(position, nameFor(fact, position.name), value, group);
  });
}

/** Credentials of nobody in particular, several in each position. */
function genericCases(rounds: number): LabelledCase[] {
  const makers = { password: passwordMakers, secret: secretMakers, token: tokenMakers };
  return positions.flatMap((position, index) =>
    Array.from({ length: rounds }, (_, round) => {
      const own = dice(5000 + index * 100 + round);
      const kind = (["password", "secret", "token"] as const)[(round + index) % 3] ?? "secret";
      let value = own.one(makers[kind])(own);
      while (position.without?.test(value)) value = own.one(makers[kind])(own);
      const words = own.one(names[kind]);
      return placed(position, spellings[position.name](words), value);
    }),
  );
}

/** All secrets of the corpus. */
export function secretCases(): LabelledCase[] {
  return [...formatCases(), ...genericCases(5), ...urlAndHeaderCases(), ...sinkCases()];
}
