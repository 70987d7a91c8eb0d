import { triggerAutomaton } from "../../../../server/analysis/triggers.ts";
import { Document, type LanguageId } from "../../../../server/core/document.ts";
import type { TriggerHit } from "../../../../server/core/rule.ts";
import { findSecrets, secretTriggers, type FoundSecret } from "../../../../server/rules/secrets/findSecrets.ts";

const automaton = triggerAutomaton(secretTriggers);

/** A file name of each language. */
export const fileNames: Readonly<Record<LanguageId, string>> = {
  typescript: "src/app.ts",
  dockerfile: "Dockerfile",
  yaml: "values.yaml",
  json: "settings.json",
  dotenv: ".env",
  xml: "web.config",
  html: "index.html",
  csharp: "Program.cs",
  php: "src/App.php",
  text: "deploy.sh",
};

/** How each language holds a value under a name. */
export const holders: Readonly<Record<LanguageId, (name: string, value: string) => string>> = {
  typescript: (name, value) => `const ${name} = '${value}';\n`,
  dockerfile: (name, value) => `FROM scratch\nENV ${name}=${value}\n`,
  yaml: (name, value) => `env:\n  - name: ${name}\n    value: ${value}\n`,
  json: (name, value) => `{ "${name}": "${value}" }\n`,
  dotenv: (name, value) => `${name}=${value}\n`,
  xml: (name, value) => `<add key="${name}" value="${value}" />\n`,
  html: (name, value) => `<script>window.${name} = "${value}";</script>\n`,
  csharp: (name, value) => `    private readonly string ${name} = @"${value}";\n`,
  php: (name, value) => `<?php\nclass App { private const ${name} = '${value}'; }\n`,
  text: (name, value) => `export ${name}="${value}"\n`,
};

/** The places of this rule's triggers. */
export function hitsIn(text: string): TriggerHit[] {
  const hits: TriggerHit[] = [];
  automaton.scanText(text, (word, offset) => {
    const trigger = secretTriggers[word];
    if (trigger !== undefined) hits.push({ trigger, offset });
  });
  return hits.sort((left, right) => left.offset - right.offset);
}

/** The secrets found in a text. */
export function secretsIn(text: string, path = fileNames.typescript, language: LanguageId = "typescript"): FoundSecret[] {
  return findSecrets(new Document(path, language, text), hitsIn(text));
}

/** What was found, as text. */
export function foundTexts(text: string, path?: string, language?: LanguageId): string[] {
  return secretsIn(text, path, language).map(({ range }) => text.slice(range.start, range.end));
}
