import { defineRule } from "../../core/rule.ts";
import { dockerfiles } from "./containerExamples.ts";
import { fileModeOf } from "./fileModes.ts";
import { hardening } from "./hardening.ts";
import { productOf, runCommands, stepsOf } from "./product.ts";

const message = "The program runs with its owner's rights whoever starts it, so a flaw in it makes every account its owner.";

export default defineRule({
  id: "setuid-file-created",
  title: "Program gets its owner's rights",
  concern: "containers",
  languages: ["dockerfile"],
  triggers: ["chmod"],
  requirements: hardening,
  severity: "information",
  cwe: [250, 732],
  benchmarks: { cisDocker: ["4.8"] },
  fix: "none",
  documentation: {
    wrong: "A delivered stage sets the set-uid or set-gid bit: `chmod u+s`, `chmod 4755`, `COPY --chmod=4755`. A folder whose files take on its group (`2775`, `g+s` on a folder) looks the same, so it is an information.",
    why: "A program of root with this bit is a way from any account to root. Where nobody gains new rights (`no-new-privileges`), it does not work anyway.",
    fix: "Give the process the one capability that it needs (`setcap`), or do the work while building.",
    suppress: "When the bit is on a folder, to share files in a group.",
  },
  examples: {
    bad: dockerfiles(
      ["by letters", "FROM debian:13\nRUN chmod [|u+s|] /usr/bin/tool\n"],
      ["by digits", "FROM debian:13\nRUN cp tool /bin && chmod [|4755|] /bin/tool\n"],
      ["both bits", "FROM debian:13\nRUN chmod [|06755|] /bin/tool\n"],
      ["for user and group", "FROM debian:13\nRUN chmod [|ug+s|] /bin/tool\n"],
      ["alone", "FROM alpine:3.24.1\nRUN chmod [|+s|] /bin/busybox\n"],
      ["while copying", "FROM debian:13\nCOPY [|--chmod=4755|] tool /bin/\n"],
    ),
    good: dockerfiles(
      ["without it", "FROM debian:13\nRUN chmod 0755 /bin/tool\n"],
      ["taken away", "FROM debian:13\nRUN chmod u-s /bin/su && chmod a-s /bin/mount\n"],
      ["taken away from all", "FROM debian:13\nRUN find / -perm /6000 -type f -exec chmod a-s {} \\;\n"],
      ["the sticky bit", "FROM debian:13\nRUN chmod 1777 /scratch\n"],
      ["a stage that builds", "FROM debian:13 AS build\nRUN chmod u+s /x\nFROM scratch\nCOPY --from=build /a /a\n"],
      ["a year", "FROM debian:13\nRUN chmod 644 4755 2024\n"],
    ),
  },
  check(document, report) {
    const product = productOf(document);
    if (!product) return;
    for (const { step } of stepsOf(product, "delivered")) {
      for (const flag of step.flags) if (flag.name === "chmod" && fileModeOf(flag.value)?.isSetId) report({ range: flag.range, message });
    }
    for (const { invocation } of runCommands(product, "delivered")) {
      if (invocation.program !== "chmod") continue;
      const mode = invocation.words.find(({ text }) => !/^-[a-zA-Z]*[Rcvf]|^--/.test(text));
      if (mode && fileModeOf(mode.text)?.isSetId) report({ range: mode.range, message });
    }
  },
});
