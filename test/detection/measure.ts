import { createAnalyser } from "../../server/analysis/analyse.ts";
import { Document } from "../../server/core/document.ts";
import { languageOf } from "../../server/languages/languageOf.ts";
import argumentRule from "../../server/rules/secrets/hardcoded-credential-argument.ts";
import credentialRule from "../../server/rules/secrets/hardcoded-credential.ts";
import secretRule from "../../server/rules/secrets/hardcoded-secret.ts";
import type { LabelledCase } from "./cases.ts";
import { nearMissCases } from "./nearMissCases.ts";
import { secretCases } from "./secretCases.ts";

/** What was counted for one row of the table. */
export interface Score {
  readonly group: string;
  readonly cases: number;
  readonly secrets: number;
  readonly found: number;
  /** Findings that are no secret. */
  readonly wrong: number;
}

/** A case with what went wrong in it. */
export interface Failure {
  readonly one: LabelledCase;
  readonly missed: readonly string[];
  readonly wrong: readonly string[];
}

/** The whole corpus: secrets and near misses. */
export function corpus(): LabelledCase[] {
  return [...secretCases(), ...nearMissCases()];
}

const analyser = createAnalyser([secretRule, credentialRule, argumentRule]);

/** Runs the three rules over one case. */
export async function examine(one: LabelledCase): Promise<Failure> {
  const files = new Map(Object.entries(one.files ?? {}).map(([path, text]) => [path, new Document(path, languageOf(path), text)]));
  const document = new Document(one.path, languageOf(one.path), one.text, { read: (path) => files.get(path), has: (path) => files.has(path) });
  const { findings } = await analyser.analyse(document);
  const found = findings.map(({ range }) => one.text.slice(range.start, range.end));
  const isSame = (text: string, secret: string): boolean => text.includes(secret) || (secret.includes(text) && text.length >= secret.length / 2);
  return {
    one,
    missed: one.secrets.filter((secret) => !found.some((text) => isSame(text, secret))),
    wrong: found.filter((text) => !one.secrets.some((secret) => isSame(text, secret))),
  };
}

/** Runs the corpus; the scores in order of their first case. */
export async function measure(cases: readonly LabelledCase[] = corpus()): Promise<{ scores: Score[]; total: Score; failures: Failure[] }> {
  const scores = new Map<string, Score>();
  const failures: Failure[] = [];
  const count = (group: string, { one, missed, wrong }: Failure): void => {
    const before = scores.get(group) ?? { group, cases: 0, secrets: 0, found: 0, wrong: 0 };
    const found = one.secrets.length - missed.length;
    scores.set(group, { group, cases: before.cases + 1, secrets: before.secrets + one.secrets.length, found: before.found + found, wrong: before.wrong + wrong.length });
  };
  for (const one of cases) {
    const result = await examine(one);
    if (result.missed.length + result.wrong.length > 0) failures.push(result);
    count(one.group, result);
    count("all", result);
  }
  const total = scores.get("all") ?? { group: "all", cases: 0, secrets: 0, found: 0, wrong: 0 };
  scores.delete("all");
  return { scores: [...scores.values()], total, failures };
}
