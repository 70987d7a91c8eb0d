/** Starts of statements of SQL, with the word that tells them from prose. */
const statement =
  /^\s*(?:\(\s*)?(?:SELECT\b[^]*?\bFROM\b|INSERT\s+(?:IGNORE\s+)?INTO\b|UPDATE\b[^]*?\bSET\b|DELETE\s+FROM\b|REPLACE\s+INTO\b|WITH\b[^]*?\bAS\s*\(|MERGE\s+INTO\b|EXEC(?:UTE)?\s+\w|CALL\s+\w)/i;

/** Longer statements are told by their start. */
const longestStart = 4_000;

/** Whether a text is a statement of SQL. */
export function isSqlStatement(text: string): boolean {
  return statement.test(text.slice(0, longestStart));
}

/** What stands before a value: a question for equality, a list of values, a word that takes one. What is larger or smaller is a number. */
const beforeValue = /(?:[^<>]=|<>|\b(?:LIKE|ILIKE|BETWEEN)|\b(?:IN|VALUES)\s*\([^()]*|\)\s*,\s*\([^()]*)\s*$/i;
/** The places of names: an identifier of another table follows with a dot. */
const afterName = /^\s*[.(]/;

/** Whether what is inserted between two parts of a statement is a value, and not a name, a clause or a number of rows. */
export function isValuePlace(before: string, after: string): boolean {
  const near = before.slice(-300);
  if (quotesIn(before) % 2 === 1) return true;
  return beforeValue.test(near) && !/[$@:?]$/.test(near) && !afterName.test(after);
}

function quotesIn(text: string): number {
  return text.replaceAll("''", "").split("'").length - 1;
}

/** Tables that describe the database itself: what is asked of them comes from the program's own model. */
const catalogue = /information_schema|pg_catalog|pg_namespace|pg_class|pg_type|pg_database|nspname|sqlite_master|sqlite_schema|\bsys\.|\bTABLE_SCHEMA\b|\bSCHEMA_NAME\b|PRAGMA\b/i;

/** Whether a statement asks what tables and columns there are. */
export function asksCatalogue(text: string): boolean {
  return catalogue.test(text);
}
