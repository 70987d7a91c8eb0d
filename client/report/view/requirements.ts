import type { JsonReport } from "../../../server/lsp/protocol.ts";
import type { ShownReport } from "../messages.ts";
import { element, section } from "./dom.ts";
import type { ViewActions, ViewState } from "./state.ts";
import { table, type Column } from "./table.ts";

type Requirement = JsonReport["requirements"][number];

const statuses = ["breached", "needs-evidence", "answered", "met", "not-applicable"];
const statusNames: Readonly<Record<string, string>> = {
  met: "met", breached: "breached", answered: "answered", "needs-evidence": "needs evidence", "not-applicable": "not applicable",
};
const tones: Readonly<Record<string, string>> = { breached: "error", "needs-evidence": "warning", met: "met", answered: "met", "not-applicable": "" };

/** The requirements of the marketplaces that apply, with what is known of each. */
export function requirementsSection(state: ViewState, report: ShownReport, { change }: ViewActions): HTMLElement {
  const all = report.folders.flatMap((folder) => folder.report.requirements);
  const shown = all.filter(({ status }) => state.status === "" || status === state.status);
  const options = ["", ...statuses].map((status) => {
    const count = status === "" ? all.length : all.filter((one) => one.status === status).length;
    return element("option", { value: status, selected: status === state.status }, `${status === "" ? "all" : (statusNames[status] ?? status)} (${count})`);
  });
  const select = element("select", { id: "filter-status" }, ...options);
  select.addEventListener("change", () => change({ status: select.value }));
  const columns: Column<Requirement>[] = [
    { title: "Status", cell: ({ status }) => element("span", { class: tones[status] ?? "" }, statusNames[status] ?? status) },
    { title: "Requirement", cell: requirementCell },
    { title: "Why", cell: ({ reason, evidence }) => element("div", {}, element("div", {}, reason), ...(evidence ? [element("div", { class: "detail" }, evidence.statement)] : [])) },
    { title: "Asked by", cell: ({ id, clause, word }) => element("div", {}, element("div", {}, clause), element("div", { class: "detail" }, `${word.toUpperCase()} · ${id}`)) },
  ];
  return section(
    "requirements",
    `Requirements (${all.length})`,
    element("div", { class: "filters" }, element("label", { for: "filter-status" }, "Status ", select)),
    all.length === 0
      ? element("p", {}, "No marketplace was detected. Set marketplaces in .marketlint.yml to see its requirements here.")
      : table("Requirements", columns, shown),
  );
}

function requirementCell({ text, rules }: Requirement): Node {
  return element("div", {}, element("div", {}, text), element("div", { class: "detail" }, rules.length > 0 ? `checked by ${rules.join(", ")}` : "checked by a person"));
}
