import type { Document } from "../../core/document.ts";
import type { Fix } from "../../core/finding.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import { htmlSyntax } from "../../languages/html/elements.ts";
import { rangeOf } from "../../languages/typescript/nodes.ts";
import { typescriptSyntax } from "../../languages/typescript/syntax.ts";
import { dataInHtml } from "./htmlData.ts";
import { htmlExamples } from "./htmlExamples.ts";
import { htmlSinks, type HtmlSink } from "./htmlSinks.ts";
import { isAppCode } from "./programPurpose.ts";

const sent = "What a link or a request holds is written into the page as HTML, so whoever makes the link runs scripts in the reader's session.";
const data = "Data is written into the page as HTML without being sanitised, so markup in it runs scripts in the reader's session.";

/** Something that reads a text as HTML, or jQuery beside a text with markup. */
const sinkMark = /(?:innerHTML|outerHTML|srcdoc)["'`\]]*\s*\+?=[^=>]|insertAdjacentHTML|createContextualFragment|document\.writ|setHTMLUnsafe|bypassSecurityTrust|dangerouslySetInnerHTML|v-html|\.html\(\s*[^\s)]/i;
const jqueryMark = /\$\w*\(|\$\w+\.|jQuery/;
const markupText = /["'`]\s*<[a-z]/i;

function promising(document: Document): boolean {
  const { text } = document;
  return isAppCode(document) && (sinkMark.test(text) || (jqueryMark.test(text) && markupText.test(text)));
}

function check(document: Document, report: Report): void {
  if (!isAppCode(document)) return;
  const syntax = document.syntax(typescriptSyntax);
  const seen = new Set<number>();
  for (const sink of htmlSinks(syntax)) {
    const found = dataInHtml(sink, syntax);
    const range = found && rangeOf(found.node);
    if (!found || !range || seen.has(range.start)) continue;
    seen.add(range.start);
    const related = found.insertedAt ? [{ range: rangeOf(found.insertedAt), message: "This is inserted." }] : [];
    report({ range, message: found.isSent ? sent : data, related, fixes: found.isWhole ? fixesOf(sink) : [], ...(found.isSent ? {} : { atMost: "warning" }) });
  }
  if (document.language === "html") checkVue(document, report);
}

function fixesOf({ textName }: HtmlSink): Fix[] {
  return textName ? [{ title: "Write it as text", safe: false, edits: [{ range: rangeOf(textName.at), newText: textName.name }] }] : [];
}

const sanitised = /sanit|purif|escap|safe|clean|strip|\$t\(|^\s*['"`][^$]*$|svg|icon/i;

/** Vue 3: `v-html` in a page. */
function checkVue(document: Document, report: Report): void {
  for (const { attributes } of document.syntax(htmlSyntax)) {
    for (const { name, value, range } of attributes) {
      if (name === "v-html" && value.trim() !== "" && !sanitised.test(value)) report({ range, message: data, atMost: "warning" });
    }
  }
}

export default defineRule({
  id: "html-from-data",
  title: "Data written into a page as HTML",
  concern: "data",
  languages: ["typescript", "html"],
  requirements: ["atlassian/untrusted-data", "atlassian/trello-safe-rendering", "akeneo/no-vulnerabilities", "superoffice/input-validated", "superoffice/owasp-top-ten"],
  severity: "error",
  cwe: [79],
  fix: "review",
  triggers: ["innerHTML", "outerHTML", "srcdoc", "insertAdjacentHTML", "createContextualFragment", "document.write", "setHTMLUnsafe", "bypassSecurityTrust", ".html(", "$(", ".append(", ".prepend(", "v-html"],
  promising,
  documentation: {
    wrong: "Something that is not a constant is written into a page as HTML, by `innerHTML` and its kin, `document.write`, jQuery, React's `dangerouslySetInnerHTML`, Angular's `bypassSecurityTrust…` or Vue's `v-html`, and nothing sanitises it before.",
    why: "Names, titles and comments are texts that other people write. Markup in them runs in the session of whoever looks at the page, with all that the app may do there.",
    fix: "Write text as text: `textContent`, `.text()`, `{value}` in JSX. Where it has to be HTML, sanitise it right before: `DOMPurify.sanitize(value)`.",
    suppress: "Where the text is HTML that the app itself makes, or the service that gives it sanitises it and says so.",
  },
  examples: htmlExamples,
  check,
});
