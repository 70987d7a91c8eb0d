/** A service's limits on requests, and what tells that a file calls it. */
export interface ApiLimits {
  readonly name: string;
  /** Packages whose clients call it. */
  readonly modules: RegExp;
  /** Paths of its API. */
  readonly path: RegExp;
  /** Must stand in the file as well, where the paths alone tell too little. */
  readonly mark?: RegExp;
  /** At the same time, for one connection. */
  readonly atOnce: number;
  /** What the limit is, as a part of a sentence. */
  readonly limit: string;
  readonly largestPage?: number;
  readonly requirement: string;
}

/** Akeneo: good practices of its REST API; SuperOffice: the limit of custom apps. Read 2026-11-22. */
export const apiLimits: readonly ApiLimits[] = [
  {
    name: "Akeneo",
    modules: /^(?:node-akeneo-api|@?akeneo[\w-]*(?:\/.*)?|@[\w-]+\/(?:node-)?akeneo[\w-]*)$/,
    path: /\/api\/rest\/v1\//,
    atOnce: 4,
    limit: "4 requests at a time for a connection and 100 a second",
    largestPage: 100,
    requirement: "akeneo/fair-use",
  },
  {
    name: "SuperOffice",
    modules: /^@superoffice\//,
    path: /\/api\/v1\/\w/,
    mark: /superoffice/i,
    atOnce: 10,
    limit: "10 requests a second",
    requirement: "superoffice/service-quality",
  },
];
