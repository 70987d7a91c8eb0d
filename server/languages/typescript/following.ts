import type { Variable } from "@typescript-eslint/scope-manager";
import type { TSESTree } from "@typescript-eslint/types";
import { isExported, isGlobal, valuesOf, variableOf, type BoundValue } from "./bindings.ts";
import { wholeModule } from "./exportTable.ts";
import { ownField, staticField, type ClassField } from "./fields.ts";
import { placeOf, realOf } from "./images.ts";
import { exportOf, importedBy, loadedModule, type Imported } from "./imported.ts";
import { literalText, memberName, plainKey } from "./keys.ts";
import { enclosingFunction, isFunction, unwrap, type FunctionNode, type Node } from "./nodes.ts";
import { treeOf, type TypeScriptSyntax } from "./trees.ts";

/** Something that holds the value: a variable, or what stands under a path of keys in it. */
export interface Holder {
  readonly variable: Variable;
  readonly path: readonly string[];
}

/** One expression that the value may be, with nothing left to follow. */
export interface Alternative {
  readonly node: Node;
  /** Tests of the conditional and logical expressions that decide for it, outermost first. */
  readonly conditions: readonly Node[];
  readonly holders: readonly Holder[];
  /** Identifiers through which it was reached. */
  readonly via: readonly Node[];
  /** It is made by a function that is called elsewhere too. */
  readonly shared: boolean;
  /** Where `node` is in another file: the expression of this one that stands for it. */
  readonly place?: Node;
}

/** Takes a member out of an object; undefined where it is not known. */
export type MemberReader = (object: Node, name: string, walk: Walk) => readonly Alternative[] | undefined;

/** Values of parameters, by their variable. */
export type Bindings = ReadonlyMap<Variable, BoundValue>;

/** No parameter is known. */
export const noBindings: Bindings = new Map();

/** What one question may cost, and what it has seen. Made by {@link newWalk}. */
export interface Walk {
  readonly syntax: TypeScriptSyntax;
  readonly readMember: MemberReader;
  /** What parameters hold while one call of their function is looked at. */
  readonly bindings: Bindings;
  readonly open: Set<Variable | FunctionNode>;
  fuel: number;
  depth: number;
}

/** Deeper than any real program; each level costs several frames of the stack. */
const maximumDepth = 100;

/** Steps of one question: real programs need under a hundred; built ones could branch without end. */
const fuelOfOneQuestion = 2000;

/** Starts a question. */
export function newWalk(syntax: TypeScriptSyntax, readMember: MemberReader, bindings: Bindings = noBindings): Walk {
  return { syntax, readMember, bindings, open: new Set(), fuel: fuelOfOneQuestion, depth: 0 };
}

function end(node: Node): Alternative[] {
  return [{ node, conditions: [], holders: [], via: [], shared: false }];
}

/**
 * All expressions that an expression may stand for: through bindings, members of known objects, branches,
 * `Object.freeze` and functions of this file. What cannot be followed is given back as it is.
 */
export function follow(expression: Node, walk: Walk): readonly Alternative[] {
  const node = unwrap(realOf(expression));
  const seenFrom = placeOf(expression);
  if (--walk.fuel < 0 || walk.depth >= maximumDepth) return placed(end(node), seenFrom);
  walk.depth++;
  const found = followNode(node, walk);
  walk.depth--;
  if (seenFrom) return placed(found, seenFrom);
  // What was found in another file stands where the outermost name of this one stands.
  return isReference(node) && found.some((one) => one.place) ? found.map((one) => (one.place ? { ...one, place: node } : one)) : found;
}

/** What continues from something of another file has the same place. */
export function placed(alternatives: readonly Alternative[], place: Node | undefined): readonly Alternative[] {
  return place ? alternatives.map((one) => ({ ...one, place })) : alternatives;
}

function isReference(node: Node): boolean {
  return node.type === "Identifier" || node.type === "MemberExpression" || node.type === "CallExpression";
}

function followNode(node: Node, walk: Walk): readonly Alternative[] {
  switch (node.type) {
    case "Identifier":
      return followIdentifier(node, walk);
    case "MemberExpression":
      return followMember(node, walk) ?? end(node);
    case "ConditionalExpression":
      return [node.consequent, node.alternate].flatMap((branch) => conditioned(follow(branch, walk), node.test));
    case "LogicalExpression":
      return followLogical(node, walk);
    case "AssignmentExpression":
      return node.operator === "=" ? follow(node.right, walk) : end(node);
    case "SequenceExpression": {
      const last = node.expressions.at(-1);
      return last ? follow(last, walk) : end(node);
    }
    case "AwaitExpression":
      return follow(node.argument, walk);
    case "CallExpression":
      return followCall(node, walk) ?? end(node);
    default:
      return end(node);
  }
}

