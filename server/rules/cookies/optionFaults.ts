import { constantOf, optionsOf } from "../../languages/typescript/constants.ts";
import { objectsOf, type ObjectAlternative, type PropertyValue } from "../../languages/typescript/objects.ts";
import type { Node } from "../../languages/typescript/nodes.ts";
import type { TypeScriptSyntax } from "../../languages/typescript/syntax.ts";
import type { AttributeDefault } from "./cookieAttributes.ts";

/** What is wrong with the options of a cookie, as to one flag. */
export interface OptionFaults {
  /** Objects without the flag, though the library leaves it out then. */
  readonly missing: readonly ObjectAlternative[];
  /** Properties and assignments that switch it off. */
  readonly off: readonly PropertyValue[];
}

/**
 * Conditions that decide by where the program runs. The branch for the developer's machine may be without
 * the attribute; which branch that is cannot be told, so one right branch is enough.
 */
const deployment = /env|prod|dev|local|test|stag|secur|https|ssl|tls|debug|config|option|setting/i;

/** Looks at every object that the options may be. `use` is the call they are made for, `key` the flag's name there. */
export function optionFaults(
  options: Node,
  key: string,
  fallback: AttributeDefault,
  syntax: TypeScriptSyntax,
  use: Node,
  textOf: (node: Node) => string,
): OptionFaults {
  const objects = objectsOf(options, syntax, use).map((object) => ({ object, ...judge(object, key, fallback, syntax) }));
  const isRight = objects.some(({ missing, off }) => !missing && off.length === 0);
  const wrong = objects.filter(({ object }) => !isRight || !object.conditions.some((test) => deployment.test(textOf(test))));
  return {
    missing: wrong.filter(({ missing }) => missing).map(({ object }) => object),
    off: wrong.flatMap(({ off }) => off),
  };
}

function judge(
  object: ObjectAlternative,
  key: string,
  fallback: AttributeDefault,
  syntax: TypeScriptSyntax,
): { missing: boolean; off: readonly PropertyValue[] } {
  const isLeftOut = fallback === "left-out";
  const property = object.properties.get(key);
  if (!property) return { missing: isLeftOut && !object.open, off: [] };
  // What only some ways through the program switch off is somebody's decision, unless nothing switches it on.
  if (!property.definite && !isLeftOut) return { missing: false, off: [] };
  const isOff = property.values.every(({ value }) => value !== undefined && switchesOff(value, isLeftOut, syntax));
  return { missing: false, off: isOff ? property.values : [] };
}

function switchesOff(value: Node, isLeftOut: boolean, syntax: TypeScriptSyntax): boolean {
  return optionsOf(constantOf(value, syntax)).every((option) => {
    if (option.kind === "boolean" || option.kind === "number" || option.kind === "string") return !option.value;
    return option.kind === "null" || (option.kind === "undefined" && isLeftOut);
  });
}
