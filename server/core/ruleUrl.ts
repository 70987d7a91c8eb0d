/** Where the rule pages of `docs/rules` can be read. */
const ruleDocs = "https://github.com/marketlint/marketlint/blob/main/docs/rules";

/** The product's own page. */
export const productUrl = "https://github.com/marketlint/marketlint";

/** The page of a rule, which an editor links from the rule's id. */
export function ruleUrl(rule: string): string {
  return `${ruleDocs}/${rule}.md`;
}
