/** Batches of work that several takers share, while one of them may still add more. */
export interface BatchQueue<Batch> {
  /** How many batches wait. */
  readonly length: number;
  /** The next batch, the added ones first; undefined at the end. Waits while more may be added. */
  next(): Promise<Batch | undefined>;
  /** The next of the first batches if `wanted` says so; undefined where it does not, or none is left. Does not wait. */
  takeIf<Wanted extends Batch>(wanted: (batch: Batch) => batch is Wanted): Wanted | undefined;
  add(batch: Batch): void;
  /** Makes `next` wait for batches that will be added, until the function that is given back is called. */
  expectMore(): () => void;
  /** Ends it for all takers, whatever is left. */
  close(): void;
}

/** Makes a queue of batches. */
export function createBatchQueue<Batch>(first: readonly Batch[]): BatchQueue<Batch> {
  let at = 0;
  const added: Batch[] = [];
  const waiting: (() => void)[] = [];
  let adders = 0;
  let closed = false;

  function wake(): void {
    for (const resume of waiting.splice(0)) resume();
  }

  return {
    get length() {
      return closed ? 0 : first.length - at + added.length;
    },
    async next() {
      for (;;) {
        if (closed) return undefined;
        const batch = added.shift() ?? (at < first.length ? first[at++] : undefined);
        if (batch !== undefined) return batch;
        if (adders === 0) return undefined;
        await new Promise<void>((resolve) => waiting.push(resolve));
      }
    },
    takeIf(wanted) {
      const batch = closed ? undefined : first[at];
      if (batch === undefined || !wanted(batch)) return undefined;
      at++;
      return batch;
    },
    add(batch) {
      added.push(batch);
      wake();
    },
    expectMore() {
      adders++;
      return () => {
        adders--;
        wake();
      };
    },
    close() {
      closed = true;
      wake();
    },
  };
}
