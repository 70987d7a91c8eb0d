import { defineRule } from "../../core/rule.ts";
import { rangeOfCommand } from "../../languages/dockerfile/shellCommands.ts";
import { dockerfiles } from "./containerExamples.ts";
import { hardening } from "./hardening.ts";
import { productOf, stepsOf, stageLimit } from "./product.ts";

const grant = /\bNOPASSWD\b/;

export default defineRule({
  id: "container-uses-sudo",
  title: "Image uses sudo, or grants it without a password",
  concern: "containers",
  languages: ["dockerfile"],
  triggers: ["sudo", "nopasswd"],
  requirements: hardening,
  severity: "error",
  cwe: [250, 269],
  benchmarks: { cisDocker: ["4.1", "4.8"], cisKubernetes: ["5.2.6"] },
  alsoKnownAs: {
    hadolint: ["DL3004"],
    trivy: ["DS-0010"],
    checkov: ["CKV2_DOCKER_1"],
    kics: ["Run Using Sudo 8ada6e80-0ade-439e-b176-0b28f6bce35a"],
  },
  fix: "review",
  documentation: {
    wrong: "A `RUN`, `CMD` or `ENTRYPOINT` runs `sudo`, or a line for sudoers grants an account everything without a password (`NOPASSWD`). In a stage that only builds, `sudo` is an information, since that stage is thrown away.",
    why: "An account that may become root without a password is root: whoever breaks into the process needs one word more. While building, `sudo` is not needed, since a build runs as root or can say `USER root`.",
    fix: "The quick fix takes the word away where the build runs as root at that point. Grants are yours to remove: run what needs root while building, before `USER`.",
    suppress: "In an image for developers who work inside it.",
  },
  examples: {
    bad: dockerfiles(
      ["in a command of the build", "FROM debian:13\nRUN [|sudo|] apt-get update\n", "FROM debian:13\nRUN apt-get update\n"],
      ["further on in the line", "FROM debian:13\nRUN make && [|sudo|] make install\n", "FROM debian:13\nRUN make && make install\n"],
      ["under another user", "FROM cimg/node:24.11\nUSER circleci\nRUN [|sudo|] chown -R circleci /app\n"],
      ["in the start command", 'FROM debian:13\nCMD [[|"sudo"|], "-E", "/app/start"]\n'],
      ["in a here-document", "FROM debian:13\nRUN <<EOF\nset -e\n[|sudo|] adduser app\nEOF\n", "FROM debian:13\nRUN <<EOF\nset -e\nadduser app\nEOF\n"],
      ["a grant without a password", "FROM debian:13\nRUN [|echo 'app ALL=(ALL) NOPASSWD:ALL'|] > /etc/sudoers.d/app\n"],
      ["inside a shell's argument", "FROM debian:13\nRUN bash -c \"cd /x && [|sudo|] make install\"\n", "FROM debian:13\nRUN bash -c \"cd /x && make install\"\n"],
    ),
    good: dockerfiles(
      ["as a package", "FROM debian:13\nRUN apt-get install -y sudo\n"],
      ["in a comment", "FROM debian:13\nRUN make \\\n  # sudo is not needed\n  && make install\n"],
      ["in a message", "FROM debian:13\nRUN echo \"run sudo make install\"\n"],
      ["in another program's name", "FROM debian:13\nRUN ./pseudosudo.sh && cp sudo.conf /etc\n"],
      ["a grant with a password", "FROM debian:13\nRUN echo 'app ALL=(ALL) ALL' > /etc/sudoers.d/app\n"],
      ["in a label", 'FROM debian:13\nLABEL usage="sudo docker run"\n'],
      ["in data for another program", "FROM debian:13\nRUN cat <<EOF > /usr/share/doc/readme\nsudo make install\nEOF\n"],
    ),
  },
  check(document, report) {
    const product = productOf(document);
    if (!product) return;
    for (const { stage, step } of stepsOf(product, "all")) {
      const limit = stageLimit(product, stage, "information");
      // A USER before it may be without rights, so the word is needed there.
      const runsAsRoot = (): boolean => step.keyword === "RUN" && stage.base?.user !== "unprivileged" && !stage.parent && !stage.steps.some((one) => one.keyword === "USER" && one.range.start < step.range.start);
      for (const command of step.commands) {
        const [word, next] = command.words.filter(({ text }) => !/^(?:then|do|else|!|\{|exec)$/.test(text));
        if (word?.text === "sudo") {
          const plain = next !== undefined && !next.text.startsWith("-") && !next.text.includes("=") && runsAsRoot();
          const fixes = plain ? [{ title: "Run it without sudo", safe: false, edits: [{ range: { start: word.range.start, end: next.range.start }, newText: "" }] }] : [];
          report({ range: word.range, message: "sudo is not needed while building, and in the container it makes every account root.", fixes, atMost: limit });
        } else if (command.words.some(({ text }) => grant.test(text))) {
          report({ range: rangeOfCommand(command), message: "The account may become root without a password, so it is root for whoever breaks in.", atMost: limit });
        }
      }
    }
  },
});
