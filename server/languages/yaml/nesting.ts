/**
 * At least how deep the collections of a YAML text nest: every bracket counts, those in texts and comments
 * too, and so does every indentation and every `-` and `?` that opens a block. One pass.
 */
export function yamlNesting(text: string): number {
  const columns: number[] = [];
  let deepest = 0;
  let flow = 0;
  let lineStart = 0;
  let opening = true;
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (char === "\n" || char === "\r") {
      lineStart = at + 1;
      opening = true;
    } else if (opening && char !== " " && char !== "\t") {
      const column = at - lineStart;
      while ((columns.at(-1) ?? -1) >= column) columns.pop();
      columns.push(column);
      const next = text[at + 1] ?? "\n";
      opening = (char === "-" || char === "?") && " \t\r\n".includes(next);
      deepest = Math.max(deepest, columns.length + flow);
    }
    if (char === "[" || char === "{") deepest = Math.max(deepest, columns.length + ++flow);
    else if ((char === "]" || char === "}") && flow > 0) flow--;
  }
  return deepest;
}
