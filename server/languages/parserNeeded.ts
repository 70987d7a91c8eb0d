/** Somebody asks for a tree, and its parser is not loaded yet: await `load` and ask again. */
export class ParserNeeded extends Error {
  override readonly name = "ParserNeeded";
  readonly load: () => Promise<void>;

  constructor(language: string, load: () => Promise<void>) {
    super(`the parser of ${language} is not loaded yet`);
    this.load = load;
  }
}

/** How many parsers one step may ask for, one after the other. */
const mostParsers = 3;

/** Runs a step; where it asks for a parser, again with that one loaded. Rejects with what the step throws otherwise. */
export async function withParsers<Result>(step: () => Result): Promise<Result> {
  for (let loaded = 0; loaded < mostParsers; loaded++) {
    try {
      return step();
    } catch (error) {
      if (!(error instanceof ParserNeeded)) throw error;
      await error.load();
    }
  }
  return step();
}
