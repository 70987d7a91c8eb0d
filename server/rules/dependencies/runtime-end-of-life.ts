import type { Fix } from "../../core/finding.ts";
import { defineWorkspaceRule, type Fact, type WorkspaceFacts, type WorkspaceReport } from "../../core/fact.ts";
import type { Severity } from "../../core/severity.ts";
import { today } from "../../core/today.ts";
import { admittedByRange, admittedByVersion, type Admitted } from "../../languages/support/admitted.ts";
import { dayAfter, daysBetween, hasEnded, supportedVersion, tableAgeNote } from "../../languages/support/versions.ts";
import { runtimeExamples } from "./runtimeExamples.ts";
import { runtimeFiles, runtimeManifests, runtimePipelines, runtimeProjects, type AskedRuntime } from "./runtimeFacts.ts";

/** Whose end comes within these days is announced. */
const announced = 90;

const productNames: Readonly<Record<string, string>> = { node: "Node.js", python: "Python", php: "PHP", ruby: "Ruby", golang: "Go", dotnet: ".NET", deno: "Deno" };

const sources = [runtimeFiles, runtimeManifests, runtimeProjects, runtimePipelines];

export default defineWorkspaceRule({
  id: "runtime-end-of-life",
  title: "Runtime out of support",
  concern: "dependencies",
  languages: ["text", "json", "xml", "yaml"],
  requirements: ["akeneo/dependencies-supported", "atlassian/supply-chain"],
  severity: "warning",
  cwe: [1104],
  fix: "review",
  sources,
  documentation: {
    wrong: "The project asks for a version of Node.js, PHP, .NET, Python, Ruby or Go that gets no free security fixes any more, by our table of end dates: in `engines`, `volta`, `.nvmrc`, `.node-version`, `.tool-versions`, `composer.json`, `global.json`, a .NET project, or in a step of a pipeline that installs it. A range counts only where none of the versions in it is supported. What ends within 90 days, and what only a pipeline uses, is an information. Images and Forge's runtime have rules of their own.",
    why: "Holes in the runtime that are found from that day on stay open, whatever the app does.",
    fix: "The quick fix asks for the next version that is supported. Run the tests on it, and change the images and servers with it.",
    suppress: "When you pay for extended support of this version.",
  },
  examples: runtimeExamples,
  checkWorkspace,
});

function checkWorkspace(facts: WorkspaceFacts, report: WorkspaceReport): void {
  const day = today();
  for (const fact of sources.flatMap((source) => facts.of(source))) {
    const fault = faultOf(fact.value, day);
    if (!fault) continue;
    report(fact.path, { range: fact.range, message: fault.message, fixes: fixesFor(fact, fault.admitted, day), atMost: fault.atMost });
  }
}

function faultOf(asked: AskedRuntime, day: string): { message: string; atMost: Severity; admitted: Admitted } | undefined {
  const admitted = admittedBy(asked);
  if (admitted?.ends === undefined) return undefined;
  const name = `${productNames[admitted.product] ?? admitted.product} ${admitted.version}`;
  if (hasEnded(admitted, day)) {
    const ended = admitted.ends === "ended" ? "long ago" : `on ${admitted.ends}`;
    return { admitted, message: `Support of ${name} ended ${ended}, so new holes stay open.${tableAgeNote(day)}`, atMost: asked.inPipeline ? "information" : "warning" };
  }
  if (daysBetween(day, admitted.ends) > announced) return undefined;
  return { admitted, message: `Support of ${name} ends on ${admitted.ends}.${tableAgeNote(day)}`, atMost: "information" };
}

function admittedBy({ product, written, form }: AskedRuntime): Admitted | undefined {
  if (form === "range") return admittedByRange(product, written);
  if (form === "constraint") return admittedByRange(product, npmRange(written));
  const each = written.split(" ").map((one) => admittedByVersion(product, one));
  const lasting = (one: Admitted | undefined): string => one?.ends ?? "~";
  return each.reduce((best, one) => (lasting(one) > lasting(best) ? one : best));
}

/** Composer's notation in npm's: one bar, commas, and a tilde that leaves its last number free. */
function npmRange(constraint: string): string {
  return constraint
    .replace(/\s*\|\|?\s*/g, " || ")
    .replace(/,/g, " ")
    .replace(/~\s*(\d+)\.(\d+)(?![.\d])/g, (_all, major: string, minor: string) => `>=${major}.${minor}.0 <${Number(major) + 1}.0.0`);
}

const replaceable = /^([v^~]?)\d+(?:\.\d+)*(\.x)?$/;

/** The next supported version, with as many numbers as the table gives; only in place of a version that stands alone. */
function fixesFor({ range, value: { written, product, form } }: Fact<AskedRuntime>, { version }: Admitted, day: string): Fix[] {
  const next = supportedVersion(product, dayAfter(day, announced), version);
  const shape = replaceable.exec(written);
  if (next === undefined || !shape || product === "dotnet") return [];
  const [, prefix = "", wild = ""] = shape;
  const newText = `${prefix}${next}${form === "constraint" && prefix === "~" ? ".0" : wild}`;
  return [{ title: `Ask for ${productNames[product] ?? product} ${next}`, safe: false, edits: [{ range, newText }] }];
}
