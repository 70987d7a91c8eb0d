import type { JsonReport } from "../../../server/lsp/protocol.ts";
import type { FindingPlace, ShownReport } from "../messages.ts";
import { button, element, link, section } from "./dom.ts";
import type { FindingFilter, ViewActions, ViewState } from "./state.ts";
import { table, type Column } from "./table.ts";

type Finding = JsonReport["findings"][number];

/** A finding with the folder it is in. */
interface PlacedFinding extends Finding {
  readonly folder: string;
}

const severities = ["error", "warning", "information"];

/** The findings that are not accepted, as a table that filters, sorts, opens and fixes. */
export function findingsSection(state: ViewState, report: ShownReport, actions: ViewActions): HTMLElement {
  const all = placed(report).filter(({ suppression }) => !suppression);
  const shown = all.filter((finding) => passes(finding, state.filter));
  const rules = [...new Set(shown.filter(({ fixes }) => fixes.length > 0).map(({ rule }) => rule))].sort();
  const safe = shown.some(({ fixes }) => fixes[0]?.safe);
  const columns: Column<PlacedFinding>[] = [
    { title: "Severity", order: ({ severity }) => severities.indexOf(severity), cell: ({ severity }) => element("span", { class: severity }, severity) },
    { title: "Place", order: ({ path, start }) => `${path}:${String(start.line).padStart(8, "0")}`, cell: (finding) => placeButton(finding, actions) },
    { title: "Finding", order: ({ message }) => message, cell: messageCell },
    { title: "Rule", order: ({ rule }) => rule, cell: ({ rule, help }) => link(rule, help) },
    { title: "Fix", order: ({ fixes }) => fixes[0]?.title ?? "", cell: (finding) => fixCell(finding, actions) },
  ];
  return section(
    "findings",
    `Findings (${shown.length === all.length ? all.length : `${shown.length} of ${all.length}`})`,
    filters(state, all, actions),
    element(
      "p",
      { class: "actions" },
      ...(safe ? [button("Fix all safe findings", () => actions.send({ kind: "fixSafe" }))] : []),
      ...rules.slice(0, 1).map(() => ruleFixer(rules, actions)),
    ),
    shown.length === 0 ? element("p", {}, all.length === 0 ? "There are no findings." : "No finding passes the filter.") : table("Findings", columns, shown, state.sorting, (sorting) => actions.change({ sorting })),
  );
}

/** Accepted findings with the reason that was given. */
export function acceptedSection(report: ShownReport, actions: ViewActions): HTMLElement | undefined {
  const accepted = placed(report).filter(({ suppression }) => suppression);
  if (accepted.length === 0) return undefined;
  const columns: Column<PlacedFinding>[] = [
    { title: "Rule", cell: ({ rule, help }) => link(rule, help) },
    { title: "Place", cell: (finding) => placeButton(finding, actions) },
    { title: "Accepted by", cell: ({ suppression }) => suppression?.kind ?? "" },
    { title: "Reason", cell: ({ suppression }) => suppression?.reason ?? "" },
  ];
  return section("accepted", `Accepted findings (${accepted.length})`, table("Accepted findings", columns, accepted));
}

function placed({ folders }: ShownReport): PlacedFinding[] {
  return folders.flatMap(({ uri, report }) => report.findings.map((finding) => ({ ...finding, folder: uri })));
}

function passes(finding: PlacedFinding, { text, severity, concern, marketplace }: FindingFilter): boolean {
  if (severity !== "" && finding.severity !== severity) return false;
  if (concern !== "" && finding.concern !== concern) return false;
  if (marketplace !== "" && !finding.requirements.some((id) => id.startsWith(`${marketplace}/`))) return false;
  const wanted = text.trim().toLowerCase();
  return wanted === "" || [finding.message, finding.path, finding.rule, ...finding.requirements].some((part) => part.toLowerCase().includes(wanted));
}

function filters({ filter }: ViewState, all: readonly PlacedFinding[], { change }: ViewActions): HTMLElement {
  const search = element("input", { id: "filter-text", type: "search", value: filter.text, placeholder: "message, path, rule or requirement" });
  search.addEventListener("input", () => change({ filter: { ...filter, text: search.value } }));
  const choice = (id: "severity" | "concern" | "marketplace", title: string, values: readonly string[]): HTMLElement => {
    const options = ["", ...values].map((value) => element("option", { value, selected: value === filter[id] }, value === "" ? "all" : value));
    const select = element("select", { id: `filter-${id}` }, ...options);
    select.addEventListener("change", () => change({ filter: { ...filter, [id]: select.value } }));
    return element("label", { for: `filter-${id}` }, `${title} `, select);
  };
  const unique = (values: readonly string[]): string[] => [...new Set(values)].sort();
  return element(
    "div",
    { class: "filters", role: "search", "aria-label": "Filter the findings" },
    element("label", { for: "filter-text" }, "Filter ", search),
    choice("severity", "Severity", severities),
    choice("concern", "Concern", unique(all.map(({ concern }) => concern))),
    choice("marketplace", "Marketplace", unique(all.flatMap(({ requirements }) => requirements.map((id) => id.split("/")[0] ?? "")))),
  );
}

function placeOf({ folder, path, rule, start }: PlacedFinding): FindingPlace {
  return { folder, path, rule, ...start };
}

function placeButton(finding: PlacedFinding, { send }: ViewActions): HTMLElement {
  const { path, start } = finding;
  const opened = button(`${path}:${start.line}`, () => send({ kind: "open", place: placeOf(finding) }));
  opened.classList.add("place");
  return opened;
}

function messageCell({ message, title, requirements }: PlacedFinding): Node {
  return element("div", {}, element("div", {}, message), element("div", { class: "detail" }, [title, ...requirements].join(" · ")));
}

function fixCell(finding: PlacedFinding, { send }: ViewActions): Node {
  const [fix] = finding.fixes;
  if (!fix) return element("span", {}, "");
  const label = `${fix.title}, in ${finding.path}, line ${finding.start.line}`;
  return button(fix.title, () => send({ kind: "fix", place: placeOf(finding) }), label);
}

function ruleFixer(rules: readonly string[], { send }: ViewActions): HTMLElement {
  const select = element("select", { id: "fix-rule" }, ...rules.map((rule) => element("option", { value: rule }, rule)));
  return element("span", {}, element("label", { for: "fix-rule" }, "Fix all of rule "), select, " ", button("Fix", () => send({ kind: "fixRule", rule: select.value }), "Fix all findings of the chosen rule"));
}
