import { defineRule } from "../../core/rule.ts";
import { milder } from "../../core/severity.ts";
import { isMovingTag } from "../../languages/dockerfile/imageReference.ts";
import { composeImages } from "./composeImages.ts";
import { compositionOf, onceForEachPlace } from "./composeServices.ts";
import { composeFiles } from "./containerExamples.ts";
import { supplyChain } from "./hardening.ts";
import { pinnedTag, tagFix } from "./tagEdits.ts";

export default defineRule({
  id: "compose-image-unpinned",
  title: "Image of a compose file has no fixed version",
  concern: "containers",
  languages: ["yaml"],
  triggers: ["image"],
  requirements: supplyChain,
  severity: "warning",
  cwe: [1357],
  benchmarks: { cisDocker: ["4.2", "5.28"] },
  fix: "review",
  documentation: {
    wrong: "`image` of a service has neither a tag nor a digest, or a tag that means another version tomorrow: `latest`, `stable`, `lts`, a variant such as `alpine`. Services that are built are not meant: there it names the result. In a file for developers it is an information.",
    why: "What was scanned and approved is not what the next start pulls, and nobody can say which version runs.",
    fix: "The quick fix writes the newest version that is supported by our table of end dates and keeps the variant. Look it through: a database needs more than another number.",
    suppress: "When the image is your own and each deployment gives its version.",
  },
  examples: {
    bad: composeFiles(
      ["no tag", "services:\n  web:\n    image: [|rockylinux|]\n", "services:\n  web:\n    image: rockylinux:10\n"],
      ["latest", "services:\n  web:\n    image: \"[|example/web:latest|]\"\n"],
      ["a variant", "services:\n  cache:\n    image: [|redis:alpine|]\n"],
      ["a branch of the maker", "services:\n  web:\n    image: [|ghcr.io/example/web:edge|]\n"],
      ["by a default", "services:\n  web:\n    image: [|example/web:${TAG:-latest}|]\n"],
      ["a registry with a port", "services:\n  web:\n    image: [|registry.example.com:5000/web|]\n"],
      ["by an anchor, once", "x-a: &a\n  image: [|example/web|]\nservices:\n  one:\n    <<: *a\n  two:\n    <<: *a\n    command: work\n"],
    ),
    good: composeFiles(
      ["a version", "services:\n  db:\n    image: postgres:18.1-alpine\n"],
      ["a digest", `services:\n  db:\n    image: postgres@sha256:${"0".repeat(64)}\n`],
      ["the name of what is built", "services:\n  web:\n    build: .\n    image: example/web:latest\n"],
      ["a version that the caller gives", "services:\n  web:\n    image: example/web:${TAG}\n"],
      ["an image that the caller gives", "services:\n  web:\n    image: ${IMAGE:?}\n"],
      ["a version as the default", "services:\n  web:\n    image: example/web:${TAG:-1.2.3}\n"],
      ["an image of a pipeline", "image: node\nservices:\n  - docker:dind\n"],
    ),
  },
  check(document, report) {
    const file = compositionOf(document);
    if (!file) return;
    const say = onceForEachPlace(report);
    for (const { image, written, range } of composeImages(file, document.text)) {
      if (image.digest !== undefined || (image.tag !== undefined && !isMovingTag(image))) continue;
      const fix = tagFix(written, range.start, pinnedTag(image));
      const message = image.tag === undefined ? `The image ${image.name} has no tag` : `The tag ${image.tag} means another version of ${image.name} tomorrow`;
      say({ range, message: `${message}, so nobody can say which version runs.`, fixes: fix ? [fix] : [], atMost: milder(file.limit, "warning") });
    }
  },
});
