import fs from "node:fs";
import path from "node:path";
import { configurationSchema } from "../server/reports/configurationSchema.ts";
import { marketplaceIds } from "../server/core/requirement.ts";
import { guidancePage } from "../server/reports/guidancePage.ts";
import { requirementsPage } from "../server/reports/requirementsPage.ts";
import { concernTable, rulePage, ruleTables } from "../server/reports/rulePage.ts";
import { ruleCatalogue } from "../server/rules/catalogue.ts";

/** A file that follows from the rules and requirements. */
export interface GeneratedFile {
  /** Path from the repository's top. */
  readonly file: string;
  readonly text: string;
}

const marks = { start: "<!-- rules:start -->", end: "<!-- rules:end -->" };

/** Everything that is derived from the rules but the catalogue itself. Throws where the README has no place for its table. */
export function generatedFiles(root: string): GeneratedFile[] {
  const pages = ruleCatalogue.map((rule) => ({ file: `docs/rules/${rule.id}.md`, text: rulePage(rule) }));
  const index = `# Rules\n\nGenerated from the rules by \`npm run generate\`.\n\n${ruleTables(ruleCatalogue, "")}\n`;
  return [
    ...pages,
    { file: "docs/rules/README.md", text: index },
    ...marketplaceIds.map((id) => ({ file: `docs/marketplaces/${id}.md`, text: guidancePage(id) })),
    { file: "docs/requirements.md", text: requirementsPage() },
    { file: "schemas/marketlint.schema.json", text: `${JSON.stringify(configurationSchema(), undefined, 2)}\n` },
    { file: "README.md", text: readmeWithRules(fs.readFileSync(path.join(root, "README.md"), "utf8")) },
  ];
}

function readmeWithRules(readme: string): string {
  const start = readme.indexOf(marks.start);
  const end = readme.indexOf(marks.end);
  if (start < 0 || end < start) throw new Error(`README.md has no ${marks.start} … ${marks.end}`);
  return `${readme.slice(0, start + marks.start.length)}\n${concernTable(ruleCatalogue, "docs/rules/README.md")}\n${readme.slice(end)}`;
}
