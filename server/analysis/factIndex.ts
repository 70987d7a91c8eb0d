import type { Fact, FactSource } from "../core/fact.ts";
import { languageOf } from "../languages/languageOf.ts";
import type { FileAnalysis } from "./analyse.ts";
import { wordSearch, wordsLearnt } from "./learntWords.ts";

/** The facts of all files of a folder, by file, so that a change of one file is a change of its facts alone. */
export interface FactIndex {
  /** Takes what one file says, in place of what it said before. Gives the ids of the sources that say something else now. */
  put(file: Pick<FileAnalysis, "path" | "facts" | "factsMissing" | "reads">): ReadonlySet<string>;
  /** All facts of a source, in no order. */
  factsOf(source: string): Fact[];
  /** Ids of the sources that could not look at some file of the app that a path belongs to. */
  missingIn(path: string): ReadonlySet<string>;
  /** All paths that the analyses of the files asked for. */
  reads(): Iterable<string>;
  /** The files whose facts follow from what a path holds, or from its absence. */
  dependants(path: string): string[];
  /** Asks the sources what they learnt since. True where there are new words: then all files are to be asked for with {@link furtherInRound}. */
  learn(): boolean;
  /** Ids of the sources that have to look at a file for one of the words learnt last. */
  furtherInRound(path: string, bytes: Uint8Array): ReadonlySet<string>;
  /** The same for all words learnt so far. */
  further(path: string, bytes: Uint8Array): ReadonlySet<string>;
}

/** The words of one source for the files below one folder. */
interface Search {
  readonly folder: string;
  readonly source: FactSource;
  readonly words: readonly string[];
  readonly find: (bytes: Uint8Array) => ReadonlySet<string>;
}

const none: ReadonlySet<string> = new Set();

/** Makes an empty index. `apps` are the folders of the apps, paths from the workspace folder, `""` the folder itself. */
export function createFactIndex(sources: readonly FactSource[], apps: readonly string[]): FactIndex {
  const files = new Map<string, Pick<FileAnalysis, "facts" | "factsMissing" | "reads">>();
  /** The few files that a source could not look at, so that nobody asks all files for them. */
  const incomplete = new Map<string, readonly string[]>();
  const readers = new Map<string, Set<string>>();
  const deepestFirst = [...apps].sort((left, right) => right.length - left.length);
  const learners = sources.filter((source) => source.learns);
  const searches: Search[] = [];
  let round: readonly Search[] = [];

  function appOf(path: string): string {
    return deepestFirst.find((folder) => isBelow(path, folder)) ?? "";
  }

  function factsOf(source: string): Fact[] {
    const all: Fact[] = [];
    for (const { facts } of files.values()) for (const fact of facts) if (fact.source === source) all.push(fact);
    return all;
  }

  function newSearches(): Search[] {
    const byApp = new Map<string, Fact[]>();
    for (const fact of learners.flatMap(({ id }) => factsOf(id))) {
      const app = appOf(fact.path);
      const same = byApp.get(app);
      if (same) same.push(fact);
      else byApp.set(app, [fact]);
    }
    return [...byApp].flatMap(([folder, own]) =>
      wordsLearnt(learners, own).flatMap(({ source, words }) => {
        const known = new Set(searches.filter((one) => one.folder === folder && one.source === source).flatMap((one) => one.words));
        const fresh = [...words].filter((word) => !known.has(word));
        return fresh.length === 0 ? [] : [{ folder, source, words: fresh, find: wordSearch(fresh) }];
      }),
    );
  }

  function found(among: readonly Search[], path: string, bytes: Uint8Array): ReadonlySet<string> {
    const language = languageOf(path);
    const own = among.filter(({ folder, source }) => source.languages.includes(language) && isBelow(path, folder));
    if (own.length === 0) return none;
    return new Set(own.filter(({ find }) => find(bytes).size > 0).map(({ source }) => source.id));
  }

  return {
    put({ path, facts, factsMissing = [], reads }) {
      const before = files.get(path);
      for (const read of before?.reads ?? []) readers.get(read)?.delete(path);
      if ([facts, factsMissing, reads].every((list) => list.length === 0)) files.delete(path);
      else files.set(path, { facts, factsMissing, reads });
      if (factsMissing.length > 0) incomplete.set(path, factsMissing);
      else incomplete.delete(path);
      for (const read of reads) {
        const known = readers.get(read);
        if (known) known.add(path);
        else readers.set(read, new Set([path]));
      }
      const missed = before?.factsMissing ?? [];
      const changed = [...missed, ...factsMissing].filter((id) => missed.includes(id) !== factsMissing.includes(id));
      return new Set([...sourcesThatDiffer(before?.facts ?? [], facts), ...changed]);
    },
    factsOf,
    missingIn(path) {
      const app = appOf(path);
      return new Set([...incomplete].flatMap(([file, sources]) => (appOf(file) === app ? sources : [])));
    },
    reads: () => readers.keys(),
    dependants: (path) => [...(readers.get(path) ?? none)],
    learn() {
      round = learners.length === 0 ? [] : newSearches();
      searches.push(...round);
      return round.length > 0;
    },
    furtherInRound: (path, bytes) => found(round, path, bytes),
    further: (path, bytes) => found(searches, path, bytes),
  };
}

function sourcesThatDiffer(before: readonly Fact[], after: readonly Fact[]): ReadonlySet<string> {
  const ids = new Set([...before, ...after].map(({ source }) => source));
  const said = (facts: readonly Fact[], id: string): string => JSON.stringify(facts.filter(({ source }) => source === id));
  return new Set([...ids].filter((id) => said(before, id) !== said(after, id)));
}

function isBelow(path: string, folder: string): boolean {
  return folder === "" || path.startsWith(`${folder}/`);
}
