import type { TextRange } from "../../core/text.ts";

/** Where in a program an expression stands. */
export interface PhpPlace {
  /** The class, enum or trait around it, without its namespace. */
  readonly className?: string;
  /** The nearest function, method or closure around it; one object for each, absent at the top level. */
  readonly body?: object;
}

interface Placed {
  readonly range: TextRange;
  readonly place: PhpPlace;
}

/** A text. `inner` is what stands between its quotes, as written. */
export interface PhpText extends Placed {
  readonly kind: "text";
  readonly value: string;
  readonly inner: TextRange;
}

/** A text put together: by dots, or by variables inside double quotes. */
export interface PhpJoined extends Placed {
  readonly kind: "joined";
  readonly parts: readonly PhpNode[];
}

/** A number, `true`, `false` or `null`. */
export interface PhpLiteral extends Placed {
  readonly kind: "literal";
  readonly value: number | boolean | null;
}

/** One entry of an array: `key => value`, `value`, `...value`. */
export interface PhpEntry {
  readonly key?: PhpNode;
  readonly value: PhpNode;
  readonly isSpread: boolean;
  readonly range: TextRange;
}

/** `[…]` or `array(…)`. */
export interface PhpArray extends Placed {
  readonly kind: "array";
  readonly entries: readonly PhpEntry[];
}

/** A constant, class or function by its name as written; `self`, `static` and `parent` too. */
export interface PhpName extends Placed {
  readonly kind: "name";
  readonly name: string;
}

/** `$name`, without the dollar sign. */
export interface PhpVariable extends Placed {
  readonly kind: "variable";
  readonly name: string;
}

/** `$object->name`, `$object?->name`, `Class::NAME`, `Class::$name`. */
export interface PhpMember extends Placed {
  readonly kind: "member";
  readonly object: PhpNode;
  /** Undefined where it is computed. */
  readonly name: string | undefined;
  readonly isStatic: boolean;
}

/** `$array[key]`; no key in `$array[] = …`. */
export interface PhpElement extends Placed {
  readonly kind: "element";
  readonly object: PhpNode;
  readonly key?: PhpNode;
}

/** An argument: `value`, `name: value`, `...value`. */
export interface PhpArgument {
  readonly name?: string;
  readonly value: PhpNode;
  readonly isSpread: boolean;
}

/** A call of a function or method, or `new`. */
export interface PhpCall extends Placed {
  readonly kind: "call";
  readonly callee: PhpNode;
  readonly isNew: boolean;
  readonly arguments: readonly PhpArgument[];
}

/** `target = value`; the operator is `=`, `.=`, `??=` or another one. */
export interface PhpAssignment extends Placed {
  readonly kind: "assignment";
  readonly target: PhpNode;
  readonly value: PhpNode;
  readonly operator: string;
}

/** One of several: `a ?: b`, `t ? a : b`, `a ?? b`, `match`. */
export interface PhpChoice extends Placed {
  readonly kind: "choice";
  readonly options: readonly PhpNode[];
}

/** Anything else. What stands inside it is found by `all` of the syntax. */
export interface PhpOther extends Placed {
  readonly kind: "other";
}

/** An expression of PHP. */
export type PhpNode =
  | PhpText
  | PhpJoined
  | PhpLiteral
  | PhpArray
  | PhpName
  | PhpVariable
  | PhpMember
  | PhpElement
  | PhpCall
  | PhpAssignment
  | PhpChoice
  | PhpOther;

/** A name that is given a value where it is declared. */
export interface PhpDeclaration {
  readonly kind: "constant" | "property" | "parameter" | "case";
  readonly name: string;
  readonly value: PhpNode;
  readonly range: TextRange;
  readonly place: PhpPlace;
}

/** A PHP file: what it declares and every expression in it. Broken text gives what could be read. */
export interface PhpSyntax {
  /** Constants, properties, parameters with a default, and cases of enums, in no order. */
  readonly declarations: readonly PhpDeclaration[];
  /** What `use` brings in: the name as it is used, and its full name. */
  readonly imports: ReadonlyMap<string, string>;
  readonly syntaxErrors: number;
  /** All expressions of a kind, in the order of the text, outer ones first. */
  all<Kind extends PhpNode["kind"]>(kind: Kind): readonly Extract<PhpNode, { kind: Kind }>[];
}
