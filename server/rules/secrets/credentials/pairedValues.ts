/** Words under which the other half of a pair stands, or what a variable is when nobody sets it. */
const behindName = /\\{0,3}["']?\s{0,40}(?:,|:\s{0,5}\{?|\{)?\s{0,40}(?:[\w:-]{1,30}=["'][^"'\n]{0,60}["']\s{1,20}){0,2}\\{0,3}["']?\b(?:[vV]alue|default(?:Value)?)\\{0,3}["']?\s{0,20}[:=]\s{0,5}/y;
/** Lines about a parameter between its name and its value, as templates of clouds and Terraform have them. */
const lineBetween = /["']?\s{0,3}(?::\s{0,3}\{?|\{)\s{0,40}(?:["']?(?:type|description|sensitive|NoEcho|minLength|maxLength)["']?\s{0,20}[:=][^\n]{0,120}\n\s{0,40}){1,4}["']?default(?:Value)?["']?\s{0,20}[:=]\s{0,5}/iy;
/** The same pair the other way round: `value: a`, then `name:` on the next line, or both in one object. */
const beforeName = /["']?\bvalue["']?\s{0,5}:[ \t]{1,5}(?=(["']?)([^\s"',{}][^\r\n"',{}]{0,200}?)\1\s{0,3},?\s{1,40}["']?name["']?\s{0,5}:\s{0,5}["']?$)/;
/** A pair is no longer than this, in characters. */
const longestPair = 300;

/** How long the text is between the end of a name at `at` and the value that is paired with it; undefined where none is. */
export function lengthToPairedValue(text: string, at: number): number | undefined {
  for (const pattern of [behindName, lineBetween]) {
    pattern.lastIndex = at;
    const length = pattern.exec(text)?.[0].length;
    if (length !== undefined) return length;
  }
  return undefined;
}

/** Where the value starts that is paired with the name at `at` and stands before it. */
export function pairedValueBefore(text: string, at: number): number | undefined {
  if (!/name["']?\s{0,5}:\s{0,5}["']?$/.test(text.slice(Math.max(0, at - 20), at))) return undefined;
  const from = Math.max(0, at - longestPair);
  const pair = beforeName.exec(text.slice(from, at));
  return pair ? from + pair.index + pair[0].length : undefined;
}
