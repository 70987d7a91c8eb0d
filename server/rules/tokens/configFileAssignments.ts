import type { TextRange } from "../../core/text.ts";
import { closing, dottedNameEnding, enclosing, isMark, span, statementAround, type DottedName } from "../../languages/csharp/reading.ts";
import type { CsharpToken } from "../../languages/csharp/tokens.ts";

type Tokens = readonly CsharpToken[];

/** A place where code gives `ConfigFile.Services.ApplicationToken` a value. */
export interface ForbiddenAssignment {
  /** What is assigned to, as written. */
  readonly range: TextRange;
  /** Index of the token that the assignment starts with; absent where it is a part of a larger expression. */
  readonly first?: number;
  /** The value, where it is one string. */
  readonly literal?: CsharpToken;
}

/** What the file calls SuperOffice's `ConfigFile`, and its `Services`. */
interface Names {
  readonly configFile: ReadonlySet<string>;
  /** Names of the namespace that `ConfigFile` is in: its own, and aliases. */
  readonly namespaces: ReadonlySet<string>;
  /** `using static SuperOffice.Configuration.ConfigFile` makes `Services` a name of its own. */
  readonly servicesAlone: boolean;
  readonly holders: readonly Holder[];
}

/** A variable that holds `ConfigFile.Services`, from its declaration to the end of its block. */
interface Holder {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

const setting = "ApplicationToken";
/** Words between taking a property and setting it: no method is longer. */
const maximumReach = 5000;
/** More variables for one section than any file has. */
const maximumHolders = 50;
const assigning: ReadonlySet<string> = new Set(["=", "+=", "??="]);

/** All assignments to the setting that SuperOffice forbids to set in code, whatever stands on the right. */
export function forbiddenAssignments(tokens: Tokens): ForbiddenAssignment[] {
  const names = namesIn(tokens);
  return tokens.flatMap((token, index) => {
    const isName = token.kind === "name" && token.text === setting;
    if (!isName && !(token.kind === "string" && token.value === setting)) return [];
    const written = isName ? (direct(tokens, index, names) ?? initialised(tokens, index, names)) : undefined;
    return written ?? reflected(tokens, index, names) ?? [];
  });
}

function namesIn(tokens: Tokens): Names {
  const isOwnClass = tokens.some((token, index) => token.text === "class" && tokens[index + 1]?.text === "ConfigFile");
  const configFile = new Set(isOwnClass ? [] : ["ConfigFile"]);
  const namespaces = new Set(["Configuration", "SuperOffice.Configuration", "global.SuperOffice.Configuration"]);
  let servicesAlone = false;
  tokens.forEach((token, index) => {
    if (token.kind !== "name" || !isMark(tokens, index + 1, ";")) return;
    if (token.text !== "ConfigFile" && token.text !== "Configuration") return;
    const { names, first } = dottedNameEnding(tokens, index);
    if (!names.includes("SuperOffice")) return;
    const isAlias = isMark(tokens, first - 1, "=") && tokens[first - 3]?.text === "using";
    if (isAlias) (token.text === "ConfigFile" ? configFile : namespaces).add(tokens[first - 2]?.text ?? "");
    const isStatic = tokens[first - 1]?.text === "static" && tokens[first - 2]?.text === "using";
    if (isStatic && token.text === "ConfigFile") servicesAlone = true;
  });
  const known: Names = { configFile, namespaces, servicesAlone, holders: [] };
  return { ...known, holders: holdersIn(tokens, known) };
}

function holdersIn(tokens: Tokens, names: Names): Holder[] {
  return tokens.flatMap((token, index) => {
    if (token.kind !== "name" || token.text !== "Services" || !isMark(tokens, index + 1, ";")) return [];
    const dotted = dottedNameEnding(tokens, index);
    const holder = tokens[dotted.first - 2];
    const isPlain = holder?.kind === "name" && !isMark(tokens, dotted.first - 3, ".");
    if (!isPlain || !isMark(tokens, dotted.first - 1, "=") || !isServices(dotted, index, names)) return [];
    const block = enclosing(tokens, index);
    return [{ name: holder.text, from: index, to: block < 0 ? tokens.length : closing(tokens, block) }];
  }).slice(0, maximumHolders);
}

/** Whether a dotted name that ends with the token at `last` is the `Services` of SuperOffice's `ConfigFile`. */
function isServices({ names, continues }: DottedName, last: number, known: Names): boolean {
  if (continues) return false;
  const [name = "", ...more] = names.toReversed();
  if (more.length === 0 && known.holders.some((one) => one.name === name && one.from < last && last < one.to)) return true;
  if (name !== "Services") return false;
  const [owner, ...space] = more;
  if (owner === undefined) return known.servicesAlone;
  if (space.length === 0) return known.configFile.has(owner);
  return owner === "ConfigFile" && known.namespaces.has(space.toReversed().join("."));
}

/** `ConfigFile.Services.ApplicationToken = …`, also as a part of a tuple that is assigned to. */
function direct(tokens: Tokens, index: number, names: Names): ForbiddenAssignment | undefined {
  const dotted = dottedNameEnding(tokens, index);
  let connector = index - 1;
  while (isMark(tokens, connector, "!")) connector--;
  let owner = connector - 1;
  while (isMark(tokens, owner, "!")) owner--;
  if (dotted.continues || dotted.names.length < 2) return undefined;
  if (!isServices({ ...dotted, names: dotted.names.slice(0, -1) }, owner, names)) return undefined;
  let next = index + 1;
  while (isMark(tokens, next, "!")) next++;
  const { range, first } = dotted;
  if (isAssigning(tokens, next)) return withLiteral(tokens, next + 1, { range, first });
  return isAssignedTuple(tokens, index) ? { range } : undefined;
}

function isAssigning(tokens: Tokens, index: number): boolean {
  const token = tokens[index];
  return token?.kind === "punctuation" && assigning.has(token.text);
}

function isAssignedTuple(tokens: Tokens, index: number): boolean {
  const open = enclosing(tokens, index);
  return isMark(tokens, open, "(") && tokens[open - 1]?.kind !== "name" && isMark(tokens, closing(tokens, open) + 1, "=");
}

function withLiteral(tokens: Tokens, index: number, assignment: ForbiddenAssignment): ForbiddenAssignment {
  const literal = tokens[index];
  const after = tokens[index + 1];
  const isWhole = literal?.kind === "string" && (after === undefined || [";", ",", "}", ")"].includes(after.text));
  return isWhole ? { ...assignment, literal } : assignment;
}

/** `ConfigFile.Services = new … { ApplicationToken = … }`, and `new ConfigFile { Services = { … } }`. */
function initialised(tokens: Tokens, index: number, names: Names): ForbiddenAssignment | undefined {
  if (!isMark(tokens, index + 1, "=")) return undefined;
  if (!isMark(tokens, index - 1, "{") && !isMark(tokens, index - 1, ",")) return undefined;
  const open = enclosing(tokens, index);
  if (!isMark(tokens, open, "{")) return undefined;
  const target = initialisedName(tokens, open);
  if (target === undefined) return undefined;
  const dotted = dottedNameEnding(tokens, target);
  if (!isServices(dotted, target, names) && !isServicesOfNew(tokens, dotted, names)) return undefined;
  return withLiteral(tokens, index + 2, { range: span(tokens, index, index) });
}

/** Index of the last token of what an initialiser is assigned to: `X` in `X = new T(…) { … }`. */
function initialisedName(tokens: Tokens, open: number): number | undefined {
  let at = open - 1;
  if (isMark(tokens, at, ")")) {
    while (at > 0 && !isMark(tokens, at, "(")) at--;
    at--;
  }
  const isNew = tokens[at]?.text === "new";
  if (!isNew && tokens[at]?.kind === "name") {
    const { first } = dottedNameEnding(tokens, at);
    if (tokens[first - 1]?.text !== "new") return undefined;
    at = first - 2;
  } else if (isNew) at--;
  return isMark(tokens, at, "=") && tokens[at - 1]?.kind === "name" ? at - 1 : undefined;
}

function isServicesOfNew(tokens: Tokens, dotted: DottedName, names: Names): boolean {
  const open = enclosing(tokens, dotted.first);
  const isType = tokens[open - 1]?.kind === "name" && names.configFile.has(tokens[open - 1]?.text ?? "");
  return dotted.names.join(".") === "Services" && isType;
}

/** `….GetProperty("ApplicationToken").SetValue(ConfigFile.Services, …)`, in one statement or over a variable. */
function reflected(tokens: Tokens, index: number, names: Names): ForbiddenAssignment | undefined {
  const call = argumentList(tokens, index);
  if (!isMark(tokens, call, "(") || tokens[call - 1]?.text !== "GetProperty") return undefined;
  const around = statementAround(tokens, index);
  if (!around) return undefined;
  let at = closing(tokens, call) + 1;
  while (isMark(tokens, at, "!")) at++;
  const isChain = isMark(tokens, at, ".") || isMark(tokens, at, "?.");
  if (isChain && tokens[at + 1]?.text === "SetValue") {
    if (!namesServices(tokens, around.first, around.last, names)) return undefined;
    return { range: span(tokens, index, index), first: around.first };
  }
  if (!isMark(tokens, at, ";")) return undefined;
  const property = tokens.slice(around.first, index).findLast((_token, place) => isMark(tokens, around.first + place + 1, "="));
  if (property?.kind !== "name") return undefined;
  const setter = setterOf(tokens, at, property.text);
  if (setter === undefined || !namesServices(tokens, setter, closing(tokens, setter + 1), names)) return undefined;
  return { range: span(tokens, setter - 2, setter), first: setter - 2 };
}

/** Index of the next `SetValue` that is called on a variable. */
function setterOf(tokens: Tokens, from: number, variable: string): number | undefined {
  for (let at = from; at < Math.min(tokens.length, from + maximumReach); at++) {
    if (tokens[at]?.text === "SetValue" && tokens[at - 2]?.text === variable) return at;
  }
  return undefined;
}

/** Index of the bracket that a string, or the name inside `nameof(…)`, is the first argument of. */
function argumentList(tokens: Tokens, index: number): number {
  if (tokens[index]?.kind === "string") return index - 1;
  const { first } = dottedNameEnding(tokens, index);
  return isMark(tokens, first - 1, "(") && tokens[first - 2]?.text === "nameof" ? first - 3 : -1;
}

function namesServices(tokens: Tokens, from: number, to: number, names: Names): boolean {
  for (let at = from; at < to; at++) {
    if (tokens[at]?.kind === "name" && isServices(dottedNameEnding(tokens, at), at, names)) return true;
  }
  return false;
}
