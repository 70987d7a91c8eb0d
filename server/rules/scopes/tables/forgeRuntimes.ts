/** The day on which the dates were compared with Node's release schedule. */
export const sourceDate = "2026-11-22";

/** Where the names and dates come from. */
export const source = "Forge manifest schema 13.7.0; Forge documentation, Node.js runtime; Node.js release schedule";

/** A runtime that Forge functions run in. */
export interface ForgeRuntime {
  readonly name: string;
  /** The last day on which this version of Node gets security fixes, `YYYY-MM-DD`; absent of what Forge gave up itself. */
  readonly ends?: string;
  /** Whether the manifest's schema accepts it. */
  readonly accepted: boolean;
}

/** Every runtime that a manifest has been able to name, oldest first. */
export const forgeRuntimes: readonly ForgeRuntime[] = [
  { name: "sandbox", accepted: false },
  { name: "nodejs14.x", ends: "2023-04-30", accepted: false },
  { name: "nodejs16.x", ends: "2023-09-11", accepted: false },
  { name: "nodejs18.x", ends: "2025-04-30", accepted: false },
  { name: "nodejs20.x", ends: "2026-04-30", accepted: true },
  { name: "nodejs22.x", ends: "2027-04-30", accepted: true },
  { name: "nodejs24.x", ends: "2028-04-30", accepted: true },
];
