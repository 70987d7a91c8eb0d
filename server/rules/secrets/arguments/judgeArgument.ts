import type { Document } from "../../../core/document.ts";
import type { TextRange } from "../../../core/text.ts";
import { reasons } from "../credentials/silentValues.ts";
import type { ArgumentKind } from "./sinkTable.ts";

/** Where the library takes whatever it gets, a placeholder is a key that everybody knows; a provider or a database refuses it. */
const whereItWorks: ReadonlySet<string> = new Set(["look-up", "public-material"]);
const whereItIsRefused: ReadonlySet<string> = new Set(["look-up", "placeholder", "own-name", "public-material", "public-by-design", "address"]);
/** Keys that a protocol prints: Telegram's web apps, and names that separate one use of a key from another. */
const ofProtocols = /^(?:WebAppData|AWS4.*|aws4_request)$/;
/** Words that stand for a hole and could not work as a key either, such as `<secret>`. */
const hole = /^(?:<.*>|\*+|x+|\.+|…)$/i;

/** Whether a text that reaches a sink is a secret. */
export function isSecretArgument(document: Document, kind: ArgumentKind, value: string, range: TextRange): boolean {
  if (value.trim() === "" || hole.test(value) || ofProtocols.test(value)) return false;
  const silent = kind === "key" ? whereItWorks : whereItIsRefused;
  const candidate = { document, range, value, position: "quoted" as const, kind: kind === "password" ? "password" as const : "secret" as const, path: "" };
  return !reasons.some((reason) => silent.has(reason.id) && reason.holds(candidate));
}
