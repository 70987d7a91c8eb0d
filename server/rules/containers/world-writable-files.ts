import { defineRule } from "../../core/rule.ts";
import { milder } from "../../core/severity.ts";
import { dockerfiles } from "./containerExamples.ts";
import { fileModeOf } from "./fileModes.ts";
import { hardening } from "./hardening.ts";
import { productOf, runCommands, stepsOf } from "./product.ts";

/** Where every program may write by design; the sticky bit belongs there. */
const scratchFolder = /^\/?(?:tmp|var\/tmp|dev\/shm)(?:\/|$)/;

export default defineRule({
  id: "world-writable-files",
  title: "Everybody may write files of the image",
  concern: "containers",
  languages: ["dockerfile"],
  triggers: ["chmod"],
  requirements: hardening,
  severity: "warning",
  cwe: [732],
  benchmarks: { cisDocker: ["4.8"] },
  fix: "review",
  documentation: {
    wrong: "A delivered stage gives everybody the right to write: `chmod 777`, `chmod a+w`, `chmod o+w`, `COPY --chmod=777`. A folder with the sticky bit (`1777`) and the system's own folders for temporary files are not meant.",
    why: "Whoever breaks into one process changes the programs and the configuration of all. It is mostly done in place of giving the files to the account that needs them.",
    fix: "The quick fix writes 755 in place of 777. Give the files to the account that writes them with `COPY --chown` or `chown`, and no right to others.",
    suppress: "When a platform runs the image under numbers that nobody knows before, and the folder is meant to be written by them: then give the right to group 0 only.",
  },
  examples: {
    bad: dockerfiles(
      ["a folder", "FROM debian:13\nRUN chmod [|777|] /app\n", "FROM debian:13\nRUN chmod 755 /app\n"],
      ["a tree", "FROM debian:13\nRUN mkdir -p /data && chmod -R [|0777|] /data\n", "FROM debian:13\nRUN mkdir -p /data && chmod -R 0755 /data\n"],
      ["files that are data", "FROM debian:13\nRUN chmod [|666|] /etc/app.conf\n", "FROM debian:13\nRUN chmod 644 /etc/app.conf\n"],
      ["by letters", "FROM debian:13\nRUN chmod [|a+w|] /app/config\n"],
      ["for others", "FROM debian:13\nRUN chmod [|u+x,o+rw|] /app/run.sh\n"],
      ["while copying", "FROM debian:13\nCOPY [|--chmod=777|] run.sh /app/\n", "FROM debian:13\nCOPY --chmod=755 run.sh /app/\n"],
      ["in a stage that the last one is built on", "FROM debian:13 AS base\nRUN chmod [|777|] /x\nFROM base\nCMD app\n", "FROM debian:13 AS base\nRUN chmod 755 /x\nFROM base\nCMD app\n"],
    ),
    good: dockerfiles(
      ["for the owner", "FROM debian:13\nRUN chmod 755 /app && chmod u+w /app/config\n"],
      ["for the group", "FROM debian:13\nRUN chmod -R g+rwX /app && chmod 770 /data\n"],
      ["with the sticky bit", "FROM debian:13\nRUN chmod 1777 /scratch && chmod a+rwxt /other\n"],
      ["the system's own folder", "FROM debian:13\nRUN chmod 777 /tmp\n"],
      ["to be executed", "FROM debian:13\nRUN chmod +x run.sh && chmod a+rx /app\n"],
      ["taken away", "FROM debian:13\nRUN chmod o-w /app\n"],
      ["a stage that builds", "FROM debian:13 AS build\nRUN chmod 777 /src\nFROM scratch\nCOPY --from=build /a /a\n"],
      ["a name of digits", "FROM debian:13\nRUN chmod 644 777\n"],
    ),
  },
  check(document, report) {
    const product = productOf(document);
    if (!product) return;
    const say = (range: { start: number; end: number }, digits: string): void => {
      const safer = /^[0-7]{3,4}$/.test(digits) ? digits.slice(0, -2) + digits.slice(-2).replace(/[0-7]/g, (digit) => String(Number(digit) & 5)) : undefined;
      const end = range.end;
      const fixes = safer === undefined ? [] : [{ title: `Use ${safer}`, safe: false, edits: [{ range: { start: end - digits.length, end }, newText: safer }] }];
      report({ range, message: "Everybody may write here, so whoever breaks into one process changes what the others run.", fixes, atMost: milder(product.limit, "warning") });
    };
    for (const { step } of stepsOf(product, "delivered")) {
      for (const flag of step.flags) if (flag.name === "chmod" && isOpen(flag.value)) say(flag.range, flag.value);
    }
    for (const { invocation } of runCommands(product, "delivered")) {
      if (invocation.program !== "chmod") continue;
      const at = invocation.words.findIndex(({ text }) => !/^-[a-zA-Z]*[Rcvf]|^--/.test(text));
      const mode = invocation.words[at];
      const targets = invocation.words.slice(at + 1);
      if (mode && isOpen(mode.text) && targets.length > 0 && !targets.every(({ text }) => scratchFolder.test(text))) say(mode.range, mode.text);
    }
  },
});

function isOpen(text: string): boolean {
  const mode = fileModeOf(text);
  return mode !== undefined && mode.isWorldWritable && !mode.isSticky;
}
