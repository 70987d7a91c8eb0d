import { forgeSystem } from "./forge/forgeSystem.ts";
import type { ScopeSystem } from "./system.ts";

/** Every way in which apps ask for scopes. A new one is a folder beside this file, and a line here. */
export const scopeSystems: readonly ScopeSystem[] = [forgeSystem];
