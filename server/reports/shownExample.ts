import { exampleSecrets } from "../rules/secrets/exampleTokens.ts";

/** An example's code for people: what only looks like a secret when the tests run is shown as a description. */
export function shownExample(code: string): string {
  let shown = code;
  for (const [token, description] of exampleSecrets) shown = shown.replaceAll(token, description);
  return shown;
}
