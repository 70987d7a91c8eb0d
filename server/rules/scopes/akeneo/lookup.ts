import { akeneoEndpoints } from "./endpoints.ts";

/** One operation of Akeneo's REST interface. */
export interface AkeneoOperation {
  readonly method: string;
  readonly path: string;
  /** All are needed together; none where no scope is, or where none is documented. */
  readonly scopes: readonly string[];
  /** How sure the scopes are: documented, worked out from the code beside, or from the name alone. */
  readonly evidence: "documented" | "inferred" | "weak";
}

const methodLine = /^ ([A-Z]+)([~?]?) (.*)$/;
const evidences: Readonly<Record<string, AkeneoOperation["evidence"]>> = { "": "documented", "~": "inferred", "?": "weak" };

/** Every operation, in the order of the table. */
export const akeneoOperations: readonly AkeneoOperation[] = operationsIn(akeneoEndpoints);

function operationsIn(table: string): AkeneoOperation[] {
  let path = "";
  return table.split("\n").flatMap((line): AkeneoOperation[] => {
    const [, method, mark = "", names = ""] = methodLine.exec(line) ?? [];
    if (method === undefined) {
      if (line.startsWith("/")) path = line;
      return [];
    }
    const scopes = names === "none" || names === "unknown" ? [] : names.split(" ");
    return [{ method, path, scopes, evidence: evidences[mark] ?? "weak" }];
  });
}

/** Stands for a part of a path that is not known, such as a code. */
export const hole = "{}";

const interfaceRoot = /\/?\bapi\/rest\/v1(?=$|[/?#{])/;

/** The path below the interface's root with the query cut; undefined where an address is no call of Akeneo's. */
export function akeneoPath(address: string): string | undefined {
  const found = interfaceRoot.exec(address);
  if (!found) return undefined;
  const cut = address.slice(found.index + found[0].length).replace(/[?#].*$/s, "").replace(/(?<=.)\/$/, "");
  return `/api/rest/v1${cut.startsWith("/") || cut === "" ? cut : `/${cut}`}`;
}

/**
 * The operations that a call may be: one where path and method are known. `method` is undefined where it is unknown. A
 * {@link hole} is one part of the path, at its end it may be a query.
 */
export function akeneoOperationsAt(path: string, method: string | undefined): readonly AkeneoOperation[] {
  const wanted = path.split("/");
  const candidates = akeneoOperations.filter((one) => method === undefined || one.method === method);
  const matches = candidates
    .map((one) => ({ one, parts: one.path.split("/") }))
    .filter(({ parts }) => parts.length === wanted.length && parts.every((part, index) => isSame(part, wanted[index] ?? "", index === parts.length - 1)));
  const fewest = Math.min(...matches.map(({ parts }) => parts.filter(isParameter).length));
  const best = matches.filter(({ parts }) => parts.filter(isParameter).length === fewest).map(({ one }) => one);
  if (best.length > 0 || !wanted.some((part) => part.includes(hole))) return best;
  // A hole may stand for several parts, or for none.
  const known = wanted.findIndex((part) => part.includes(hole));
  const start = wanted.slice(0, known);
  return candidates.filter((one) => {
    const parts = one.path.split("/");
    return start.every((part, index) => part === parts[index] || isParameter(parts[index] ?? ""));
  });
}

function isParameter(part: string): boolean {
  return part.startsWith("{");
}

function isSame(part: string, given: string, isLast: boolean): boolean {
  if (isParameter(part)) return given !== "";
  if (part === given) return true;
  return isLast && given.startsWith(part) && given.slice(part.length).replaceAll(hole, "") === "" && given.length > part.length;
}
