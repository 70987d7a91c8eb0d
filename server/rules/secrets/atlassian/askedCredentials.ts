import type { Document } from "../../../core/document.ts";
import type { TextRange } from "../../../core/text.ts";
import { htmlSyntax } from "../../../languages/html/elements.ts";
import { typescriptSyntax } from "../../../languages/typescript/syntax.ts";

/** Where people make API tokens: who links it from a page asks for one. */
const tokenPage = /^https:\/\/id\.atlassian\.com\/manage(?:-profile)?\/(?:security\/)?api-tokens\b|^https:\/\/bitbucket\.org\/account\/settings\/app-passwords\b/i;
/** What a field is called that asks for one. */
const askedFor = /\b(?:atlassian|jira|confluence|bitbucket)(?:\s+(?:cloud|account|user|site))?(?:'s)?\s+(?:api[ -]?token|password|app[ -]password)\b|^(?:atlassian|jira|confluence|bitbucket)[_-]?(?:cloud)?[_-]?(?:api[_-]?token|password|app[_-]?password)$/i;
/** Attributes by which a field says what it is for. */
const fieldAttributes: ReadonlySet<string> = new Set(["name", "id", "placeholder", "label", "aria-label", "title"]);
const fields = /^(?:input|textarea|label)$|(?:field|input|textbox|textfield|password)$/i;

/** Places at which a page asks for the credentials of an Atlassian account. */
export function askedCredentials(document: Document): TextRange[] {
  return document.language === "html" ? [...inHtml(document)] : [...inJsx(document)];
}

function* inHtml(document: Document): Generator<TextRange> {
  for (const { name, attributes } of document.syntax(htmlSyntax)) {
    const isHidden = attributes.some((attribute) => attribute.name === "type" && attribute.value === "hidden");
    const asking = attributes.find(({ name: key, value }) => (key === "href" && tokenPage.test(value)) || (!isHidden && fields.test(name) && fieldAttributes.has(key) && askedFor.test(value)));
    if (asking) yield asking.range;
  }
}

function* inJsx(document: Document): Generator<TextRange> {
  const seen = new Set<unknown>();
  for (const attribute of document.syntax(typescriptSyntax).all("JSXAttribute")) {
    const { name, value, parent } = attribute;
    if (value?.type !== "Literal" || typeof value.value !== "string" || seen.has(parent)) continue;
    const key = name.type === "JSXIdentifier" ? name.name : "";
    const element = parent.name.type === "JSXIdentifier" ? parent.name.name : "";
    const isLink = (key === "href" || key === "url" || key === "to") && tokenPage.test(value.value);
    if (!isLink && !(fields.test(element) && fieldAttributes.has(key) && askedFor.test(value.value))) continue;
    seen.add(parent);
    yield { start: value.range[0] + 1, end: value.range[1] - 1 };
  }
}
