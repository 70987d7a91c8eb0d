import { parse } from "jsonc-parser";
import type { Document } from "../core/document.ts";

/** Which registry a package name belongs to. */
export type Registry = "npm" | "composer" | "nuget" | "pypi" | "maven";

/** A package that a project file depends on. */
export interface PackageUse {
  readonly registry: Registry;
  readonly name: string;
}

/** Project files that name packages. They are always looked at. */
export const packageFileNames: readonly string[] = [
  "package.json",
  "composer.json",
  "packages.config",
  "Directory.Packages.props",
  "requirements.txt",
  "pyproject.toml",
  "pom.xml",
];

const npmSections = ["dependencies", "devDependencies", "peerDependencies", "optionalDependencies"];
const composerSections = ["require", "require-dev"];

const nugetReference = /<(?:PackageReference|PackageVersion|Reference|package)[ \t\r\n]+(?:Include|id)[ \t]*=[ \t]*"([^",]{1,200})/g;
const mavenArtifact = /<artifactId>([^<]{1,200})<\/artifactId>/g;
const requirementLine = /^[ \t]*([A-Za-z0-9][A-Za-z0-9._-]{0,100})[ \t]*(?:[=<>~!;[@]|\r?$)/gm;
const tomlRequirement = /^[ \t]*["']?([A-Za-z0-9][A-Za-z0-9._-]{0,100})["']?[ \t]*=|["']([A-Za-z0-9][A-Za-z0-9._-]{0,100})[ \t]*(?:[=<>~!;[][^"'\n]{0,200})?["']/gm;
const xmlComment = /<!--[^]*?(?:-->|$)/g;

/** The packages that a project file depends on. Empty for any other file, and for one that cannot be read. */
export function packagesUsed(document: Document): PackageUse[] {
  const name = document.fileName;
  if (name === "package.json") return named("npm", keysOf(document.text, npmSections));
  if (name === "composer.json") return named("composer", keysOf(document.text, composerSections));
  if (name === "requirements.txt") return named("pypi", captures(document.text, requirementLine));
  if (name === "pyproject.toml") return named("pypi", captures(document.text, tomlRequirement));
  if (name === "pom.xml") return named("maven", captures(withoutXmlComments(document.text), mavenArtifact));
  if (name === "packages.config" || /\.(?:csproj|vbproj|fsproj|props|targets)$/i.test(name)) {
    return named("nuget", captures(withoutXmlComments(document.text), nugetReference));
  }
  return [];
}

function named(registry: Registry, names: readonly string[]): PackageUse[] {
  return names.map((name) => ({ registry, name }));
}

function withoutXmlComments(text: string): string {
  return text.replace(xmlComment, " ");
}

function captures(text: string, pattern: RegExp): string[] {
  return Array.from(text.matchAll(pattern), (match) => match[1] ?? match[2] ?? "").filter((name) => name !== "");
}

function keysOf(text: string, sections: readonly string[]): string[] {
  const root = jsonObject(text);
  return sections.flatMap((section) => {
    const value = root?.[section];
    return isObject(value) ? Object.keys(value) : [];
  });
}

/** The object that a JSON text holds, read past its errors; `undefined` where it holds none. */
export function jsonObject(text: string): Readonly<Record<string, unknown>> | undefined {
  const value = jsonValue(text);
  return isObject(value) ? value : undefined;
}

function jsonValue(text: string): unknown {
  try {
    return parse(text, [], { allowTrailingComma: true });
  } catch (problem) {
    // Arrays nested many thousand deep exhaust the parser's stack: such a file declares nothing.
    if (problem instanceof RangeError) return undefined;
    throw problem;
  }
}

/** Whether a value read from JSON is an object with named members. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
