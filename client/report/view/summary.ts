import { marketplaceCounts, severityCounts, type Count } from "./counts.ts";
import type { ShownReport } from "../messages.ts";
import { button, element, section } from "./dom.ts";
import type { ViewActions } from "./state.ts";
import { trend } from "./trend.ts";

const formats = [
  { format: "html", title: "HTML" }, { format: "markdown", title: "Markdown" }, { format: "sarif", title: "SARIF" },
  { format: "json", title: "JSON" }, { format: "csv", title: "CSV" },
] as const;

/** How many of what, since when, and what can be done with it. */
export function summarySection(report: ShownReport, busy: boolean, { send }: ViewActions): HTMLElement {
  const names = [...new Set(report.folders.flatMap((folder) => folder.report.marketplaces))];
  const refresh = button(busy ? "Auditing…" : "Audit again", () => send({ kind: "refresh" }));
  refresh.disabled = busy;
  return element(
    "div",
    {},
    element("p", {}, names.length > 0 ? `Marketplaces: ${names.join(", ")}.` : "No marketplace was detected: the general baseline was applied."),
    element("p", { class: "actions" }, refresh, ...formats.map(({ format, title }) => button(title, () => send({ kind: "export", format }), `Export as ${title}`))),
    section("counts", "At a glance", element("div", { class: "counts" }, counted("By severity", severityCounts(report)), counted("By concern", concernsOf(report)), counted("By marketplace", marketplaceCounts(report)), trend(report.trend))),
  );
}

function concernsOf({ folders }: ShownReport): Count[] {
  const counts = new Map<string, number>();
  for (const { concern, suppression } of folders.flatMap(({ report }) => report.findings)) {
    if (!suppression) counts.set(concern, (counts.get(concern) ?? 0) + 1);
  }
  return [...counts].sort((left, right) => right[1] - left[1]).map(([name, count]) => ({ name, count }));
}

function counted(title: string, counts: readonly Count[]): HTMLElement {
  const most = Math.max(1, ...counts.map(({ count }) => count));
  const rows = counts.map(({ name, count, tone }) =>
    element("div", { class: "bar" }, element("dt", {}, name), element("dd", {}, element("meter", { min: "0", max: String(most), value: String(count), class: tone ?? "", "aria-label": `${name}: ${count}` }), ` ${count}`)),
  );
  return element("div", {}, element("h3", {}, title), rows.length > 0 ? element("dl", {}, ...rows) : element("p", {}, "none"));
}
