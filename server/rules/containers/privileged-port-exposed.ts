import { defineRule } from "../../core/rule.ts";
import { isKnown } from "../../languages/dockerfile/variables.ts";
import { isAllPowerful } from "./accounts.ts";
import { dockerfiles } from "./containerExamples.ts";
import { exposedPorts } from "./exposedPorts.ts";
import { finalImageOf } from "./finalImage.ts";
import { hardening } from "./hardening.ts";
import { productOf } from "./product.ts";

export default defineRule({
  id: "privileged-port-exposed",
  title: "Account without rights is to listen on a privileged port",
  concern: "containers",
  languages: ["dockerfile"],
  triggers: ["expose"],
  requirements: hardening,
  severity: "information",
  cwe: [250],
  benchmarks: { cisDocker: ["5.8"] },
  alsoKnownAs: { trivy: ["KSV-0117"], kics: ["Privileged Ports Mapped In Container bc2908f3-f73c-40a9-8793-c1b7d5544f79"] },
  fix: "none",
  documentation: {
    wrong: "A port below 1024 is exposed, and the Dockerfile sets a `USER` without rights.",
    why: "On many platforms such an account may not listen below 1024. The container then fails, and somebody helps it along with root or with a capability.",
    fix: "Listen on a port from 1024 on, such as 8080, and let the platform map it.",
    suppress: "When the platform lets every account listen there (Docker does since 20.10, containerd since 2.0).",
  },
  examples: {
    bad: dockerfiles(
      ["a web server", "FROM node:24.11.1\nUSER 1000\nEXPOSE [|80|]\nCMD node .\n"],
      ["with its protocol", "FROM node:24.11.1\nEXPOSE [|443/tcp|]\nUSER 1000:1000\nCMD node .\n"],
      ["among others", "FROM node:24.11.1\nEXPOSE 8080 [|81|]\nUSER 1000\n"],
      ["the user of an earlier stage", "FROM node:24.11.1 AS base\nUSER 1000\nFROM base\nEXPOSE [|80|]\n"],
      ["through a variable", "FROM node:24.11.1\nENV PORT=80\nEXPOSE [|$PORT|]\nUSER 1000\n"],
      ["UDP", "FROM alpine:3.24.1\nEXPOSE [|53/udp|]\nUSER 65534:65534\n"],
    ),
    good: dockerfiles(
      ["a port that everybody may use", "FROM node:24.11.1\nEXPOSE 8080\nUSER 1000\n"],
      ["root, which is another finding", "FROM node:24.11.1\nEXPOSE 80\nCMD node .\n"],
      ["root again", "FROM node:24.11.1\nUSER 1000\nEXPOSE 80\nUSER root\n"],
      ["a user that the caller names", "FROM node:24.11.1\nARG U\nEXPOSE 80\nUSER $U\n"],
      ["a port that the caller names", "FROM node:24.11.1\nARG PORT\nEXPOSE $PORT\nUSER 1000\n"],
      ["the boundary", "FROM node:24.11.1\nEXPOSE 1024\nUSER 1000\n"],
    ),
  },
  check(document, report) {
    const product = productOf(document);
    const user = product && finalImageOf(document)?.user;
    if (!user || user === "incomplete" || !isKnown(user.value) || isAllPowerful(user.value)) return;
    for (const { first, range } of exposedPorts(product)) {
      if (first >= 1024) continue;
      report({ range, message: `Many platforms let no account without rights listen on port ${first}.`, atMost: "information" });
    }
  },
});
