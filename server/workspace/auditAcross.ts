import { ruleHeads } from "../rules/ruleHeads.ts";
import { languageOf } from "../languages/languageOf.ts";
import type { AcrossFound, AcrossRequest } from "./findAcross.ts";
import { loadEngine } from "./loadEngine.ts";
import { ThreadLost, threadsAvailable, type AnalysisThread } from "./threads/analysisThread.ts";

/** Ids of the rules across files that can find something in some of these files; `only` are those that were asked for. */
export function rulesAcross(files: readonly string[], only: ReadonlySet<string> | undefined): string[] {
  const languages = new Set(files.map(languageOf));
  return ruleHeads.filter((rule) => rule.acrossFiles && (only?.has(rule.id) ?? true) && rule.languages.some((one) => languages.has(one))).map(({ id }) => id);
}

/** Runs the rules across files: on a thread where there are threads, so that the caller's needs no parser. Rejects with the signal's reason. */
export async function checkAudited(request: AcrossRequest, takeThread: () => AnalysisThread, signal: AbortSignal | undefined): Promise<AcrossFound> {
  // Every finding starts from a fact.
  if (request.facts.length === 0) return { findings: [], notAnalysed: [], ran: request.rules, reads: [] };
  if (!threadsAvailable()) return (await loadEngine()).findAcross(request, signal);
  const thread = takeThread();
  try {
    const answer = await thread.run({ kind: "across", request }, signal);
    if (answer.kind !== "across") throw new Error(`the thread answered ${answer.kind}`);
    return answer.across;
  } catch (error) {
    if (!(error instanceof ThreadLost)) throw error;
    return { findings: [], notAnalysed: request.rules.map((rule) => ({ path: ".", rule, reason: error.message })), ran: [], reads: [] };
  } finally {
    await thread.dispose();
  }
}
