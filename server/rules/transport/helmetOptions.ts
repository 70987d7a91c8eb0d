import { allCalls, argumentAt, calledOrigin, methodCall, type Call } from "../../languages/typescript/calls.ts";
import { constantOf, optionsOf } from "../../languages/typescript/constants.ts";
import { isModule, originOf } from "../../languages/typescript/imports.ts";
import type { Node } from "../../languages/typescript/nodes.ts";
import { objectsOf, type ObjectAlternative, type PropertyValue } from "../../languages/typescript/objects.ts";
import type { TypeScriptSyntax } from "../../languages/typescript/syntax.ts";

/** Options of a package that sets security headers, where one call of it gets them. */
export interface HelmetOptions {
  readonly call: Call;
  /** The part of helmet that is called by itself, such as `hsts`; absent for the whole of it. */
  readonly part?: string;
  readonly options: Node;
}

/** helmet 8, @fastify/helmet 13, koa-helmet 8; their parts are properties of the function. */
const packages: ReadonlySet<string> = new Set(["helmet", "@fastify/helmet", "fastify-helmet", "koa-helmet"]);
/** Packages of one header, with the part that they are. */
const single: Readonly<Record<string, string>> = { hsts: "hsts", "helmet-csp": "contentSecurityPolicy", "referrer-policy": "referrerPolicy", frameguard: "frameguard" };

/** The calls of a file that give such a package options. */
export function helmetOptions(syntax: TypeScriptSyntax): HelmetOptions[] {
  return allCalls(syntax).flatMap((call): HelmetOptions[] => {
    const origin = calledOrigin(call, syntax);
    const options = argumentAt(call, 0);
    if (origin && typeof options === "object") {
      if (packages.has(origin.module)) return [isModule(origin, origin.module) ? { call, options } : { call, options, part: origin.name }];
      const part = Object.hasOwn(single, origin.module) ? single[origin.module] : undefined;
      if (part !== undefined && isModule(origin, origin.module)) return [{ call, options, part }];
    }
    // `app.register(helmet, options)`
    const registered = methodCall(call)?.name === "register" && typeof options === "object" ? originOf(options, syntax) : undefined;
    const given = argumentAt(call, 1);
    return registered && packages.has(registered.module) && typeof given === "object" ? [{ call, options: given }] : [];
  });
}

/** What one option is given: in every branch, and known there. */
export interface SureOption {
  readonly name: string;
  readonly given: PropertyValue;
  readonly object: ObjectAlternative;
}

/** The first of some options (spellings of one) in a call's options, where there is just one object and one value. */
export function sureOption(options: Node, names: readonly string[], syntax: TypeScriptSyntax, use: Node): SureOption | undefined {
  const [object, ...branches] = objectsOf(options, syntax, use);
  if (!object || branches.length > 0) return undefined;
  for (const name of names) {
    const property = object.properties.get(name);
    const [given, ...others] = property?.values ?? [];
    if (given?.value && others.length === 0 && property?.definite) return { name, given, object };
  }
  return undefined;
}

/** Whether an expression surely is `false`. */
export function isFalse(value: Node, syntax: TypeScriptSyntax): boolean {
  return optionsOf(constantOf(value, syntax)).every((one) => one.kind === "boolean" && !one.value);
}
