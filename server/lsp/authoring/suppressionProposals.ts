import { ruleIds } from "../../rules/ruleIds.ts";
import { rulesById } from "../../rules/ruleHeads.ts";
import type { Proposals } from "../../rules/scopes/completion/proposal.ts";

/** A suppression comment up to the cursor, as far as its rules go. */
const suppression = /marketlint-disable(?:-next-line|-line)?[ \t]+((?:[a-z0-9-]+[ \t]*,[ \t]*|[a-z0-9-]+[ \t]+(?!--))*)([a-z0-9-]*)$/;

/** The rules that a suppression comment may name, where the cursor is in one and before its reason. */
export function suppressionProposals(text: string, offset: number): Proposals | undefined {
  const before = text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset);
  // A line longer than this has no comment that somebody types.
  if (before.length > 500 || !before.includes("marketlint-disable") || before.includes(" -- ")) return undefined;
  const match = suppression.exec(before);
  if (!match) return undefined;
  const [, named = "", word = ""] = match;
  const written = new Set(named.split(/[\s,]+/));
  const end = offset + (/^[a-z0-9-]*/.exec(text.slice(offset, offset + 100))?.[0].length ?? 0);
  const free = ruleIds.filter((id) => !written.has(id));
  return {
    range: { start: offset - word.length, end },
    proposals: free.map((id, rank) => ({ label: id, kind: "value", detail: rulesById.get(id)?.title ?? "", newText: id, rank })),
  };
}
