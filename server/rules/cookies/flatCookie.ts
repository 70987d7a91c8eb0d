import type { TextEdit } from "../../core/finding.ts";
import type { TextRange } from "../../core/text.ts";
import { flagWords, type AttributeName, type FlagName } from "./cookieAttributes.ts";
import type { AttributeReading, FlagFault, WrittenCookie } from "./writtenCookie.ts";

/** A cookie of a language whose options are read as they stand, without branches. */
export interface FlatCookie {
  readonly range: TextRange;
  readonly name?: string | undefined;
  readonly nameRange?: TextRange;
  readonly wording: string;
  readonly isSession?: boolean;
  readonly defaultPath?: "/";
  attribute(name: AttributeName): AttributeReading;
  /** How the language writes that a flag is on; absent where there is only one way, which is `true`. */
  right?(flag: FlagName): string;
  /** Adds a flag that is missing. */
  add?(flag: FlagName): { readonly title: string; readonly edits: readonly TextEdit[] } | undefined;
}

/** A cookie that is judged by its attributes alone. */
export function flatCookie(flat: FlatCookie): WrittenCookie {
  return {
    range: flat.range,
    name: flat.name,
    ...(flat.nameRange && { nameRange: flat.nameRange }),
    wording: flat.wording,
    isSession: flat.isSession === true,
    byScript: false,
    refusesPlainConnections: false,
    defaultPath: flat.defaultPath,
    attribute: (name) => flat.attribute(name),
    faults: (flag) => faults(flat, flag),
  };
}

function faults(flat: FlatCookie, flag: FlagName): FlagFault[] {
  const reading = flat.attribute(flag);
  if (reading.kind === "unknown") return [];
  if (reading.kind === "not-given") {
    const repair = flat.add?.(flag);
    return reading.fallback === "left-out" ? [{ range: flat.range, ...(repair && { repair }) }] : [];
  }
  if (reading.values.some(({ value }) => Boolean(value))) return [];
  return reading.values.map(({ range, replace }) => {
    const right = flat.right?.(flag) ?? "true";
    const edits = replace?.(right);
    return { range, off: flagWords[flag], ...(edits && { repair: { title: `Switch ${flagWords[flag]} on`, edits } }) };
  });
}
