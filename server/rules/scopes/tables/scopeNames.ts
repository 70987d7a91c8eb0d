/** The names in a text in which white space parts them: how the tables of this folder are written. */
export function scopeNames(text: string): readonly string[] {
  return text.split(/\s+/).filter((name) => name !== "");
}
