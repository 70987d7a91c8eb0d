/** A source in a script directive that lets any script run. */
export interface LooseSource {
  readonly keyword: "'unsafe-inline'" | "'unsafe-eval'";
  /** Zero-based offset in the policy's text. */
  readonly start: number;
}

const directive = /(?:^|[;,\s"'`])((?:script-src(?:-elem|-attr)?|default-src)(?=\s))([^;"`]*)/g;
const loose = /'unsafe-(?:inline|eval)'/g;
/** With one of these browsers pay no attention to 'unsafe-inline' (CSP level 2 and 3). */
const strict = /'(?:nonce-|sha(?:256|384|512)-|strict-dynamic)/;

/** The loose sources of scripts in a policy's text. `default-src` counts where no `script-src` stands in the text. */
export function looseSources(policy: string): LooseSource[] {
  const directives = [...policy.matchAll(directive)];
  const hasScripts = directives.some(({ 1: name = "" }) => name.startsWith("script-src"));
  return directives.flatMap(({ index, 0: all, 1: name = "", 2: sources = "" }) => {
    if (name === "default-src" && hasScripts) return [];
    const from = index + all.length - sources.length;
    return [...sources.matchAll(loose)].flatMap((found): LooseSource[] => {
      const keyword = found[0] === "'unsafe-eval'" ? "'unsafe-eval'" : "'unsafe-inline'";
      return keyword === "'unsafe-inline'" && strict.test(sources) ? [] : [{ keyword, start: from + found.index }];
    });
  });
}

/** The message on a loose source. */
export function looseMessage(keyword: LooseSource["keyword"]): string {
  const what = keyword === "'unsafe-eval'" ? "run text as code" : "run any script that gets into a page";
  return `The content security policy has ${keyword} for scripts, so browsers ${what}.`;
}
