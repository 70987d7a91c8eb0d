import { isKnown } from "./variables.ts";

/** The parts of an image's name. */
export interface ImageReference {
  /**
   * Registry and repository, such as `gcr.io/distroless/static`. Docker Hub's own registry is left out, and so is
   * the namespace of its official images: `docker.io/library/node` is `node`.
   */
  readonly name: string;
  /** Absent where none is given; then the builder takes `latest`, unless there is a digest. */
  readonly tag?: string;
  readonly digest?: string;
}

/** Docker Hub under its several names, and registries that mirror it path by path. */
const hub = /^(?:docker\.io|index\.docker\.io|registry-1\.docker\.io|registry\.hub\.docker\.com|mirror\.gcr\.io)\//;

/** `library` holds Docker Hub's official images, also where another registry mirrors them; the others hold them by processor. */
const official = /^(?:(?:[^/]+\/)*library|amd64|i386|arm32v[567]|arm64v8|ppc64le|riscv64|s390x)\/([^/]+)$/;

/** Reads an image reference with its variables replaced; undefined where the name itself is not known. */
export function parseImageReference(reference: string): ImageReference | undefined {
  const at = reference.indexOf("@");
  const digest = at < 0 ? undefined : reference.slice(at + 1);
  const named = at < 0 ? reference : reference.slice(0, at);
  // A colon before the last slash belongs to the registry's port.
  const colon = named.indexOf(":", named.lastIndexOf("/") + 1);
  const tag = colon < 0 ? undefined : named.slice(colon + 1);
  const path = (colon < 0 ? named : named.slice(0, colon)).toLowerCase();
  if (path === "" || !isKnown(path)) return undefined;
  const withoutHub = path.replace(hub, "");
  const name = official.exec(withoutHub)?.[1] ?? withoutHub;
  return { name, ...(tag === undefined ? {} : { tag }), ...(digest === undefined ? {} : { digest }) };
}

/** Tags that are given anew with each release, by their first word. */
const movingTag = /^(?:latest|lts|stable|current|edge|mainline|rolling|nightly|master|main|develop|dev|unstable|testing)(?:$|[-_.])/i;

/** Variants that stand where a version should: `node:alpine`. */
const variantOnly = /^(?:alpine|slim|buster|bullseye|bookworm|trixie|jammy|noble|fpm|apache|cli|jdk|jre|management|perl)(?:-[a-z]+)*$/i;

/** Images whose releases are told by such words alone: `debian:bookworm`, `busybox:musl`. */
const namedReleases: ReadonlySet<string> = new Set(["debian", "ubuntu", "buildpack-deps"]);

/** Whether a tag means another image tomorrow, as it names no version; false where the tag is not known completely. */
export function isMovingTag({ name, tag }: ImageReference): boolean {
  if (tag === undefined || !isKnown(tag)) return false;
  return movingTag.test(tag) || (variantOnly.test(tag) && !namedReleases.has(name));
}
