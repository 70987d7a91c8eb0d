import type { SecretMatch } from "./secretFormat.ts";

/** One sentence on a secret: whose it is, its public first characters, its length. Never its value. */
export function describe({ kind, range, shown, verdict }: SecretMatch): string {
  const subject = `${kind.provider} ${kind.name}`.trim();
  const parts = [
    shown === "" ? "" : `${shown}…`,
    `${range.end - range.start} characters`,
    verdict === "valid" ? kind.proof : verdict === "invalid" ? kind.doubt : "",
  ];
  const details = parts.filter((part) => part !== "").join(", ");
  const sentence = `${subject.charAt(0).toUpperCase()}${subject.slice(1)} (${details}) is written in the file.`;
  return kind.notice === undefined ? sentence : `${sentence} ${kind.notice}`;
}
