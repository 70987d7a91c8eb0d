import type { PhpArgument, PhpCall, PhpEntry, PhpNode, PhpSyntax } from "./nodes.ts";
import { phpAlternatives } from "./following.ts";

/** The function that a call calls, in lower case and without its namespace: `setcookie`. Undefined for methods. */
export function calledFunction({ callee, isNew }: PhpCall): string | undefined {
  return !isNew && callee.kind === "name" ? callee.name.replace(/^.*\\/, "").toLowerCase() : undefined;
}

/** The method that a call calls, as written: `withOptions` of `$a->withOptions()` and of `A::withOptions()`. */
export function calledMethod({ callee, isNew }: PhpCall): string | undefined {
  return !isNew && callee.kind === "member" ? callee.name : undefined;
}

/** The full name of the class that `new` makes, or whose static method is called, imports followed. */
export function calledClass({ callee, isNew }: PhpCall, syntax: PhpSyntax): string | undefined {
  const name = isNew ? callee : callee.kind === "member" && callee.isStatic ? callee.object : undefined;
  return name?.kind === "name" ? fullName(name.name, syntax) : undefined;
}

/** The full name of a class as `use` gives it, without the first backslash. */
export function fullName(name: string, { imports }: PhpSyntax): string {
  if (name.startsWith("\\")) return name.slice(1);
  const [first = "", ...rest] = name.split("\\");
  return [imports.get(first) ?? first, ...rest].join("\\");
}

/**
 * An argument by its place or by its name: `absent` where the call surely has none, `unknown` behind a spread. Names win
 * over places, as in PHP.
 */
export function phpArgument(call: PhpCall, index: number, name?: string): PhpNode | "absent" | "unknown" {
  const named = name === undefined ? undefined : call.arguments.find((one) => one.name === name);
  if (named) return named.value;
  for (const [at, argument] of call.arguments.entries()) {
    if (argument.isSpread) return "unknown";
    if (at === index && argument.name === undefined) return argument.value;
    if (at === index) return "absent";
  }
  return "absent";
}

/** What is known of an array that stands for options. */
export interface PhpOptions {
  /** By key as written: PHP's keys are case-sensitive, the functions that read them often are not. */
  readonly entries: ReadonlyMap<string, PhpEntry>;
  /** More may be in it than is written, so nothing can be said to be missing. */
  readonly open: boolean;
  /** The array as written, where an entry can be added. */
  readonly array?: Extract<PhpNode, { kind: "array" }>;
}

/** The options that an expression stands for: one array of the same file, spreads and `array_merge` included. */
export function phpOptions(node: PhpNode, syntax: PhpSyntax): PhpOptions {
  const [only, ...others] = phpAlternatives(node, syntax);
  if (!only || others.length > 0) return { entries: new Map(), open: true };
  if (only.kind === "array") return ofArray(only, syntax);
  if (only.kind !== "call" || !["array_merge", "array_replace"].includes(calledFunction(only) ?? "")) return { entries: new Map(), open: true };
  return together(only.arguments.map(({ value, isSpread }: PhpArgument) => (isSpread ? { entries: new Map(), open: true } : phpOptions(value, syntax))));
}

function ofArray(array: Extract<PhpNode, { kind: "array" }>, syntax: PhpSyntax): PhpOptions {
  const read = array.entries.map((entry): PhpOptions => {
    if (entry.isSpread) return phpOptions(entry.value, syntax);
    const keys = entry.key ? phpAlternatives(entry.key, syntax) : [];
    const [key] = keys;
    if (keys.length > 1 || (key && key.kind !== "text" && key.kind !== "literal")) return { entries: new Map(), open: true };
    return { entries: new Map(key ? [[String(key.value), entry]] : []), open: false };
  });
  return { ...together(read), array };
}

function together(parts: readonly PhpOptions[]): PhpOptions {
  return { entries: new Map(parts.flatMap(({ entries }) => [...entries])), open: parts.some(({ open }) => open) };
}
