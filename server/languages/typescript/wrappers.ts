import type { TSESTree } from "@typescript-eslint/types";
import { variableOf, isExported, type BoundValue } from "./bindings.ts";
import { argumentAt, methodCall, type Call } from "./calls.ts";
import type { Bindings } from "./following.ts";
import { imageOf, isElsewhere, placeOf, realOf } from "./images.ts";
import { plainKey } from "./keys.ts";
import { enclosingClass, isFunction, isWithin, wrapped, type FunctionNode, type Node } from "./nodes.ts";
import { alternativesOf, propertiesOf } from "./objects.ts";
import { bindParameters } from "./parameterBindings.ts";
import { treeOf, type TypeScriptSyntax } from "./trees.ts";

/** A call inside of a function of this workspace, as one call of that function makes it. */
export interface InlinedCall {
  /** The call inside. Where the function is in another file, it stands where `outer` stands. */
  readonly call: Call;
  /** The call of the function. */
  readonly outer: Call;
  /** What the function's parameters hold: for `constantOf`, `objectsOf`, `propertiesOf` and `alternativesOf` of what is inside. */
  readonly bindings: Bindings;
  /** An argument of the call inside: what the outer call gives, where it is a parameter. */
  argumentAt(index: number): Node | "absent" | "unknown";
}

/** The function of this workspace that a call calls, in whatever file; undefined where that is not one. */
export function calledFunction(call: Call, syntax: TypeScriptSyntax): FunctionNode | undefined {
  const [target, ...others] = call.type === "CallExpression" ? alternativesOf(call.callee, syntax) : [];
  return target && others.length === 0 && isFunction(target.node) ? target.node : undefined;
}

/**
 * The calls inside of the function that a call calls, with its parameters bound to the call's arguments: one level.
 * Empty where the function is not of this workspace. Calls in functions within it count too.
 */
export function inlinedCalls(call: Call, syntax: TypeScriptSyntax): readonly InlinedCall[] {
  const seen = calledFunction(call, syntax);
  if (!seen) return [];
  const made = realOf(seen) as FunctionNode;
  const bindings = bindParameters(made, call, syntax);
  return callsIn(made, treeOf(made, syntax)).map((inner) => {
    const shown = isElsewhere(seen) ? imageOf(inner, placeOf(call) ?? call) : inner;
    return {
      call: shown,
      outer: call,
      bindings,
      argumentAt(index) {
        const argument = argumentAt(shown, index);
        return typeof argument === "string" ? argument : boundTo(argument, bindings, syntax);
      },
    };
  });
}

/** The expression that a parameter is given, where it stands there as a whole; else the expression itself. */
function boundTo(expression: Node, bindings: Bindings, syntax: TypeScriptSyntax): Node {
  const variable = variableOf(expression, syntax);
  const bound = variable && bindings.get(variable);
  const [only, ...others] = bound ? valuesAt(bound, syntax) : [];
  return only && others.length === 0 ? only : expression;
}

/** What an object holds under a path, where that is known. */
function valuesAt({ expression, path }: BoundValue, syntax: TypeScriptSyntax): readonly Node[] {
  return path.reduce<readonly Node[]>((found, key) => {
    const [only, ...others] = found;
    const property = only && others.length === 0 ? propertiesOf(only, syntax).properties.get(key) : undefined;
    return property?.definite === true ? property.values.flatMap(({ value }) => value ?? []) : [];
  }, [expression]);
}

const inside = new WeakMap<FunctionNode, readonly Call[]>();

function callsIn(made: FunctionNode, tree: TypeScriptSyntax): readonly Call[] {
  let found = inside.get(made);
  if (!found) {
    found = [...tree.all("CallExpression"), ...tree.all("NewExpression")].filter((call) => isWithin(call, made.body));
    inside.set(made, found);
  }
  return found;
}

/** The calls of a function that its own file shows. */
export interface Callers {
  readonly calls: readonly Call[];
  /** Nobody else calls it: it is neither exported nor handed to anybody. */
  readonly complete: boolean;
}

/** The calls of a function in its own file: by its name, or as a method of `this`. */
export function callersOf(made: FunctionNode, syntax: TypeScriptSyntax): Callers {
  const { parent } = wrapped(made);
  if (parent?.type === "MethodDefinition" || parent?.type === "PropertyDefinition") return methodCallers(parent, syntax);
  const name = made.id ?? (parent?.type === "VariableDeclarator" ? parent.id : undefined);
  const variable = name && variableOf(name, syntax);
  if (!variable) return { calls: [], complete: false };
  const reads = variable.references.filter((reference) => reference.isRead()).map(({ identifier }) => wrapped(identifier));
  const calls = reads.flatMap((place) => (isCall(place.parent) && place.parent.callee === place ? [place.parent] : []));
  return { calls, complete: calls.length === reads.length && !isExported(variable) };
}

function isCall(node: Node | undefined): node is Call {
  return node?.type === "CallExpression" || node?.type === "NewExpression";
}

function methodCallers(member: TSESTree.MethodDefinition | TSESTree.PropertyDefinition, syntax: TypeScriptSyntax): Callers {
  const name = plainKey(member);
  const owner = member.parent.parent;
  if (name === undefined) return { calls: [], complete: false };
  const calls = syntax.all("CallExpression").filter((call) => {
    const method = methodCall(call);
    return method?.name === name && method.receiver.type === "ThisExpression" && enclosingClass(call) === owner;
  });
  return { calls, complete: member.accessibility === "private" };
}

/** A value that a parameter is given by a call in the same file. */
export interface GivenValue {
  readonly value: Node;
  readonly call: Call;
}

/** All that a parameter is given in its own file. */
export interface GivenValues {
  readonly values: readonly GivenValue[];
  /** Nothing else is given: every call is seen, and what each of them gives. */
  readonly complete: boolean;
}

/** What the calls in the same file give to the parameter that an identifier names; undefined where it names none. */
export function valuesGiven(identifier: Node, syntax: TypeScriptSyntax): GivenValues | undefined {
  const variable = variableOf(identifier, syntax);
  const [definition] = variable?.defs ?? [];
  if (!variable || definition?.type !== "Parameter" || !isFunction(definition.node) || isElsewhere(identifier)) return undefined;
  const made = definition.node;
  const { calls, complete } = callersOf(made, syntax);
  let isKnown = complete;
  const values = calls.flatMap((call) => {
    const bound = bindParameters(made, call, syntax).get(variable);
    const given = bound ? valuesAt(bound, syntax) : [];
    if (given.length === 0) isKnown = false;
    return given.map((value) => ({ value, call }));
  });
  return { values, complete: isKnown };
}
