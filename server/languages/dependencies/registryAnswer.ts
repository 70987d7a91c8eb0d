import type { Document, SyntaxProvider } from "../../core/document.ts";
import { NotAnalysable } from "../../core/document.ts";
import { objectOf, textOf } from "./plainData.ts";

/** How bad a known hole is, in the registry's words. */
export type AdvisorySeverity = "critical" | "high" | "moderate" | "low" | "info";

/** A known hole in a package that a project installs. */
export interface KnownHole {
  /** The dependency in the project's manifest that brings the package in, or is it. */
  readonly dependency: string;
  /** The packages between the two, both included: the last one has the hole. */
  readonly chain: readonly string[];
  /** The version that is installed. */
  readonly version: string;
  readonly severity: AdvisorySeverity;
  readonly title: string;
  /** `GHSA-…`, or a number of the registry's. */
  readonly id?: string;
  readonly url?: string;
  /** The first version of the package without the hole. */
  readonly fixedIn?: string;
  /** The version of the dependency that no longer brings the hole in. */
  readonly dependencyFixedIn?: string;
}

/** What a registry answered on the dependencies of one manifest. Plain data that JSON keeps. */
export interface RegistryAnswer {
  readonly holes: readonly KnownHole[];
  /** Dependencies whose names the registry does not know. */
  readonly unknown: readonly string[];
}

const severities: readonly AdvisorySeverity[] = ["critical", "high", "moderate", "low", "info"];

/** Where the answer on a manifest is found among its neighbours. No file can be there; an audit that asks a registry puts it there. */
export function answerPath(manifestPath: string): string {
  return `${manifestPath}/registry-answer`;
}

const answerSyntax: SyntaxProvider<RegistryAnswer> = {
  name: "registry answer",
  parse(document: Document): RegistryAnswer {
    try {
      return answerOf(JSON.parse(document.text));
    } catch {
      throw new NotAnalysable("the answer is broken");
    }
  },
};

/** What the registry answered on a manifest; undefined where it was not asked. */
export function registryAnswer({ path, neighbours }: Document): RegistryAnswer | undefined {
  return neighbours?.read(answerPath(path))?.syntax(answerSyntax);
}

function answerOf(data: unknown): RegistryAnswer {
  const root = objectOf(data);
  const list = (value: unknown): unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);
  return { unknown: list(root["unknown"]).flatMap((name) => textOf(name) ?? []), holes: list(root["holes"]).flatMap((hole) => holeOf(objectOf(hole), list) ?? []) };
}

function holeOf(hole: Readonly<Record<string, unknown>>, list: (value: unknown) => unknown[]): KnownHole | undefined {
  const [dependency, version, title] = [textOf(hole["dependency"]), textOf(hole["version"]), textOf(hole["title"])];
  const severity = severities.find((one) => one === hole["severity"]);
  if (dependency === undefined || version === undefined || title === undefined || severity === undefined) return undefined;
  const [id, url, fixedIn, dependencyFixedIn] = ["id", "url", "fixedIn", "dependencyFixedIn"].map((name) => textOf(hole[name]));
  return {
    dependency,
    version,
    title,
    severity,
    chain: list(hole["chain"]).flatMap((name) => textOf(name) ?? []),
    ...(id !== undefined && { id }),
    ...(url !== undefined && { url }),
    ...(fixedIn !== undefined && { fixedIn }),
    ...(dependencyFixedIn !== undefined && { dependencyFixedIn }),
  };
}

/** 0 for the worst. */
export function advisoryRank(severity: AdvisorySeverity): number {
  return severities.indexOf(severity);
}
