/** A half-open range of zero-based UTF-16 offsets into a document's text. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** A zero-based line and a zero-based UTF-16 column, as in the Language Server Protocol. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Whether `outer` holds `inner` completely. */
export function contains(outer: TextRange, inner: TextRange): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Whether two ranges share at least one character, or one is empty and lies inside the other. */
export function overlaps(left: TextRange, right: TextRange): boolean {
  return left.start < right.end && right.start < left.end;
}

/**
 * Zero-based offsets at which each line starts. A line ends with LF, CRLF or a lone CR, as VS Code
 * and the Language Server Protocol count them.
 */
export function lineStarts(text: string): number[] {
  const starts = [0];
  for (let offset = 0; offset < text.length; offset++) {
    const code = text.charCodeAt(offset);
    if (code === 13 && text.charCodeAt(offset + 1) === 10) continue;
    if (code === 10 || code === 13) starts.push(offset + 1);
  }
  return starts;
}
