import { argumentAt } from "../../languages/typescript/calls.ts";
import { stringOf } from "../../languages/typescript/constants.ts";
import { memberName } from "../../languages/typescript/keys.ts";
import { unwrap, type Node } from "../../languages/typescript/nodes.ts";
import { propertiesOf } from "../../languages/typescript/objects.ts";
import type { CookieCall } from "./cookieCall.ts";

/** What a call says of the cookie itself. */
export interface CookieNames {
  /** The name where it is known. */
  readonly name: string | undefined;
  /** The expressions of name and value. */
  readonly node: Node | undefined;
  readonly value: Node | undefined;
}

/** The cookie's name and value in a call. */
export function namesIn(found: CookieCall): CookieNames {
  const { setter, syntax, call } = found;
  const node = partAt(found, setter.name);
  const value = setter.value === undefined ? undefined : partAt(found, setter.value);
  if (node || setter.call.kind !== "jar" || !setter.call.jar.named) return { name: node ? stringOf(node, syntax) : defaultName(found), node, value };
  // `cookie.session.set(…)`, `session.set(…)`
  const callee = unwrap(call.callee);
  const receiver = callee.type === "MemberExpression" ? unwrap(callee.object) : undefined;
  const name = receiver?.type === "MemberExpression" ? memberName(receiver) : receiver?.type === "Identifier" ? receiver.name : undefined;
  return { name, node, value };
}

/** The library's own name, where the options surely give no other one. */
function defaultName({ setter, options, call, syntax }: CookieCall): string | undefined {
  return options === "absent" || !propertiesOf(options, syntax, call).open ? setter.defaultName : undefined;
}

/** An argument, or what stands under a path in the options. */
function partAt({ call, options, syntax }: CookieCall, at: number | readonly string[]): Node | undefined {
  if (typeof at === "number") {
    const argument = argumentAt(call, at);
    return typeof argument === "object" ? argument : undefined;
  }
  let node = at.length > 0 && options !== "absent" ? options : undefined;
  for (const key of at) {
    const values = (node && propertiesOf(node, syntax, call).properties.get(key)?.values) ?? [];
    node = values.length === 1 ? values[0]?.value : undefined;
  }
  return node;
}
