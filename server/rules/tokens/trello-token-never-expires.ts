import { isDocumentationPath, isTestPath } from "../../core/filePurpose.ts";
import type { Document } from "../../core/document.ts";
import type { Fix } from "../../core/finding.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import type { TextRange } from "../../core/text.ts";
import { htmlAttribute, htmlSyntax, type HtmlElement } from "../../languages/html/elements.ts";
import { builtTexts } from "../../languages/typescript/builtText.ts";
import { builtUrls, parametersOf } from "../../languages/typescript/builtUrls.ts";
import { typescriptSyntax } from "../../languages/typescript/syntax.ts";
import { trelloAuthorizeAddress, trelloOptions } from "../../languages/typescript/trelloAuthorization.ts";
import { trelloExamples } from "./trelloExamples.ts";

const forever = "never";
/** The shortest life time Trello offers; Atlassian's own template uses it. */
const shortest = "1hour";

/** An authorize address in any text, up to what cannot stand in one. */
const addressInText = /\btrello\.com\/1\/(?:authorize|OAuthAuthorizeToken|connect)\?[^\s"'`<>]{1,2000}/gi;
/** The call with its options, where no tree is made: other languages, templates, attributes. */
const callInText =
  /(?:\bTrello|getRestApi\(\))[ \t]*\.\s{0,80}authorize[ \t]*\([^;]{0,500}?\bexpiration["']?[ \t]*[:=][ \t]*["'](never)["']|\bcreate_oauth_token[ \t]*\([^;)]{0,300}?\bexpiration[ \t]*=[ \t]*["'](never)["']/dg;
/** The variable that py-trello and others read, in any notation. */
const variableInText = /\bTRELLO_(?:[A-Z]{1,20}_)?EXPIRATION["']?[ \t]*[:=][ \t]*["']?(never)\b/dgi;
/** A line that the usual comment signs start. */
const commentLine = /^[ \t]*(?:#|\/\/|\/?\*|<!--|--|;)/;

/** The word as a value, not as a type of TypeScript: behind a quote, an equals sign or a template's brace. */
const neverAsValue = /["'`=}]\s{0,20}never\b/i;
/** One of these is in every file that asks Trello for a token; keeps other files from being parsed. */
const trelloMark = /trello|getRestApi|\/1\/authorize|callback_method|\bscope\b/i;

function check(document: Document, report: Report): void {
  if (isTestPath(document.path) || isDocumentationPath(document.path)) return;
  const isCode = document.language === "typescript" || document.language === "html";
  if (!(isCode ? neverAsValue : /\bnever\b/i).test(document.text) || !trelloMark.test(document.text)) return;
  const found = new Map<number, TextRange>();
  for (const range of rangesIn(document)) found.set(range.start, range);
  for (const range of found.values()) {
    report({
      range,
      message: "This asks for a Trello token that never expires: who gets hold of it keeps access until somebody notices.",
      fixes: isForever(document.text.slice(range.start, range.end)) ? [fixOf(range)] : [],
    });
  }
}

function fixOf(range: TextRange): Fix {
  return {
    title: `Ask for ${shortest}; users then sign in again when the token has expired`,
    safe: false,
    edits: [{ range, newText: shortest }],
  };
}

function rangesIn(document: Document): TextRange[] {
  if (document.language === "typescript") return rangesInCode(document);
  if (document.language === "html") return [...rangesInCode(document), ...document.syntax(htmlSyntax).flatMap((one) => rangesInElement(one, document))];
  return rangesInText(document);
}

function rangesInCode(document: Document): TextRange[] {
  const found: TextRange[] = [];
  for (const { properties } of trelloOptions(document.syntax(typescriptSyntax))) {
    for (const { value, node } of properties.get("expiration")?.values ?? []) {
      for (const text of value ? builtTexts(value, document) : []) {
        if (isForever(text.text)) found.push(text.rangeAt(0, text.text.length) ?? { start: node.range[0], end: node.range[1] });
      }
    }
  }
  for (const url of builtUrls(document, trelloAuthorizeAddress)) {
    for (const { start, end } of inAddress(url.text)) {
      const range = url.rangeAt(start, end);
      if (range) found.push(range);
    }
  }
  return found;
}

function isForever(value: string): boolean {
  return value.trim().toLowerCase() === forever;
}

/** A link, a script in an attribute, or a field of a form that asks for it. */
function rangesInElement(element: HtmlElement, { text }: Document): TextRange[] {
  const expiration = htmlAttribute(element, "name")?.value === "expiration" ? htmlAttribute(element, "value") : undefined;
  if (expiration && isForever(expiration.value) && trelloAuthorizeAddress.test(actionOf(element))) return [expiration.range];
  return element.attributes.flatMap(({ value, range }) => {
    const found = text.slice(range.start, range.end);
    const places = trelloAuthorizeAddress.test(value) ? inAddress(found) : matchesOf(callInText, found);
    return places.map(({ start, end }) => ({ start: range.start + start, end: range.start + end }));
  });
}

/** The parameters of an address that ask for a token for ever. */
function inAddress(address: string): TextRange[] {
  return parametersOf(address).flatMap(({ name, value, start }) =>
    name === "expiration" && isForever(value) ? [{ start, end: start + value.length }] : [],
  );
}

function matchesOf(pattern: RegExp, text: string): TextRange[] {
  return Array.from(text.matchAll(pattern), ({ indices }) => {
    const [start = 0, end = start] = indices?.[1] ?? indices?.[2] ?? [];
    return { start, end };
  });
}

function actionOf(element: HtmlElement): string {
  const form = formOf(element);
  return (form && htmlAttribute(form, "action")?.value) ?? "";
}

function formOf(element: HtmlElement): HtmlElement | undefined {
  for (let one: HtmlElement | undefined = element; one; one = one.parent) if (one.name === "form") return one;
  return undefined;
}

function rangesInText(document: Document): TextRange[] {
  const { text } = document;
  const addresses = Array.from(text.matchAll(addressInText), (match) =>
    inAddress(match[0]).map(({ start, end }) => ({ start: match.index + start, end: match.index + end })),
  );
  const found = [...addresses.flat(), ...matchesOf(variableInText, text), ...matchesOf(callInText, text)];
  return found.filter(({ start }) => !commentLine.test(text.slice(document.lines[document.lineOf(start)] ?? 0, start)));
}

export default defineRule({
  id: "trello-token-never-expires",
  title: "Trello token that never expires",
  concern: "tokens",
  languages: ["typescript", "html", "json", "yaml", "dotenv", "csharp", "php", "text"],
  marketplaces: ["atlassian"],
  requirements: ["atlassian/trello-token-lifetime"],
  severity: "error",
  cwe: [613],
  fix: "review",
  triggers: ["expiration"],
  anchors: ["expiration"],
  documentation: {
    wrong: "The app asks Trello for a token with `expiration` set to `never`: in the options of `authorize`, in an address, or in a form.",
    why:
      "Whoever gets hold of such a token, from a log, a browser's storage or a backup, keeps access to the user's boards for ever. Atlassian tells Power-Ups to ask for tokens with a life time; its own template uses one hour.",
    fix:
      "The quick fix asks for `1hour`; `1day` and `30days` are possible too. Users then grant access again when the token has expired, so look at how your app handles a token that Trello refuses.",
    suppress: "Where a service without a user, such as a nightly export, keeps the token in a secret manager and nothing shorter works.",
  },
  examples: trelloExamples,
  check,
});
