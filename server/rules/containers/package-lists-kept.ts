import { defineRule } from "../../core/rule.ts";
import { rangeOfCommand } from "../../languages/dockerfile/shellCommands.ts";
import { dockerfiles } from "./containerExamples.ts";
import { hardening } from "./hardening.ts";
import { packageCommandOf } from "./packageManagers.ts";
import { byStep, productOf, runCommands, type RunCommand } from "./product.ts";

const lists = /^\/var\/(?:lib\/apt(?:\/lists)?|lib)(?:\/\*?)?$|^\/var\/cache\/apt|^\/var\/lib\/apt\/lists/;

export default defineRule({
  id: "package-lists-kept",
  title: "Package lists stay in the image",
  concern: "containers",
  languages: ["dockerfile"],
  triggers: ["apt"],
  requirements: hardening,
  severity: "information",
  cwe: [1104],
  benchmarks: { cisDocker: ["4.3"] },
  alsoKnownAs: {
    hadolint: ["DL3009"],
    kics: ["Apt Get Install Lists Were Not Deleted df746b39-6564-4fed-bf85-e9c44382303c"],
  },
  fix: "safe",
  documentation: {
    wrong: "A `RUN` fetches apt's lists of packages to install some, and does not remove the lists again. A cache mount in their place is fine, and so is a stage that only builds. Reported once for a file.",
    why: "The lists are of no use to the product, tell whoever breaks in what can be installed, and go stale: the next layer may install from them.",
    fix: "The quick fix adds `rm -rf /var/lib/apt/lists/*` at the end of the same `RUN`: in a later one it would only hide them.",
    suppress: "When the image is a base in which others install packages.",
  },
  examples: {
    bad: dockerfiles(
      ["in one line", "FROM debian:13\nRUN [|apt-get update|] && apt-get install -y curl\n", "FROM debian:13\nRUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*\n"],
      ["over several lines", "FROM debian:13\nRUN [|apt-get update|] \\\n && apt-get install -y \\\n    curl\nCMD app\n", "FROM debian:13\nRUN apt-get update \\\n && apt-get install -y \\\n    curl && rm -rf /var/lib/apt/lists/*\nCMD app\n"],
      ["removed too late", "FROM debian:13\nRUN [|apt-get update|] && apt-get install -y curl\nRUN rm -rf /var/lib/apt/lists/*\n", "FROM debian:13\nRUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*\nRUN rm -rf /var/lib/apt/lists/*\n"],
      ["cleaned, but not of the lists", "FROM debian:13\nRUN [|apt update|] && apt install -y curl && apt clean\n", "FROM debian:13\nRUN apt update && apt install -y curl && apt clean && rm -rf /var/lib/apt/lists/*\n"],
      ["a here-document", "FROM debian:13\nRUN <<EOF\n[|apt-get update|]\napt-get install -y curl\nEOF\n", "FROM debian:13\nRUN <<EOF\napt-get update\napt-get install -y curl && rm -rf /var/lib/apt/lists/*\nEOF\n"],
      ["twice in one file", "FROM debian:13\nRUN [|apt-get update|] && apt-get install -y a\nRUN apt-get update && apt-get install -y b\n"],
    ),
    good: dockerfiles(
      ["removed", "FROM debian:13\nRUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*\n"],
      ["removed with others", "FROM debian:13\nRUN apt-get update && apt-get install -y curl && rm -rf /tmp/* /var/lib/apt/lists/* /var/tmp/*\n"],
      ["the whole folder", "FROM debian:13\nRUN apt-get update && apt-get install -y curl && rm -fr /var/lib/apt/lists\n"],
      ["a cache mount", "FROM debian:13\nRUN --mount=type=cache,target=/var/lib/apt/lists apt-get update && apt-get install -y curl\n"],
      ["a build stage", "FROM debian:13 AS build\nRUN apt-get update && apt-get install -y make\nFROM scratch\nCOPY --from=build /a /a\n"],
      ["no index", "FROM debian:13\nRUN apt-get install -y curl\n"],
      ["apk", "FROM alpine:3.24.1\nRUN apk update && apk add curl\n"],
    ),
  },
  check(document, report) {
    const product = productOf(document);
    if (!product || product.limit === "information") return;
    const commands = [...runCommands(product, "delivered")];
    const steps = byStep(commands);
    const updates = commands.filter((one) => one.command.partOf === undefined && keepsLists(one, steps.get(one.step) ?? []));
    const [first, ...others] = updates;
    if (!first) return;
    const edits = [...new Set(updates.map(({ step }) => step))].map((step) => {
      const { end } = rangeOfCommand(endOfChain(steps.get(step) ?? [], first).command);
      return { range: { start: end, end }, newText: " && rm -rf /var/lib/apt/lists/*" };
    });
    report({
      range: rangeOfCommand(first.command),
      message: "The lists of packages stay in this layer, of no use but to whoever breaks in.",
      related: others.map(({ command }) => ({ range: rangeOfCommand(command), message: "Here too." })),
      fixes: [{ title: 'Remove the lists: "rm -rf /var/lib/apt/lists/*"', safe: true, edits }],
    });
  },
});

/** An update with an install beside it, whose lists are not removed by the same RUN. */
function keepsLists({ step, invocation }: RunCommand, beside: readonly RunCommand[]): boolean {
  const own = packageCommandOf(invocation);
  if (own?.family !== "apt" || own.action !== "update") return false;
  if (step.flags.some(({ name, value }) => name === "mount" && value.includes('/var/lib/apt'))) return false;
  const installs = beside.some((one) => packageCommandOf(one.invocation)?.action === "install");
  return installs && !beside.some((one) => one.invocation.program === "rm" && one.invocation.words.some(({ text }) => lists.test(text)));
}

/** The last command of a RUN behind which another one can be written. */
function endOfChain(commands: readonly RunCommand[], or: RunCommand): RunCommand {
  return commands.findLast(({ command }) => command.partOf === undefined && command.outputs.length === 0) ?? or;
}
