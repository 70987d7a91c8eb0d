import { enclosing, isMark } from "../../../languages/csharp/reading.ts";
import { csharpSyntax, type CsharpToken } from "../../../languages/csharp/tokens.ts";
import { listedInExample, type Idiom } from "./idiom.ts";

const usingSystem = /^\s*(?:global\s+)?using\s+System\s*;/m;

/** C#: an environment look-up for the string that is the secret; nothing where only a constant may stand. */
export const csharpIdiom: Idiom = {
  holds: ({ language }) => language === "csharp",
  move(document, secret, variable) {
    const { tokens } = document.syntax(csharpSyntax);
    const index = tokens.findIndex(({ content }) => content?.start === secret.start && content.end === secret.end);
    const literal = tokens[index];
    if (!literal || needsConstant(tokens, index)) return undefined;
    const owner = usingSystem.test(document.text) ? "" : "System.";
    return {
      title: `Move to the environment variable ${variable} and list it in .env.example`,
      edits: [{ range: literal.range, newText: `${owner}Environment.GetEnvironmentVariable("${variable}")` }],
      appends: listedInExample(document, variable),
    };
  },
};

/** In `const` declarations, attributes, `case` labels and default values of parameters. */
function needsConstant(tokens: readonly CsharpToken[], index: number): boolean {
  for (let at = index - 1; at >= 0; at--) {
    if (isMark(tokens, at, ";") || isMark(tokens, at, "{") || isMark(tokens, at, "}")) break;
    const word = tokens[at];
    if (word?.kind === "name" && (word.text === "const" || word.text === "case")) return true;
  }
  const bracket = enclosing(tokens, index);
  if (isMark(tokens, bracket, "(")) {
    const outer = enclosing(tokens, bracket);
    if (isMark(tokens, outer, "[") && isAttribute(tokens, outer)) return true;
    // `void Send(string token = "…")`: a parameter's default, not a named argument of a call.
    return isMark(tokens, index - 1, "=") && tokens[index - 2]?.kind === "name" && tokens[index - 3]?.kind === "name";
  }
  return isMark(tokens, bracket, "[") && isAttribute(tokens, bracket);
}

/** An attribute's bracket opens a declaration; an indexer's follows a name or a bracket. */
function isAttribute(tokens: readonly CsharpToken[], bracket: number): boolean {
  const before = tokens[bracket - 1];
  return !before || isMark(tokens, bracket - 1, ";") || isMark(tokens, bracket - 1, "}") || isMark(tokens, bracket - 1, "{") ||
    isMark(tokens, bracket - 1, "]") || isMark(tokens, bracket - 1, "(") || isMark(tokens, bracket - 1, ",");
}
