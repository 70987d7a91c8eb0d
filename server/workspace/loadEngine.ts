/** Loads what analyses, once a program. Imported as types only, nothing of it comes into the bundle that asks. */
export function loadEngine(): Promise<typeof import("./engineBundle.ts")> {
  return import("./engineBundle.ts");
}
