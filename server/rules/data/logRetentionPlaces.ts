import type { Document } from "../../core/document.ts";
import { closing, isMark } from "../../languages/csharp/reading.ts";
import { csharpSyntax } from "../../languages/csharp/tokens.ts";
import { memberNamed, type DataNode, type DataObject } from "../../languages/data/dataNode.ts";
import { membersBelow } from "../../languages/data/walk.ts";
import { jsonData } from "../../languages/json/dataOf.ts";
import { allCalls, calleePath, calledOrigin } from "../../languages/typescript/calls.ts";
import { isElsewhere } from "../../languages/typescript/images.ts";
import { memberName } from "../../languages/typescript/keys.ts";
import { constantOf } from "../../languages/typescript/constants.ts";
import { rangeOf, type Node } from "../../languages/typescript/nodes.ts";
import { propertiesOf } from "../../languages/typescript/objects.ts";
import { typescriptSyntax } from "../../languages/typescript/syntax.ts";
import { attributeNamed } from "../../languages/xml/attributes.ts";
import { xmlSyntax } from "../../languages/xml/syntax.ts";
import { yamlData } from "../../languages/yaml/dataOf.ts";
import { cdkPeriods, durationDays, isTooShort, requiredDays, type ShortRetention } from "./logRetention.ts";

/** Options of loggers. winston-daily-rotate-file 5, file-stream-rotator 1, log4js 6 (`dateFile`). */
const loggers: readonly { readonly maker: RegExp; readonly option: string; readonly isCountOfDays: boolean }[] = [
  { maker: /^winston-daily-rotate-file$/, option: "maxFiles", isCountOfDays: true },
  { maker: /DailyRotateFile$/, option: "maxFiles", isCountOfDays: true },
  { maker: /^file-stream-rotator$/, option: "max_logs", isCountOfDays: true },
];

/** In code: options of loggers, and periods of the AWS CDK. */
export function codeRetention(document: Document): readonly ShortRetention[] {
  const syntax = document.syntax(typescriptSyntax);
  const fromCalls = allCalls(syntax).flatMap((call) => {
    const names = [calledOrigin(call, syntax)?.module ?? "", calleePath(call).join(".")];
    const [options] = call.arguments;
    const logger = loggers.find(({ maker }) => names.some((name) => maker.test(name)));
    if (!logger || !options) return [];
    const { properties } = propertiesOf(options, syntax, call);
    const [only, ...others] = properties.get(logger.option)?.values ?? [];
    // With a size, or a file an hour, the number of files tells no days.
    const isCount = logger.isCountOfDays && !properties.has("maxSize") && !properties.has("size") && isDaily(properties.get("datePattern")?.values[0]?.value);
    return only?.value && others.length === 0 ? daysAt(only.value, isCount, document) : [];
  });
  const periods = syntax.all("MemberExpression").flatMap((member): ShortRetention[] => {
    const days = cdkPeriods.get(memberName(member) ?? "");
    const owner = member.object.type === "Identifier" ? member.object.name : member.object.type === "MemberExpression" ? memberName(member.object) : undefined;
    return days === undefined || owner !== "RetentionDays" || member.property.type !== "Identifier" ? [] : [{ range: rangeOf(member.property), days, better: "THREE_MONTHS" }];
  });
  const log4js = syntax.all("ObjectExpression").flatMap((object) => {
    const { properties } = propertiesOf(object, syntax);
    const type = properties.get("type")?.values[0]?.value;
    const kept = (properties.get("numBackups") ?? properties.get("daysToKeep"))?.values[0]?.value;
    const isDateFile = type?.type === "Literal" && type.value === "dateFile" && isDaily(properties.get("pattern")?.values[0]?.value);
    return isDateFile && kept ? daysAt(kept, true, document) : [];
  });
  return [...fromCalls, ...periods, ...log4js];
}

function isDaily(pattern: Node | undefined): boolean {
  return pattern === undefined || (pattern.type === "Literal" && typeof pattern.value === "string" && !/[Hhm]{2}/.test(pattern.value.replace(/MM/g, "")));
}

