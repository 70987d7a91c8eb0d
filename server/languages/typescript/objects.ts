import type { TSESTree } from "@typescript-eslint/types";
import { isGlobal, variableOf } from "./bindings.ts";
import { instanceField, returnedBy } from "./fields.ts";
import { follow, followField, followImported, newWalk, placed, type Alternative, type Bindings, type Walk } from "./following.ts";
import { imageOf, realOf } from "./images.ts";
import { exportOf, importedBy, loadedModule } from "./imported.ts";
import { literalText, memberName, plainKey } from "./keys.ts";
import { holdersOf, isShared, mutationsOf, type Mutation } from "./mutations.ts";
import { isWithin, unwrap, type Node } from "./nodes.ts";
import { inSameTree, treeOf, type TypeScriptSyntax } from "./trees.ts";

/** One value that a property may have. */
export interface PropertyValue {
  /** The expression as written; undefined where it cannot be known (a getter, an unknown spread over it). */
  readonly value: Node | undefined;
  /** The property or assignment that gives it. */
  readonly node: Node;
  /** Where that is in another file: the expression of this one that stands for it. */
  readonly place?: Node;
}

/** A property of an object with all values it may have. */
export interface ObjectProperty {
  readonly name: string;
  readonly values: readonly PropertyValue[];
  /** It surely exists. */
  readonly definite: boolean;
}

/** What is known of an object. */
export interface ObjectReading {
  readonly properties: ReadonlyMap<string, ObjectProperty>;
  /** Something unknown may add or change properties, so nothing can be said to be missing. */
  readonly open: boolean;
  /** The literal to add a property to: present where no other use of the program would change with it. */
  readonly literal?: TSESTree.ObjectExpression;
}

/** One object that an expression may stand for. */
export interface ObjectAlternative extends ObjectReading {
  /** Where the object stands: its literal, or the expression that could not be followed. */
  readonly node: Node;
  /** Tests that decide for this one, outermost first. */
  readonly conditions: readonly Node[];
  /** Where it is in another file: the expression of this one that stands for it. */
  readonly place?: Node;
}

/** Starts a question that may take several steps: all of them together cost what one may. */
export function newReading(syntax: TypeScriptSyntax, bindings?: Bindings): Walk {
  return newWalk(syntax, readMember, bindings);
}

/** All expressions that an expression may stand for: see {@link follow}. Those of other files are seen from where they are used. */
export function alternativesOf(expression: Node, syntax: TypeScriptSyntax, bindings?: Bindings): readonly Alternative[] {
  return follow(expression, newReading(syntax, bindings)).map((one) => (one.place ? { ...one, ...seenFrom(one, one.place) } : one));
}

function seenFrom({ node, conditions }: Pick<Alternative, "node" | "conditions">, place: Node): Pick<Alternative, "node" | "conditions"> {
  return { node: imageOf(node, place), conditions: conditions.map((test) => (inSameTree(test, place) ? test : imageOf(test, place))) };
}

/**
 * The objects an expression may stand for, one a branch. `use` is where the object is used, if that is not
 * where the expression stands: what changes the object behind its use does not count. `bindings` are those of an
 * inlined call, for what stands in it.
 */
export function objectsOf(expression: Node, syntax: TypeScriptSyntax, use: Node = expression, bindings?: Bindings): readonly ObjectAlternative[] {
  return readObjects(expression, newReading(syntax, bindings), realOf(use)).map((object) => {
    const properties = valuesSeen(object.properties);
    return { ...object, properties, ...(object.place ? seenFrom(object, object.place) : {}) };
  });
}

function valuesSeen(properties: ObjectReading["properties"]): ObjectReading["properties"] {
  const seen = new Map(properties);
  for (const [name, property] of properties) {
    if (property.values.some(({ place }) => place)) seen.set(name, { ...property, values: property.values.map(valueSeen) });
  }
  return seen;
}

function valueSeen(given: PropertyValue): PropertyValue {
  const { value, node, place } = given;
  return place ? { value: value && imageOf(value, place), node: imageOf(node, place), place } : given;
}

/** The properties of the object an expression stands for; branches are taken together. See {@link objectsOf}. */
export function propertiesOf(expression: Node, syntax: TypeScriptSyntax, use: Node = expression, bindings?: Bindings): ObjectReading {
  return together(objectsOf(expression, syntax, use, bindings));
}

type Properties = Map<string, ObjectProperty>;
interface Draft {
  readonly properties: Properties;
  open: boolean;
}

