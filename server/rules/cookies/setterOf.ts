import type { Document } from "../../core/document.ts";
import { variableOf } from "../../languages/typescript/bindings.ts";
import { argumentAt, calledOrigin, makerOf, methodCall, type Call } from "../../languages/typescript/calls.ts";
import { stringOf } from "../../languages/typescript/constants.ts";
import { importedModules, isModule, originOf, type Origin } from "../../languages/typescript/imports.ts";
import { plainKey } from "../../languages/typescript/keys.ts";
import { unwrap } from "../../languages/typescript/nodes.ts";
import type { TypeScriptSyntax } from "../../languages/typescript/syntax.ts";
import { cookieJarOwner } from "./cookieJars.ts";
import type { CookieSetter, SetterCall } from "./cookieSetter.ts";
import { cookieSetters } from "./cookieSetters.ts";
import { dependsOn } from "./packageVersions.ts";
import { isResponse } from "./responses.ts";

/** What of the table a call is; undefined where it sets no cookie that is known here. */
export function setterOf(call: Call, document: Document, syntax: TypeScriptSyntax): CookieSetter | undefined {
  const origin = calledOrigin(call, syntax);
  return cookieSetters.find((setter) => hasShape(call, setter) && isCalled(setter.call, call, origin, document, syntax));
}

/** With the name alone it reads a cookie or makes an assertion; with one object all is in there. */
function hasShape(call: Call, { value, options, arguments: count }: CookieSetter): boolean {
  if (count !== undefined && call.arguments.length !== count) return false;
  if (typeof value === "number") return typeof argumentAt(call, value) === "object";
  if (value === undefined) return true;
  return call.arguments.length === options + 1 && typeof argumentAt(call, options) === "object";
}

function isCalled(wanted: SetterCall, call: Call, origin: Origin | undefined, document: Document, syntax: TypeScriptSyntax): boolean {
  if (wanted.kind === "export") return isAmong(origin, wanted.modules, wanted.names) || isAutomatic(wanted, call, document, syntax);
  if (wanted.kind === "part") return isPart(wanted, call, syntax);
  const method = methodCall(call);
  if (!method || call.type !== "CallExpression") return false;
  switch (wanted.kind) {
    case "response":
      return wanted.names.includes(method.name) && isResponse(method.receiver, wanted.of, syntax);
    case "made":
      return wanted.names.includes(method.name) && isAmong(makerOf(method.receiver, syntax), wanted.modules, wanted.by);
    case "jar":
      return method.name === "set" && cookieJarOwner(method.receiver, wanted.jar, document, syntax);
    case "plugin":
      return method.name === "register" && wanted.modules.some((module) => isModule(pluginOf(call, wanted.form, syntax), module));
    case "method":
      return wanted.names.includes(method.name) && hasTexts(call, wanted.texts, syntax) && importsOne(wanted.modules, syntax);
  }
}

/** Modules as tables name them: without the version that Deno's addresses have in them. */
function plainModule(module: string): string {
  return module.replace(/@[\^~]?\d[\w.-]*(?=\/|$)/, "");
}

function isAmong(origin: Origin | undefined, modules: readonly string[], names: readonly string[]): boolean {
  if (!origin || !modules.includes(plainModule(origin.module))) return false;
  const name = origin.name === "default" ? "*" : origin.name;
  return names.includes(name);
}

/** A function that a framework's files have without an import. */
function isAutomatic({ automatic, names }: Extract<SetterCall, { kind: "export" }>, call: Call, document: Document, syntax: TypeScriptSyntax): boolean {
  const callee = unwrap(call.callee);
  if (automatic === undefined || callee.type !== "Identifier" || !names.includes(callee.name)) return false;
  return (variableOf(callee, syntax)?.defs.length ?? 0) === 0 && dependsOn(document, automatic);
}

/** `const [cookies, setCookie] = useCookies()` and `const { set } = make()`. */
function isPart(wanted: Extract<SetterCall, { kind: "part" }>, call: Call, syntax: TypeScriptSyntax): boolean {
  const [definition] = variableOf(unwrap(call.callee), syntax)?.defs ?? [];
  if (definition?.type !== "Variable" || !definition.node.init) return false;
  const { id, init } = definition.node;
  const source = unwrap(init);
  if (source.type !== "CallExpression" || !isAmong(originOf(source.callee, syntax), wanted.modules, [wanted.by])) return false;
  if (id.type === "ArrayPattern") return id.elements[Number(wanted.at)] === definition.name;
  return id.type === "ObjectPattern" && id.properties.some((one) => one.type === "Property" && one.value === definition.name && plainKey(one) === wanted.at);
}

function pluginOf(call: Call, form: "arguments" | "object", syntax: TypeScriptSyntax): Origin | undefined {
  const first = argumentAt(call, 0);
  if (typeof first !== "object") return undefined;
  if (form === "arguments") return originOf(first, syntax);
  const plugin = first.type === "ObjectExpression" ? first.properties.find((one) => one.type === "Property" && plainKey(one) === "plugin") : undefined;
  return plugin?.type === "Property" ? originOf(plugin.value, syntax) : undefined;
}

function hasTexts(call: Call, texts: Readonly<Record<number, string>>, syntax: TypeScriptSyntax): boolean {
  return Object.entries(texts).every(([index, text]) => {
    const argument = argumentAt(call, Number(index));
    return typeof argument === "object" && stringOf(argument, syntax) === text;
  });
}

/** Hapi's `h.state` is called in files that import nothing of it: there its own names of options tell it. */
function importsOne(modules: readonly string[], syntax: TypeScriptSyntax): boolean {
  if (modules.length === 0) return true;
  const imported = importedModules(syntax);
  return modules.some((module) => imported.has(module)) || /\bis(?:HttpOnly|Secure|SameSite)\b/.test(syntax.document.text);
}
