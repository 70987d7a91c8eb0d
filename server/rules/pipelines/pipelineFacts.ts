import type { Document } from "../../core/document.ts";
import { defineFactSource, type Fact, type WorkspaceFacts } from "../../core/fact.ts";
import type { TextRange } from "../../core/text.ts";
import { pipelineOf, type Pipeline } from "../../languages/pipelines/pipeline.ts";
import { pipelineTriggers } from "./subject.ts";

/** What a step makes or takes in. */
export type PipelineWork = "image built" | "image pushed" | "chart published" | "dependencies installed";

/** What a pipeline does against faults that come from elsewhere. */
export type PipelineCare = "image scan" | "image signature" | "chart signature" | "dependency audit";

/** One thing that a pipeline does, or what it does cannot be seen in it. */
export type PipelineFact = { readonly does: PipelineWork } | { readonly cares: PipelineCare } | { readonly hidden: true };

const works: readonly (readonly [PipelineWork, RegExp])[] = [
  ["image built", /\b(?:docker|podman|nerdctl)\s+(?:buildx\s+)?build\b|\bbuildah\s+bud\b|docker\/build-push-action@|\/kaniko\/executor\b|Docker@\d/],
  ["image pushed", /\b(?:docker|podman|nerdctl)\s+push\b|\b(?:docker|podman)\s+(?:buildx\s+)?build\b[^\n]{0,400}\s--push\b|\bbuildah\s+push\b/],
  ["chart published", /\bhelm\s+push\b|\bhelm\s+package\b|\bcr\s+upload\b|helm\/chart-releaser-action@/],
  ["dependencies installed", /\b(?:npm\s+(?:ci|install|i)|yarn(?:\s+install)?|pnpm\s+(?:i|install))\b(?!\s+(?:-g|--global|[a-z]))/],
];
const cares: readonly (readonly [PipelineCare, RegExp])[] = [
  ["image scan", /trivy|grype|snyk|docker scout|docker\/scout-action|\bclair|anchore|container[_-]scanning|sysdig|twistcli|prisma-cloud|\bwiz\b|aquasec|dockle/i],
  ["image signature", /cosign|notation\s+sign|notaryproject|DOCKER_CONTENT_TRUST["']?\s{0,5}[:=]\s{0,5}["']?1|attest-build-provenance|sigstore/i],
  ["chart signature", /\bhelm\s+package\b[^\n]{0,400}\s--sign\b|\bcosign\b|\bhelm\s+gpg\s+sign\b|CR_SIGN|notation\s+sign/i],
  [
    "dependency audit",
    /\b(?:npm|pnpm|yarn)\s+(?:run\s+)?(?:npm\s+)?audit\b|audit-ci|osv-scanner|snyk|dependency[_-](?:review|scanning|check)|trivy|grype|renovate|better-npm-audit|socket\b|composer\s+audit|pip-audit|--vulnerable|owasp|mend\b|whitesource|black-?duck|sonatype|fossa/i,
  ],
];

/** Files by which a service keeps dependencies up to date, beside the pipeline's repository. */
const updaters = [".github/dependabot.yml", ".github/dependabot.yaml", "renovate.json", "renovate.json5", ".renovaterc", ".renovaterc.json", ".github/renovate.json", ".github/renovate.json5", ".gitlab/renovate.json"];

/** What the pipelines of a workspace do. */
export const pipelineFacts = defineFactSource<PipelineFact>({
  id: "pipeline-work",
  languages: ["yaml"],
  triggers: pipelineTriggers,
  collect(document, add) {
    const pipeline = pipelineOf(document);
    if (!pipeline || pipeline.steps.length === 0) return;
    const whole = { start: 0, end: document.text.length };
    for (const { scripts, uses, object } of pipeline.steps) {
      for (const text of [...scripts.map(({ range }) => range), ...(uses ? [uses.range] : [])]) collectWork(document, text, add);
      if (uses?.value.startsWith("docker/build-push-action@") && /push:\s{0,9}["']?true/.test(document.text.slice(object.range.start, object.range.end))) add(uses.range, { does: "image pushed" });
    }
    for (const [care, words] of cares) if (words.test(document.text)) add(whole, { cares: care });
    if (updaters.some((file) => document.neighbours?.read(topOf(document) + file) !== undefined)) add(whole, { cares: "dependency audit" });
    if (runsElsewhere(pipeline, document)) add(whole, { hidden: true });
  },
});

/** The first place of a kind of work in the workspace, if no pipeline takes the care that belongs to it and none is hidden. */
export function workWithoutCare(facts: WorkspaceFacts, work: PipelineWork, care: PipelineCare): Fact<PipelineFact> | undefined {
  const all = facts.of(pipelineFacts);
  if (all.some(({ value }) => "hidden" in value || ("cares" in value && value.cares === care))) return undefined;
  return all.find(({ value }) => "does" in value && value.does === work);
}

function collectWork({ text }: Document, { start, end }: TextRange, add: (range: TextRange, fact: PipelineFact) => void): void {
  const written = text.slice(start, end);
  for (const [work, words] of works) {
    const found = words.exec(written);
    if (!found) continue;
    const at = start + found.index;
    add({ start: at, end: at + found[0].trimEnd().length }, { does: work });
  }
}

/** The repository's top: the pipelines of all services lie there or in a folder of the service. */
function topOf({ path, fileName }: Document): string {
  const at = path.indexOf(".github/");
  return at >= 0 ? path.slice(0, at) : path.slice(0, -fileName.length);
}

/** Workflows and templates of other repositories may do anything. */
function runsElsewhere({ service, steps }: Pipeline, { text }: Document): boolean {
  if (service === "github") return steps.some(({ uses }) => /^[^./][^@]*\/\.github\/workflows\//.test(uses?.value ?? ""));
  if (service === "gitlab") return /^\s*-?\s*(?:include:.*)?(?:project|remote|component):/m.test(text);
  if (service === "azure") return /^\s*-?\s*template:.*@/m.test(text);
  return /^\s*import:/m.test(text);
}
