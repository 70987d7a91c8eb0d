/** UTF-16 units; a pattern as long as a page is a mistake. */
const longestPattern = 500;

/** Each `**` multiplies the time that matching a deep path may take. */
const mostDoubleStars = 3;

/** Why a pattern in the notation of `.gitignore` is not followed, or undefined. A hostile one must not stop an audit. */
export function patternFault(pattern: string): string | undefined {
  if (pattern.length > longestPattern) return `The pattern is longer than ${longestPattern} characters.`;
  const stars = pattern.match(/\*\*+/g)?.length ?? 0;
  return stars > mostDoubleStars ? `The pattern has more than ${mostDoubleStars} "**".` : undefined;
}
