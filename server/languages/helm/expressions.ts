import { valueAt, type DataNode } from "../data/dataNode.ts";

/** What names in a template's expressions stand for. */
export interface Scope {
  /** The chart's own values; undefined where they cannot be read. */
  readonly values: DataNode | undefined;
  /** Chart.yaml. */
  readonly chart: DataNode | undefined;
  /** What the dot stands for: the root, a value that a `with` chose, or something unknown. */
  readonly dot: "root" | DataNode | undefined;
}

const nowhere = { start: 0, end: 0 };
/** What a path that the values do not have gives. */
const absent: DataNode = { kind: "other", range: nowhere, value: null };
const token = /"(?:[^"\\\n]|\\.)*"|`[^`]*`|[()|]|[^\s()|"`]+/g;
/** Functions that only write a value down in another form. */
const forms = new Set(["quote", "squote", "toYaml", "toJson", "nindent", "indent", "trim", "toString", "int", "int64"]);
const deepest = 20;

/** What an expression gives with the chart's own values; undefined where that is not known. Nothing is executed. */
export function evaluate(body: string, scope: Scope): DataNode | undefined {
  const reader = { tokens: body.match(token) ?? [], at: 0 };
  const value = pipeline(reader, scope, 0);
  return reader.at === reader.tokens.length ? value : undefined;
}

/** Whether a condition holds, as Go templates see it; undefined where the value is not known. */
export function holds(value: DataNode | undefined): boolean | undefined {
  if (!value) return undefined;
  if (value.kind === "string") return value.value !== "";
  if (value.kind === "object") return value.members.length > 0;
  if (value.kind === "array") return value.items.length > 0;
  return value.value === undefined ? undefined : Boolean(value.value);
}

interface Reader {
  readonly tokens: readonly string[];
  at: number;
}

function pipeline(reader: Reader, scope: Scope, depth: number): DataNode | undefined {
  let value = call(reader, scope, depth, []);
  while (reader.tokens[reader.at] === "|") {
    reader.at++;
    value = call(reader, scope, depth, [value]);
  }
  return value;
}

/** A function with its arguments, the piped one last, or a single value. */
function call(reader: Reader, scope: Scope, depth: number, piped: readonly (DataNode | undefined)[]): DataNode | undefined {
  const first = reader.tokens[reader.at];
  const isFunction = first !== undefined && /^[A-Za-z]\w*$/.test(first) && first !== "true" && first !== "false" && first !== "nil";
  if (!isFunction) return piped.length > 0 ? undefined : argument(reader, scope, depth);
  reader.at++;
  const given: (DataNode | undefined)[] = [];
  for (let next = reader.tokens[reader.at]; next !== undefined && next !== "|" && next !== ")"; next = reader.tokens[reader.at]) {
    given.push(argument(reader, scope, depth));
  }
  return apply(first, [...given, ...piped]);
}

function argument(reader: Reader, scope: Scope, depth: number): DataNode | undefined {
  const word = reader.tokens[reader.at++] ?? "";
  if (word !== "(") return operand(word, scope);
  if (depth > deepest) return undefined;
  const value = pipeline(reader, scope, depth + 1);
  if (reader.tokens[reader.at++] !== ")") return undefined;
  return value;
}

function operand(word: string, scope: Scope): DataNode | undefined {
  if (word.startsWith('"') || word.startsWith("`")) {
    const value = word.slice(1, -1);
    return value.includes("\\") ? undefined : { kind: "string", value, range: nowhere, verbatim: false };
  }
  if (word === "true" || word === "false") return { kind: "other", range: nowhere, value: word === "true" };
  if (/^-?\d{1,15}$/.test(word)) return { kind: "other", range: nowhere, value: Number(word) };
  if (word === "nil") return absent;
  return path(word, scope);
}

function path(word: string, scope: Scope): DataNode | undefined {
  const isRooted = word.startsWith("$.");
  if (!isRooted && !word.startsWith(".")) return undefined;
  const names = word.slice(isRooted ? 2 : 1).split(".").filter((name) => name !== "");
  if (isRooted || scope.dot === "root") {
    const [base, ...rest] = names;
    if (base === "Values") return scope.values && found(scope.values, rest);
    // Only these two are in the file as the template sees them.
    const field = base === "Chart" && rest.length === 1 ? { AppVersion: "appVersion", Version: "version", Name: "name" }[rest[0] ?? ""] : undefined;
    return field === undefined || !scope.chart ? undefined : found(scope.chart, [field]);
  }
  return scope.dot && found(scope.dot, names);
}

function found(root: DataNode, names: readonly string[]): DataNode {
  return valueAt(root, ...names) ?? absent;
}

function apply(name: string, given: readonly (DataNode | undefined)[]): DataNode | undefined {
  const last = given.at(-1);
  if (forms.has(name)) return last;
  switch (name) {
    case "default":
      return defaulted(given[0], last);
    case "not":
      return truth(negated(holds(last)));
    case "and":
      return connected(given, false);
    case "or":
      return connected(given, true);
    case "eq":
      return truth(equal(given[0], given[1]));
    case "ne":
      return truth(negated(equal(given[0], given[1])));
    default:
      return undefined;
  }
}

function defaulted(fallback: DataNode | undefined, value: DataNode | undefined): DataNode | undefined {
  const is = holds(value);
  return is === undefined ? undefined : is ? value : fallback;
}

function connected(given: readonly (DataNode | undefined)[], deciding: boolean): DataNode | undefined {
  for (const one of given) {
    const is = holds(one);
    if (is === undefined) return undefined;
    if (is === deciding) return one;
  }
  return given.at(-1);
}

function equal(left: DataNode | undefined, right: DataNode | undefined): boolean | undefined {
  if (!left || !right || !("value" in left) || !("value" in right)) return undefined;
  return left.value === undefined || right.value === undefined ? undefined : left.value === right.value;
}

function negated(is: boolean | undefined): boolean | undefined {
  return is === undefined ? undefined : !is;
}

function truth(value: boolean | undefined): DataNode | undefined {
  return value === undefined ? undefined : { kind: "other", range: nowhere, value };
}
