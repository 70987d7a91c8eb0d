import type { Document } from "../../core/document.ts";
import type { Fix } from "../../core/finding.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import { isProductCode } from "./productCode.ts";

/** A redirect address with its name, in any notation: options, JSON, YAML, environment, C#, a query. */
const given =
  /(?<![\w-])((?:[A-Za-z][\w.]{0,40}_)?(?:redirect|callback|return|reply)[_-]?(?:ur[il]|uris|urls|to)|(?:[A-Za-z]\w{0,30})?(?:Redirect|Callback|Reply)(?:Ur[il]|Uris|URL|URI)|callbackURL)["']?\]?[ \t]{0,8}(?:=>|=|:)[ \t]{0,8}\[?[ \t]{0,4}(["'`]?)(https?:\/\/[^\s"'`<>,;)\]}&]{1,300})/gi;
const commentLine = /^[ \t]*(?:#|\/\/|\/?\*|<!--|;|--)/;
const loopback = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\]|0\.0\.0\.0|host\.docker\.internal|[\w-]+\.localhost)$/i;
/** Hosts that end on a developer's own machine. */
const tunnel = /(?:^|\.)(?:ngrok\.io|ngrok\.app|ngrok\.dev|ngrok-free\.app|ngrok-free\.dev|loca\.lt|localtunnel\.me|trycloudflare\.com|serveo\.net|localhost\.run|lhr\.life|pagekite\.me|devtunnels\.ms|tunnelmole\.net|bore\.pub)$/i;
/** Hosts of the marketplaces themselves. */
const marketplace = /(?:^|\.)(?:online\d?\.superoffice\.com|sod\.superoffice\.com|atlassian\.net|auth\.atlassian\.com|apps\.akeneo\.com)$/i;
/** Names and hosts that stand for something to fill in. */
const placeholder = /^(?:\$\{|\{\{|<|%)|example|your[-_.]|\bmy[-_.]?app|placeholder|changeme|\.(?:test|invalid|local|internal)$/i;
/** Settings for a developer's machine. */
const development = /\bdev(?:elopment)?\b|local|staging|sample|template|\.example\b|\.dist$/i;

function check(document: Document, report: Report): void {
  if (!isProductCode(document) || development.test(document.fileName)) return;
  for (const match of document.text.matchAll(given)) {
    const address = match[3] ?? "";
    const start = match.index + match[0].length - address.length;
    if (commentLine.test(document.text.slice(document.lines[document.lineOf(start)] ?? 0, start))) continue;
    const fault = faultOf(address);
    if (fault) report({ range: { start, end: start + address.length }, message: fault.message, fixes: fault.isPlain ? [fixOf(start)] : [] });
  }
}

function fixOf(start: number): Fix {
  return { title: "Use https", safe: false, edits: [{ range: { start, end: start + "http:".length }, newText: "https:" }] };
}

function faultOf(address: string): { message: string; isPlain?: true } | undefined {
  const [, host = ""] = /^https?:\/\/(?:[^/@]*@)?(\[[^\]]*\]|[^/:?#]*)/i.exec(address) ?? [];
  if (host === "" || host.includes("$") || host.includes("{") || loopback.test(host)) return undefined;
  if (host.includes("*") || address.slice(address.indexOf(host) + host.length).includes('*')) {
    return { message: "The redirect address has a wildcard, so codes and tokens can be sent to addresses that are not the app's." };
  }
  if (placeholder.test(host)) return undefined;
  if (tunnel.test(host)) return { message: `The redirect address goes to a tunnel (${host}): when that is over, somebody else gets the name, and the codes with it.` };
  if (marketplace.test(host)) return { message: `The redirect address is on a host of the marketplace (${host}), where no app may live.` };
  return /^http:/i.test(address) ? { message: "The redirect address is not https, so the code can be read on the way.", isPlain: true } : undefined;
}

export default defineRule({
  id: "insecure-redirect-uri",
  title: "Insecure redirect address",
  concern: "tokens",
  languages: ["typescript", "json", "yaml", "dotenv", "csharp", "php"],
  requirements: ["superoffice/redirect-url-secure", "superoffice/web-panel-urls-secure", "superoffice/own-hosting", "akeneo/public-urls", "atlassian/tls", "openchannel/encrypted-traffic"],
  severity: "error",
  cwe: [319, 601],
  fix: "review",
  tier: "text",
  triggers: ["redirect", "callback", "return_u", "return_to", "returnur", "reply"],
  documentation: {
    wrong: "The address to which an identity service sends users back with a code starts with `http:`, has a wildcard, goes through a tunnel to a developer's machine, or lies on the marketplace's own host.",
    why: "The code in that address opens the user's account. Over http everybody on the way can read it; with a wildcard it goes to any page that somebody can put below; the name of a tunnel belongs to somebody else tomorrow. SuperOffice asks for a secure redirect address and for hosting of one's own, Akeneo for an address that is public.",
    fix: "The quick fix writes `https:`. Register the exact address of your app for each environment.",
    suppress: "Where the address is for a developer's machine. Loopback addresses, placeholders, and files that are named for development are not reported.",
  },
  examples: {
    bad: [
      { name: "http", code: 'const options = { redirect_uri: "[|http://app.acme.io/callback|]" };\n', fixed: 'const options = { redirect_uri: "https://app.acme.io/callback" };\n' },
      { name: "Passport", code: "new Strategy({ clientID, clientSecret, callbackURL: '[|http://app.acme.io/auth|]' }, find);\n", fixed: "new Strategy({ clientID, clientSecret, callbackURL: 'https://app.acme.io/auth' }, find);\n" },
      { name: "an environment file", file: ".env", code: "OAUTH_REDIRECT_URI=[|http://app.acme.io/cb|]\n", fixed: "OAUTH_REDIRECT_URI=https://app.acme.io/cb\n" },
      { name: "a wildcard", file: "clients.json", code: '{ "redirectUris": ["[|https://*.acme.io/cb|]"] }\n' },
      { name: "a tunnel", file: "config.yaml", code: "oauth:\n  redirectUri: [|https://1a2b.ngrok-free.app/cb|]\n" },
      { name: "SuperOffice's own host", file: "appsettings.json", code: '{ "SuperOffice": { "RedirectUri": "[|https://online.superoffice.com/app|]" } }\n' },
      { name: "C#", file: "Startup.cs", code: 'options.RedirectUri = "[|http://app.acme.io/signin|]";\n', fixed: 'options.RedirectUri = "https://app.acme.io/signin";\n' },
    ],
    good: [
      { name: "https", code: 'const options = { redirect_uri: "https://app.acme.io/callback" };\n' },
      { name: "a developer's machine", file: ".env", code: "REDIRECT_URI=http://localhost:3000/cb\nCALLBACK_URL=http://127.0.0.1/cb\n" },
      { name: "a placeholder", file: "config.yaml", code: "redirect_uri: http://your-host.com/cb\ncallback_url: http://${HOST}/cb\nreply_url: http://app.example.com/cb\n" },
      { name: "a file for development", file: "appsettings.Development.json", code: '{ "RedirectUri": "http://app.acme.io/cb" }\n' },
      { name: "an example file", file: ".env.example", code: "REDIRECT_URI=http://app.acme.io/cb\n" },
      { name: "a comment", code: '// redirect_uri: "http://app.acme.io/cb"\nconst redirect = "http://app.acme.io/cb";\n' },
      { name: "another address", code: 'const options = { base_url: "http://app.acme.io", callback: done };\n' },
    ],
  },
  check,
});
