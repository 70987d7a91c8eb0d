import { defineRule, type Report } from "../../core/rule.ts";
import type { Document } from "../../core/document.ts";
import type { Fix } from "../../core/finding.ts";
import { rangeOf, type FunctionNode } from "../../languages/typescript/nodes.ts";
import { typescriptSyntax } from "../../languages/typescript/syntax.ts";
import { isLogged, isOnlyCompared, messageHandlers, readHandler } from "./messageHandlers.ts";
import { isAside } from "./textPlaces.ts";

const message = "Messages are acted on without a look at who sent them, so any page that frames or opens this one can send its own.";
/** What makes code or a page of a text. */
const sink = /\binnerHTML\b|\bouterHTML\b|insertAdjacentHTML|document\.write|\beval\s*\(|new\s+Function\b|\blocation(?:\.href)?\s*=[^=]|location\.(?:assign|replace)\s*\(|dangerouslySetInnerHTML|\.html\s*\(/;

function check(document: Document, report: Report): void {
  if (isAside(document)) return;
  const syntax = document.syntax(typescriptSyntax);
  for (const { place, made } of messageHandlers(document, syntax)) {
    const { checksSender, data } = readHandler(made, syntax);
    const used = data.filter((node) => !isLogged(node));
    if (checksSender || used.length === 0) continue;
    const atMost = sink.test(document.text.slice(...made.range)) ? "error" : used.every(isOnlyCompared) ? "information" : "warning";
    report({ range: rangeOf(place), message, atMost, fixes: guard(document, made) });
  }
}

/** Puts a check on the sender before everything else the handler does. */
function guard(document: Document, made: FunctionNode): Fix[] {
  const [event] = made.params;
  if (event?.type !== "Identifier" || made.body.type !== "BlockStatement") return [];
  const [first] = made.body.body;
  if (!first) return [];
  const start = first.range[0];
  const line = document.lineOf(start);
  const indent = document.text.slice(document.lines[line] ?? 0, start);
  const gap = indent.trim() === "" ? document.lineBreak + indent : " ";
  const newText = `if (${event.name}.origin !== window.location.origin) return;${gap}`;
  return [{ title: "Accept messages of the page's own origin alone", safe: false, edits: [{ range: { start, end: start }, newText }] }];
}

export default defineRule({
  id: "message-listener-without-origin-check",
  title: "Messages of any window are acted on",
  concern: "transport",
  languages: ["typescript", "html"],
  triggers: ["onmessage", '"message"', "'message'", "`message`"],
  anchors: ["message"],
  promising: ({ text }) => /\bonmessage\b|\baddEventListener\b/.test(text),
  requirements: ["akeneo/no-vulnerabilities", "superoffice/input-validated", "superoffice/owasp-top-ten", "openchannel/web-integration-tested"],
  severity: "error",
  cwe: [346],
  fix: "review",
  documentation: {
    wrong: "A page listens to `message` events of its window and uses their data, but looks at neither `event.origin` nor `event.source`. A handler that hands the whole event on is not reported, since the check may be there. Messages of workers, ports, sockets and channels come from one's own side and are left alone.",
    why: "Apps of Atlassian, Trello, SuperOffice and Akeneo run in frames, and every page may frame or open them and call `postMessage`. What the handler does for its own parent it then does for everybody: change data, follow an address, write HTML into the page.",
    fix: "Compare `event.origin` with the origins that may talk to the page, before anything else: the site that frames the app, known from the signed context. The quick fix takes messages of the page's own origin alone.",
    suppress: "When a message can do nothing that its sender could not do alone, such as asking for a redraw.",
  },
  examples: {
    bad: [
      { name: "HTML from a message", code: 'const root = document.getElementById("root");\n[|window.addEventListener|]("message", (event) => {\n  root.innerHTML = event.data.html;\n});\n', fixed: 'const root = document.getElementById("root");\nwindow.addEventListener("message", (event) => {\n  if (event.origin !== window.location.origin) return;\n  root.innerHTML = event.data.html;\n});\n' },
      { name: "a handler that has a name", code: "function receive(e: MessageEvent) {\n  // what the board sends\n  const { type, payload } = e.data;\n  store.dispatch({ type, payload });\n}\n[|window.addEventListener|]('message', receive, false);\n", fixed: "function receive(e: MessageEvent) {\n  // what the board sends\n  if (e.origin !== window.location.origin) return;\n  const { type, payload } = e.data;\n  store.dispatch({ type, payload });\n}\nwindow.addEventListener('message', receive, false);\n" },
      { name: "destructured", code: '[|window.addEventListener|]("message", ({ data }) => save(JSON.parse(data)));\n' },
      { name: "a property of the window", code: "[|window.onmessage|] = function (event) { location.href = event.data; };\n", fixed: "window.onmessage = function (event) { if (event.origin !== window.location.origin) return; location.href = event.data; };\n" },
      { name: "in an effect of React", code: 'useEffect(() => {\n  const onMessage = (event: MessageEvent) => {\n    const message = event.data;\n    setContext(message.context);\n  };\n  [|window.addEventListener|]("message", onMessage);\n  return () => window.removeEventListener("message", onMessage);\n}, []);\n' },
      { name: "without a receiver", code: 'const frame = document.querySelector("iframe");\n[|addEventListener|]("message", (event) => resize(frame, event.data.height));\n' },
      { name: "a command", code: 'window.document.title = "App";\n[|self.addEventListener|]("message", (event) => {\n  if (event.data === "close") dialog.close();\n});\n' },
      { name: "a script in a page", file: "panel.html", code: "<script>\n  [|window.addEventListener|]('message', function (event) {\n    show(event.data);\n  });\n</script>\n" },
    ],
    good: [
      { name: "an origin that is compared", code: 'window.addEventListener("message", (event) => {\n  if (event.origin !== allowed) return;\n  root.innerHTML = event.data.html;\n});\n' },
      { name: "a sender that is compared", code: 'window.addEventListener("message", (event) => {\n  if (event.source === window.parent) apply(event.data);\n});\n' },
      { name: "destructured with its origin", code: 'window.addEventListener("message", ({ data, origin }) => trusted.has(origin) && apply(data));\n' },
      { name: "handed on as a whole", code: 'window.addEventListener("message", (event) => {\n  if (isTrusted(event)) apply(event.data);\n});\n' },
      { name: "a worker's own side", code: 'const worker = new Worker(url);\nworker.addEventListener("message", (event) => show(event.data));\nworker.onmessage = (event) => show(event.data);\n' },
      { name: "inside a worker", file: "src/sum.worker.ts", code: 'self.addEventListener("message", (event) => self.postMessage(sum(event.data)));\n' },
      { name: "a socket", code: 'socket.addEventListener("message", (event) => show(event.data));\n' },
      { name: "a handler of somebody else", code: 'import { handle } from "chat-kit";\nwindow.addEventListener("message", handle);\n' },
      { name: "only logged", code: 'window.addEventListener("message", (event) => console.log("got", event.data));\n' },
      { name: "no data", code: 'window.addEventListener("message", () => refresh());\n' },
    ],
  },
  check,
});
