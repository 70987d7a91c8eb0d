import type { RuleTexts } from "../../core/rule.ts";

/** Examples of texts that are read as HTML. */
export const htmlExamples: RuleTexts["examples"] = {
  bad: [
    {
      name: "the address bar",
      file: "panel.js",
      code: "document.getElementById('out').innerHTML = [|decodeURIComponent(location.hash)|];\n",
      fixed: "document.getElementById('out').textContent = decodeURIComponent(location.hash);\n",
    },
    { name: "a name in a template", file: "panel.js", code: "export function show(list, name) {\n  list.innerHTML = `Estimate in <b>${[|name|]}</b>`;\n}\n" },
    {
      name: "a field of a card",
      file: "panel.js",
      code: "t.card('all').then((card) => {\n  box.innerHTML = [|card.desc|];\n});\n",
      fixed: "t.card('all').then((card) => {\n  box.textContent = card.desc;\n});\n",
    },
    { name: "insertAdjacentHTML", file: "panel.js", code: "export const add = (list, issue) => list.insertAdjacentHTML('beforeend', '<li>' + [|issue.fields.summary|] + '</li>');\n" },
    { name: "document.write", file: "panel.js", code: "document.write('<p>' + [|location.search|] + '</p>');\n" },
    { name: "React", file: "Panel.jsx", code: "export const Panel = ({ issue }) => <div dangerouslySetInnerHTML={{ __html: [|issue.description|] }} />;\n" },
    {
      name: "jQuery",
      file: "panel.js",
      code: "$.getJSON('/notes', (note) => { $('#note').html([|note.text|]); });\n",
      fixed: "$.getJSON('/notes', (note) => { $('#note').text(note.text); });\n",
    },
    { name: "jQuery, appended", file: "panel.js", code: "export const add = (note) => $('#notes').append('<li>' + [|note.title|] + '</li>');\n" },
    { name: "Angular", code: "class HtmlPipe {\n  transform(value: string) {\n    return this.sanitizer.bypassSecurityTrustHtml([|value|]);\n  }\n}\n" },
    { name: "Vue in a page", file: "index.html", code: '<div id="app"><p v-html="[|comment.body|]"></p></div>\n' },
    { name: "a script in a page", file: "index.html", code: "<script>\n  t.board('name').then((board) => { title.innerHTML = `<h1>${[|board.name|]}</h1>`; });\n</script>\n" },
    { name: "rows that are put together", file: "panel.js", code: "export function fill(table, people) {\n  table.innerHTML = people.map((person) => `<tr><td>${[|person.fullName|]}</td></tr>`).join('');\n}\n" },
  ],
  good: [
    { name: "a constant", file: "panel.js", code: "box.innerHTML = '<p>Loading…</p>';\n" },
    { name: "text as text", file: "panel.js", code: "export const show = (box, name) => { box.textContent = name; };\n" },
    { name: "emptied", file: "panel.js", code: "export const clear = (box) => { box.innerHTML = ''; };\n" },
    { name: "sanitised", file: "panel.js", code: "import DOMPurify from 'dompurify';\nexport const show = (box, card) => { box.innerHTML = DOMPurify.sanitize(card.desc); };\n" },
    { name: "sanitised before", file: "panel.js", code: "import sanitizeHtml from 'sanitize-html';\nexport function show(box, card) {\n  const text = sanitizeHtml(card.desc);\n  box.innerHTML = `<p>${text}</p>`;\n}\n" },
    { name: "escaped by hand", file: "panel.js", code: "const escapeHtml = (text) => text.replace(/</g, '&lt;').replace(/&/g, '&amp;');\nexport const show = (box, name) => { box.innerHTML = `<b>${escapeHtml(name)}</b>`; };\n" },
    { name: "escaped by the page", file: "panel.js", code: "function asText(text) {\n  const p = document.createElement('p');\n  p.textContent = text;\n  return p.innerHTML;\n}\nexport const show = (box, name) => { box.innerHTML = '<b>' + asText(name) + '</b>'; };\n" },
    { name: "numbers", file: "panel.js", code: "export const show = (box, list) => { box.innerHTML = `<b>${list.length}</b> of ${Number(list.total)}`; };\n" },
    { name: "the page's own settings", file: "panel.js", code: "export const show = (box, settings) => { box.innerHTML = `<b>${settings.root}</b>`; };\n" },
    { name: "a bundle", file: "panel.js", code: "__webpack_require__(1);\nexport const show = (box, card) => { box.innerHTML = card.desc; };\n" },
    { name: "a chosen constant", file: "panel.js", code: "const texts = { on: '<b>on</b>', off: '<b>off</b>' };\nexport const show = (box, isOn) => { box.innerHTML = isOn ? texts.on : texts.off; };\n" },
    { name: "what nobody knows", file: "panel.js", code: "import { render } from './render.js';\nexport const show = (box, card) => { box.innerHTML = render(card); };\n" },
    { name: "React with a sanitiser", file: "Panel.jsx", code: "import DOMPurify from 'dompurify';\nexport const Panel = ({ issue }) => <div dangerouslySetInnerHTML={{ __html: DOMPurify.sanitize(issue.description) }} />;\n" },
    { name: "React, a script with JSON", file: "Panel.jsx", code: "export const Data = ({ data }) => <script type=\"application/ld+json\" dangerouslySetInnerHTML={{ __html: JSON.stringify(data) }} />;\n" },
    { name: "jQuery, elements", file: "panel.js", code: "export const add = (note) => $('#notes').append($('<li>').text(note.title));\n" },
    { name: "jQuery, read", file: "panel.js", code: "export const read = () => $('#note').html();\n" },
    { name: "Vue with a sanitiser", file: "index.html", code: '<p v-html="sanitize(comment.body)"></p>\n' },
    { name: "a test", file: "test/panel.test.js", code: "export const show = (box, card) => { box.innerHTML = card.desc; };\n" },
  ],
};
