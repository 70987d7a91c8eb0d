import type { Document } from "../../core/document.ts";
import type { Fix } from "../../core/finding.ts";
import type { Report } from "../../core/rule.ts";
import { csharpSyntax, type CsharpToken } from "../../languages/csharp/tokens.ts";
import { isMark, statementAround } from "../../languages/csharp/reading.ts";
import { environmentLine, environmentName, literalMessage, namesApplicationToken, tokenCertainty } from "./applicationToken.ts";
import { forbiddenAssignments, type ForbiddenAssignment } from "./configFileAssignments.ts";

type Tokens = readonly CsharpToken[];

/** How .NET parts the levels of a configuration key. */
const lastLevel = /[^:]*$/;
const noteText = "SuperOffice forbids setting the application token in code: it comes from the configuration file.";

/** Reports every assignment to the forbidden setting, and tokens written into code. */
export function checkCsharp(document: Document, report: Report): void {
  const { tokens } = document.syntax(csharpSyntax);
  const assigned = new Set<CsharpToken>();
  for (const assignment of forbiddenAssignments(tokens)) {
    const { literal, range } = assignment;
    if (literal) assigned.add(literal);
    const fix = commentOut(document, tokens, assignment);
    report({
      range,
      message: "Code sets ConfigFile.Services.ApplicationToken, which SuperOffice forbids by name.",
      ...(literal?.content && { secret: literal.content }),
      fixes: fix ? [fix] : [],
    });
  }
  tokens.forEach((_token, index) => {
    const literal = namedLiteral(tokens, index);
    if (literal && !assigned.has(literal)) reportLiteral(tokens, literal, index, report);
  });
}

/** The literal that the token at `index` gives the application token's name to. */
function namedLiteral(tokens: Tokens, index: number): CsharpToken | undefined {
  const token = tokens[index];
  const name = token?.kind === "name" ? token.text : token?.kind === "string" ? (lastLevel.exec(token.value ?? "")?.[0] ?? "") : "";
  if (!namesApplicationToken(name)) return undefined;
  let at = index + 1;
  // `headers["SO-AppToken"] = …`, `["ApplicationToken"] = …`
  if (token?.kind === "string" && isMark(tokens, at, "]")) at++;
  const separator = tokens[at];
  const isGiven = separator?.kind === "punctuation" && (separator.text === "=" || (separator.text === "," && token?.kind === "string"));
  const value = tokens[at + 1];
  return isGiven && value?.kind === "string" ? value : undefined;
}

function reportLiteral(tokens: Tokens, literal: CsharpToken, index: number, report: Report): void {
  const certainty = tokenCertainty(literal.value ?? "");
  if (!certainty || !literal.content) return;
  const around = statementAround(tokens, index);
  const isConstant = around && tokens.slice(around.first, around.last).some((token) => token.text === "const");
  const fix: Fix = {
    title: `Read it from the environment variable ${environmentName}`,
    safe: false,
    edits: [{ range: literal.range, newText: `Environment.GetEnvironmentVariable("${environmentName}")` }],
    appends: [environmentLine],
  };
  report({
    range: literal.content,
    message: literalMessage(literal.value ?? ""),
    atMost: certainty,
    secret: literal.content,
    fixes: isConstant ? [] : [fix],
  });
}

/** Turns the statement into a comment under a note, its literal emptied; only where it stands alone on its lines. */
function commentOut(document: Document, tokens: Tokens, assignment: ForbiddenAssignment): Fix | undefined {
  const around = assignment.first === undefined ? undefined : statementAround(tokens, assignment.first);
  if (!around || around.first !== assignment.first) return undefined;
  const from = tokens[around.first]?.range.start ?? 0;
  const to = tokens[around.last]?.range.end ?? 0;
  const { text } = document;
  const start = document.lines[document.lineOf(from)] ?? 0;
  const indent = text.slice(start, from);
  const rest = text.slice(to, document.lineEnd(document.lineOf(to)));
  if (indent.trim() !== "" || !/^[ \t]*(?:\/\/|$)/.test(rest)) return undefined;
  const content = assignment.literal?.content;
  const code = content ? text.slice(from, content.start) + text.slice(content.end, to) : text.slice(from, to);
  const lines = code.split(/\r?\n/).map((line) => `// ${line.startsWith(indent) ? line.slice(indent.length) : line}`);
  const newText = [`// ${noteText}`, ...lines].join(document.lineBreak + indent);
  return {
    title: "Comment it out: the token comes from the configuration file",
    safe: false,
    edits: [{ range: { start: from, end: to }, newText }],
  };
}
