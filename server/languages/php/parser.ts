import PhpParser from "php-parser";
import { collect } from "./collect.ts";
import type { PhpSyntax } from "./nodes.ts";

/** Parses a PHP file, broken ones as far as it goes. Throws a RangeError where it nests deeper than the stack. */
export function parsePhp(text: string, fileName: string): PhpSyntax {
  const engine = new PhpParser.Engine({
    parser: { extractDoc: false, suppressErrors: true, version: "8.4" },
    ast: { withPositions: true, withSource: false },
    lexer: { all_tokens: false, comment_tokens: false, short_tags: true },
  });
  return collect(engine.parseCode(text, fileName), text);
}
