import { limits } from "../../analysis/limits.ts";
import { gitBytes, gitText } from "../gitCommand.ts";
import { gitEnvironment } from "./gitStream.ts";

/** A blob that is wanted, with a path at which a commit has it. */
export interface WantedBlob {
  readonly blob: string;
  readonly path: string;
}

/** A blob's bytes, or why they are not there. */
export type ReadBlob = WantedBlob & ({ readonly bytes: Uint8Array } | { readonly reason: string });

/** Bytes that are asked for at once. */
const mostTogether = 32 * 1024 * 1024;
const header = /^([0-9a-f]{40,64}) (\w+) (\d+)$/;

/** Reads blobs, in the order in which they are wanted, without those that are larger than files may be. */
export async function* readBlobs(folder: string, wanted: readonly WantedBlob[], signal?: AbortSignal): AsyncGenerator<ReadBlob> {
  const sizes = await sizesOf(folder, wanted, signal);
  let together: WantedBlob[] = [];
  let length = 0;
  for (const one of wanted) {
    const size = sizes.get(one.blob);
    if (size === undefined) yield { ...one, reason: "not in this clone: the object is missing" };
    else if (size > limits.fileBytes) yield { ...one, reason: `larger than ${limits.fileBytes / 1_000_000} MB` };
    else {
      if (length + size > mostTogether && together.length > 0) {
        yield* contentsOf(folder, together, signal);
        together = [];
        length = 0;
      }
      together.push(one);
      length += size;
    }
  }
  if (together.length > 0) yield* contentsOf(folder, together, signal);
}

function inputOf(wanted: readonly WantedBlob[]): string {
  return wanted.map(({ blob }) => `${blob}\n`).join("");
}

async function sizesOf(folder: string, wanted: readonly WantedBlob[], signal: AbortSignal | undefined): Promise<ReadonlyMap<string, number>> {
  const answer = (await gitText(folder, ["cat-file", "--batch-check"], { signal, input: inputOf(wanted), env: gitEnvironment() })) ?? "";
  return new Map(answer.split("\n").flatMap((line) => {
    const [, blob = "", type, size] = header.exec(line) ?? [];
    return type === "blob" ? [[blob, Number(size)] as const] : [];
  }));
}

async function* contentsOf(folder: string, wanted: readonly WantedBlob[], signal: AbortSignal | undefined): AsyncGenerator<ReadBlob> {
  const answer = await gitBytes(folder, ["cat-file", "--batch"], { signal, input: inputOf(wanted), env: gitEnvironment() });
  let at = 0;
  for (const one of wanted) {
    const end = answer?.indexOf(10, at) ?? -1;
    const size = Number(header.exec(answer?.toString("latin1", at, end) ?? "")?.[3] ?? Number.NaN);
    if (!answer || end < 0 || Number.isNaN(size)) {
      yield { ...one, reason: "git could not read it" };
      continue;
    }
    yield { ...one, bytes: answer.subarray(end + 1, end + 1 + size) };
    at = end + size + 2;
  }
}
