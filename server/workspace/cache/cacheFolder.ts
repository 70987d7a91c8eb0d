import * as os from "node:os";
import * as path from "node:path";

/** Where caches go unless the user says otherwise: absolute, or undefined where this user has no such place. */
export function defaultCacheFolder(
  env: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform = process.platform,
  home: () => string = os.homedir,
): string | undefined {
  const base = platformFolder(env, platform, home);
  return base === undefined ? undefined : path.join(base, "marketlint");
}

function platformFolder(env: Readonly<Record<string, string | undefined>>, platform: NodeJS.Platform, home: () => string): string | undefined {
  // The XDG base directory specification tells programs to pass over relative paths.
  const named = platform === "win32" ? env.LOCALAPPDATA : env.XDG_CACHE_HOME;
  if (named !== undefined && path.isAbsolute(named)) return named;
  const own = homeFolder(home);
  if (own === undefined) return undefined;
  if (platform === "win32") return path.join(own, "AppData", "Local");
  return platform === "darwin" ? path.join(own, "Library", "Caches") : path.join(own, ".cache");
}

/** A user without an entry in the system's list and without HOME has none. */
function homeFolder(home: () => string): string | undefined {
  try {
    const own = home();
    return path.isAbsolute(own) ? own : undefined;
  } catch {
    return undefined;
  }
}
