import type { PhpDeclaration, PhpNode, PhpSyntax } from "./nodes.ts";

/** Names may stand for names, and a name for itself: nobody goes further. */
const maximumSteps = 12;
/** Branches double; beyond this many nothing is known. */
const maximumAlternatives = 16;

/**
 * All expressions that an expression may stand for, in the same file: constants of the file and of its classes,
 * properties nobody assigns, variables by what their function assigns to them, branches. An expression that cannot be
 * followed stands for itself.
 */
export function phpAlternatives(node: PhpNode, syntax: PhpSyntax, steps = maximumSteps): readonly PhpNode[] {
  const next = steps === 0 ? undefined : valuesOf(node, syntax);
  if (!next || next.length === 0) return [node];
  const found = next.flatMap((one) => phpAlternatives(one, syntax, steps - 1));
  return found.length > maximumAlternatives ? [node] : found;
}

function valuesOf(node: PhpNode, syntax: PhpSyntax): readonly PhpNode[] | undefined {
  switch (node.kind) {
    case "choice":
      return node.options;
    case "assignment":
      return [node.value];
    case "name":
      return constants(syntax, node.name, undefined);
    case "member":
      return node.name === undefined ? undefined : membersOf(node.object, node.name, node.isStatic, node.place.className, syntax);
    case "variable":
      return assigned(node, syntax);
    case "element":
      return node.key && elementOf(node.object, node.key, syntax);
    default:
      return undefined;
  }
}

function constants(syntax: PhpSyntax, name: string, className: string | undefined): readonly PhpNode[] | undefined {
  const wanted = name.replace(/^.*\\/, "");
  return values(syntax.declarations.filter((one) => (one.kind === "constant" || one.kind === "case") && one.name === wanted && one.place.className === className));
}

function values(declarations: readonly PhpDeclaration[]): readonly PhpNode[] | undefined {
  return declarations.length === 0 ? undefined : declarations.map(({ value }) => value);
}

const ownNames: ReadonlySet<string> = new Set(["self", "static"]);

function membersOf(object: PhpNode, name: string, isStatic: boolean, around: string | undefined, syntax: PhpSyntax): readonly PhpNode[] | undefined {
  if (isStatic && object.kind === "name") {
    const className = ownNames.has(object.name.toLowerCase()) ? around : object.name.replace(/^.*\\/, "");
    return className === undefined ? undefined : (constants(syntax, name, className) ?? properties(syntax, name, className));
  }
  // `Suit::Hearts->value`
  if (name === "value" && object.kind === "member" && object.isStatic) return [object];
  return object.kind === "variable" && object.name === "this" && around !== undefined ? properties(syntax, name, around) : undefined;
}

/** A property's default, unless something assigns to it. */
function properties(syntax: PhpSyntax, name: string, className: string): readonly PhpNode[] | undefined {
  const isAssigned = syntax.all("assignment").some(({ target }) => rootMember(target) === name);
  if (isAssigned) return undefined;
  return values(syntax.declarations.filter((one) => one.kind === "property" && one.name === name && one.place.className === className));
}

function rootMember(target: PhpNode): string | undefined {
  return target.kind === "element" ? rootMember(target.object) : target.kind === "member" ? target.name : undefined;
}

/** What the function around a variable assigns to it; nothing where it may come from elsewhere too. */
function assigned({ name, place }: PhpNode & { kind: "variable" }, syntax: PhpSyntax): readonly PhpNode[] | undefined {
  const own = syntax.all("assignment").filter((one) => one.place.body === place.body && rootVariable(one.target) === name);
  const isPlain = own.every(({ target, operator }) => target.kind === "variable" && operator === "=");
  return own.length > 0 && isPlain ? own.map(({ value }) => value) : undefined;
}

function rootVariable(target: PhpNode): string | undefined {
  return target.kind === "element" ? rootVariable(target.object) : target.kind === "variable" ? target.name : undefined;
}

function elementOf(object: PhpNode, key: PhpNode, syntax: PhpSyntax): readonly PhpNode[] | undefined {
  if (key.kind !== "text" && key.kind !== "literal") return undefined;
  const [array, ...others] = phpAlternatives(object, syntax, maximumSteps - 1);
  if (array?.kind !== "array" || others.length > 0 || array.entries.some(({ isSpread }) => isSpread)) return undefined;
  const entry = array.entries.findLast((one, index) => (one.key ? isSame(one.key, key) : key.kind === "literal" && key.value === index));
  return entry && [entry.value];
}

function isSame(left: PhpNode, right: PhpNode): boolean {
  return (left.kind === "text" || left.kind === "literal") && (right.kind === "text" || right.kind === "literal") && String(left.value) === String(right.value);
}
