import type { CookieSetter } from "./cookieSetter.ts";
import { functionSetters } from "./libraries/functions.ts";
import { jarSetters } from "./libraries/jars.ts";
import { scriptSetters } from "./libraries/scripts.ts";
import { sessionSetters } from "./libraries/sessions.ts";

/** All calls that are known. */
export const cookieSetters: readonly CookieSetter[] = [...jarSetters, ...functionSetters, ...sessionSetters, ...scriptSetters];
