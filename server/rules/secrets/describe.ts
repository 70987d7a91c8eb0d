import { afterALeak } from "./afterALeak.ts";
import type { SecretMatch } from "./secretFormat.ts";

/**
 * A sentence on a secret: whose it is, its public first characters, its length; for a certain one another on what to do
 * about the leak. Never its value.
 */
export function describe({ kind, range, shown, verdict, certain }: SecretMatch): string {
  const subject = `${kind.provider} ${kind.name}`.trim();
  const parts = [
    shown === "" ? "" : `${shown}…`,
    `${range.end - range.start} characters`,
    verdict === "valid" ? kind.proof : verdict === "invalid" ? kind.doubt : "",
  ];
  const details = parts.filter((part) => part !== "").join(", ");
  const sentence = `${subject.charAt(0).toUpperCase()}${subject.slice(1)} (${details}) is written in the file.`;
  if (kind.notice !== undefined) return `${sentence} ${kind.notice}`;
  return certain && verdict !== "invalid" ? `${sentence} ${afterALeak(kind.provider)}` : sentence;
}
