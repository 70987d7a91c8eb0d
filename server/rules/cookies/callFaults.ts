import type { TextEdit } from "../../core/finding.ts";
import { replaceNode } from "../../languages/typescript/edits.ts";
import { memberName } from "../../languages/typescript/keys.ts";
import { rangeOf, unwrap, type Node } from "../../languages/typescript/nodes.ts";
import { objectsOf, propertiesOf } from "../../languages/typescript/objects.ts";
import type { TypeScriptSyntax } from "../../languages/typescript/syntax.ts";
import type { FlagName } from "./cookieAttributes.ts";
import { placeOf, type CookieCall } from "./cookieCall.ts";
import { addOption, addOptions, quoted, switchOn } from "./optionEdits.ts";
import { optionFaults } from "./optionFaults.ts";
import type { FlagFault } from "./writtenCookie.ts";

/** Where the options of a call lack a flag, or switch it off. */
export function callFaults(found: CookieCall, flag: FlagName): FlagFault[] {
  const { attributes, setter, syntax, call, document } = found;
  if (setter.session === true && isChangedLater(flag, syntax)) return [];
  const key = setter.keys?.[flag] ?? flag;
  const right = flag === "sameSite" ? quoted(document, setter.lax ?? "lax") : "true";
  const source = `${key}: ${right}`;
  if (attributes === "absent") return isLeftOut(found, flag) ? [missing(found, source, addNested(found, source))] : [];
  // `cookie: true`
  if (attributes.type === "Literal" && attributes.value === true) return isLeftOut(found, flag) ? [missing(found, source, [replaceNode(attributes, `{ ${source} }`)])] : [];
  const faults = optionFaults(attributes, key, setter.defaults[flag], syntax, call, (node) => document.text.slice(...node.range));
  const off = faults.off.map((value): FlagFault => {
    const edits = switchOn(value, key, right);
    return {
      range: rangeOf(value.node),
      off: key,
      ...(edits && { repair: { title: `Set ${key} to ${right}`, edits } }),
    };
  });
  return faults.missing.length === 0 ? off : [...off, missing(found, source, addOption(document, attributes, faults.missing, source))];
}

function isLeftOut({ setter }: CookieCall, flag: FlagName): boolean {
  return setter.defaults[flag] === "left-out";
}

function missing({ call }: CookieCall, source: string, edits: readonly TextEdit[] | undefined): FlagFault {
  return { range: rangeOf(placeOf(call)), ...(edits && { repair: { title: `Add ${source}`, edits } }) };
}

/** Adds the flag with as much of the options around it as is not there yet. */
function addNested(found: CookieCall, source: string): readonly TextEdit[] | undefined {
  const { document, call, setter, options, syntax } = found;
  const path = [...(setter.nested ?? [])];
  let holder: Node | "absent" = options;
  while (holder !== "absent" && path.length > 0) {
    const inner: Node | undefined = propertiesOf(holder, syntax, call).properties.get(path[0] ?? "")?.values[0]?.value;
    if (!inner) break;
    holder = inner;
    path.shift();
  }
  const whole = path.reduceRight((inside, key) => `${key}: { ${inside} }`, source);
  if (holder !== "absent") return addOption(document, holder, objectsOf(holder, syntax, call), whole);
  return call.arguments.length === setter.options ? addOptions(document, call, whole) : undefined;
}

/** `request.session.cookie.secure = …`: the session's cookie is put right for each request. */
function isChangedLater(attribute: FlagName, syntax: TypeScriptSyntax): boolean {
  return syntax.all("AssignmentExpression").some(({ left }) => {
    const target = unwrap(left);
    if (target.type !== "MemberExpression" || memberName(target) !== attribute) return false;
    const cookie = unwrap(target.object);
    if (cookie.type !== "MemberExpression" || memberName(cookie) !== "cookie") return false;
    const session = unwrap(cookie.object);
    return session.type === "MemberExpression" && /^session(?:Options)?$/.test(memberName(session) ?? "");
  });
}
