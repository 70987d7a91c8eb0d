import type { Document } from "../../core/document.ts";
import type { TextEdit } from "../../core/finding.ts";
import { constantOf } from "../../languages/typescript/constants.ts";
import { removeProperty } from "../../languages/typescript/edits.ts";
import { rangeOf, type Node } from "../../languages/typescript/nodes.ts";
import type { PropertyValue } from "../../languages/typescript/objects.ts";
import type { AttributeDefault, AttributeName } from "./cookieAttributes.ts";
import type { CookieCall } from "./cookieCall.ts";
import { millisecondsFromNow, numberOf } from "./durations.ts";
import { switchOn } from "./optionEdits.ts";
import type { AttributeReading, AttributeValue } from "./writtenCookie.ts";

const secondsIn = { milliseconds: 0.001, seconds: 1, days: 86_400 } as const;

/** What the options of a call say of an attribute. */
export function callAttribute(found: CookieCall, name: AttributeName): AttributeReading {
  const { reading, setter } = found;
  const property = reading.properties.get(setter.keys?.[name] ?? name);
  if (!property) return reading.open ? { kind: "unknown" } : { kind: "not-given", fallback: fallbackOf(found, name) };
  if (!property.definite) return { kind: "unknown" };
  const values = property.values.map((value) => valueOf(value, found, name));
  const known = values.filter((value) => value !== undefined);
  return known.length === values.length ? { kind: "given", values: known } : { kind: "unknown" };
}

function fallbackOf({ setter }: CookieCall, name: AttributeName): "set" | "left-out" | "unknown" {
  if (name !== "httpOnly" && name !== "secure" && name !== "sameSite") return "left-out";
  const fallback: AttributeDefault = setter.defaults[name];
  return fallback === "set" || fallback === "left-out" ? fallback : "unknown";
}

function valueOf(given: PropertyValue, found: CookieCall, name: AttributeName): AttributeValue | undefined {
  const value = given.value && plainValue(given.value, found, name);
  if (value === undefined) return undefined;
  const { node } = given;
  const key = found.setter.keys?.[name] ?? name;
  return {
    value,
    range: rangeOf(node),
    replace: (source) => switchOn(given, key, source),
    remove: () => removal(found.document, node),
  };
}

function plainValue(node: Node, found: CookieCall, name: AttributeName): AttributeValue["value"] | undefined {
  const { syntax, setter } = found;
  if (name === "maxAge") {
    const amount = numberOf(node, syntax);
    return amount === undefined ? dateIn(node, found) : amount * secondsIn[setter.age ?? "seconds"];
  }
  if (name === "expires") return dateIn(node, found);
  const constant = constantOf(node, syntax);
  if (constant.kind === "string" || constant.kind === "boolean" || constant.kind === "number") return constant.value;
  return constant.kind === "null" || constant.kind === "undefined" ? null : undefined;
}

function dateIn(node: Node, { syntax }: CookieCall): number | undefined {
  const milliseconds = millisecondsFromNow(node, syntax);
  return milliseconds === undefined ? undefined : milliseconds / 1000;
}

function removal(document: Document, node: Node): readonly TextEdit[] | undefined {
  const literal = node.type === "Property" ? node.parent : undefined;
  return literal?.type === "ObjectExpression" ? [removeProperty(document, literal, node)] : undefined;
}
