/** What the caller asked for cannot be done; the message names the option and is meant for people. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
