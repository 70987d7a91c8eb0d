import type { Document } from "../../core/document.ts";
import type { Report } from "../../core/rule.ts";
import { calledFunction, calledMethod, phpArgument } from "../../languages/php/calls.ts";
import { phpAlternatives } from "../../languages/php/following.ts";
import type { PhpNode, PhpSyntax } from "../../languages/php/nodes.ts";
import { phpSyntax } from "../../languages/php/syntax.ts";

/** An option of PHP by which a certificate is not checked: what switches it off, and what is right. */
interface PhpOption {
  readonly off: readonly (boolean | number)[];
  readonly right: string;
  /** What the file must name, where the option's name alone means other things as well. */
  readonly beside?: RegExp;
}

/** curl and stream options of PHP 8.5, Guzzle 7's `verify`, Symfony HttpClient 7's `verify_peer` and `verify_host`. */
const phpOptions: Readonly<Record<string, PhpOption>> = {
  CURLOPT_SSL_VERIFYPEER: { off: [false, 0], right: "true" },
  CURLOPT_SSL_VERIFYHOST: { off: [false, 0], right: "2" },
  CURLOPT_PROXY_SSL_VERIFYPEER: { off: [false, 0], right: "true" },
  verify: { off: [false], right: "true", beside: /\bGuzzle|\bHttp::|\bHttpClient\b/ },
  verify_peer: { off: [false], right: "true" },
  verify_peer_name: { off: [false], right: "true" },
  verify_host: { off: [false], right: "true" },
  allow_self_signed: { off: [true], right: "false" },
};

/** Words of which one stands in all PHP with such an option. */
export const certificatePhpWords: readonly string[] = ["SSL_VERIFY", "'verify", '"verify', "allow_self_signed", "withoutVerifying"];

const message = "The server's certificate is not verified, so anyone on the way can read and change the traffic.";

/** Reports curl, stream, Guzzle, Symfony and Laravel options that switch the check off. */
export function checkCertificatePhp(document: Document, report: Report): void {
  const syntax = document.syntax(phpSyntax);
  const say = (key: PhpNode, value: PhpNode, end: number): void => {
    const name = key.kind === "text" ? key.value : key.kind === "name" ? key.name.replace(/^.*\\/, "") : "";
    const option = Object.hasOwn(phpOptions, name) ? phpOptions[name] : undefined;
    if (!option || option.beside?.test(document.text) === false || !isOff(value, option, syntax)) return;
    const edits = value.kind === "literal" ? [{ range: value.range, newText: option.right }] : [];
    report({ range: { start: key.range.start, end }, message, fixes: edits.length > 0 ? [{ title: "Verify the certificate", safe: false, edits }] : [] });
  };
  for (const call of syntax.all("call")) {
    if (calledFunction(call) === "curl_setopt") {
      const [key, value] = [phpArgument(call, 1), phpArgument(call, 2)];
      if (typeof key === "object" && typeof value === "object") say(key, value, value.range.end);
    }
    if (calledMethod(call) === "withoutVerifying") report({ range: call.range, message });
  }
  for (const { entries } of syntax.all("array")) for (const { key, value, range } of entries) if (key) say(key, value, range.end);
}

function isOff(value: PhpNode, { off }: PhpOption, syntax: PhpSyntax): boolean {
  return phpAlternatives(value, syntax).every((one) => one.kind === "literal" && one.value !== null && off.includes(one.value));
}