function daysAt(value: Node, isCount: boolean, document: Document): ShortRetention[] {
  const constant = constantOf(value, document.syntax(typescriptSyntax));
  const text = constant.kind === "string" ? constant.value : undefined;
  const number = constant.kind === "number" && isCount ? constant.value : undefined;
  const days = text === undefined ? number : durationDays(text);
  if (!isTooShort(days)) return [];
  const { node } = constant;
  if (isElsewhere(node)) return [{ range: rangeOf(value), days: Math.ceil(days) }];
  const written = document.text.slice(node.range[0], node.range[1]);
  const quote = /^["'`]/.exec(written)?.[0] ?? "";
  return [{ range: rangeOf(node), days: Math.ceil(days), better: text === undefined ? String(requiredDays) : `${quote}${requiredDays}d${quote}` }];
}

/** Serilog's file sink 6: a number of files, and a file a day. Its default of 31 is not written anywhere. */
export function csharpRetention(document: Document): readonly ShortRetention[] {
  const { tokens } = document.syntax(csharpSyntax);
  return tokens.flatMap((token, index): ShortRetention[] => {
    const value = tokens[index + 2];
    if (token.text !== "retainedFileCountLimit" || !isMark(tokens, index + 1, ":") || value?.kind !== "number") return [];
    let open = index;
    while (open > 0 && !isMark(tokens, open, "(")) open--;
    const around = tokens.slice(open, closing(tokens, open)).map(({ text }) => text).join("");
    const days = Number(value.text);
    return /RollingInterval\.Day\b/.test(around) && isTooShort(days) ? [{ range: value.range, days, better: String(requiredDays) }] : [];
  });
}

/** NLog 5 and log4net 3: files that are kept, where there is one a day. */
export function xmlRetention(document: Document): readonly ShortRetention[] {
  return document.syntax(xmlSyntax).elements.flatMap(({ name, attributes, parent }): ShortRetention[] => {
    const daily = attributeNamed(attributes, "archiveEvery")?.value === "Day";
    const kept = attributeNamed(attributes, "maxArchiveDays") ?? (daily ? attributeNamed(attributes, "maxArchiveFiles") : undefined);
    const isRolling = name === "maxSizeRollBackups" && parent?.children.some((one) => one.name === "rollingStyle" && attributeNamed(one.attributes, "value")?.value === "Date") === true;
    const found = kept ?? (isRolling ? attributeNamed(attributes, "value") : undefined);
    const days = found && /^\d+$/.test(found.value) ? Number(found.value) : undefined;
    return found && isTooShort(days) ? [{ range: found.valueRange, days, better: String(requiredDays) }] : [];
  });
}

/** Settings of log groups: CloudFormation, Serverless Framework 4, Azure; the value counts days. */
const dayMembers: ReadonlySet<string> = new Set(["logRetentionInDays", "RetentionInDays", "retentionInDays"]);

/** In JSON and YAML: log groups, Serilog's settings, Loki's period. */
export function dataRetention(document: Document): readonly ShortRetention[] {
  const roots: readonly (DataNode | undefined)[] = document.language === "json" ? [jsonData(document)] : yamlData(document);
  return roots.flatMap((root) => (root ? [...membersBelow(root)] : [])).flatMap(({ path, member: { name, value } }): ShortRetention[] => {
    if (dayMembers.has(name)) return isLogs(name, path, document) ? ofDays(value) : [];
    if (name === "Args" || name === "args") return value.kind === "object" ? ofSerilog(value) : [];
    // Loki 3: the place where its logs end.
    const isLoki = name === "retention_period" && (path.includes("limits_config") || path.includes("table_manager"));
    const days = isLoki && value.kind === "string" ? durationDays(value.value) : undefined;
    return isTooShort(days) ? [{ range: value.range, days: Math.ceil(days), better: "2160h" }] : [];
  });
}

/** Databases have retention too: of backups. */
function isLogs(name: string, path: readonly string[], { text }: Document): boolean {
  if (name === "logRetentionInDays") return true;
  return !path.some((one) => /backup|metric|snapshot|soft|delete/i.test(one)) && /AWS::Logs::LogGroup|Microsoft\.OperationalInsights\/workspaces/.test(text) && path.some((one) => /^properties$/i.test(one));
}

function ofDays(value: DataNode): ShortRetention[] {
  const days = value.kind === "other" && typeof value.value === "number" ? value.value : undefined;
  return isTooShort(days) ? [{ range: value.range, days, better: String(requiredDays) }] : [];
}

function ofSerilog(settings: DataObject): ShortRetention[] {
  const interval = memberNamed(settings, "rollingInterval")?.value;
  const kept = memberNamed(settings, "retainedFileCountLimit")?.value;
  return kept && interval?.kind === "string" && interval.value === "Day" ? ofDays(kept) : [];
}

/** A log group or workspace of Terraform with its number of days: blocks are told by braces at the start of a line. */
const resource = /^resource\s+"(?:aws_cloudwatch_log_group|azurerm_log_analytics_workspace)"[^\n]*\{[^\n]*\n((?:[ \t][^\n]*\n|\n)*)\}/gm;
const retention = /^([ \t]+retention_in_days[ \t]*=[ \t]*)(\d{1,5})[ \t]*(?:#[^\n]*)?$/m;

/** In Terraform. */
export function terraformRetention({ text }: Document): readonly ShortRetention[] {
  return [...text.matchAll(resource)].flatMap((block): ShortRetention[] => {
    const body = block[1] ?? "";
    const found = retention.exec(body);
    const days = found ? Number(found[2]) : undefined;
    if (!found || !isTooShort(days)) return [];
    const start = block.index + block[0].length - 1 - body.length + found.index + (found[1]?.length ?? 0);
    return [{ range: { start, end: start + (found[2]?.length ?? 0) }, days, better: String(requiredDays) }];
  });
}
