import { marketplaceIds, profileIds } from "../core/requirement.ts";
import { requirementCatalogue } from "../marketplaces/index.ts";
import { ruleHeads } from "../rules/ruleHeads.ts";
import { ruleLevels } from "../rules/marketlint/configurationFile.ts";

const date = { type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}$" };
const text = { type: "string", minLength: 1 };

/** The JSON schema of `.marketlint.yml`, by which editors complete and check it. */
export function configurationSchema(): object {
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "Marketlint configuration",
    type: ["object", "null"],
    additionalProperties: false,
    properties: {
      marketplaces: {
        description: "The marketplaces whose requirements hold. By default they are detected.",
        type: ["array", "null"],
        items: { enum: marketplaceIds },
        uniqueItems: true,
      },
      profile: {
        description: "A stricter edition of a marketplace's demands, for apps that need it: Atlassian's Government Cloud.",
        enum: [...profileIds, null],
      },
      rules: {
        description: "How bad a rule's findings are here, or off.",
        type: ["object", "null"],
        additionalProperties: false,
        properties: Object.fromEntries(
          ruleHeads.map(({ id, title, severity }) => [id, { description: `${title}. At most ${severity} by default.`, enum: ruleLevels }]),
        ),
      },
      ignore: {
        description: "Files and folders to leave out besides those in .gitignore, in the same notation, from this file's folder.",
        type: ["array", "null"],
        items: { type: "string", minLength: 1, maxLength: 500 },
      },
      scopes: {
        description: "Scopes that are right though no call shows it.",
        type: ["array", "null"],
        items: {
          type: "object",
          additionalProperties: false,
          required: ["scope", "reason"],
          properties: { scope: text, reason: text },
        },
      },
      evidence: {
        description: "Answers to requirements that no tool can see.",
        type: ["object", "null"],
        additionalProperties: false,
        properties: Object.fromEntries(
          requirementCatalogue().map((requirement) => [
            requirement.id,
            { $ref: "#/definitions/statement", description: `${requirement.text} Evidence: ${requirement.evidence}` },
          ]),
        ),
      },
    },
    definitions: {
      statement: {
        type: "object",
        additionalProperties: false,
        required: ["statement"],
        properties: { statement: text, link: text, by: text, on: date, expires: date },
      },
    },
  };
}
