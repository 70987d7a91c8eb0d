import type { Document } from "../../core/document.ts";
import type { Report } from "../../core/rule.ts";
import type { DataNode } from "../../languages/data/dataNode.ts";
import { membersBelow } from "../../languages/data/walk.ts";
import { jsonData } from "../../languages/json/dataOf.ts";
import { yamlData } from "../../languages/yaml/dataOf.ts";
import { deploymentPlaceholder, literalMessage, namesApplicationToken, tokenCertainty } from "./applicationToken.ts";

/** How .NET parts the levels of a key: `SuperOffice:ClientSecret`, `SuperOffice__ClientSecret`. */
const levels = /:|__/;
/** `NAME=value`, as compose files list the environment. */
const assignment = /^([A-Za-z_]\w*)=(\S+)$/;

/** Reports application tokens written into JSON and YAML configuration. */
export function checkData(document: Document, reportOnce: Report): void {
  const reported = new Set<number>();
  const report: Report = (problem) => {
    if (!reported.has(problem.range.start)) reportOnce(problem);
    reported.add(problem.range.start);
  };
  for (const root of rootsOf(document)) {
    for (const { path, member } of membersBelow(root)) {
      if (isTokenKey(path)) reportString(document, member.value, report);
      if (member.value.kind === "array") for (const item of member.value.items) reportAssignment(item, report);
    }
  }
}

function rootsOf(document: Document): readonly DataNode[] {
  if (document.language === "yaml") return yamlData(document);
  const root = jsonData(document);
  return root ? [root] : [];
}

/** `ClientSecret` is the same token under its OAuth name, where a section above says that it is SuperOffice's. */
function isTokenKey(path: readonly string[]): boolean {
  const names = path.flatMap((name) => name.split(levels)).map((name) => name.toLowerCase());
  const last = names.at(-1) ?? "";
  if (namesApplicationToken(last)) return true;
  return last === "clientsecret" && names.slice(0, -1).some((name) => name.startsWith("superoffice"));
}

function reportString(document: Document, node: DataNode, report: Report): void {
  if (node.kind !== "string" || !node.verbatim) return;
  // Unquoted in YAML, `#` would start a comment.
  const isBare = document.language === "yaml" && !/["']/.test(document.text.charAt(node.range.start - 1));
  reportToken(node.value, node.range.start, isBare ? `"${deploymentPlaceholder}"` : deploymentPlaceholder, report);
}

function reportAssignment(node: DataNode, report: Report): void {
  if (node.kind !== "string" || !node.verbatim) return;
  const [, name = "", value = ""] = assignment.exec(node.value) ?? [];
  if (isTokenKey([name])) reportToken(value, node.range.start + name.length + 1, deploymentPlaceholder, report);
}

function reportToken(value: string, start: number, newText: string, report: Report): void {
  const certainty = tokenCertainty(value);
  if (!certainty) return;
  const range = { start, end: start + value.length };
  report({
    range,
    message: literalMessage(value),
    atMost: certainty,
    secret: range,
    fixes: [
      {
        title: `Replace it by the deployment's ${deploymentPlaceholder}`,
        safe: false,
        edits: [{ range, newText }],
      },
    ],
  });
}
