import { defineRule } from "../../core/rule.ts";
import { milder } from "../../core/severity.ts";
import { isKnown } from "../../languages/dockerfile/variables.ts";
import { dockerfiles } from "./containerExamples.ts";
import { hardening } from "./hardening.ts";
import { productOf, stepsOf } from "./product.ts";

const systemFolder = /^\/(?:proc|sys|dev|boot|etc|bin|sbin|lib|lib64|usr\/s?bin|usr\/lib|root\/\.ssh)\/*$|^\/(?:proc|sys|dev|boot)\//;

export default defineRule({
  id: "workdir-in-system-folder",
  title: "Working folder is one of the system's",
  concern: "containers",
  languages: ["dockerfile"],
  triggers: ["workdir"],
  requirements: hardening,
  severity: "warning",
  cwe: [552],
  benchmarks: { cisDocker: ["5.6"] },
  alsoKnownAs: { trivy: ["DS-0030"] },
  fix: "none",
  documentation: {
    wrong: "`WORKDIR` of a delivered stage is a folder of the system: `/proc`, `/sys`, `/dev`, `/boot`, `/etc`, or one with the system's programs and libraries.",
    why: "What the process writes without a full path lands among the files that the system trusts, and a flaw with relative paths reaches them with one name.",
    fix: "Use a folder of your own, such as `/app`.",
    suppress: "When the image is a tool that works on that folder.",
  },
  examples: {
    bad: dockerfiles(
      ["settings", "FROM debian:13\nWORKDIR [|/etc|]\n"],
      ["the kernel's files", "FROM debian:13\nWORKDIR [|/proc/self|]\n"],
      ["devices", "FROM debian:13\nWORKDIR [|/dev/|]\n"],
      ["programs", "FROM debian:13\nCOPY app /usr/bin/\nWORKDIR [|/usr/bin|]\n"],
      ["through a variable", "FROM debian:13\nENV HERE=/sys\nWORKDIR [|${HERE}|]\n"],
      ["in quotes", 'FROM debian:13\nWORKDIR [|"/boot"|]\n'],
    ),
    good: dockerfiles(
      ["a folder of one's own", "FROM debian:13\nWORKDIR /app\n"],
      ["settings of one program", "FROM nginx:1.30.1\nWORKDIR /etc/nginx\n"],
      ["a folder that only begins so", "FROM debian:13\nWORKDIR /etcetera\nWORKDIR /system/app\n"],
      ["relative", "FROM debian:13\nWORKDIR /srv\nWORKDIR etc\n"],
      ["a folder that the caller names", "FROM debian:13\nARG HERE\nWORKDIR ${HERE}\n"],
      ["a stage that builds", "FROM debian:13 AS build\nWORKDIR /etc\nFROM scratch\nCOPY --from=build /a /a\n"],
    ),
  },
  check(document, report) {
    const product = productOf(document);
    if (!product) return;
    for (const { step } of stepsOf(product, "delivered")) {
      const [folder] = step.keyword === "WORKDIR" ? step.words : [];
      if (!folder || !isKnown(folder.text) || !systemFolder.test(folder.text)) continue;
      const message = `The process works in ${folder.text}, so what it writes lands among files that the system trusts.`;
      report({ range: folder.range, message, atMost: milder(product.limit, "warning") });
    }
  },
});
