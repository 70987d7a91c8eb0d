/** What a scaffolded rule has wherever something is left to write. */
const marker = "FILL_IN";

/** Where a value, or a part of it, still holds the scaffold's marker: `examples.bad.0.name`. */
export function placeholdersIn(value: unknown, path = ""): string[] {
  if (typeof value === "string") return value.includes(marker) ? [path] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => placeholdersIn(inner, path === "" ? key : `${path}.${key}`));
}
