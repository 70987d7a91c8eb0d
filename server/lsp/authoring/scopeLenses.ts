import { CodeLensRefreshRequest, type CodeLens, type Connection } from "vscode-languageserver";
import type { FileInsight } from "../../rules/scopes/insight/fileInsight.ts";
import type { ClientAbilities } from "../clientAbilities.ts";
import { rangeOf } from "../diagnostics.ts";
import type { DocumentAnalyser } from "../documentAnalyser.ts";
import { uriOf, type Place } from "../folders.ts";
import { showReferencesCommand } from "../protocol.ts";

/** The lenses over lists of scopes: `8 asked, 6 used, 1 unresolved call`. */
export interface ScopeLenses {
  /** The lenses of an open document. */
  of(uri: string): Promise<CodeLens[]>;
  /** Facts of a folder may have changed, which another generation says: the client asks again where that changes a lens. */
  factsChanged(root: string, generation: number): void;
  /** The setting: without it there is no lens. */
  show(wanted: boolean): void;
  close(uri: string): void;
}

interface Shown {
  readonly place: Place;
  readonly lenses: CodeLens[];
}

/** What the lenses are made with. */
export interface LensContext {
  readonly connection: Connection;
  readonly client: () => ClientAbilities;
  /** The place of an open document that audits would look at. */
  readonly placeOf: (uri: string) => Place | undefined;
  readonly analyser: DocumentAnalyser;
  readonly logError: (error: unknown) => void;
}

/** Makes the lenses; none is asked for yet. */
export function createScopeLenses({ connection, client, placeOf, analyser, logError }: LensContext): ScopeLenses {
  const shown = new Map<string, Shown>();
  let isWanted = true;
  let isLooking = false;
  const changed = new Set<string>();
  const generations = new Map<string, number>();

  function refresh(): void {
    if (client().refreshesCodeLenses) connection.sendRequest(CodeLensRefreshRequest.type).catch(logError);
  }

  /** Looks at the lenses of changed folders, one folder after another, and once for all changes meanwhile. */
  async function look(): Promise<void> {
    if (isLooking) return;
    isLooking = true;
    try {
      for (let [root] = changed; root !== undefined; [root] = changed) {
        changed.delete(root);
        if (await differs(root)) refresh();
      }
    } finally {
      isLooking = false;
    }
  }

  async function differs(root: string): Promise<boolean> {
    const own = [...shown.values()].filter(({ place }) => place.root === root);
    if (own.length === 0) return false;
    const insights = await analyser.insights(root, own.map(({ place }) => place.path));
    return own.some(({ place, lenses }, index) => {
      const insight = insights?.[index];
      return insight !== undefined && written(lensesOf(insight, place, client())) !== written(lenses);
    });
  }

  return {
    async of(uri) {
      if (!isWanted) return [];
      // Nothing is analysed for a lens: who checks on save wants to see nothing before. What changes comes with a refresh.
      const place = placeOf(uri);
      const last = shown.get(uri);
      if (!place) return [];
      const [insight] = (await analyser.insights(place.root, [place.path])) ?? [];
      // While the index is built anew, what was shown is better than nothing; its end is looked at in any case.
      if (!insight) generations.delete(place.root);
      const lenses = insight ? lensesOf(insight, place, client()) : (last?.lenses ?? []);
      shown.set(uri, { place, lenses });
      return lenses;
    },
    factsChanged(root, generation) {
      if (!isWanted || !client().refreshesCodeLenses || shown.size === 0 || generations.get(root) === generation) return;
      generations.set(root, generation);
      changed.add(root);
      look().catch(logError);
    },
    show(wanted) {
      if (wanted === isWanted) return;
      isWanted = wanted;
      // Before the client asked for any, there is nothing to take back.
      if (wanted || shown.size > 0) refresh();
      shown.clear();
    },
    close: (uri) => void shown.delete(uri),
  };
}

function lensesOf({ lists }: FileInsight, { root, path }: Place, { showsReferences }: ClientAbilities): CodeLens[] {
  return lists.filter(({ judged }) => judged).map(({ region, line, places }) => {
    const range = rangeOf(region);
    if (!showsReferences || places.length === 0) return { range, command: { title: line, command: "" } };
    const locations = places.map((place) => ({ uri: uriOf(root, place.path), range: rangeOf(place.region) }));
    return { range, command: { title: line, command: showReferencesCommand, arguments: [uriOf(root, path), range.start, locations] } };
  });
}

function written(lenses: readonly CodeLens[]): string {
  return JSON.stringify(lenses);
}
