import type { Document } from "../../core/document.ts";
import type { Report } from "../../core/rule.ts";
import type { Severity } from "../../core/severity.ts";
import { literalText, plainKey } from "../../languages/typescript/keys.ts";
import { removeProperty } from "../../languages/typescript/edits.ts";
import { isElsewhere } from "../../languages/typescript/images.ts";
import { rangeOf, unwrap, type Node } from "../../languages/typescript/nodes.ts";
import { typescriptSyntax, type TypeScriptSyntax } from "../../languages/typescript/syntax.ts";
import { looseMessage, looseSources, type LooseSource } from "./contentPolicies.ts";
import { helmetOptions, isFalse, sureOption, type SureOption } from "./helmetOptions.ts";
import { occasionOf } from "./occasions.ts";

/** An option of helmet that sets a header, in its spellings, with what its absence costs. */
interface HeaderOption {
  readonly names: readonly string[];
  readonly message: string;
  readonly atMost: Severity;
  /** Something else in the text that does the same. */
  readonly instead?: RegExp;
}

/** helmet 8. Frames are kept out by the policy's frame-ancestors too, and apps in frames have to switch the older header off. */
const headerOptions: readonly HeaderOption[] = [
  { names: ["contentSecurityPolicy"], message: "The content security policy is switched off, so browsers run any script that gets into a page.", atMost: "warning", instead: /content-security-policy|contentSecurityPolicy\(|helmet-csp|<meta[^>]*http-equiv/i },
  { names: ["xContentTypeOptions", "noSniff"], message: "X-Content-Type-Options is switched off, so browsers guess the type of what they get.", atMost: "error", instead: /x-content-type-options/i },
  { names: ["referrerPolicy"], message: "Referrer-Policy is switched off, so each browser decides what other sites learn of addresses.", atMost: "warning", instead: /referrer-policy/i },
];
const frames: HeaderOption = { names: ["xFrameOptions", "frameguard"], message: "Neither X-Frame-Options nor frame-ancestors says who may frame the pages.", atMost: "warning", instead: /frame-?ancestors/i };

/** Reports switched-off headers and loose policies in options and texts of TypeScript and JavaScript. */
export function checkHeaderOptions(document: Document, report: Report): void {
  const syntax = document.syntax(typescriptSyntax);
  for (const { call, options, part } of helmetOptions(syntax)) {
    if (part !== undefined || occasionOf(call, document, syntax) !== "always") continue;
    const off = (row: HeaderOption): SureOption | undefined => {
      const option = row.instead?.test(withoutSwitches(document.text)) ? undefined : sureOption(options, row.names, syntax, call);
      return option?.given.value && isFalse(option.given.value, syntax) && occasionOf(option.given.node, document, syntax) === "always" ? option : undefined;
    };
    const policyIsOff = sureOption(options, ["contentSecurityPolicy"], syntax, call)?.given.value;
    for (const row of policyIsOff && isFalse(policyIsOff, syntax) ? [...headerOptions, frames] : headerOptions) {
      const option = off(row);
      if (option) report({ range: rangeOf(option.given.node), message: row.message, atMost: row.atMost, fixes: fixOf(document, option) });
    }
  }
  checkDirectives(document, syntax, report);
}

/** The options by which the header is switched off do not set it. */
function withoutSwitches(text: string): string {
  return text.replace(/\bcontentSecurityPolicy\s*:\s*false|\breferrerPolicy\s*:\s*false/g, "");
}

function fixOf(document: Document, { given, object, name }: SureOption): { title: string; safe: boolean; edits: ReturnType<typeof removeProperty>[] }[] {
  if (given.node.type !== "Property" || given.node.parent.type !== "ObjectExpression" || isElsewhere(given.node) || object.properties.size === 0) return [];
  return [{ title: `Take ${name}: false away`, safe: false, edits: [removeProperty(document, given.node.parent, given.node)] }];
}

/** `scriptSrc: ["'self'", "'unsafe-inline'"]`, and policies that are written as text. */
function checkDirectives(document: Document, syntax: TypeScriptSyntax, report: Report): void {
  for (const property of syntax.all("Property")) {
    const name = property.parent.type === "ObjectExpression" ? directiveName(plainKey(property)) : undefined;
    const sources = unwrap(property.value);
    if (name === undefined || sources.type !== "ArrayExpression") continue;
    const hasScripts = property.parent.type === "ObjectExpression" && property.parent.properties.some((one) => one.type === "Property" && directiveName(plainKey(one))?.startsWith("script-src"));
    if (name === "default-src" && hasScripts) continue;
    // What is not a text, such as a function that gives a nonce, may make browsers ignore the keyword.
    const texts = sources.elements.map((one) => (one && one.type !== "SpreadElement" ? literalText(one) : undefined));
    const policy = `${name} ${texts.map((text) => text ?? "'nonce-'").join(" ")}`;
    const keywords = new Set(looseSources(policy).map(({ keyword }) => keyword));
    sources.elements.forEach((element, index) => {
      const keyword = [...keywords].find((one) => one === texts[index]);
      if (element && keyword) say(document, syntax, element, keyword, report);
    });
  }
  for (const node of [...syntax.all("Literal"), ...syntax.all("TemplateElement")]) {
    const text = node.type === "Literal" ? (literalText(node) ?? "") : node.value.raw;
    const found = text.includes("'unsafe-") ? [...new Set(looseSources(text).map(({ keyword }) => keyword))] : [];
    // A template's holes may bring a nonce.
    const hasHoles = node.type === "TemplateElement" && node.parent.type === "TemplateLiteral" && node.parent.expressions.length > 0;
    for (const keyword of found) if (!(hasHoles && keyword === "'unsafe-inline'")) say(document, syntax, node, keyword, report);
  }
}

function say(document: Document, syntax: TypeScriptSyntax, node: Node, keyword: LooseSource["keyword"], report: Report): void {
  if (occasionOf(node, document, syntax) === "always") report({ range: placeOf(document, node, keyword), message: looseMessage(keyword) });
}

/** The keyword inside of a text, where it stands there as it is. */
function placeOf(document: Document, node: Node, keyword: string): { start: number; end: number } {
  const range = rangeOf(node);
  const at = isElsewhere(node) ? -1 : document.text.slice(range.start, range.end).indexOf(keyword);
  return at < 0 ? range : { start: range.start + at, end: range.start + at + keyword.length };
}

const directiveNames: Readonly<Record<string, string>> = {
  scriptSrc: "script-src", scriptSrcElem: "script-src-elem", scriptSrcAttr: "script-src-attr", defaultSrc: "default-src",
  "script-src": "script-src", "script-src-elem": "script-src-elem", "script-src-attr": "script-src-attr", "default-src": "default-src",
};

function directiveName(key: string | undefined): string | undefined {
  return key !== undefined && Object.hasOwn(directiveNames, key) ? directiveNames[key] : undefined;
}
