import type { AuditedDay } from "../messages.ts";
import { element } from "./dom.ts";

const width = 240;
const height = 64;
const space = "http://www.w3.org/2000/svg";

/** The counts of earlier audits as a line, with the same as a table for those who do not see it. */
export function trend(days: readonly AuditedDay[]): HTMLElement {
  const heading = element("h3", {}, "Since earlier audits");
  if (days.length < 2) return element("div", {}, heading, element("p", {}, "This is the first audit of this workspace."));
  const rows = days.slice(-10).reverse().map(({ at, errors, warnings, information }) =>
    element("tr", {}, element("td", {}, new Date(at).toLocaleString()), ...[errors, warnings, information].map((count) => element("td", {}, String(count)))),
  );
  const heads = ["Audit", "Errors", "Warnings", "Information"].map((title) => element("th", { scope: "col" }, title));
  const details = element("details", {}, element("summary", {}, "The last audits"), element("table", {}, element("thead", {}, element("tr", {}, ...heads)), element("tbody", {}, ...rows)));
  return element("div", {}, heading, chart(days), details);
}

function chart(days: readonly AuditedDay[]): Element {
  const most = Math.max(1, ...days.map(({ errors, warnings }) => Math.max(errors, warnings)));
  const drawing = document.createElementNS(space, "svg");
  const first = days[0];
  const last = days.at(-1);
  const attributes = {
    viewBox: `0 0 ${width} ${height}`, width: String(width), height: String(height), role: "img",
    "aria-label": `Errors went from ${first?.errors ?? 0} to ${last?.errors ?? 0}, warnings from ${first?.warnings ?? 0} to ${last?.warnings ?? 0}.`,
  };
  for (const [name, value] of Object.entries(attributes)) drawing.setAttribute(name, value);
  drawing.append(line(days.map(({ warnings }) => warnings), most, "warning"), line(days.map(({ errors }) => errors), most, "error"));
  return drawing;
}

function line(values: readonly number[], most: number, tone: string): Element {
  const points = values.map((value, at) => `${((width - 4) * at) / Math.max(1, values.length - 1) + 2},${height - 2 - ((height - 4) * value) / most}`);
  const drawn = document.createElementNS(space, "polyline");
  drawn.setAttribute("points", points.join(" "));
  drawn.setAttribute("class", `line ${tone}`);
  return drawn;
}
