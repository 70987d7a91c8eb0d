import type { Document } from "../../core/document.ts";
import { isTestPath } from "../../core/filePurpose.ts";
import type { Fix, TextEdit } from "../../core/finding.ts";
import type { Report } from "../../core/rule.ts";
import { milder, type Severity } from "../../core/severity.ts";
import type { TextRange } from "../../core/text.ts";
import { composeSyntax, type ComposeFile, type ComposeService } from "../../languages/compose/composeFile.ts";
import type { DataMember, DataNode } from "../../languages/data/dataNode.ts";

/** A compose file that runs a product, or something for developers. */
export interface Composition extends ComposeFile {
  /** The worst that a finding may be: an information in a file that only developers run. */
  readonly limit: Severity;
}

/** Names of files, and folders, with services that only developers run. */
const forDevelopers = /(?:^|[./_-])(?:dev|develop|development|devcontainer|local|debug|ci|override|sandbox)(?=[./_-])/i;

/** The compose file of a document; undefined where it is none, or input of a test. */
export function compositionOf(document: Document): Composition | undefined {
  const file = document.syntax(composeSyntax);
  if (!file || isTestPath(document.path)) return undefined;
  return { ...file, limit: forDevelopers.test(document.path) ? "information" : "error" };
}

/** Takes problems in values that several services may share by an anchor: each place is reported once. */
export function onceForEachPlace(report: Report): Report {
  const places = new Set<number>();
  return (problem) => {
    if (places.has(problem.range.start)) return;
    places.add(problem.range.start);
    report(problem);
  };
}

/** The services that have a key themselves, with it. */
export function* ownMembers(file: ComposeFile, key: string): Generator<{ service: ComposeService; member: DataMember }> {
  for (const service of file.services) {
    const member = service.own(key);
    if (member) yield { service, member };
  }
}

/** The items of a list; none for anything else. */
export function itemsOf(node: DataNode | undefined): readonly DataNode[] {
  return node?.kind === "array" ? node.items : [];
}

/** Something that the services of a file lack. */
export interface Lack {
  lacks(service: ComposeService, file: Composition): boolean;
  message(names: string): string;
  readonly fix?: { readonly title: string; readonly safe: boolean; edit(service: ComposeService): readonly (TextEdit | undefined)[] };
}

/** At most so many names stand in a message. */
const mostNames = 5;

/** Reports once for a file what its services lack. Files for developers, and parts of services, are left alone. */
export function reportLack(document: Document, report: Report, { lacks, message, fix }: Lack): void {
  const file = compositionOf(document);
  if (!file || file.limit === "information") return;
  const services = file.services.filter((service) => service.isWhole && !service.isOpen && lacks(service, file));
  const [first, ...others] = services;
  if (!first) return;
  const names = services.slice(0, mostNames).map(({ name }) => name);
  const listed = services.length > mostNames ? `${names.join(", ")} and ${services.length - mostNames} more` : names.join(", ");
  report({
    range: first.member.nameRange,
    message: message(listed),
    related: others.map(({ name, member }) => ({ range: member.nameRange, message: `The same holds for ${name}.` })),
    fixes: fix ? fixesOf(services, fix) : [],
    atMost: milder(file.limit, "information"),
  });
}

/** One fix for all services, where each can be changed in its own place. */
function fixesOf(services: readonly ComposeService[], { title, safe, edit }: NonNullable<Lack["fix"]>): Fix[] {
  const edits: TextEdit[] = [];
  for (const service of services) {
    for (const one of edit(service)) {
      if (!one) return [];
      if (!edits.some((other) => sameRange(other.range, one.range))) edits.push(one);
    }
  }
  return [{ title, safe, edits }];
}

function sameRange(left: TextRange, right: TextRange): boolean {
  return left.start === right.start && left.end === right.end;
}
