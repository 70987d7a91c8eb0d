// Which files of a folder are decoded and parsed, and which rules and sources of facts ask for that. Shares, not times: what a
// new rule costs is seen on any machine.
import { createRequire } from "node:module";
import "tsx";
import { table } from "./timing.mjs";

const requireTypeScript = createRequire(import.meta.url);
const load = (file) => requireTypeScript(`../server/${file}`);
const { createAnalyser } = load("analysis/analyse.ts");
const { Document } = load("core/document.ts");
const { languageOf } = load("languages/languageOf.ts");
const { loadTypeScriptParser } = load("languages/typescript/syntax.ts");
const { rules, workspaceRules } = load("rules/catalogue.ts");
const { listFiles } = load("workspace/listFiles.ts");
const { documentOf, readBytes } = load("workspace/readDocument.ts");

/** Of an ordinary program's modules no more are parsed than this share; more rules must not mean more trees. */
export const mostParsed = 0.05;

/** Counts for a folder. `readers` maps whoever asked to how many trees it asked for, and how many nobody else did. */
export async function countTrees(folder) {
  await loadTypeScriptParser();
  const asking = new Set();
  let current = "";
  class Noted extends Document {
    syntax(provider) {
      if (provider.name === "typescript") asking.add(current);
      return super.syntax(provider);
    }
  }
  const noted = (reader, method) => ({
    ...reader,
    [method](...given) {
      current = reader.id;
      return reader[method](...given);
    },
  });
  const sources = new Map(workspaceRules.flatMap(({ sources: own }) => own).map((source) => [source.id, noted(source, "collect")]));
  const across = workspaceRules.map((rule) => ({ ...rule, sources: rule.sources.map(({ id }) => sources.get(id)) }));
  const analyser = createAnalyser(rules.map((rule) => noted(rule, "check")), across);
  const counts = { files: 0, decoded: 0, modules: 0, parsed: 0, readers: new Map() };
  for (const path of (await listFiles(folder)).files) {
    const read = readBytes(folder, path);
    if (!read.ok) continue;
    const language = languageOf(path);
    counts.files++;
    if (language === "typescript") counts.modules++;
    if (!analyser.mayMatter(path, read.bytes)) continue;
    counts.decoded++;
    asking.clear();
    await analyser.analyse(new Noted(path, language, documentOf(path, read.bytes).document.text));
    if (asking.size === 0) continue;
    counts.parsed++;
    for (const id of asking) {
      const own = counts.readers.get(id) ?? { asked: 0, alone: 0 };
      counts.readers.set(id, { asked: own.asked + 1, alone: own.alone + (asking.size === 1 ? 1 : 0) });
    }
  }
  return counts;
}

/** Counts and gives the table. Throws where a larger share of the modules is parsed than {@link mostParsed}. */
export async function benchTrees({ folder }) {
  const { files, decoded, modules, parsed, readers } = await countTrees(folder);
  const share = (part, whole) => `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;
  const rows = [...readers].sort(([, left], [, right]) => right.asked - left.asked).map(([id, { asked, alone }]) => [id, String(asked), String(alone)]);
  const summary = `${decoded} of ${files} files are decoded (${share(decoded, files)}), ${parsed} parsed as TypeScript, of ${modules} modules (${share(parsed, modules)})`;
  const shown = `${summary}\n\n${table(["who asks for a tree", "files", "nobody else asks"], rows)}`;
  if (modules > 200 && parsed > modules * mostParsed) throw new Error(`${shown}\n\nmore than ${mostParsed * 100} % of the modules are parsed: see "Performance" in CONTRIBUTING.md`);
  return shown;
}
