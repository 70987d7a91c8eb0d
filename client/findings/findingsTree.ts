import { EventEmitter, l10n, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, type TreeDataProvider } from "vscode";
import type { WorkspaceReport } from "../../server/lsp/protocol.ts";
import { fileOf } from "../report/applyFixes.ts";
import type { FindingPlace } from "../report/messages.ts";

/** What the tree is ordered by. */
export const groupings = ["file", "rule", "requirement"] as const;

/** One of {@link groupings}. */
export type Grouping = (typeof groupings)[number];

type Finding = WorkspaceReport["folders"][number]["report"]["findings"][number];

interface PlacedFinding extends Finding {
  readonly folder: string;
}

/** A branch of the tree: findings that belong together. */
interface Group {
  readonly kind: "group";
  readonly name: string;
  readonly findings: readonly PlacedFinding[];
}

/** A leaf of the tree. */
interface Leaf {
  readonly kind: "leaf";
  readonly finding: PlacedFinding;
}

type Node = Group | Leaf;

/** The findings of the last audit, by file, rule or requirement. */
export interface FindingsTree extends TreeDataProvider<Node> {
  setReport(report: WorkspaceReport): void;
  groupBy(grouping: Grouping): void;
}

/** Makes the tree; it is empty before the first audit, and VS Code shows the welcome text then. */
export function createFindingsTree(): FindingsTree {
  const changed = new EventEmitter<undefined>();
  let findings: readonly PlacedFinding[] = [];
  let grouping: Grouping = "file";
  return {
    onDidChangeTreeData: changed.event,
    getTreeItem: (node) => (node.kind === "group" ? groupItem(node, grouping) : leafItem(node.finding)),
    getChildren: (node) => {
      if (!node) return groupsOf(findings, grouping);
      return node.kind === "group" ? node.findings.map((finding) => ({ kind: "leaf", finding })) : [];
    },
    setReport(report) {
      findings = report.folders.flatMap(({ uri, report: { findings: all } }) => all.filter(({ suppression }) => !suppression).map((finding) => ({ ...finding, folder: uri })));
      changed.fire(undefined);
    },
    groupBy(wanted) {
      grouping = wanted;
      changed.fire(undefined);
    },
  };
}

function groupsOf(findings: readonly PlacedFinding[], grouping: Grouping): Group[] {
  const groups = new Map<string, PlacedFinding[]>();
  for (const finding of findings) {
    for (const name of namesOf(finding, grouping)) groups.set(name, [...(groups.get(name) ?? []), finding]);
  }
  return [...groups].sort(([left], [right]) => (left < right ? -1 : 1)).map(([name, own]) => ({ kind: "group", name, findings: own }));
}

function namesOf({ path, rule, requirements }: PlacedFinding, grouping: Grouping): readonly string[] {
  if (grouping === "file") return [path];
  if (grouping === "rule") return [rule];
  return requirements.length > 0 ? requirements : [l10n.t("no requirement of a marketplace")];
}

function groupItem({ name, findings }: Group, grouping: Grouping): TreeItem {
  const item = new TreeItem(name, TreeItemCollapsibleState.Expanded);
  item.description = String(findings.length);
  const [first] = findings;
  if (grouping === "file" && first) item.resourceUri = fileOf(first);
  item.iconPath = grouping === "file" ? ThemeIcon.File : new ThemeIcon(grouping === "rule" ? "law" : "checklist");
  item.accessibilityInformation = { label: l10n.t("{0}, {1} findings", name, findings.length) };
  return item;
}

const icons = {
  error: new ThemeIcon("error", new ThemeColor("list.errorForeground")),
  warning: new ThemeIcon("warning", new ThemeColor("list.warningForeground")),
  information: new ThemeIcon("info"),
} as const;

function leafItem(finding: PlacedFinding): TreeItem {
  const { message, path, start, severity, rule, folder } = finding;
  const item = new TreeItem(message, TreeItemCollapsibleState.None);
  item.description = `${path}:${start.line}`;
  item.tooltip = `${message}\n${rule}`;
  item.iconPath = icons[severity];
  const place: FindingPlace = { folder, path, rule, ...start };
  item.command = { title: l10n.t("Open"), command: "marketlint.openFinding", arguments: [place] };
  item.accessibilityInformation = { label: `${severity}: ${message}, ${path}:${start.line}` };
  return item;
}

