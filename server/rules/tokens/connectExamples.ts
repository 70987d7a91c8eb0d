/** A Connect descriptor for examples, its members in the order given, one a line. */
export function descriptor(...members: readonly string[]): string {
  return `{\n${['"key": "app"', '"name": "App"', ...members].map((member) => `  ${member}`).join(",\n")}\n}\n`;
}
