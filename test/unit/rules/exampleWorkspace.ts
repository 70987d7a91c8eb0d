import { createAcrossChecks } from "../../../server/analysis/acrossChecks.ts";
import { withFindingsAcross } from "../../../server/analysis/acrossFiles.ts";
import { sourcesOf, type Analyser, type FileAnalysis } from "../../../server/analysis/analyse.ts";
import { createFactIndex } from "../../../server/analysis/factIndex.ts";
import { createNeighbours } from "../../../server/analysis/notedNeighbours.ts";
import { Document } from "../../../server/core/document.ts";
import type { WorkspaceRule } from "../../../server/core/fact.ts";
import { languageOf } from "../../../server/languages/languageOf.ts";
import { detectMarketplaces } from "../../../server/marketplaces/index.ts";
import { appsOf } from "../../../server/marketplaces/appRoots.ts";

/** Texts by their paths from the workspace folder. */
export type Texts = Readonly<Record<string, string>>;

/** Analyses files that are a workspace together, the rules across files included. Throws where a rule or a source fails. */
export async function analyseWorkspace(files: Texts, analyser: Analyser, across: readonly WorkspaceRule[]): Promise<FileAnalysis[]> {
  const documentAt = (path: string): Document | undefined => (Object.hasOwn(files, path) ? new Document(path, languageOf(path), files[path] ?? "") : undefined);
  const neighbours = createNeighbours((path, own) => (Object.hasOwn(files, path) ? new Document(path, languageOf(path), files[path] ?? "", own) : undefined));
  const paths = Object.keys(files);
  const documents = paths.flatMap((path) => documentAt(path) ?? []);
  const apps = appsOf(paths, documents.flatMap(detectMarketplaces)).map(({ root }) => root);
  const index = createFactIndex(sourcesOf(across), apps);
  const analyses: FileAnalysis[] = [];
  for (const document of documents) {
    const analysis = await analyser.analyse(document, { neighbours });
    analyses.push(analysis);
    index.put(analysis);
  }
  while (index.learn()) {
    for (const document of documents) {
      const further = index.furtherInRound(document.path, Buffer.from(document.text));
      if (further.size > 0) index.put(await analyser.analyse(document, { neighbours, further, factsOnly: true }));
    }
  }
  const { findings, notAnalysed, ran } = await createAcrossChecks(across).run(index, documentAt);
  const failed = [...analyses.flatMap((analysis) => analysis.notAnalysed), ...notAnalysed][0];
  if (failed) throw new Error(`${failed.path}: ${failed.rule ?? "file"}: ${failed.reason}`);
  return analyses.map((analysis) => withFindingsAcross(analysis, findings.filter(({ path }) => path === analysis.path), ran));
}
