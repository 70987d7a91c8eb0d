import { exampleSecrets } from "../rules/secrets/exampleTokens.ts";

/** What may stand between two lines of a key in code: a line break, also escaped, indentation, quotes and a plus. */
const betweenLines = "(?:\\\\{1,4}[rn]|[^A-Za-z0-9\\\\]){0,40}";

function patternOf(token: string): RegExp {
  const lines = token.split(/\r?\n|\\n/).filter((line) => line !== "");
  return new RegExp(lines.map((line) => line.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join(betweenLines), "g");
}

/** An example's code for people: what only looks like a secret when the tests run is shown as a description. */
export function shownExample(code: string): string {
  let shown = code;
  for (const [token, description] of exampleSecrets) shown = shown.replace(patternOf(token), () => description);
  return shown;
}
