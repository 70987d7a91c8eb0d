import { defineRule } from "../../core/rule.ts";
import { dockerfiles } from "./containerExamples.ts";
import { supplyChain } from "./hardening.ts";
import { productOf, stepsOf, stageLimit } from "./product.ts";

const url = /^https?:\/\//i;
/** A repository, which ADD clones: its commit is checked by Git. */
const repository = /\.git(?:#|\?|$)/;

export default defineRule({
  id: "remote-file-unverified",
  title: "Remote file is added without a checksum",
  concern: "containers",
  languages: ["dockerfile"],
  triggers: ["add"],
  requirements: supplyChain,
  severity: "error",
  cwe: [494, 353],
  benchmarks: { cisDocker: ["4.9", "4.11", "4.12"] },
  alsoKnownAs: { hadolint: ["DL3020"], trivy: ["DS-0005"], checkov: ["CKV_DOCKER_4"] },
  fix: "review",
  documentation: {
    wrong: "`ADD` fetches a file from the network without `--checksum`, or over plain `http`.",
    why: "Whoever changes the file on that server, or on the way to it, changes the product, and no build would notice.",
    fix: "Add `--checksum=sha256:…` with the sum that the maker publishes. For plain http the quick fix writes `https`; look whether the server answers there.",
    suppress: "When the build verifies the file's signature in a later step.",
  },
  examples: {
    bad: dockerfiles(
      ["without a checksum", "FROM debian:13\nADD [|https://example.com/tool.tar.gz|] /opt/\n"],
      ["over plain http", "FROM debian:13\nADD --checksum=sha256:abc [|http://example.com/tool|] /opt/\n", "FROM debian:13\nADD --checksum=sha256:abc https://example.com/tool /opt/\n"],
      ["with an owner", "FROM debian:13\nADD --chown=1000 [|https://example.com/app.jar|] /app/\n"],
      ["among others", "FROM debian:13\nADD a.txt [|https://example.com/b|] /app/\n"],
      ["with a version", "FROM debian:13\nARG V=1.2.3\nADD [|https://example.com/v${V}/tool|] /bin/\n"],
      ["in a stage that builds", "FROM debian:13 AS build\nADD [|https://example.com/a|] /a\nFROM scratch\nCOPY --from=build /a /a\n"],
      ["in the JSON form", 'FROM debian:13\nADD [[|"https://example.com/a"|], "/a b"]\n'],
    ),
    good: dockerfiles(
      ["with a checksum", "FROM debian:13\nADD --checksum=sha256:abc https://example.com/tool.tar.gz /opt/\n"],
      ["a repository", "FROM debian:13\nADD https://github.com/a/b.git#v1.0.0 /src\n"],
      ["a file of the context", "FROM debian:13\nADD tool.tar.gz /opt/\n"],
      ["another instruction", "FROM debian:13\nENV ADD=https://example.com/\nLABEL url=https://example.com/\n"],
      ["a name that the caller gives", "FROM debian:13\nARG SOURCE\nADD ${SOURCE} /app/\n"],
      ["a path with these letters", "FROM debian:13\nADD https/example /app/\n"],
      ["a repository over SSH", "FROM debian:13\nADD git@github.com:a/b.git /src\n"],
    ),
  },
  check(document, report) {
    const product = productOf(document);
    if (!product) return;
    for (const { stage, step } of stepsOf(product, "all")) {
      if (step.keyword !== "ADD") continue;
      const isChecked = step.flags.some(({ name, value }) => name === "checksum" && value !== "");
      for (const { text, range } of step.words.slice(0, -1)) {
        const isPlain = /^http:/i.test(text);
        if (!url.test(text) || repository.test(text) || (isChecked && !isPlain)) continue;
        const at = document.text.indexOf("http:", range.start);
        const fixes = isPlain && isChecked && at >= 0 && at < range.end ? [{ title: "Use https", safe: false, edits: [{ range: { start: at, end: at + 4 }, newText: "https" }] }] : [];
        report({
          range,
          message: isPlain ? "The file comes over plain http, so anyone on the way can put in another one." : "Nothing checks this file, so whoever changes it on the server changes the product.",
          fixes,
          atMost: stageLimit(product, stage),
        });
      }
    }
  },
});
