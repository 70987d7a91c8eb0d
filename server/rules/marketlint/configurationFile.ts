import { closest, distance } from "fastest-levenshtein";
import type { AllowedScope, Configuration, EvidenceStatement, RuleLevel } from "../../core/configuration.ts";
import type { Document } from "../../core/document.ts";
import type { Problem } from "../../core/finding.ts";
import { patternFault } from "../../core/ignorePattern.ts";
import { marketplaceIds, profileIds, type MarketplaceId, type ProfileId } from "../../core/requirement.ts";
import { severities } from "../../core/severity.ts";
import type { TextRange } from "../../core/text.ts";
import type { DataMember, DataNode, DataString } from "../../languages/data/dataNode.ts";
import { yamlData } from "../../languages/yaml/dataOf.ts";
import { yamlSyntax } from "../../languages/yaml/syntax.ts";
import { requirementIds } from "../requirementIds.ts";
import { ruleIds } from "../ruleIds.ts";

/** The keys of a configuration, in the order in which they are shown. */
export const configurationKeys = ["marketplaces", "profile", "rules", "ignore", "scopes", "evidence"] as const;
type ConfigurationKey = (typeof configurationKeys)[number];

/** The values a rule may be set to. */
export const ruleLevels: readonly RuleLevel[] = [...severities, "off"];

const scopeKeys = ["scope", "reason"];
const evidenceKeys = ["statement", "link", "by", "on", "expires"];
const day = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;

/** A configuration as far as it can be read, and what is wrong with the rest. */
export interface ReadConfiguration {
  readonly configuration: Configuration;
  /** The keys that are there: an empty list set on purpose differs from none. */
  readonly present: ReadonlySet<ConfigurationKey>;
  readonly problems: readonly Problem[];
}

type Complain = (range: TextRange, message: string, nearest?: string) => void;

/** Reads a configuration document. Throws NotAnalysable where the text defeats the YAML parser. */
export function configurationIn(document: Document): ReadConfiguration {
  const problems: Problem[] = [];
  const complain: Complain = (range, message, nearest) => {
    const fixes =
      nearest === undefined ? [] : [{ title: `Change to ${nearest}`, safe: false, edits: [{ range, newText: nearest }] }];
    problems.push({ range: widened(document, range), message, fixes });
  };
  complainOfSyntax(document, complain);
  // Behind a syntax error the parser guesses; what is wrong with its guess is no news.
  const trusted = Math.min(document.text.length, ...problems.map(({ range }) => range.start));
  const complainOfContent: Complain = (range, ...rest) => {
    if (range.end <= trusted) complain(range, ...rest);
  };
  const roots = yamlData(document);
  const second = roots[1];
  if (second) complainOfContent(firstLineOf(document, second.range), "Only the first YAML document of this file is read.");
  return { ...readRoot(roots[0], document, complainOfContent), problems };
}

/** Problems are shown on what was written, so a parser's point between two characters becomes one of them. */
function widened(document: Document, range: TextRange): TextRange {
  // The YAML parser may complain of the character behind the last one.
  const end = Math.min(range.end, document.text.length);
  if (end > range.start) return { start: range.start, end };
  const start = Math.max(0, Math.min(range.start, document.text.length - 1));
  return { start, end: start + 1 };
}

function firstLineOf(document: Document, range: TextRange): TextRange {
  return { start: range.start, end: Math.min(range.end, document.lineEnd(document.lineOf(range.start))) };
}

/** One fault makes many behind it; the first ones are those to look at. */
const mostSyntaxErrors = 5;

function complainOfSyntax(document: Document, complain: Complain): void {
  const errors = document.syntax(yamlSyntax).documents.flatMap((one) => one.errors);
  for (const error of errors.slice(0, mostSyntaxErrors)) {
    const sentence = error.message.split(/ at line |\n/)[0] ?? "";
    complain({ start: error.pos[0], end: error.pos[1] }, `This is not valid YAML: ${sentence}.`);
  }
}

