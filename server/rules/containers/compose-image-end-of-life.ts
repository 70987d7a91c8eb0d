import { defineRule } from "../../core/rule.ts";
import { milder } from "../../core/severity.ts";
import { composeImages } from "./composeImages.ts";
import { compositionOf, onceForEachPlace } from "./composeServices.ts";
import { composeFiles } from "./containerExamples.ts";
import { supplyChain } from "./hardening.ts";
import { supportFaultOf } from "./imageSupportFaults.ts";
import { tagFix, todayAsText } from "./tagEdits.ts";

export default defineRule({
  id: "compose-image-end-of-life",
  title: "Image of a compose file is out of support",
  concern: "containers",
  languages: ["yaml"],
  triggers: ["image"],
  requirements: [...supplyChain, "akeneo/dependencies-supported"],
  severity: "error",
  cwe: [1104],
  benchmarks: { cisDocker: ["4.2", "4.4"] },
  fix: "review",
  documentation: {
    wrong: "The version that the image of a service names gets no free security fixes any more, by our table of end dates: `postgres:12`, `redis:6.0`, or the distribution below it. Within 90 days of the end it is a warning. What is not in the table is not reported. In a file for developers it is an information.",
    why: "Holes that are found from that day on stay open, however often the image is pulled.",
    fix: "The quick fix names the next version that is supported and keeps the variant. Look it through: the data of a database must be moved to a new major version.",
    suppress: "When you pay for extended support and take the images from there.",
  },
  examples: {
    bad: composeFiles(
      ["a database", "services:\n  db:\n    image: [|postgres:9.6|]\n"],
      ["a database with a variant", "services:\n  db:\n    image: [|postgres:12-alpine|]\n"],
      ["a web server", "services:\n  web:\n    image: [|nginx:1.18.0|]\n"],
      ["by a default", "services:\n  db:\n    image: \"[|mysql:${MYSQL:-5.7}|]\"\n"],
      ["a distribution", "services:\n  job:\n    image: [|alpine:3.12|]\n    command: work\n"],
      ["an image that is not made any more", "services:\n  web:\n    image: [|openjdk:17|]\n", "services:\n  web:\n    image: eclipse-temurin:17-jdk\n"],
    ),
    good: composeFiles(
      ["no version", "services:\n  db:\n    image: postgres\n"],
      ["a version that is not in the table", "services:\n  db:\n    image: postgres:99\n"],
      ["an image that is not in the table", "services:\n  db:\n    image: example/postgres:9.6\n"],
      ["a version that the caller gives", "services:\n  db:\n    image: postgres:${VERSION}\n"],
      ["the name of what is built", "services:\n  web:\n    build: .\n    image: node:12\n"],
      ["a version in support", "services:\n  job:\n    image: rockylinux:10\n"],
    ),
  },
  check(document, report) {
    const file = compositionOf(document);
    if (!file) return;
    const say = onceForEachPlace(report);
    const today = todayAsText();
    for (const { image, written, range } of composeImages(file, document.text)) {
      const fault = supportFaultOf(image, today);
      if (!fault) continue;
      const whole = fault.name === undefined || fault.tag === undefined || /[$@]/.test(written) ? undefined : `${fault.name}:${fault.tag}`;
      const fix = fault.name === undefined ? tagFix(written, range.start, fault.tag) : undefined;
      const renamed = whole === undefined ? undefined : { title: `Use ${whole}`, safe: false, edits: [{ range, newText: whole }] };
      say({ range, message: fault.message, fixes: [fix, renamed].filter((one) => one !== undefined), atMost: milder(file.limit, fault.certainty) });
    }
  },
});
