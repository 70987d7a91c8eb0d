import type { Document, Neighbours } from "../core/document.ts";

/** Neighbours of many documents, analysed one after another, that say which files an analysis depends on. */
export interface NotedNeighbours {
  /** The neighbours to give to the next document; what was noted for the one before is forgotten. */
  forOne(): Neighbours;
  /** Paths that were asked for since, and those that the files there had asked for, sorted. */
  noted(): readonly string[];
  /** Forgets the document at a path, and those that asked for it: the file changed. */
  forget(path: string): void;
}

/** Makes a document that reaches its own neighbours; undefined where there is none to read. */
export type LoadNeighbour = (path: string, neighbours: Neighbours) => Document | undefined;

/** Says whether there is a file at a path. */
export type FindNeighbour = (path: string) => boolean;

/**
 * Bounds of what is kept for the next analysis. Syntax trees take thirty times their text; still the longest file that is
 * parsed has to fit with others beside it, since it may be a lock file that every package asks for.
 */
const kept = { documents: 128, length: 2_500_000 } as const;

interface Entry {
  readonly document: Document | undefined;
  /** What was asked for through this document. What follows from the answers may be kept with it, so they count for all that ask for it. */
  readonly reads: Set<string>;
}

/** Makes neighbours that keep the documents asked for last, with their syntax. Without `find`, what can be read is there. */
export function createNeighbours(load: LoadNeighbour, find?: FindNeighbour): NotedNeighbours {
  const entries = new Map<string, Entry>();
  let current = new Set<string>();

  function entryAt(path: string): Entry {
    const known = entries.get(path);
    // Put at the end, so that what was not asked for longest comes first.
    entries.delete(path);
    const entry = known ?? loaded(path);
    entries.set(path, entry);
    return entry;
  }

  function loaded(path: string): Entry {
    const reads = new Set<string>();
    return { reads, document: load(path, noting(() => reads)) };
  }

  function noting(reads: () => Set<string>): Neighbours {
    return {
      read(path) {
        reads().add(path);
        const { document } = entryAt(path);
        return document;
      },
      has(path) {
        reads().add(path);
        return find ? find(path) : entryAt(path).document !== undefined;
      },
    };
  }

  function prune(): void {
    let length = 0;
    for (const { document } of entries.values()) length += document?.text.length ?? 0;
    for (const [path, { document, reads }] of entries) {
      if (entries.size <= kept.documents && length <= kept.length) return;
      length -= document?.text.length ?? 0;
      entries.delete(path);
      // What it asked for must not be lost to those that stay and had asked for it.
      for (const other of entries.values()) if (other.reads.has(path)) for (const read of reads) other.reads.add(read);
    }
  }

  function withTheirReads(paths: ReadonlySet<string>): Set<string> {
    const all = new Set(paths);
    // A set's iteration comes to what is added meanwhile.
    for (const path of all) for (const read of entries.get(path)?.reads ?? []) all.add(read);
    return all;
  }

  return {
    forOne() {
      prune();
      const own = new Set<string>();
      current = own;
      return noting(() => own);
    },
    noted: () => [...withTheirReads(current)].sort(),
    forget(path) {
      for (const [asking, { reads }] of entries) {
        if (asking === path || withTheirReads(reads).has(path)) entries.delete(asking);
      }
    },
  };
}
