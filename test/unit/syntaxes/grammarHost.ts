import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type { IGrammar, IOnigLib, IRawGrammar } from "vscode-textmate";

/** A piece of a line with its scopes, outermost first. */
export interface ScopedText {
  readonly text: string;
  readonly scopes: readonly string[];
}

// Both libraries are UMD bundles, whose names an import statement does not see in every module mode.
const require = createRequire(import.meta.url);
const textmate = require("vscode-textmate") as typeof import("vscode-textmate");
const oniguruma = require("vscode-oniguruma") as typeof import("vscode-oniguruma");

const root = new URL("../../../", import.meta.url);
const injections = ["marketlint-suppression.injection.json", "marketlint-suppression-line.injection.json"].map((file) =>
  rawGrammar(fileURLToPath(new URL(`syntaxes/${file}`, root))),
);

/** Reads a TextMate grammar in JSON. */
export function rawGrammar(file: string): IRawGrammar {
  return textmate.parseRawGrammar(readFileSync(file, "utf8"), file);
}

/** Loads host grammars with Marketlint's injected into them where package.json says so. */
export async function loadGrammar(hosts: readonly IRawGrammar[], scopeName: string): Promise<IGrammar> {
  const known = new Map([...hosts, ...injections].map((grammar) => [grammar.scopeName, grammar]));
  const registry = new textmate.Registry({
    onigLib: onigurumaLibrary(),
    loadGrammar: (scope) => Promise.resolve(known.get(scope) ?? null),
    getInjections: (scope) => contributedInjections().filter(({ into }) => into.includes(scope)).map(({ scopeName }) => scopeName),
  });
  const grammar = await registry.loadGrammar(scopeName);
  if (grammar === null) throw new Error(`no grammar ${scopeName}`);
  return grammar;
}

/** Tokenises a text; the pieces of all lines one after the other. */
export function tokenise(grammar: IGrammar, text: string): ScopedText[] {
  let state = textmate.INITIAL;
  return text.split("\n").flatMap((line) => {
    const result = grammar.tokenizeLine(line, state);
    state = result.ruleStack;
    return result.tokens.map((token) => ({
      text: line.slice(token.startIndex, token.endIndex),
      scopes: token.scopes,
    }));
  });
}

interface ContributedGrammar {
  readonly scopeName: string;
  readonly injectTo?: readonly string[];
}

/** The injected grammars as the manifest contributes them, so that a scope forgotten there fails here. */
function contributedInjections(): { scopeName: string; into: readonly string[] }[] {
  const manifest = JSON.parse(readFileSync(new URL("package.json", root), "utf8")) as {
    contributes: { grammars: ContributedGrammar[] };
  };
  return manifest.contributes.grammars.map(({ scopeName, injectTo }) => ({ scopeName, into: injectTo ?? [] }));
}

let loaded: Promise<IOnigLib> | undefined;
function onigurumaLibrary(): Promise<IOnigLib> {
  return (loaded ??= oniguruma
    .loadWASM(readFileSync(require.resolve("vscode-oniguruma/release/onig.wasm")))
    .then(() => ({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    })));
}
