import type { Document } from "../../../core/document.ts";
import type { TextRange } from "../../../core/text.ts";
import { publicSecrecy } from "./publicVariables.ts";

/** A secret, or everything, that a bundler is told to write into the code for browsers. */
export interface BundledValue {
  readonly range: TextRange;
  /** Absent where it is the whole environment. */
  readonly name?: string;
}

const configFile = /^(?:webpack|vite|next|rspack|rsbuild|rollup|vue|craco|gatsby-config|parcel|esbuild|config-overrides|snowpack|farm)[\w.-]*\.[cm]?[jt]s$/i;
/** A bundle that runs on a server. */
const serverTarget = /\btarget\s{0,5}:\s{0,5}["'](?:node|async-node|electron-main)|\bssr\s{0,5}:\s{0,5}true|platform\s{0,5}:\s{0,5}["']node/;
/** Where what follows is written into the code. */
const definition = /\b(?:DefinePlugin|EnvironmentPlugin)\s{0,5}\(|\b(?:define|env|publicRuntimeConfig)\s{0,5}:\s{0,5}[{[]/g;
/** How much of a definition is looked at, in characters. */
const reach = 2000;
const wholeEnvironment = /(?:["']process\.env["']\s{0,5}:|\.\.\.)\s{0,5}(?:JSON\.stringify\(\s{0,5})?((?:process\.)?\benv)\b(?!\.|\[|\s{0,5}\()/g;
const oneVariable = /\b(?:process\.)?env\.([A-Z][A-Z0-9_]{2,60})\b/g;
/** The names that `EnvironmentPlugin` is given. */
const quotedName = /["']([A-Z][A-Z0-9_]{2,60})["']/g;

/** What a bundler's configuration writes into the code for browsers and should not. */
export function bundledValues({ fileName, text }: Document): BundledValue[] {
  if (!configFile.test(fileName) || serverTarget.test(text)) return [];
  const found = new Map<number, BundledValue>();
  let readTo = 0;
  for (const { 0: opening, index } of text.matchAll(definition)) {
    // What stands in another definition was read with it. Only Next.js writes what its `env` holds into the code.
    if (index < readTo || (opening.startsWith("env") && !/^next/i.test(fileName))) continue;
    const block = blockAt(text, index);
    readTo = index + block.length;
    for (const whole of block.matchAll(wholeEnvironment)) {
      const start = index + whole.index + whole[0].lastIndexOf(whole[1] ?? "");
      found.set(start, { range: { start, end: start + (whole[1] ?? "").length } });
    }
    for (const one of block.matchAll(opening.startsWith("EnvironmentPlugin") ? quotedName : oneVariable)) {
      const name = one[1] ?? "";
      if (publicSecrecy(name) === "none") continue;
      const start = index + one.index + one[0].indexOf(name);
      found.set(start, { name, range: { start, end: start + name.length } });
    }
  }
  return [...found.values()];
}

/** From a definition's start to the bracket that closes it. */
function blockAt(text: string, start: number): string {
  let depth = 0;
  for (let at = start; at < Math.min(text.length, start + reach); at++) {
    const char = text.charAt(at);
    if (char === "(" || char === "{" || char === "[") depth++;
    else if ((char === ")" || char === "}" || char === "]") && --depth === 0) return text.slice(start, at + 1);
  }
  return text.slice(start, start + reach);
}
