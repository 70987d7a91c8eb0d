import type { IRawGrammar } from "vscode-textmate";

type IRawRule = IRawGrammar["repository"][string];

/**
 * Tiny grammars of our own that make comments the two ways in which VS Code's do: as a range, inside which another
 * grammar can be injected (TypeScript, YAML), and as one match, inside which it cannot (Dockerfile, JSON with comments).
 */

const doubleQuoted = (language: string): IRawRule => rule({ name: `string.quoted.double.${language}`, begin: '"', end: '"' });
const block = (language: string): IRawRule => rule({ name: `comment.block.${language}`, begin: "/\\*", end: "\\*/" });

/** Comments as TypeScript, TSX, JavaScript and JSX have them. */
export function scriptGrammar(scopeName: string): IRawGrammar {
  const language = scopeName.replace("source.", "");
  const line = rule({
    begin: "(^[ \\t]+)?(//)",
    beginCaptures: { "2": rule({ name: `punctuation.definition.comment.${language}` }) },
    end: "(?=$)",
    contentName: `comment.line.double-slash.${language}`,
  });
  return grammar(scopeName, [block(language), line, doubleQuoted(language)]);
}

export const yamlGrammar = grammar("source.yaml", [
  rule({ name: "comment.line.number-sign.yaml", begin: "(?:^|(?<=[ \\t]))#", end: "\\n" }),
  doubleQuoted("yaml"),
]);

export const dockerfileGrammar = grammar("source.dockerfile", [
  rule({ match: "^\\s*(FROM|RUN|USER)\\s", captures: { "1": rule({ name: "keyword.other.dockerfile" }) } }),
  doubleQuoted("dockerfile"),
  rule({ match: "^(\\s*)((#).*$\\n?)", captures: { "2": rule({ name: "comment.line.number-sign.dockerfile" }) } }),
]);

export const jsonWithCommentsGrammar = grammar("source.json.comments", [
  block("json.comments"),
  rule({ match: "(//).*$\\n?", name: "comment.line.double-slash.js" }),
  doubleQuoted("json.comments"),
]);

export const dotenvGrammar = grammar("source.dotenv", [rule({ match: "#.*$", name: "comment.line.dotenv" })]);

export const csharpGrammar = grammar("source.cs", [
  rule({ name: "comment.line.double-slash.cs", begin: "(^\\s+)?(//).*$", while: "^(\\s*)(//).*$" }),
  doubleQuoted("cs"),
]);

/** VS Code's PHP grammar opens a line's comment as a range. */
export const phpGrammar = grammar("source.php", [
  rule({ name: "comment.line.double-slash.php", begin: "//", end: "$" }),
  doubleQuoted("php"),
]);

export const markupGrammar = grammar("text.xml", [
  rule({ name: "comment.block.xml", begin: "<!--", end: "-->" }),
  doubleQuoted("xml"),
]);

function grammar(scopeName: string, patterns: IRawRule[]): IRawGrammar {
  return { scopeName, patterns, repository: {} } as unknown as IRawGrammar;
}

function rule(fields: object): IRawRule {
  return fields;
}
