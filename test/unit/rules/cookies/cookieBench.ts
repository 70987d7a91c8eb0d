import { createAnalyser } from "../../../../server/analysis/analyse.ts";
import { applyEdits, fixesTogether } from "../../../../server/analysis/applyFixes.ts";
import { Document } from "../../../../server/core/document.ts";
import type { LocatedFinding } from "../../../../server/core/finding.ts";
import httpOnly from "../../../../server/rules/cookies/cookie-missing-http-only.ts";
import secure from "../../../../server/rules/cookies/cookie-missing-secure.ts";

const analyser = createAnalyser([httpOnly, secure]);

/** What both cookie rules find in a text. Throws where one of them fails. */
export async function located(code: string): Promise<readonly LocatedFinding[]> {
  const { findings, notAnalysed } = await analyser.analyse(new Document("example.ts", "typescript", code));
  const [failed] = notAnalysed;
  if (failed) throw new Error(failed.reason);
  return findings;
}

/** The ids of the rules that find something, one for each finding. */
export async function cookieFindings(code: string): Promise<string[]> {
  return (await located(code)).map((finding) => finding.rule);
}

/** The text after all fixes of both rules, those that a person should look at included. */
export async function unsafeFixesApplied(code: string): Promise<string> {
  let text = code;
  for (let round = 0; round < 5; round++) {
    const chosen = fixesTogether(await located(text), () => true);
    if (chosen.length === 0) return text;
    text = applyEdits(text, chosen.flatMap(({ fix }) => fix.edits));
  }
  throw new Error("the fixes do not come to an end");
}
