import type { Document } from "../../core/document.ts";
import type { TextRange } from "../../core/text.ts";
import { csharpSyntax } from "../../languages/csharp/tokens.ts";
import { isMark } from "../../languages/csharp/reading.ts";

/** `Name = false` in C#: a setting, with the value that can be flipped. */
export interface CsharpSetting {
  readonly name: string;
  readonly range: TextRange;
  readonly value: TextRange;
}

/** Settings of these names that C# gives the word `value`, such as `ValidateIssuer = false`. */
export function csharpSettings(document: Document, names: ReadonlySet<string>, value: "true" | "false"): CsharpSetting[] {
  const { tokens } = document.syntax(csharpSyntax);
  return tokens.flatMap((token, index) => {
    const given = tokens[index + 2];
    const isGiven = token.kind === "name" && names.has(token.text) && isMark(tokens, index + 1, "=") && given?.kind === "name" && given.text === value;
    const ends = [",", ";", "}", ")"].some((mark) => isMark(tokens, index + 3, mark));
    return isGiven && ends ? [{ name: token.text, range: { start: token.range.start, end: given.range.end }, value: given.range }] : [];
  });
}

/** Whether C# gives something a name of these, as `IssuerValidator = …` does. */
export function csharpNames(document: Document, names: ReadonlySet<string>): boolean {
  return document.syntax(csharpSyntax).tokens.some((token) => token.kind === "name" && names.has(token.text));
}
