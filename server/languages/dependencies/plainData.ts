/** A value of parsed data as an object; an empty one where it is none. */
export function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

/** A value of parsed data as a text; undefined where it is none, or empty. */
export function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** The members of a value that are texts. */
export function textsOf(value: unknown): (readonly [name: string, text: string])[] {
  return Object.entries(objectOf(value)).flatMap(([name, text]) => (typeof text === "string" ? [[name, text] as const] : []));
}

/** Whether a value says yes, in JSON or as YAML writes it. */
export function isYes(value: unknown): boolean {
  return value === true || value === "true";
}

/** The members that have a value, so that none is there without one. */
export function optional<Members extends Readonly<Record<string, string | undefined>>>(members: Members): { readonly [Name in keyof Members]?: string } {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as { readonly [Name in keyof Members]?: string };
}
