import * as path from "node:path";
import type { NotAnalysed } from "../../analysis/analyse.ts";
import { Document } from "../../core/document.ts";
import type { LocatedFinding } from "../../core/finding.ts";
import { valueAt } from "../../languages/data/dataNode.ts";
import { yamlData } from "../../languages/yaml/dataOf.ts";
import { sharedAnalyser } from "../engine.ts";
import { documentOf, readBytes } from "../readDocument.ts";
import { ruleIds } from "../../rules/ruleIds.ts";
import { renderChart } from "./renderChart.ts";
import { renderedFiles, type RenderedFile } from "./renderedFiles.ts";
import { templatePlace } from "./templatePlace.ts";

/** Which charts to render, and by what. */
export interface ChartsRequest {
  /** Absolute. */
  readonly root: string;
  /** Paths of the audited files, from the root. */
  readonly files: readonly string[];
  /** The helm program: a path, or a name that is looked up. */
  readonly command: string;
  /** Ids of the rules that were asked for; all, if absent. */
  readonly only?: ReadonlySet<string>;
  readonly signal?: AbortSignal;
}

/** What the rendered charts show that their templates do not. */
export interface ChartFindings {
  /** In the templates, without fixes: what would be edited is not in the text. */
  readonly findings: readonly LocatedFinding[];
  readonly notAnalysed: readonly NotAnalysed[];
}

/** The namespace is the one that we render with, so that nothing can be said of it. */
const unasked = new Set(["kubernetes-default-namespace"]);

/** Renders the charts of a folder and looks at the result as at any manifest. Rejects with the signal's reason. */
export async function chartFindings({ root, files, command, only, signal }: ChartsRequest): Promise<ChartFindings> {
  const findings: LocatedFinding[] = [];
  const notAnalysed: NotAnalysed[] = [];
  const audited = new Set(files);
  const rules = new Set(ruleIds.filter((id) => id.startsWith("kubernetes-") && !unasked.has(id) && (only?.has(id) ?? true)));
  for (const folder of chartFolders(root, files)) {
    const rendered = await renderChart(command, path.join(root, folder), signal);
    if (!rendered.ok) {
      notAnalysed.push({ path: `${folder}Chart.yaml`, reason: rendered.reason });
      if (rendered.reason === "helm was not found") break;
      continue;
    }
    for (const file of renderedFiles(rendered.text, folder)) {
      if (audited.has(file.path)) findings.push(...(await findingsIn(root, file, rules)));
    }
  }
  return { findings, notAnalysed };
}

/** The folders of the charts that can be installed: neither libraries nor parts of another one. */
function chartFolders(root: string, files: readonly string[]): string[] {
  const charts = files.filter((file) => /(?:^|\/)Chart\.yaml$/.test(file)).map((file) => file.slice(0, -"Chart.yaml".length));
  const whole = charts.filter((folder) => !charts.some((other) => folder.startsWith(`${other}charts/`)));
  return whole.filter((folder) => {
    const about = readText(root, `${folder}Chart.yaml`);
    const type = about && valueAt(yamlData(about)[0], "type");
    return about !== undefined && !(type?.kind === "string" && type.value === "library");
  });
}

async function findingsIn(root: string, { path: file, text }: RenderedFile, rules: ReadonlySet<string>): Promise<LocatedFinding[]> {
  const template = readText(root, file);
  if (!template) return [];
  const rendered = new Document(file, "yaml", text);
  const [own, shown] = [await sharedAnalyser().analyse(template, { rules }), await sharedAnalyser().analyse(rendered, { rules })];
  const lineOf = ({ rule, region }: LocatedFinding): string => `${rule}:${region.start.line}`;
  const told = new Set(own.findings.map(lineOf));
  return shown.findings.flatMap((finding) => {
    const range = templatePlace(template, rendered, finding.range);
    const region = { start: template.positionAt(range.start), end: template.positionAt(range.end) };
    const placed = { ...finding, range, region, fixes: [], related: [], message: `${finding.message} (As rendered by Helm.)` };
    // What the template shows by itself, or what several rendered lines of one template line show, is told once.
    if (told.has(lineOf(placed))) return [];
    told.add(lineOf(placed));
    return [placed];
  });
}

function readText(root: string, file: string): Document | undefined {
  const read = readBytes(root, file);
  return read.ok ? documentOf(file, read.bytes).document : undefined;
}
