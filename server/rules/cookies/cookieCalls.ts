import type { Document } from "../../core/document.ts";
import type { TextEdit } from "../../core/finding.ts";
import { allCalls, argumentAt, calledOrigin, methodCall, type Call } from "../../languages/typescript/calls.ts";
import { stringOf } from "../../languages/typescript/constants.ts";
import { isModule } from "../../languages/typescript/imports.ts";
import { memberName } from "../../languages/typescript/keys.ts";
import { rangeOf, unwrap, type Node } from "../../languages/typescript/nodes.ts";
import { objectsOf, propertiesOf, type ObjectReading } from "../../languages/typescript/objects.ts";
import type { TypeScriptSyntax } from "../../languages/typescript/syntax.ts";
import { cookieSetters, type AttributeName, type CookieSetter } from "./cookieSetters.ts";
import type { CookieFault } from "./cookieWrite.ts";
import { deletesCookie } from "./deletedCookies.ts";
import { addOption, addOptions, switchOn } from "./optionEdits.ts";
import { optionFaults } from "./optionFaults.ts";
import { isResponse } from "./responses.ts";

interface Found {
  readonly document: Document;
  readonly syntax: TypeScriptSyntax;
  readonly call: Call;
  readonly setter: CookieSetter;
  readonly attribute: AttributeName;
}

/** The calls of known libraries that send a cookie without an attribute. */
export function faultyCookieCalls(document: Document, syntax: TypeScriptSyntax, attribute: AttributeName): CookieFault[] {
  return allCalls(syntax).flatMap((call) => {
    const setter = setterOf(call, syntax);
    return setter ? faultsOf({ document, syntax, call, setter, attribute }) : [];
  });
}

function setterOf(call: Call, syntax: TypeScriptSyntax): CookieSetter | undefined {
  const method = methodCall(call);
  return cookieSetters.find(({ call: wanted, value }) => {
    if (wanted.kind === "module") return isModule(calledOrigin(call, syntax), wanted.module);
    if (call.type !== "CallExpression" || !method || !wanted.names.includes(method.name)) return false;
    // With the name alone it reads a cookie or makes an assertion.
    const sets = value !== undefined && isNode(argumentAt(call, value));
    return sets && isResponse(method.receiver, wanted.of, syntax);
  });
}

function isNode(argument: Node | "absent" | "unknown"): argument is Node {
  return typeof argument === "object";
}

function faultsOf(found: Found): CookieFault[] {
  const { call, setter, syntax, attribute } = found;
  const options = argumentAt(call, setter.options);
  if (options === "unknown") return [];
  const reading: ObjectReading = options === "absent" ? { properties: new Map(), open: false } : propertiesOf(options, syntax, call);
  const value = setter.value === undefined ? "absent" : argumentAt(call, setter.value);
  if (setter.value !== undefined && deletesCookie(isNode(value) ? value : undefined, reading, syntax)) return [];
  if (setter.value === undefined && isChangedLater(attribute, syntax)) return [];
  if (options === "absent") return missing(found, reading, (source) => addOptions(found.document, call, nest(setter, source)));
  return setter.nested === undefined ? flatFaults(found, options, reading) : nestedFaults(found, options, reading, setter.nested);
}

function nest(setter: CookieSetter, source: string): string {
  return setter.nested === undefined ? source : `${setter.nested}: { ${source} }`;
}

function flatFaults(found: Found, attributes: Node, reading: ObjectReading): CookieFault[] {
  const { document, attribute, setter, syntax, call } = found;
  const faults = optionFaults(attributes, attribute, setter.defaults[attribute], syntax, call, (node) => document.text.slice(...node.range));
  const off = faults.off.map((value) => fault(found, reading, value.node, switchOn(value, attribute), document.text.slice(...value.node.range)));
  if (faults.missing.length === 0) return off;
  return [...off, ...missing(found, reading, (source) => addOption(document, attributes, faults.missing, source))];
}

/** The attributes stand in an option of their own, which may itself be left out. */
function nestedFaults(found: Found, options: Node, reading: ObjectReading, key: string): CookieFault[] {
  const { document, syntax, call, setter } = found;
  const property = reading.properties.get(key);
  if (!property) {
    if (reading.open) return [];
    return missing(found, reading, (source) => addOption(document, options, objectsOf(options, syntax, call), nest(setter, source)));
  }
  const { values } = property;
  const [only] = values;
  if (!only?.value || values.length > 1 || !property.definite) return [];
  return flatFaults(found, only.value, reading);
}

function missing(found: Found, reading: ObjectReading, edit: (source: string) => readonly TextEdit[] | undefined): CookieFault[] {
  const { call, setter, attribute } = found;
  if (setter.defaults[attribute] !== "left-out") return [];
  return [fault(found, reading, placeOf(call), edit(`${attribute}: true`), undefined)];
}

/** What a call lacks is shown on `res.cookie`; in a chain of calls on the last name, which may be on its own line. */
function placeOf(call: Call): Node {
  const callee = unwrap(call.callee);
  const isChain = callee.type === "MemberExpression" && unwrap(callee.object).type === "CallExpression";
  return isChain ? callee.property : callee;
}

function fault(
  { document, call, setter, syntax, attribute }: Found,
  reading: ObjectReading,
  place: Node,
  edits: readonly TextEdit[] | undefined,
  off: string | undefined,
): CookieFault {
  const named = typeof setter.name === "number" ? argumentAt(call, setter.name) : reading.properties.get(setter.name)?.values[0]?.value;
  const value = setter.value === undefined ? undefined : argumentAt(call, setter.value);
  const title = off === undefined ? `Add ${attribute}: true` : `Set ${attribute} to true`;
  const wording = [named, value].map((node) => (typeof node === "object" ? document.text.slice(...node.range) : "")).join(" ");
  return {
    range: rangeOf(place),
    name: typeof named === "object" ? stringOf(named, syntax) : undefined,
    wording,
    isSession: setter.value === undefined,
    refusesPlainConnections: setter.refusesPlainConnections,
    ...(off === undefined ? {} : { off }),
    ...(edits ? { repair: { title, edits } } : {}),
  };
}

/** `request.session.cookie.secure = …`: the session's cookie is put right for each request. */
function isChangedLater(attribute: AttributeName, syntax: TypeScriptSyntax): boolean {
  return syntax.all("AssignmentExpression").some(({ left }) => {
    const target = unwrap(left);
    if (target.type !== "MemberExpression" || memberName(target) !== attribute) return false;
    const cookie = unwrap(target.object);
    if (cookie.type !== "MemberExpression" || memberName(cookie) !== "cookie") return false;
    const session = unwrap(cookie.object);
    return session.type === "MemberExpression" && /^session(?:Options)?$/.test(memberName(session) ?? "");
  });
}
