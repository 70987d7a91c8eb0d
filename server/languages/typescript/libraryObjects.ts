import type { TSESTree } from "@typescript-eslint/types";
import { valuesOf, variableOf } from "./bindings.ts";
import { methodCall, type Call } from "./calls.ts";
import { isElsewhere } from "./images.ts";
import { originOf, type Origin } from "./imports.ts";
import { memberName } from "./keys.ts";
import { enclosingClass, unwrap, type Node } from "./nodes.ts";
import { alternativesOf } from "./objects.ts";
import { declaredType, fieldType, parameterOf } from "./parameters.ts";
import type { TypeScriptSyntax } from "./trees.ts";

/** How one kind of a library's objects comes about. A table of these describes a library. */
export interface ObjectSource<Kind extends string = string> {
  readonly kind: Kind;
  readonly module: string;
  /** Exports whose call or `new` gives it; `*` for the module itself: `express()`. */
  readonly made?: readonly string[];
  /** Exports that are it, as a whole: `jwt` of `import jwt from "jsonwebtoken"`; `*` for the module itself. */
  readonly exported?: readonly string[];
  /** Exported types of it. */
  readonly types?: readonly string[];
  /** What of another kind's object it is: `ctx.cookies`, or `app.route(…)` with `called`. */
  readonly member?: { readonly of: Kind; readonly name: string; readonly called?: boolean };
  /** Functions that methods of another kind's object take get it as a parameter: `app.get("/", (req, res) => …)`. */
  readonly handed?: {
    readonly by: Kind;
    readonly methods: ReadonlySet<string>;
    /** Which parameter, zero-based, of a function with so many. */
    readonly parameter: (count: number) => number;
  };
  /** Methods that give the object back. */
  readonly chained?: ReadonlySet<string>;
}

/** Longer than any real chain of names, members and calls. */
const maximumSteps = 30;

/** Which object of the libraries in a table an expression is; undefined where it is none of them, or nobody knows. */
export function libraryObject<Kind extends string>(
  expression: Node,
  table: readonly ObjectSource<Kind>[],
  syntax: TypeScriptSyntax,
): Kind | undefined {
  return kindOf(expression, { table, syntax }, maximumSteps);
}

interface Question<Kind extends string> {
  readonly table: readonly ObjectSource<Kind>[];
  readonly syntax: TypeScriptSyntax;
}

function kindOf<Kind extends string>(expression: Node, question: Question<Kind>, steps: number): Kind | undefined {
  const node = unwrap(expression);
  if (steps === 0) return undefined;
  const { table, syntax } = question;
  const exported = matching(originOf(node, syntax), table, "exported");
  if (exported) return exported;
  switch (node.type) {
    case "AwaitExpression":
      return kindOf(node.argument, question, steps - 1);
    case "CallExpression":
    case "NewExpression":
      return ofCall(node, question, steps) ?? ofEnds(node, question, steps);
    case "MemberExpression":
      return ofMember(node, question, steps) ?? ofEnds(node, question, steps);
    case "Identifier":
      return matching(declaredType(node, syntax)?.origin, table, "types") ?? ofParameter(node, question, steps) ?? ofPart(node, question, steps) ?? ofEnds(node, question, steps);
    default:
      return ofEnds(node, question, steps);
  }
}

/** All that the expression may be is of one kind. */
function ofEnds<Kind extends string>(expression: Node, question: Question<Kind>, steps: number): Kind | undefined {
  const ends = alternativesOf(expression, question.syntax).map(({ node }) => node);
  if (ends.length === 0 || ends.some((end) => unwrap(end) === expression)) return undefined;
  const [kind, ...others] = new Set(ends.map((end) => kindOf(end, question, steps - 1)));
  return others.length === 0 ? kind : undefined;
}

function matching<Kind extends string>(
  origin: Origin | undefined,
  table: readonly ObjectSource<Kind>[],
  by: "made" | "exported" | "types",
): Kind | undefined {
  if (!origin) return undefined;
  const name = origin.name === "default" ? "*" : origin.name;
  return table.find((row) => row.module === origin.module && row[by]?.some((one) => one === name || one === origin.name))?.kind;
}

function ofCall<Kind extends string>(call: Call, question: Question<Kind>, steps: number): Kind | undefined {
  const made = matching(originOf(call.callee, question.syntax), question.table, "made");
  const method = made ? undefined : methodCall(call);
  if (!method) return made;
  const receiver = kindOf(method.receiver, question, steps - 1);
  if (receiver === undefined) return undefined;
  const isChained = question.table.some(({ kind, chained }) => kind === receiver && chained?.has(method.name));
  return isChained ? receiver : memberOf(receiver, method.name, true, question);
}

function memberOf<Kind extends string>(owner: Kind, name: string, called: boolean, { table }: Question<Kind>): Kind | undefined {
  return table.find(({ member }) => member?.of === owner && member.name === name && (member.called ?? false) === called)?.kind;
}

function ofMember<Kind extends string>(node: TSESTree.MemberExpression, question: Question<Kind>, steps: number): Kind | undefined {
  const name = memberName(node);
  if (name === undefined) return undefined;
  if (node.object.type === "ThisExpression") {
    const owner = enclosingClass(node);
    return matching(owner && fieldType(owner, name, question.syntax)?.origin, question.table, "types");
  }
  const owner = kindOf(node.object, question, steps - 1);
  return owner === undefined ? undefined : memberOf(owner, name, false, question);
}

/** `const { cookies } = ctx`, `const { cookies } = await import("next/headers")`. */
function ofPart<Kind extends string>(node: TSESTree.Identifier, question: Question<Kind>, steps: number): Kind | undefined {
  const variable = variableOf(node, question.syntax);
  const [value, ...others] = (variable && valuesOf(variable)) ?? [];
  if (!value || others.length > 0 || value.path.length === 0) return undefined;
  const owner = kindOf(value.expression, question, steps - 1);
  return value.path.reduce<Kind | undefined>((kind, name) => kind && memberOf(kind, name, false, question), owner);
}

function ofParameter<Kind extends string>(node: TSESTree.Identifier, question: Question<Kind>, steps: number): Kind | undefined {
  const use = isElsewhere(node) ? undefined : parameterOf(node, question.syntax);
  if (!use || use.registrations.length === 0) return undefined;
  for (const { kind, handed } of question.table) {
    if (handed?.parameter(use.count) !== use.index) continue;
    const isHanded = use.registrations.some((call) => {
      const method = methodCall(call);
      return method && handed.methods.has(method.name) && kindOf(method.receiver, question, steps - 1) === handed.by;
    });
    if (isHanded) return kind;
  }
  return undefined;
}