function readRoot(root: DataNode | undefined, document: Document, complain: Complain): Omit<ReadConfiguration, "problems"> {
  const found = new Map<ConfigurationKey, DataNode>();
  if (root?.kind === "object") {
    for (const member of membersOf(root, configurationKeys, "key", complain)) {
      found.set(member.name as ConfigurationKey, member.value);
    }
  } else if (root && !isEmpty(root)) {
    complain(firstLineOf(document, root.range), `A configuration is a mapping with the keys ${configurationKeys.join(", ")}.`);
  }
  const marketplaces = readMarketplaces(found.get("marketplaces"), complain);
  const profile = readProfile(found.get("profile"), complain);
  return {
    present: new Set(found.keys()),
    configuration: {
      ...(marketplaces && { marketplaces }),
      ...(profile && { profile }),
      rules: readRules(found.get("rules"), complain),
      ignore: readIgnore(found.get("ignore"), complain),
      scopes: readScopes(found.get("scopes"), complain),
      evidence: readEvidence(found.get("evidence"), complain),
    },
  };
}

function isEmpty(node: DataNode | undefined): boolean {
  return node === undefined || (node.kind === "other" && node.value === null);
}

/** The members with known names; the others, and names written twice, are complained of. */
function membersOf(node: DataNode, known: readonly string[], noun: string, complain: Complain): DataMember[] {
  if (node.kind !== "object") return [];
  const seen = new Set<string>();
  return node.members.filter(({ name, nameRange }) => {
    if (!known.includes(name)) complainOfName(name, nameRange, known, noun, complain);
    else if (seen.has(name)) complain(nameRange, `"${name}" is set twice; the first one holds.`);
    else {
      seen.add(name);
      return true;
    }
    return false;
  });
}

function complainOfName(name: string, range: TextRange, known: readonly string[], noun: string, complain: Complain): void {
  if (known.length === 0) return complain(range, `There is no ${noun} "${shown(name)}".`);
  const nearest = closest(name.slice(0, 100), [...known]);
  // A nearest name that shares next to nothing is no help.
  if (distance(name.slice(0, 100), nearest) > Math.max(3, nearest.length * 0.6)) {
    const list = known.length <= 8 ? `: it is one of ${known.join(", ")}` : "";
    return complain(range, `There is no ${noun} "${shown(name)}"${list}.`);
  }
  complain(range, `There is no ${noun} "${shown(name)}"; the nearest is "${nearest}".`, nearest);
}

function shown(name: string): string {
  return name.length > 60 ? `${name.slice(0, 60)}…` : name;
}

function itemsOf(node: DataNode | undefined, key: string, of: string, complain: Complain): readonly DataNode[] {
  if (node === undefined || isEmpty(node)) return [];
  if (node.kind === "array") return node.items;
  complain(node.range, `"${key}" is a list of ${of}.`);
  return [];
}

function stringItems(node: DataNode | undefined, key: string, of: string, complain: Complain): DataString[] {
  return itemsOf(node, key, of, complain).flatMap((item) => {
    if (item.kind === "string" && item.value !== "") return [item];
    complain(item.range, `"${key}" is a list of ${of}.`);
    return [];
  });
}

function readMarketplaces(node: DataNode | undefined, complain: Complain): MarketplaceId[] | undefined {
  if (node === undefined || isEmpty(node)) return undefined;
  const named = stringItems(node, "marketplaces", `marketplaces: ${marketplaceIds.join(", ")}`, complain);
  const ids = named.flatMap(({ value, range }) => {
    const id = marketplaceIds.find((candidate) => candidate === value);
    if (!id) complainOfName(value, range, marketplaceIds, "marketplace", complain);
    return id ? [id] : [];
  });
  // A list of which nothing is right says nothing: the marketplaces are detected then.
  return named.length > 0 && ids.length === 0 ? undefined : marketplaceIds.filter((id) => ids.includes(id));
}

