/** The fence of a piece of code in Markdown, inside a template literal. */
const fence = "\\`\\`\\`";
/** A piece of code is no longer than this, in characters. */
const longestPiece = 3_000;

/** Whether a place is in a piece of code that a program's text shows its readers: `\`\`\`sh … \`\`\`` in Markdown. */
export function isShownCode(text: string, at: number): boolean {
  return text.slice(Math.max(0, at - longestPiece), at).split(fence).length % 2 === 0 && text.slice(at, at + longestPiece).includes(fence);
}
