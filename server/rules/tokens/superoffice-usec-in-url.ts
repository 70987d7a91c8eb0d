import type { Document } from "../../core/document.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import type { TextRange } from "../../core/text.ts";
import { isProductCode } from "./productCode.ts";

/** The parameter in an address, with what SuperOffice puts in: `usec=<usec>`; the template alone under another name; reading it. */
const parameter = /(?<=[?&;])usec=(?:(?:<|&lt;|%3C)usec(?:>|&gt;|%3E)|[^&\s"'`<>]{0,200})/gi;
const template = /(?<=[?&;])[\w.-]{1,60}=(?:<|&lt;|%3C)usec(?:>|&gt;|%3E)/gi;
const commentLine = /^[ \t]*(?:#|\/\/|\/?\*|<!--|--|;)/;
/** The file is about SuperOffice: elsewhere the word may mean anything. */
const superoffice = /superoffice|<(?:uctx|usid|usec)>|(?:&lt;|%3C)(?:uctx|usid|usec)|\buctx=|\busid=/i;

function check(document: Document, report: Report): void {
  const { text } = document;
  if (!isProductCode(document) || !superoffice.test(text)) return;
  const reported = new Set<number>();
  for (const pattern of [parameter, template]) for (const match of text.matchAll(pattern)) {
    const range = { start: match.index, end: match.index + match[0].length };
    if (reported.has(range.start) || commentLine.test(text.slice(document.lines[document.lineOf(range.start)] ?? 0, range.start))) continue;
    reported.add(range.start);
    report({
      range,
      message: "The panel's address asks for usec, the user's session ticket: whoever reads the address is signed in as that user.",
      fixes: [{ title: "Take the parameter away; uctx and usid tell who it is", safe: false, edits: [{ range: withSeparator(text, range), newText: "" }] }],
    });
  }
}

/** The parameter with the separator before it, or behind it where it is the first one of several. */
function withSeparator(text: string, { start, end }: TextRange): TextRange {
  const [behind = ""] = /^&(?:amp;)?/.exec(text.slice(end, end + 5)) ?? [];
  if (text.charAt(start - 1) === "?") return behind ? { start, end: end + behind.length } : { start: start - 1, end };
  return { start: start - (text.endsWith("&amp;", start) || text.slice(start - 5, start) === "&amp;" ? 5 : 1), end };
}

export default defineRule({
  id: "superoffice-usec-in-url",
  title: "Session ticket in the address of a web panel",
  concern: "tokens",
  languages: ["typescript", "csharp", "json", "xml", "html", "yaml", "dotenv", "php", "text"],
  marketplaces: ["superoffice"],
  requirements: ["superoffice/web-panel-parameters", "superoffice/no-user-credentials-stored"],
  severity: "error",
  cwe: [598, 200],
  fix: "review",
  tier: "text",
  triggers: ["usec"],
  documentation: {
    wrong: "The address of a web panel, or one that is put together in code, has SuperOffice's `usec` in it.",
    why: "`usec` is the user's session ticket. Addresses are kept by browsers, proxies and logs, so the ticket with them. SuperOffice's checklist forbids it by name: a panel gets `uctx` and `usid`. Newer versions leave the value empty, so a panel that needs it does not work.",
    fix: "The quick fix takes the parameter away. Let the panel sign the user in at SuperOffice, where a session makes that invisible, and compare context and user id.",
    suppress: "Never in an app for CRM Online.",
  },
  examples: {
    bad: [
      { name: "a panel's address", code: 'const url = "https://app.acme.io/panel?uctx=<uctx>&usid=<usid>&[|usec=<usec>|]";\n', fixed: 'const url = "https://app.acme.io/panel?uctx=<uctx>&usid=<usid>";\n' },
      { name: "the first parameter", file: "panels.json", code: '{ "url": "https://app.acme.io/panel?[|usec=<usec>|]&uctx=<uctx>" }\n', fixed: '{ "url": "https://app.acme.io/panel?uctx=<uctx>" }\n' },
      { name: "the only one", file: "Panels.cs", code: '// SuperOffice\nvar url = "https://app.acme.io/panel?[|usec=<usec>|]";\n', fixed: '// SuperOffice\nvar url = "https://app.acme.io/panel";\n' },
      { name: "in markup", file: "panels.xml", code: '<panel url="https://app.acme.io/panel?uctx=&lt;uctx&gt;&amp;[|usec=&lt;usec&gt;|]" />\n', fixed: '<panel url="https://app.acme.io/panel?uctx=&lt;uctx&gt;" />\n' },
      { name: "under another name", code: 'const url = "https://app.acme.io/panel?uctx=<uctx>&[|ticket=<usec>|]&usid=<usid>";\n', fixed: 'const url = "https://app.acme.io/panel?uctx=<uctx>&usid=<usid>";\n' },
      { name: "put together", code: 'const url = `${superofficePanel}?uctx=${context}&[|usec=${ticket}|]`;\n', fixed: 'const url = `${superofficePanel}?uctx=${context}`;\n' },
    ],
    good: [
      { name: "what is allowed", code: 'const url = "https://app.acme.io/panel?uctx=<uctx>&usid=<usid>";\n' },
      { name: "another meaning", code: 'const url = "https://api.example.com/time?usec=12000";\n' },
      { name: "a comment", code: '// https://app.acme.io/panel?uctx=<uctx>&usec=<usec>\nconst url = "https://app.acme.io/panel?uctx=<uctx>";\n' },
      { name: "a longer name", code: 'const url = "https://app.acme.io/superoffice?usecase=a&uctx=<uctx>";\n' },
      { name: "a variable", code: 'const usec = superoffice.microseconds();\n' },
      { name: "documentation", file: "docs/panels.txt", code: "https://app.acme.io/panel?uctx=<uctx>&usec=<usec>\n" },
    ],
  },
  check,
});
