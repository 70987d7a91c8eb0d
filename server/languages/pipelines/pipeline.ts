import type { Document, SyntaxProvider } from "../../core/document.ts";
import type { TextRange } from "../../core/text.ts";
import { memberNamed, valueAt, type DataMember, type DataNode, type DataObject } from "../data/dataNode.ts";
import { membersBelow } from "../data/walk.ts";
import { yamlData } from "../yaml/dataOf.ts";

/** Services that build and release from a file in the repository. */
export type PipelineService = "github" | "gitlab" | "bitbucket" | "azure";

/** A command or several, as a step runs them. */
export interface Script {
  /** Where it is written; with the notation of a block, where it is one. */
  readonly range: TextRange;
  /** What is written there. */
  readonly text: string;
}

/** One step of a job, or a job where the service has no steps. */
export interface Step {
  readonly object: DataObject;
  /** The job around it; the step itself where there is none. */
  readonly job: DataObject;
  readonly scripts: readonly Script[];
  /** The action, task or pipe that it calls. */
  readonly uses: Extract<DataNode, { kind: "string" }> | undefined;
}

/** A pipeline's file. */
export interface Pipeline {
  readonly service: PipelineService;
  readonly root: DataObject;
  readonly steps: readonly Step[];
}

const paths: readonly (readonly [RegExp, PipelineService])[] = [
  [/(?:^|\/)\.github\/workflows\/[^/]+\.ya?ml$/, "github"],
  [/(?:^|\/)action\.ya?ml$/, "github"],
  [/(?:^|[/.])gitlab-ci\.ya?ml$/, "gitlab"],
  [/(?:^|\/)bitbucket-pipelines\.ya?ml$/, "bitbucket"],
  [/(?:^|\/)azure-pipelines[^/]*\.ya?ml$/, "azure"],
];
/** Members that hold commands, by service; a list of texts or one text. */
const scriptNames: Readonly<Record<PipelineService, readonly string[]>> = {
  github: ["run"],
  gitlab: ["script", "before_script", "after_script"],
  bitbucket: ["script", "after-script"],
  azure: ["script", "bash", "powershell", "pwsh"],
};
const callNames = ["uses", "task", "pipe"];

const pipelineSyntax: SyntaxProvider<Pipeline | undefined> = {
  name: "pipeline",
  parse(document: Document): Pipeline | undefined {
    const service = serviceOf(document.path);
    const [root] = yamlData(document);
    if (!service || root?.kind !== "object") return undefined;
    return { service, root, steps: service === "github" ? githubSteps(document, root) : stepsBelow(document, root, service) };
  },
};

/** The pipeline that a file is, by its path; undefined for other files, which are not parsed. */
export function pipelineOf(document: Document): Pipeline | undefined {
  return serviceOf(document.path) ? document.syntax(pipelineSyntax) : undefined;
}

function serviceOf(path: string): PipelineService | undefined {
  return paths.find(([pattern]) => pattern.test(path))?.[1];
}

function githubSteps(document: Document, root: DataObject): Step[] {
  const jobs = valueAt(root, "jobs");
  const holders = jobs?.kind === "object" ? jobs.members.map(({ value }) => value) : [valueAt(root, "runs")];
  return holders.flatMap((job) => {
    if (job?.kind !== "object") return [];
    const list = valueAt(job, "steps");
    const steps = list?.kind === "array" ? list.items : [];
    // A job may call a whole workflow instead of having steps.
    return [job, ...steps].flatMap((object) => (object.kind === "object" ? [stepOf(document, object, job, "github")] : []));
  });
}

/** Every object that has commands or calls something, wherever the service lets it stand. */
function stepsBelow(document: Document, root: DataObject, service: PipelineService): Step[] {
  const names = [...scriptNames[service], ...callNames];
  const objects: DataObject[] = [];
  const isStep = (node: DataNode): node is DataObject => node.kind === "object" && names.some((name) => memberNamed(node, name) !== undefined);
  for (const { member } of membersBelow(root)) {
    const { value } = member;
    for (const one of value.kind === "array" ? value.items : [value]) if (isStep(one)) objects.push(one);
  }
  return objects.map((object) => stepOf(document, object, object, service));
}

function stepOf(document: Document, object: DataObject, job: DataObject, service: PipelineService): Step {
  const scripts = scriptNames[service].flatMap((name) => textsIn(memberNamed(object, name)?.value).map((range) => ({ range, text: document.text.slice(range.start, range.end) })));
  const uses = callNames.map((name) => valueAt(object, name)).find((value) => value?.kind === "string");
  return { object, job, scripts, uses: uses?.kind === "string" ? uses : undefined };
}

function textsIn(value: DataNode | undefined): TextRange[] {
  if (value?.kind === "array") return value.items.flatMap(textsIn);
  return value?.kind === "string" ? [value.range] : [];
}

/** The variables that hold for a step: its own, its job's, the pipeline's. */
export function variablesOf(step: Step, pipeline: Pipeline): readonly DataMember[] {
  return [step.object, step.job, pipeline.root].flatMap((holder) => {
    const held = valueAt(holder, pipeline.service === "github" ? "env" : "variables");
    return held?.kind === "object" ? held.members : [];
  });
}

/** The names of the events that start a workflow of GitHub. */
export function eventsOf({ root }: Pipeline): ReadonlySet<string> {
  const on = valueAt(root, "on") ?? valueAt(root, "true");
  if (on?.kind === "object") return new Set(on.members.map(({ name }) => name));
  const list = on?.kind === "array" ? on.items : on ? [on] : [];
  return new Set(list.flatMap((one) => (one.kind === "string" ? [one.value] : [])));
}