function conditioned(alternatives: readonly Alternative[], test: Node): Alternative[] {
  return alternatives.map((one) => ({ ...one, conditions: [test, ...one.conditions] }));
}

function followLogical(node: TSESTree.LogicalExpression, walk: Walk): readonly Alternative[] {
  if (node.operator === "&&") return [...end(node.left), ...conditioned(follow(node.right, walk), node.left)];
  const left = follow(node.left, walk);
  if (left.every(({ node: value }) => alwaysTrue(value))) return left;
  return [...left.filter(({ node: value }) => !alwaysEmpty(value)), ...conditioned(follow(node.right, walk), node.left)];
}

function alwaysTrue(node: Node): boolean {
  return node.type === "ObjectExpression" || node.type === "ArrayExpression" || (node.type === "Literal" && Boolean(node.value));
}

/** What gives way in `x || y` and `x ?? y`. */
function alwaysEmpty(node: Node): boolean {
  return node.type === "Literal" && node.raw === "null";
}

function followIdentifier(node: TSESTree.Identifier, walk: Walk): readonly Alternative[] {
  const variable = variableOf(node, walk.syntax);
  const found = variable && followVariable(variable, node, walk);
  return found ? found.map((one) => ({ ...one, via: [...one.via, node] })) : end(node);
}

/** What a variable may hold. `node` stands for what of it is not known. */
function followVariable(variable: Variable, node: Node, walk: Walk): readonly Alternative[] | undefined {
  if (walk.open.has(variable)) return undefined;
  const imported = importedBy(variable, walk.syntax);
  const bound = walk.bindings.get(variable);
  const values = bound ? [bound] : imported ? undefined : valuesOf(variable);
  if (!imported && !values) return undefined;
  walk.open.add(variable);
  const found = imported ? followImported(imported, node, walk) : values?.flatMap(({ expression, path }) => takePath(expression, path, walk) ?? end(node));
  walk.open.delete(variable);
  return found?.map((one) => ({ ...one, holders: [...one.holders, { variable, path: [] }] }));
}

/** What another file gives, reached by `node` of this one. */
export function followImported(imported: Imported, node: Node, walk: Walk): readonly Alternative[] | undefined {
  if (imported.kind === "value") return fromElsewhere(follow(imported.node, walk), node);
  const found =
    imported.kind === "variable" ? followVariable(imported.variable, node, walk)
    : imported.kind === "member" ? walk.readMember(imported.object, imported.name, walk)
    : undefined;
  return found && fromElsewhere(found, node);
}

/** Other files may use it too. What could not be followed there is still `node`, which is of this file. */
function fromElsewhere(found: readonly Alternative[], node: Node): readonly Alternative[] {
  return found.map((one) => (one.node === node ? one : { ...one, shared: true, place: node }));
}

function takePath(expression: Node, path: readonly string[], walk: Walk): readonly Alternative[] | undefined {
  const [first, ...rest] = path;
  if (first === undefined) return follow(expression, walk);
  const members = walk.readMember(expression, first, walk);
  if (!members || rest.length === 0) return members;
  const taken: Alternative[] = [];
  for (const member of members) {
    const deeper = takePath(member.node, rest, walk);
    if (!deeper) return undefined;
    taken.push(...placed(deeper, member.place));
  }
  return taken;
}

function followMember(node: TSESTree.MemberExpression, walk: Walk): readonly Alternative[] | undefined {
  const name = memberName(node) ?? computedName(node.property, walk);
  if (name === undefined) return undefined;
  if (node.object.type === "ThisExpression") return followField(ownField(node, name, treeOf(node, walk.syntax)), walk);
  const variable = variableOf(node.object, walk.syntax);
  const imported = variable && importedBy(variable, walk.syntax);
  const [definition] = (imported?.kind === "variable" ? imported.variable : variable)?.defs ?? [];
  const owner = imported?.kind === "value" ? imported.node : definition?.node;
  const fixed = owner && followFixedMember(owner, name, walk);
  if (fixed) return placed(fixed, imported && node);
  const isOpaque = definition?.type === "ClassName" || definition?.type === "TSEnumName" || (definition?.type === "ImportBinding" && !imported);
  return isOpaque ? undefined : walk.readMember(node.object, name, walk);
}

/** A member of an enumeration, or a static one of a class. */
function followFixedMember(owner: Node, name: string, walk: Walk): readonly Alternative[] | undefined {
  if (owner.type === "TSEnumDeclaration") {
    const member = owner.body.members.find((one) => plainKey({ computed: one.computed, key: one.id }) === name);
    return member?.initializer && follow(member.initializer, walk);
  }
  return followField(staticField(owner, name, treeOf(owner, walk.syntax)), walk);
}

