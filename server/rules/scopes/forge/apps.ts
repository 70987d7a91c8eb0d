import type { Fact, WorkspaceFacts } from "../../../core/fact.ts";
import type { Asked, ScopeApp, ScopeSystem } from "../system.ts";
import { byFile, byFolder, folderOf, unseenCode } from "./appFolders.ts";
import { forgeCodeFacts, type CodeFact } from "./codeFacts.ts";
import { forgeManifestFacts, type ManifestFact } from "./manifestFacts.ts";
import { readingOfCode, readingOfManifest } from "./needs.ts";

/** The apps of a workspace: one for each Forge manifest, with the code below its folder and above no other manifest. */
export function forgeApps(facts: WorkspaceFacts, system: ScopeSystem): readonly ScopeApp[] {
  const manifests = byFile(facts.of(forgeManifestFacts));
  const folders = new Set([...manifests.keys()].map(folderOf));
  const code = byFolder(facts.of(forgeCodeFacts), folders);
  return [...manifests].flatMap(([path, own]) => {
    const app = appOf(path, own, code.get(folderOf(path)) ?? [], code.get(undefined) ?? [], facts, system);
    return app ? [app] : [];
  });
}

function appOf(
  path: string,
  own: readonly Fact<ManifestFact>[],
  code: readonly Fact<CodeFact>[],
  shared: readonly Fact<CodeFact>[],
  facts: WorkspaceFacts,
  system: ScopeSystem,
): ScopeApp | undefined {
  const manifest = own.find(({ value }) => value.kind === "manifest");
  if (manifest?.value.kind !== "manifest") return undefined;
  const asked = own.flatMap(({ value, range, region }): Asked[] =>
    value.kind === "scope" ? [{ name: value.name, place: { path, range, region }, ...(value.impersonation && { impersonation: true }) }] : [],
  );
  const readings = [
    ...own.map(readingOfManifest),
    ...undecided(code, shared).map(readingOfCode),
    ...undecided(shared, code).map(readingOfCode).map(({ needs, open }) => ({ needs: needs.map((need) => ({ ...need, certainty: "possible" as const })), open })),
  ];
  const { handlers, resources, complete } = manifest.value;
  const unseen = unseenCode(folderOf(path), handlers, resources, facts);
  const home = { path, range: manifest.range, region: manifest.region };
  return {
    system,
    home,
    asked,
    complete,
    needs: readings.flatMap(({ needs }) => needs),
    open: readings.flatMap(({ open }) => open),
    ...(unseen !== undefined && { unseen }),
  };
}

/** Facts without those inside wrappers that their callers decide. */
function undecided(code: readonly Fact<CodeFact>[], others: readonly Fact<CodeFact>[]): Fact<CodeFact>[] {
  const all = [...code, ...others].map(({ value }) => value);
  const decided = new Set(all.flatMap((value) => (value.kind === "request" && !value.wrapper ? value.through : [])));
  for (const value of all) if (value.kind === "open" && value.wrapper !== undefined) decided.delete(value.wrapper);
  return code.filter(({ value }) => {
    if (value.kind === "request") return !value.wrapper || !decided.has(value.wrapper.id);
    // A wrapper that is handed on is open itself, with what is known of its path and method.
    return value.kind !== "open" || value.wrapper === undefined || !all.some((one) => one.kind === "request" && one.wrapper?.id === value.wrapper);
  });
}
