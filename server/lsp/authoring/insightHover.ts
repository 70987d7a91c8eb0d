import type { Hover, Position } from "vscode-languageserver";
import type { Region } from "../../core/finding.ts";
import type { AddressInsight } from "../../rules/scopes/insight/addressInsight.ts";
import type { FileInsight, ListInsight, ScopeInsight } from "../../rules/scopes/insight/fileInsight.ts";
import type { InsightPlace } from "../../rules/scopes/insight/insightPlace.ts";
import { rangeOf } from "../diagnostics.ts";
import { uriOf } from "../folders.ts";

/** More places than this nobody reads in a hover; the lens lists all. */
const mostPlaces = 8;

const markdownMarks = /[\\`*_{}[\]<>#|!]/g;

/** How a hover is written for one client. */
export interface HoverStyle {
  readonly root: string;
  readonly markdown: boolean;
}

/** What is known of the scope, the list of scopes or the address at a position. */
export function insightHover({ scopes, lists, addresses }: FileInsight, position: Position, style: HoverStyle): { text: string; range: NonNullable<Hover["range"]> } | undefined {
  const here = <Insight extends { region: Region }>(all: readonly Insight[]): Insight[] => all.filter(({ region }) => covers(region, position));
  const found = [
    ...here(scopes).map((one) => ({ region: one.region, text: scopeText(one, style) })),
    ...here(lists).filter(({ judged }) => judged).map((one) => ({ region: one.region, text: listText(one, style) })),
    ...here(addresses).map((one) => ({ region: one.region, text: addressText(one, style) })),
  ];
  const [first] = found;
  return first && { text: [...new Set(found.map(({ text }) => text))].join("\n\n---\n\n"), range: rangeOf(first.region) };
}

function covers({ start, end }: Region, { line, character }: Position): boolean {
  const afterStart = line > start.line || (line === start.line && character >= start.character);
  return afterStart && (line < end.line || (line === end.line && character <= end.character));
}

function scopeText({ name, allows, state, needs, open }: ScopeInsight, style: HoverStyle): string {
  const head = `${code(name, style)}${allows === undefined ? "" : `: ${plain(allows, style)}`}`;
  return [head, ...verdictOf(state, needs, open, style)].join("\n\n");
}

function verdictOf(state: ScopeInsight["state"], needs: readonly InsightPlace[], open: readonly InsightPlace[], style: HoverStyle): string[] {
  switch (state) {
    case "used":
      return [listed(`Needed by ${counted(needs, "place")}:`, needs, style), ...(open.length > 0 ? [listed(`${counted(open, "call")} may need it too:`, open, style)] : [])];
    case "open":
      return [listed(`Nothing that can be read needs it. ${counted(open, "call")} that cannot be read may:`, open, style)];
    case "unused":
      return ["Nothing in the app needs it."];
    case "hidden":
      return ["The code that would use it is not in this workspace."];
    case "unjudged":
      return ["Its use shows in no call that is known here."];
  }
}

function listText({ line, missing, open }: ListInsight, style: HoverStyle): string {
  const lacks = missing.map(({ names, needs }) => listed(`Missing: ${names.map((name) => code(name, style)).join(" and ")}, needed by`, needs, style));
  return [plain(`Scopes: ${line}`, style), ...lacks, ...(open.length > 0 ? [listed("Cannot be read:", open, style)] : [])].join("\n\n");
}

function addressText({ address, list, calls, open }: AddressInsight, style: HoverStyle): string {
  const head = `${code(address, style)} in ${code(list, style)}`;
  const reached = calls.length > 0 ? [listed(`${counted(calls, "request")} in the code:`, calls, style)] : ["No request in the code is known to go there."];
  return [head, ...reached, ...(open.length > 0 ? [listed(`${counted(open, "request")} may:`, open, style)] : [])].join("\n\n");
}

function counted(places: readonly unknown[], word: string): string {
  return `${places.length} ${word}${places.length === 1 ? "" : "s"}`;
}

function listed(head: string, places: readonly InsightPlace[], style: HoverStyle): string {
  const left = places.length - mostPlaces;
  const items = places.slice(0, mostPlaces).map((place) => `- ${linked(place, style)}: ${plain(place.text, style)}`);
  return [head, "", ...items, ...(left > 0 ? [`- and ${left} more`] : [])].join("\n");
}

/** A line of a file; editors open the address with its fragment there. */
function linked({ path, region: { start } }: InsightPlace, { root, markdown }: HoverStyle): string {
  const line = start.line + 1;
  const title = `${path}:${line}`;
  return markdown ? `[${plain(title, { root, markdown })}](${uriOf(root, path)}#L${line})` : title;
}

function code(text: string, { markdown }: HoverStyle): string {
  return markdown ? `\`${text.replaceAll("`", "")}\`` : text;
}

function plain(text: string, { markdown }: HoverStyle): string {
  return markdown ? text.replace(markdownMarks, "\\$&") : text;
}
