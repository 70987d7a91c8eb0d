import { defineRule } from "../../core/rule.ts";
import { dockerfiles } from "./containerExamples.ts";
import { copiedSources } from "./copiedSources.ts";
import { hardening } from "./hardening.ts";
import { productOf, stepsOf } from "./product.ts";
import { replacementFix } from "./wordEdits.ts";
import { offsetsOf } from "./userInstruction.ts";

/** What ADD unpacks; a name that may be one of these through a pattern stays with ADD. */
const archive = /\.(?:tar|tgz|tbz2?|txz|tzst|tar\.\w+|gz|bz2|xz|zst)$|[*?]$/i;

export default defineRule({
  id: "add-not-needed",
  title: "ADD is used where COPY is enough",
  concern: "containers",
  languages: ["dockerfile"],
  triggers: ["add"],
  requirements: hardening,
  severity: "information",
  cwe: [1104],
  benchmarks: { cisDocker: ["4.9"] },
  alsoKnownAs: {
    hadolint: ["DL3020"],
    trivy: ["DS-0005"],
    checkov: ["CKV_DOCKER_4"],
    kics: ["Add Instead of Copy 9513a694-aa0d-41d8-be61-3271e056f36b"],
  },
  fix: "safe",
  documentation: {
    wrong: "`ADD` takes a file or folder of the build context that is no archive.",
    why: "`ADD` fetches addresses and unpacks archives where a name happens to look like one: whoever puts an archive in the place of the file decides where its content lands. `COPY` does nothing but copy.",
    fix: "The quick fix writes `COPY`.",
    suppress: "When the source may be an archive that is to be unpacked.",
  },
  examples: {
    bad: dockerfiles(
      ["a folder", "FROM debian:13\n[|ADD|] src /app/src\n", "FROM debian:13\nCOPY src /app/src\n"],
      ["several files", "FROM debian:13\n[|ADD|] a.txt b.txt /app/\n", "FROM debian:13\nCOPY a.txt b.txt /app/\n"],
      ["with an owner", "FROM debian:13\n[|ADD|] --chown=1000:1000 app.jar /app/\n", "FROM debian:13\nCOPY --chown=1000:1000 app.jar /app/\n"],
      ["in the JSON form", 'FROM debian:13\n[|ADD|] ["a b", "/app/"]\n', 'FROM debian:13\nCOPY ["a b", "/app/"]\n'],
      ["for images built on this one", "FROM debian:13\nONBUILD [|ADD|] config.json /app/\n", "FROM debian:13\nONBUILD COPY config.json /app/\n"],
      ["in lower case", "from debian:13\n[|add|] x /x\n", "from debian:13\ncopy x /x\n"],
    ),
    good: dockerfiles(
      ["an archive to be unpacked", "FROM scratch\nADD rootfs.tar.xz /\n"],
      ["an address", "FROM debian:13\nADD --checksum=sha256:abc https://example.com/a /a\n"],
      ["a repository", "FROM debian:13\nADD https://github.com/a/b.git#v1 /src\n"],
      ["COPY", "FROM debian:13\nCOPY src /app/src\n"],
      ["a name that the caller gives", "FROM debian:13\nARG FILE\nADD ${FILE} /app/\n"],
      ["a pattern that may match an archive", "FROM debian:13\nADD dist/* /app/\n"],
      ["a file that is compressed", "FROM debian:13\nADD data.gz layer.tgz /data/\n"],
    ),
  },
  check(document, report) {
    const product = productOf(document);
    if (!product) return;
    for (const { step } of stepsOf(product, "all")) {
      if (step.keyword !== "ADD" || step.words.length < 2) continue;
      const sources = copiedSources(step);
      if (sources.length !== step.words.length - 1 || sources.some(({ text }) => archive.test(text) || text.startsWith("<<"))) continue;
      const range = offsetsOf(document, { getRange: () => step.instruction.getInstructionRange() });
      const isLower = document.text.slice(range.start, range.end) === "add";
      const message = "ADD also unpacks archives and fetches addresses, so what lands in the image depends on more than the name.";
      report({ range, message, fixes: [replacementFix("Use COPY", true, range, isLower ? "copy" : "COPY")], atMost: product.limit });
    }
  },
});
