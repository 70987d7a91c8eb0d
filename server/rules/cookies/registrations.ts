import { allCalls, argumentAt, methodCall } from "../../languages/typescript/calls.ts";
import { isModule, originOf } from "../../languages/typescript/imports.ts";
import { propertiesOf } from "../../languages/typescript/objects.ts";
import type { TypeScriptSyntax } from "../../languages/typescript/syntax.ts";

const known = new WeakMap<TypeScriptSyntax, Map<string, boolean>>();

/** Whether a file registers a plugin, and surely without an option: `app.register(fastifyCookie, { secret })`. */
export function isRegisteredPlainly(plugin: { readonly module: string; readonly option: string }, syntax: TypeScriptSyntax): boolean {
  const answers = known.get(syntax) ?? new Map<string, boolean>();
  known.set(syntax, answers);
  const answer = answers.get(plugin.module) ?? look(plugin, syntax);
  answers.set(plugin.module, answer);
  return answer;
}

function look({ module, option }: { readonly module: string; readonly option: string }, syntax: TypeScriptSyntax): boolean {
  return allCalls(syntax).some((call) => {
    const plugin = methodCall(call)?.name === "register" ? argumentAt(call, 0) : "absent";
    if (typeof plugin !== "object" || !isModule(originOf(plugin, syntax), module)) return false;
    const options = argumentAt(call, 1);
    if (typeof options === "string") return options === "absent";
    const reading = propertiesOf(options, syntax, call);
    return !reading.open && !reading.properties.has(option);
  });
}
