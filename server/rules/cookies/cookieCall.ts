import type { Document } from "../../core/document.ts";
import { argumentAt, type Call } from "../../languages/typescript/calls.ts";
import { unwrap, type Node } from "../../languages/typescript/nodes.ts";
import { propertiesOf, type ObjectReading } from "../../languages/typescript/objects.ts";
import type { TypeScriptSyntax } from "../../languages/typescript/syntax.ts";
import { nothingByDefault } from "./cookieAttributes.ts";
import type { CookieSetter } from "./cookieSetter.ts";
import { majorOf } from "./packageVersions.ts";
import { isRegisteredPlainly } from "./registrations.ts";
import { setterOf } from "./setterOf.ts";

/** A call that sets a cookie, as far as its options could be read. */
export interface CookieCall {
  readonly document: Document;
  readonly syntax: TypeScriptSyntax;
  readonly call: Call;
  /** With the defaults of the version that the project uses. */
  readonly setter: CookieSetter;
  /** The argument with the options. */
  readonly options: Node | "absent";
  /** The object that holds the attributes; absent where the options do not have it. */
  readonly attributes: Node | "absent";
  readonly reading: ObjectReading;
}

const nothing: ObjectReading = { properties: new Map(), open: false };

/** What a call sets; undefined where it sets no cookie that is known here, or its options cannot be read. */
export function cookieCallOf(call: Call, document: Document, syntax: TypeScriptSyntax): CookieCall | undefined {
  const setter = setterOf(call, document, syntax);
  return setter && readCall({ document, syntax, call, setter: versionOf(setter, document, syntax) });
}

/** The row with the defaults that hold here: those of the version that the project uses, or of the registration in this file. */
function versionOf(setter: CookieSetter, document: Document, syntax: TypeScriptSyntax): CookieSetter {
  const { before, registration } = setter;
  if (registration !== undefined && isRegisteredPlainly(registration, syntax)) return { ...setter, defaults: nothingByDefault };
  if (!before) return setter;
  const major = majorOf(document, before.module);
  return major !== undefined && major < before.major ? { ...setter, defaults: before.defaults } : setter;
}

function readCall(found: Omit<CookieCall, "options" | "attributes" | "reading">): CookieCall | undefined {
  const { call, setter, syntax } = found;
  const options = argumentAt(call, setter.options);
  if (options === "unknown") return undefined;
  let attributes: Node | "absent" = options;
  let reading = options === "absent" ? nothing : propertiesOf(options, syntax, call);
  if (setter.unlessGiven !== undefined && reading.properties.has(setter.unlessGiven)) return undefined;
  for (const key of setter.nested ?? []) {
    if (attributes === "absent") break;
    const property = reading.properties.get(key);
    if (!property && reading.open) return undefined;
    const [only, ...others] = property?.values ?? [];
    if (property && (!only?.value || others.length > 0 || !property.definite)) return undefined;
    attributes = only?.value ?? "absent";
    reading = attributes === "absent" ? nothing : propertiesOf(attributes, syntax, call);
  }
  if (attributes === "absent" && setter.nestedOnly) return undefined;
  return { ...found, options, attributes, reading: plainReading(attributes, reading) };
}

/** `cookie: true`: the library's own cookie, with its defaults. */
function plainReading(attributes: Node | "absent", reading: ObjectReading): ObjectReading {
  return typeof attributes === "object" && attributes.type === "Literal" && attributes.value === true ? nothing : reading;
}

/** What a call lacks is shown on `res.cookie`; in a chain of calls on the last name, which may be on its own line. */
export function placeOf(call: Call): Node {
  const callee = unwrap(call.callee);
  const isChain = callee.type === "MemberExpression" && unwrap(callee.object).type === "CallExpression";
  return isChain ? callee.property : callee;
}