function readObjects(expression: Node, walk: Walk, use: Node = expression): readonly ObjectAlternative[] {
  return follow(expression, walk).map((alternative) => readAlternative(alternative, use, walk));
}

function readAlternative(alternative: Alternative, use: Node, walk: Walk): ObjectAlternative {
  const { node, conditions, via, place } = alternative;
  const draft: Draft = { properties: new Map(), open: false };
  if (walk.fuel-- < 0) draft.open = true;
  else if (node.type === "ObjectExpression") addLiteral(draft, node, walk);
  else if (isObjectAssign(node, walk.syntax)) for (const source of node.arguments) addSpread(draft, source, node, true, walk);
  else if (!isNothing(node)) draft.open = true;
  const holders = [...alternative.holders, ...holdersOf(node, walk.syntax)].filter(
    (one, index, all) => all.findIndex((other) => other.variable === one.variable && other.path.length === one.path.length) === index,
  );
  const passed = new Set(via);
  for (const holder of holders) {
    applyMutations(draft, mutationsOf(holder, inSameTree(use, node) && isWithin(use, node) ? undefined : use, passed, walk.syntax), walk);
  }
  if (place) placeValues(draft, place);
  const isOwn = node.type === "ObjectExpression" && !place && !alternative.shared && !holders.some(isShared);
  return { node, conditions, properties: draft.properties, open: draft.open, ...(isOwn ? { literal: node } : {}), ...(place ? { place } : {}) };
}

/** Values that another file gives stand where the object does; what this file changes has its own place. */
function placeValues({ properties }: Draft, place: Node): void {
  for (const [name, property] of properties) {
    const values = property.values.map((given) => (inSameTree(given.node, place) ? given : { ...given, place }));
    properties.set(name, { ...property, values });
  }
}

function applyMutations(draft: Draft, mutations: readonly Mutation[], walk: Walk): void {
  walk.fuel -= mutations.length;
  // The last unknown change covers those before it.
  const last = mutations.findLastIndex((mutation) => mutation.kind === "unknown");
  for (const [index, mutation] of mutations.entries()) {
    if (mutation.kind === "unknown") {
      if (index === last) spoil(draft, mutation.node);
    } else if (mutation.kind === "sources") {
      for (const source of mutation.sources) addSpread(draft, source, mutation.node, mutation.surely, walk);
    } else if (mutation.kind === "removal") takeOut(draft, mutation.name, mutation.surely);
    else put(draft, mutation.name, { value: mutation.value, node: mutation.node }, mutation.surely);
  }
}

function isObjectAssign(node: Node, syntax: TypeScriptSyntax): node is TSESTree.CallExpression {
  return (
    node.type === "CallExpression" &&
    node.callee.type === "MemberExpression" &&
    memberName(node.callee) === "assign" &&
    isGlobal(node.callee.object, "Object", syntax)
  );
}

/** Spreading these adds nothing. */
function isNothing(node: Node): boolean {
  return (node.type === "Literal" && (node.value === null || node.value === false)) || (node.type === "Identifier" && node.name === "undefined");
}

function addLiteral(draft: Draft, literal: TSESTree.ObjectExpression, walk: Walk): void {
  for (const property of literal.properties) {
    if (property.type === "SpreadElement") {
      addSpread(draft, property.argument, property, true, walk);
      continue;
    }
    const name = plainKey(property) ?? computedKey(property, walk);
    if (name === undefined) spoil(draft, property);
    else if (name !== "") {
      put(draft, name, { value: valueOf(property), node: property }, true);
    }
  }
}

/** A getter's value is what it returns, where that is all it does. */
function valueOf({ kind, value }: TSESTree.Property): Node | undefined {
  if (kind === "init") return value;
  return kind === "get" && value.type === "FunctionExpression" ? returnedBy(value) : undefined;
}

function computedKey(property: TSESTree.Property, walk: Walk): string | undefined {
  // A hole of broken code has an empty name: it stands for no property at all.
  if (!property.computed) return property.key.type === "Identifier" && property.key.name === "" ? "" : undefined;
  const [only, ...more] = follow(property.key, walk);
  return only && more.length === 0 ? literalText(only.node) : undefined;
}

/** `...source`: what `source && { … }` and `source ? { … } : {}` give is there in one case only. */
function addSpread(draft: Draft, source: Node, node: Node, surely: boolean, walk: Walk): void {
  const inner = unwrap(source);
  if (inner.type === "LogicalExpression" && inner.operator === "&&") {
    addReading(draft, together(readObjects(inner.right, walk)), node, false);
    return;
  }
  addReading(draft, together(readObjects(inner.type === "SpreadElement" ? inner.argument : inner, walk)), node, surely);
}

