/** Where the rule pages of `docs/rules` are read. */
const pages = "https://github.com/marketlint/marketlint/blob/main/docs/rules";

/** The page that explains a rule. */
export function ruleUrl(rule: string): string {
  return `${pages}/${rule}.md`;
}