function computedName(property: Node, walk: Walk): string | undefined {
  const [only, ...more] = property.type === "Identifier" ? follow(property, walk) : [];
  return only && more.length === 0 ? literalText(only.node) : undefined;
}

/** `this.x` and `Name.x` where the class gives `x` its only value. */
export function followField(found: ClassField | undefined, walk: Walk): readonly Alternative[] | undefined {
  if (!found) return undefined;
  return follow(found.value, walk).map((one) => ({ ...one, shared: one.shared || found.shared }));
}

const copies: ReadonlySet<string> = new Set(["freeze", "seal"]);

function followCall(node: TSESTree.CallExpression, walk: Walk): readonly Alternative[] | undefined {
  const { callee } = node;
  const [argument] = node.arguments;
  if (callee.type === "MemberExpression") {
    const isCopy = isGlobal(callee.object, "Object", walk.syntax) && copies.has(memberName(callee) ?? "");
    if (isCopy && argument) return follow(argument, walk);
    const method = mayHaveMethods(callee.object, walk.syntax) ? followMember(callee, walk) : undefined;
    return method && followResults(method, node, walk);
  }
  if (callee.type === "CallExpression") return followResults(followMade(callee, walk), node, walk);
  if (callee.type !== "Identifier") return undefined;
  if (argument && callee.name === "useMemo") return followResults(follow(argument, walk), node, walk);
  if (argument && isGlobal(callee, "structuredClone", walk.syntax)) return follow(argument, walk);
  const module = loadedModule(node, walk.syntax);
  const whole = module && exportOf(module, wholeModule, walk.syntax);
  if (whole) return followImported(whole, node, walk);
  return followResults(follow(callee, walk), node, walk);
}

/** Whether a receiver may be an object or a class that this workspace writes; most are made by libraries. */
function mayHaveMethods(receiver: Node, syntax: TypeScriptSyntax): boolean {
  if (receiver.type === "ThisExpression") return true;
  const variable = variableOf(receiver, syntax);
  const [definition] = variable?.defs ?? [];
  if (!variable || !definition) return false;
  if (definition.type === "ClassName") return true;
  if (definition.type === "ImportBinding") return importedBy(variable, syntax) !== undefined;
  const value = definition.type === "Variable" ? definition.node.init : undefined;
  return value?.type === "ObjectExpression" || value?.type === "NewExpression" || (value?.type === "CallExpression" && loadedModule(value, syntax) !== undefined);
}

/** `memoize(() => …)`, `once(() => …)`: the function that is kept. */
const keepers = /^(?:memoi[sz]e|once|memo|cache|lazy)$/i;

function followMade(made: TSESTree.CallExpression, walk: Walk): readonly Alternative[] {
  const name = made.callee.type === "Identifier" ? made.callee.name : made.callee.type === "MemberExpression" ? memberName(made.callee) : undefined;
  const [kept] = made.arguments;
  return kept && keepers.test(name ?? "") ? follow(kept, walk) : follow(made, walk);
}

/** What a call gives of a function that is one of this workspace. */
function followResults([target, ...others]: readonly Alternative[], node: TSESTree.CallExpression, walk: Walk): readonly Alternative[] | undefined {
  if (target?.node.type === "CallExpression") {
    const kept = followMade(target.node, walk);
    if (kept.every((one) => isFunction(one.node))) return followResults(kept.map((one) => ({ ...one, ...(target.place ? { place: target.place } : {}) })), node, walk);
  }
  const { callee } = node;
  const made = target && others.length === 0 ? target.node : undefined;
  if (!made || !isFunction(made) || made.generator || walk.open.has(made)) return undefined;
  const results = resultsOf(made, treeOf(made, walk.syntax));
  if (results.length === 0) return undefined;
  walk.open.add(made);
  const variable = variableOf(callee, walk.syntax);
  const isShared = !variable || isExported(variable) || variable.references.filter((reference) => reference.isRead()).length > 1;
  const found = results.flatMap((result) => follow(result, walk));
  walk.open.delete(made);
  return placed(found.map((one) => ({ ...one, shared: one.shared || isShared })), target?.place && node);
}

const returned = new WeakMap<TypeScriptSyntax, Map<FunctionNode, Node[]>>();

function resultsOf(made: FunctionNode, syntax: TypeScriptSyntax): readonly Node[] {
  if (made.type === "ArrowFunctionExpression" && made.body.type !== "BlockStatement") return [made.body];
  let results = returned.get(syntax);
  if (!results) {
    results = new Map();
    for (const statement of syntax.all("ReturnStatement")) {
      const inside = statement.argument && enclosingFunction(statement);
      if (inside && statement.argument) results.set(inside, [...(results.get(inside) ?? []), statement.argument]);
    }
    returned.set(syntax, results);
  }
  return results.get(made) ?? [];
}