function addReading(draft: Draft, reading: ObjectReading, node: Node, surely: boolean): void {
  if (reading.open) spoil(draft, node);
  for (const property of reading.properties.values()) {
    const replaces = surely && property.definite;
    const before = draft.properties.get(property.name);
    draft.properties.set(property.name, {
      name: property.name,
      values: replaces || !before ? property.values : [...before.values, ...property.values],
      definite: replaces || before?.definite === true,
    });
  }
}

function put(draft: Draft, name: string, value: PropertyValue, surely: boolean): void {
  addReading(draft, { properties: new Map([[name, { name, values: [value], definite: true }]]), open: false }, value.node, surely);
}

function takeOut({ properties }: Draft, name: string, surely: boolean): void {
  const property = properties.get(name);
  if (property && surely) properties.delete(name);
  else if (property) properties.set(name, { ...property, definite: false });
}

/** Anything may have happened: what was known before may be different now. */
function spoil(draft: Draft, node: Node): void {
  draft.open = true;
  for (const [name, property] of draft.properties) {
    draft.properties.set(name, { ...property, values: [...property.values, { value: undefined, node }] });
  }
}

function together(objects: readonly ObjectReading[]): ObjectReading {
  const [first, ...more] = objects;
  if (!first) return { properties: new Map(), open: true };
  if (more.length === 0) return first;
  const properties: Properties = new Map();
  for (const name of new Set(objects.flatMap((object) => [...object.properties.keys()]))) {
    const all = objects.map((object) => object.properties.get(name));
    properties.set(name, {
      name,
      values: all.flatMap((property) => property?.values ?? []),
      definite: all.every((property) => property?.definite === true),
    });
  }
  return { properties, open: objects.some((object) => object.open) };
}

/** `object.name`, where every value it may have is known. */
function readMember(object: Node, name: string, walk: Walk): readonly Alternative[] | undefined {
  const targets = follow(object, walk);
  const [only] = targets;
  const exported = only && targets.length === 1 ? (readExport(only.node, name, walk) ?? readInstance(only.node, name, walk)) : undefined;
  if (exported) return placed(exported, only?.place);
  if (only?.node.type === "ArrayExpression" && targets.length === 1) {
    const element = only.node.elements[Number(name)];
    const hasSpread = only.node.elements.some((one) => one?.type === "SpreadElement");
    return element && !hasSpread ? placed(follow(element, walk), only.place) : undefined;
  }
  const reading = together(targets.map((target) => readAlternative(target, object, walk)));
  const property = reading.properties.get(name);
  if (!property?.definite) return undefined;
  const found: Alternative[] = [];
  for (const { value, place } of property.values) {
    if (!value) return undefined;
    const holders = targets.flatMap((target) => target.holders).map((holder) => ({ ...holder, path: [...holder.path, name] }));
    const via = targets.flatMap((target) => target.via);
    for (const one of placed(follow(value, walk), place)) {
      found.push({ ...one, holders: [...one.holders, ...holders], via: [...one.via, ...via] });
    }
  }
  return found;
}

/** `object.name` where the object is a module of this workspace: a namespace, a `require`, an `import()`. */
function readExport(module: Node, name: string, walk: Walk): readonly Alternative[] | undefined {
  const variable = variableOf(module, walk.syntax);
  const imported = variable && importedBy(variable, walk.syntax);
  const document = imported?.kind === "module" ? imported.document : loadedModule(module, walk.syntax);
  if (!document) return undefined;
  const exported = exportOf(document, name, walk.syntax);
  return exported && followImported(exported, module, walk);
}

/** `made.name`, where `made` is `new Class()` of a class of this workspace. */
function readInstance(made: Node, name: string, walk: Walk): readonly Alternative[] | undefined {
  if (made.type !== "NewExpression" || made.callee.type !== "Identifier") return undefined;
  const variable = variableOf(made.callee, walk.syntax);
  const imported = variable && importedBy(variable, walk.syntax);
  const [definition] = (imported?.kind === "variable" ? imported.variable : variable)?.defs ?? [];
  const owner = imported?.kind === "value" ? imported.node : definition?.node;
  const found = owner && followField(instanceField(owner, name, treeOf(owner, walk.syntax)), walk);
  return found && placed(found, imported && made);
}
