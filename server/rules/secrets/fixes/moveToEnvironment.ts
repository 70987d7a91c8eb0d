import type { Document } from "../../../core/document.ts";
import type { Fix, TextEdit } from "../../../core/finding.ts";
import type { TextRange } from "../../../core/text.ts";
import { composeEdit } from "./compose.ts";
import { csharpEdit } from "./csharp.ts";
import { typescriptEdit } from "./typescript.ts";

/** Where a language's programs find a variable, and who makes the edit. */
const languages: Partial<Record<Document["language"], { readonly place: (variable: string) => string; readonly edit: EditMaker }>> = {
  typescript: { place: (variable) => `process.env.${variable}`, edit: typescriptEdit },
  csharp: { place: (variable) => `the environment variable ${variable}`, edit: csharpEdit },
  yaml: { place: (variable) => `\${${variable}}`, edit: composeEdit },
};

type EditMaker = (document: Document, secret: TextRange, variable: string) => TextEdit | undefined;

/** The fix that moves a literal to the environment. A person must set the value before the program runs. */
export function moveToEnvironment(document: Document, secret: TextRange, variable: string): Fix | undefined {
  const language = languages[document.language];
  const edit = language?.edit(document, secret, variable);
  if (!language || !edit) return undefined;
  return {
    title: `Move to ${language.place(variable)} and list it in .env.example`,
    safe: false,
    edits: [edit],
    appends: [{ fileName: ".env.example", line: `${variable}=` }],
  };
}
