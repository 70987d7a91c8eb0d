import type { Document } from "../../../core/document.ts";
import type { TextEdit } from "../../../core/finding.ts";
import type { Idiom } from "./idiom.ts";

/** One variable on one line. */
const assignment = /^[ \t]*(ENV|ARG)[ \t]+([A-Za-z_]\w*)(?:=|[ \t]+)(?:"[^"]*"|'[^']*'|[^\s"']+)[ \t]*$/i;
const run = /^[ \t]*RUN\b/i;
const from = /^[ \t]*FROM\b/i;

/** Dockerfiles: a build secret for the steps that need the value; for the running container, its environment. */
export const dockerfileIdiom: Idiom = {
  holds: ({ language }) => language === "dockerfile",
  move(document, secret) {
    const line = document.lineOf(secret.start);
    const [, instruction = "", name = ""] = assignment.exec(lineText(document, line)) ?? [];
    if (name === "") return undefined;
    const { mounts, others } = usesBehind(document, line, name);
    const isArgument = instruction.toUpperCase() === "ARG";
    // An argument that other instructions pass on would leave them without a value.
    if (isArgument && (mounts.length === 0 || others)) return undefined;
    const start = document.lines[line] ?? 0;
    const removed = { range: { start, end: document.lines[line + 1] ?? document.text.length }, newText: "" };
    const build = `docker build --secret id=${name},env=${name}`;
    const title = isArgument || mounts.length > 0 ? `Give it to the build as a secret: ${build}` : `Take it out of the image, and pass it when a container starts: docker run --env ${name}`;
    return { title, edits: [removed, ...mounts], appends: [] };
  },
};

function lineText(document: Document, line: number): string {
  return document.text.slice(document.lines[line] ?? 0, document.lineEnd(line));
}

/** The steps of the same stage that use a variable, each with the mount it needs, and whether anything else does. */
function usesBehind(document: Document, line: number, name: string): { mounts: TextEdit[]; others: boolean } {
  const use = new RegExp(`\\$(?:\\{${name}[}:]|${name}(?!\\w))`);
  const mounts: TextEdit[] = [];
  let others = false;
  let step: number | undefined;
  let isContinued = false;
  for (let at = line + 1; at < document.lines.length; at++) {
    const text = lineText(document, at);
    if (!isContinued) {
      if (from.test(text)) break;
      const opening = run.exec(text)?.[0];
      step = opening === undefined ? undefined : (document.lines[at] ?? 0) + opening.length;
    }
    isContinued = /\\[ \t]*$/.test(text);
    if (!use.test(text)) continue;
    if (step === undefined) others = true;
    else if (mounts.at(-1)?.range.start !== step) mounts.push({ range: { start: step, end: step }, newText: ` --mount=type=secret,id=${name},env=${name}` });
  }
  return { mounts, others };
}
