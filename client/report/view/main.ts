import type { FromView, ToView } from "../messages.ts";
import { element, section } from "./dom.ts";
import { acceptedSection, findingsSection } from "./findings.ts";
import { requirementsSection } from "./requirements.ts";
import { firstState, type ViewActions, type ViewState } from "./state.ts";
import { summarySection } from "./summary.ts";

declare function acquireVsCodeApi(): { postMessage(message: FromView): void; getState(): Partial<ViewState> | undefined; setState(state: Partial<ViewState>): void };

const editor = acquireVsCodeApi();
const page = document.getElementById("report") ?? document.body;
let state: ViewState = { ...firstState, ...editor.getState() };

const actions: ViewActions = {
  change(change) {
    state = { ...state, ...change };
    const { filter, sorting, status } = state;
    editor.setState({ filter, sorting, status });
    draw();
  },
  send: (message) => editor.postMessage(message),
};

/** Draws all again and leaves the reader where they were: the focus, and the place in a text. */
function draw(): void {
  const focused = document.activeElement;
  const focus = focused?.id;
  const column = focused?.getAttribute("data-column");
  const at = focused instanceof HTMLInputElement ? focused.selectionStart : undefined;
  const { report, busy } = state;
  page.setAttribute("aria-busy", String(busy));
  const parts = report
    ? [summarySection(report, busy, actions), findingsSection(state, report, actions), requirementsSection(state, report, actions), acceptedSection(report, actions), notAnalysedSection()]
    : [element("p", { role: "status" }, busy ? "Auditing the workspace…" : "There is no report yet.")];
  page.replaceChildren(element("h1", {}, "Marketlint report"), ...parts.filter((part) => part !== undefined));
  const again = focus ? document.getElementById(focus) : column ? page.querySelector<HTMLElement>(`[data-column="${CSS.escape(column)}"]`) : undefined;
  again?.focus();
  if (again instanceof HTMLInputElement && at !== undefined) again.setSelectionRange(at, at);
}

function notAnalysedSection(): HTMLElement | undefined {
  const missed = (state.report?.folders ?? []).flatMap(({ report }) => report.notAnalysed);
  if (missed.length === 0) return undefined;
  const items = missed.map(({ path, rule, reason }) => element("li", {}, element("code", {}, path), `: ${rule === undefined ? "" : `${rule}: `}${reason}`));
  return section("not-analysed", `Not analysed (${missed.length})`, element("ul", {}, ...items));
}

window.addEventListener("message", ({ data }: MessageEvent<ToView>) => {
  if (data.kind === "report") actions.change({ report: data.report });
  else actions.change({ busy: data.busy });
});
draw();
actions.send({ kind: "ready" });
