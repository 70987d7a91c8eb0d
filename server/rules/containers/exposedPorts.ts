import type { TextRange } from "../../core/text.ts";
import { isKnown } from "../../languages/dockerfile/variables.ts";
import { stepsOf, type Product } from "./product.ts";

/** A port, or a range of ports, that EXPOSE names in a delivered stage. */
export interface ExposedPort {
  readonly first: number;
  readonly last: number;
  readonly range: TextRange;
  /** The whole instruction, where it names nothing else. */
  readonly alone: TextRange | undefined;
}

const port = /^(\d{1,5})(?:-(\d{1,5}))?(?:\/(?:tcp|udp|sctp))?$/i;

/** The ports of a Dockerfile whose numbers are known. */
export function exposedPorts(product: Product): ExposedPort[] {
  return [...stepsOf(product, "delivered")].flatMap(({ step }) =>
    step.keyword !== "EXPOSE" ? [] : step.words.flatMap((word) => {
      const found = isKnown(word.text) ? port.exec(word.text) : null;
      if (!found) return [];
      const first = Number(found[1]);
      return [{ first, last: Number(found[2] ?? first), range: word.range, alone: step.words.length === 1 && !step.onBuild ? step.range : undefined }];
    }),
  );
}
