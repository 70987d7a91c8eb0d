import { calledFunction } from "./calls.ts";
import type { PhpCall, PhpName, PhpNode } from "./nodes.ts";

const environmentFunctions: ReadonlySet<string> = new Set(["getenv", "env"]);
const environmentArrays: ReadonlySet<string> = new Set(["_ENV", "_SERVER"]);

/** The environment variable that an expression reads: `getenv("X")`, `env("X", default)`, `$_ENV["X"]`, `Env::get("X")`. */
export function environmentName(node: PhpNode): string | undefined {
  if (node.kind === "element") {
    return node.object.kind === "variable" && environmentArrays.has(node.object.name) && node.key?.kind === "text" ? node.key.value : undefined;
  }
  if (node.kind !== "call") return undefined;
  const [first] = node.arguments;
  if (first?.value.kind !== "text") return undefined;
  return environmentFunctions.has(calledFunction(node) ?? "") || isEnvGet(node) ? first.value.value : undefined;
}

function isEnvGet({ callee }: PhpCall): boolean {
  return callee.kind === "member" && callee.isStatic && callee.name === "get" && isNamedEnv(callee.object);
}

function isNamedEnv(object: PhpNode): object is PhpName {
  return object.kind === "name" && /(?:^|\\)Env$/.test(object.name);
}