function readProfile(node: DataNode | undefined, complain: Complain): ProfileId | undefined {
  if (node === undefined || isEmpty(node)) return undefined;
  if (node.kind !== "string") {
    complain(node.range, `"profile" is one of ${profileIds.join(", ")}.`);
    return undefined;
  }
  const id = profileIds.find((candidate) => candidate === node.value);
  if (!id) complainOfName(node.value, node.range, profileIds, "profile", complain);
  return id;
}

function readRules(node: DataNode | undefined, complain: Complain): Record<string, RuleLevel> {
  const rules: Record<string, RuleLevel> = {};
  if (node === undefined || isEmpty(node)) return rules;
  if (node.kind !== "object") complain(node.range, `"rules" is a mapping of rule ids to ${ruleLevels.join(", ")}.`);
  for (const { name, value } of membersOf(node, ruleIds, "rule", complain)) {
    // YAML 1.1 readers take a bare `off` for false; people who know that write it either way.
    const written = value.kind === "string" ? value.value : value.kind === "other" && value.value === false ? "off" : undefined;
    const level = ruleLevels.find((candidate) => candidate === written);
    if (level) rules[name] = level;
    else if (written !== undefined) complainOfName(written, value.range, ruleLevels, "level", complain);
    else complain(value.range, `A rule is set to one of ${ruleLevels.join(", ")}.`);
  }
  return rules;
}

function readIgnore(node: DataNode | undefined, complain: Complain): string[] {
  return stringItems(node, "ignore", "patterns as in .gitignore", complain).flatMap(({ value, range }) => {
    const fault = patternFault(value);
    if (fault === undefined) return [value];
    complain(range, fault);
    return [];
  });
}

function textMembers(node: DataNode, known: readonly string[], complain: Complain): Map<string, DataString> {
  const texts = new Map<string, DataString>();
  for (const { name, value, nameRange } of membersOf(node, known, "key", complain)) {
    if (value.kind === "string" && value.value.trim() !== "") texts.set(name, value);
    else complain(isEmpty(value) ? nameRange : value.range, `"${name}" is a text.`);
  }
  return texts;
}

function readScopes(node: DataNode | undefined, complain: Complain): AllowedScope[] {
  return itemsOf(node, "scopes", "mappings with scope and reason", complain).flatMap((item) => {
    if (item.kind !== "object") {
      complain(item.range, '"scopes" is a list of mappings with scope and reason.');
      return [];
    }
    const texts = textMembers(item, scopeKeys, complain);
    const scope = texts.get("scope")?.value;
    const reason = texts.get("reason")?.value;
    if (scope !== undefined && reason !== undefined) return [{ scope, reason }];
    const missing = scopeKeys.filter((key) => !item.members.some((member) => member.name === key));
    const at = item.members[0]?.nameRange ?? item.range;
    if (missing.length > 0) complain(at, `The scope has no ${missing.join(" and no ")}.`);
    return [];
  });
}

function readEvidence(node: DataNode | undefined, complain: Complain): Record<string, EvidenceStatement> {
  const evidence: Record<string, EvidenceStatement> = {};
  if (node === undefined || isEmpty(node)) return evidence;
  if (node.kind !== "object") complain(node.range, '"evidence" is a mapping of requirement ids to statements.');
  for (const { name, nameRange, value } of membersOf(node, requirementIds, "requirement", complain)) {
    if (value.kind !== "object") {
      complain(isEmpty(value) ? nameRange : value.range, `The evidence is a mapping with the keys ${evidenceKeys.join(", ")}.`);
      continue;
    }
    const texts = textMembers(value, evidenceKeys, complain);
    for (const key of ["on", "expires"]) {
      const date = texts.get(key);
      if (date && !day.test(date.value)) complain(date.range, `"${key}" is a date such as 2026-05-01.`);
    }
    const statement = texts.get("statement")?.value;
    if (statement === undefined) {
      if (!value.members.some((member) => member.name === "statement")) complain(nameRange, "The evidence has no statement.");
      continue;
    }
    evidence[name] = { ...Object.fromEntries([...texts].map(([key, text]) => [key, text.value])), statement };
  }
  return evidence;
}
