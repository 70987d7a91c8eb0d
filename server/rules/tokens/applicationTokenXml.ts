import type { Document } from "../../core/document.ts";
import type { Report } from "../../core/rule.ts";
import type { TextRange } from "../../core/text.ts";
import { milder } from "../../core/severity.ts";
import { attributeNamed, type XmlAttribute } from "../../languages/xml/attributes.ts";
import { commentedTags, withAncestors } from "../../languages/xml/elements.ts";
import { xmlSyntax, type XmlElement } from "../../languages/xml/syntax.ts";
import { deploymentPlaceholder, literalMessage, namesApplicationToken, tokenCertainty } from "./applicationToken.ts";

/** Attributes by which a section takes its values from elsewhere. */
const outsideSources = ["configSource", "file", "configBuilders"];

/** Reports application tokens written into XML configuration; inside a comment they are a warning. */
export function checkXml(document: Document, report: Report): void {
  for (const element of document.syntax(xmlSyntax).elements) {
    const value = keyedValue(element.attributes) ?? elementValue(document, element);
    if (value && !isFilledElsewhere(element)) reportValue(value, report);
  }
  for (const { attributes } of commentedTags(document)) {
    const value = keyedValue(attributes);
    if (value) reportValue(value, report, true);
  }
}

type Value = Pick<XmlAttribute, "value" | "valueRange">;

function reportValue({ value, valueRange }: Value, report: Report, inComment = false): void {
  const certainty = tokenCertainty(value.trim());
  if (!certainty || (inComment && certainty !== "error")) return;
  const message = literalMessage(value.trim());
  report({
    range: valueRange,
    message: inComment ? message.replace("this file", "a comment of this file") : message,
    atMost: inComment ? milder("warning", certainty) : certainty,
    secret: valueRange,
    fixes: [
      {
        title: `Replace it by the deployment's ${deploymentPlaceholder}`,
        safe: false,
        edits: [{ range: valueRange, newText: deploymentPlaceholder }],
      },
    ],
  });
}

/** `<add key="ApplicationToken" value="…"/>`, in whatever section. */
function keyedValue(attributes: readonly XmlAttribute[]): XmlAttribute | undefined {
  const key = attributeNamed(attributes, "key");
  return key && namesApplicationToken(key.value) ? attributeNamed(attributes, "value") : undefined;
}

/** `<ApplicationToken>…</ApplicationToken>`, and `<setting name="ApplicationToken"><value>…</value></setting>`. */
function elementValue(document: Document, element: XmlElement): Value | undefined {
  const ownName = element.name.slice(element.name.indexOf(":") + 1);
  const setting = ownName === "value" && element.parent && attributeNamed(element.parent.attributes, "name")?.value;
  if (!namesApplicationToken(setting || ownName)) return undefined;
  const value = element.text.trim();
  const start = value === "" ? -1 : document.text.indexOf(value, element.range.start);
  const valueRange: TextRange = { start, end: start + value.length };
  return start < 0 || valueRange.end > element.range.end ? undefined : { value, valueRange };
}

function isFilledElsewhere(element: XmlElement): boolean {
  return withAncestors(element).some(({ attributes }) =>
    outsideSources.some((name) => attributeNamed(attributes, name) !== undefined),
  );
}
