/** The products that a path can belong to, by the names of the Forge scopes' groups. */
export type EndpointProduct = "jira" | "jira-software" | "jsm" | "confluence" | "bitbucket";

/**
 * One product's operations. A line that starts with a slash is a path; the lines below it, each behind a blank, are its
 * methods: method, classic scopes, granular scopes, Connect scope, parted by `|`, scopes by blanks. Of the classic scopes
 * all are needed together, and so are the granular ones; either list is enough. In the granular list `r:`, `w:` and `d:`
 * stand for read, write and delete, and the suffix of the product is left out: `r:issue` is `read:issue:jira`. `?` behind
 * the method: the scopes were worked out from names, not read.
 */
export interface EndpointTable {
  readonly product: EndpointProduct;
  /** The day of the copy that was read. */
  readonly sourceDate: string;
  readonly granularSuffix: string;
  readonly rows: string;
}

/** One operation of a REST interface with the scopes that it needs. */
export interface EndpointRow {
  readonly product: EndpointProduct;
  readonly method: string;
  /** With `{names}` for the parts that a caller fills in; Confluence's with `/wiki`, Bitbucket's with `/2.0`. */
  readonly path: string;
  /** Each list is enough by itself; none where the description names no scope. */
  readonly classic: readonly string[];
  readonly granular: readonly string[];
  /** The Connect scope, or Bitbucket's scopes of OAuth consumers. */
  readonly connect: readonly string[];
  /** The scopes are worked out from names, not read. */
  readonly derived: boolean;
}

const verbs: Readonly<Record<string, string>> = { r: "read", w: "write", d: "delete" };
const shortened = /^([rwd]):(.*)$/;

/** The rows of a table. */
export function rowsOf({ product, granularSuffix, rows }: EndpointTable): EndpointRow[] {
  const found: EndpointRow[] = [];
  let path = "";
  for (const line of rows.split("\n")) {
    if (line.startsWith("/")) path = line;
    if (!line.startsWith(" ")) continue;
    const [method = "", classic = "", granular = "", connect = ""] = line.slice(1).split("|");
    found.push({
      product,
      method: method.replace("?", ""),
      path,
      classic: namesIn(classic),
      granular: namesIn(granular).map((name) => written(name, granularSuffix)),
      connect: namesIn(connect),
      derived: method.endsWith("?"),
    });
  }
  return found;
}

function namesIn(text: string): string[] {
  return text === "" ? [] : text.split(" ");
}

function written(name: string, suffix: string): string {
  const [, letter = "", resource = ""] = shortened.exec(name) ?? [];
  return letter === "" ? name : `${verbs[letter] ?? letter}:${resource}:${suffix}`;
}
