import { defineRule } from "../../core/rule.ts";
import { dockerfiles } from "./containerExamples.ts";
import { exposedPorts } from "./exposedPorts.ts";
import { hardening } from "./hardening.ts";
import { productOf } from "./product.ts";
import { withoutWord } from "./wordEdits.ts";

export default defineRule({
  id: "ssh-port-exposed",
  title: "Image exposes the port of SSH",
  concern: "containers",
  languages: ["dockerfile"],
  triggers: ["expose"],
  requirements: hardening,
  severity: "error",
  cwe: [1327],
  benchmarks: { cisDocker: ["5.7"] },
  alsoKnownAs: { trivy: ["DS-0004"], checkov: ["CKV_DOCKER_1"] },
  fix: "safe",
  documentation: {
    wrong: "`EXPOSE 22` in a delivered stage.",
    why: "An SSH server in a container is a second way in, with accounts and keys of its own that nobody rotates, past everything that watches the platform.",
    fix: "The quick fix takes the port out. Take the server out as well, and use `docker exec` or the platform's own shell.",
    suppress: "When the product is a server for SSH, such as a Git host or a bastion.",
  },
  examples: {
    bad: dockerfiles(
      ["alone", "FROM debian:13\nEXPOSE [|22|]\nCMD app\n", "FROM debian:13\nCMD app\n"],
      ["with its protocol", "FROM debian:13\nEXPOSE [|22/tcp|]\nCMD app\n", "FROM debian:13\nCMD app\n"],
      ["among others", "FROM debian:13\nEXPOSE 8080 [|22|] 8443\n", "FROM debian:13\nEXPOSE 8080 8443\n"],
      ["through an argument", "FROM debian:13\nARG SSH_PORT=22\nEXPOSE 8080 [|${SSH_PORT}|]\n", "FROM debian:13\nARG SSH_PORT=22\nEXPOSE 8080\n"],
      ["in a stage that the last one is built on", "FROM debian:13 AS base\nEXPOSE [|22|]\nFROM base\nCMD app\n", "FROM debian:13 AS base\nFROM base\nCMD app\n"],
      ["in a range", "FROM debian:13\nEXPOSE [|20-25|] 8080\n", "FROM debian:13\nEXPOSE 8080\n"],
    ),
    good: dockerfiles(
      ["another port", "FROM debian:13\nEXPOSE 8080\n"],
      ["a port with these digits", "FROM debian:13\nEXPOSE 2222 8022 122\n"],
      ["a port that the caller names", "FROM debian:13\nARG PORT\nEXPOSE $PORT\n"],
      ["UDP", "FROM debian:13\nEXPOSE 22/udp\n"],
      ["in a label", "FROM debian:13\nLABEL port=22\n"],
      ["a stage that builds", "FROM debian:13 AS build\nEXPOSE 22\nFROM scratch\nCOPY --from=build /a /a\n"],
    ),
  },
  check(document, report) {
    const product = productOf(document);
    if (!product) return;
    for (const { first, last, range, alone } of exposedPorts(product)) {
      if (first > 22 || last < 22 || /\/udp$/i.test(document.text.slice(range.start, range.end))) continue;
      const lineEnd = alone && document.lines[document.lineOf(alone.end) + 1];
      const start = alone && (document.lines[document.lineOf(alone.start)] ?? 0);
      const edit = start === undefined ? withoutWord(document, range) : { range: { start, end: lineEnd ?? document.text.length }, newText: "" };
      report({
        range,
        message: "SSH is a second way into the container, with accounts and keys that nobody looks after.",
        fixes: [{ title: "Do not expose the port of SSH", safe: true, edits: [edit] }],
        atMost: product.limit,
      });
    }
  },
});
