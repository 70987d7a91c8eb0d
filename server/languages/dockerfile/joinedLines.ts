const blank = /[ \t]/;

/** The offset behind the line break that an escape character at `at` takes away; undefined where it takes none away. */
export function lineJoinEnd(text: string, at: number, end: number): number | undefined {
  let next = at + 1;
  while (next < end && blank.test(text[next] ?? "")) next++;
  if (text[next] === "\r") next++;
  return text[next] === "\n" && next < end ? next + 1 : undefined;
}

/** Skips the comment lines and the empty lines that a Dockerfile drops between joined lines. */
export function skipJoinedLines(text: string, from: number, end: number): number {
  let line = from;
  while (line < end) {
    let at = line;
    while (at < end && (blank.test(text[at] ?? "") || text[at] === "\r")) at++;
    if (at >= end || (text[at] !== "#" && text[at] !== "\n")) return line;
    const stop = text.indexOf("\n", at);
    if (stop < 0) return end;
    line = stop + 1;
  }
  return line;
}
