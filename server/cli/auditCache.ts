import * as path from "node:path";
import type { AuditRequest } from "../workspace/audit.ts";
import { defaultCacheFolder } from "../workspace/cache/cacheFolder.ts";
import { engineBuild } from "../workspace/cache/engineBuild.ts";
import type { AuditOptions } from "./auditOptions.ts";
import type { Terminal } from "./terminal.ts";

/** Where results are kept. What has an end of life or an expiry is judged by the day, so results hold for one. */
export function cacheOf({ cache = true, cacheFolder }: Pick<AuditOptions, "cache" | "cacheFolder">, { cwd, env, today }: Terminal): Pick<AuditRequest, "cache"> {
  const folder = cacheFolder === undefined ? defaultCacheFolder(env) : path.resolve(cwd, cacheFolder);
  return cache && folder !== undefined && engineBuild !== undefined ? { cache: { folder, engine: `${engineBuild} ${today}` } } : {};
}
