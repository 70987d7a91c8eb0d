import type { Document } from "../../core/document.ts";
import type { FlagName } from "./cookieAttributes.ts";

/** Deeper folders than this are not looked through. */
const maximumLevels = 12;
const fileNames: readonly string[] = ["Web.config", "web.config", "Program.cs", "Startup.cs"];

/** What sets a flag on every cookie of an app: in ASP.NET's configuration, and in the policy of ASP.NET Core. */
const everywhere: Readonly<Record<FlagName, RegExp>> = {
  httpOnly: /httpOnlyCookies\s*=\s*"true"|HttpOnlyPolicy\.Always/i,
  secure: /<httpCookies\b[^>]{0,400}\brequireSSL\s*=\s*"true"|\bSecure\s*=\s*CookieSecurePolicy\./i,
  sameSite: /<httpCookies\b[^>]{0,400}\bsameSite\s*=\s*"(?:Lax|Strict)"|MinimumSameSitePolicy/i,
};

const known = new WeakMap<Document, Map<FlagName, boolean>>();

/** Whether a file of the app sets a flag on all of its cookies. */
export function isSetEverywhere(document: Document, flag: FlagName): boolean {
  const answers = known.get(document) ?? new Map<FlagName, boolean>();
  known.set(document, answers);
  const answer = answers.get(flag) ?? look(document, flag);
  answers.set(flag, answer);
  return answer;
}

function look(document: Document, flag: FlagName): boolean {
  const pattern = everywhere[flag];
  if (pattern.test(document.text)) return true;
  const folders = document.path.split("/").slice(0, -1);
  for (let left = Math.min(folders.length, maximumLevels); left >= 0; left--) {
    const folder = folders.slice(0, left);
    if (fileNames.some((name) => pattern.test(document.neighbours?.read([...folder, name].join("/"))?.text ?? ""))) return true;
  }
  return false;
}
